import type { Cause } from '../api/status';
import { listOf, objectOf, objectsOf, textOf, type JsonObject, type StringMap, stringMapOf } from '../values/json';
import { forbiddenField, invalidValue, required } from './causes';
import { validateLabels } from './metadata';
import { labelKeyReasons, labelValueReasons } from './names';

/** Validates a LabelSelector as `ValidateLabelSelector` does. */
export function validateSelector(selector: JsonObject[string], field: string): readonly Cause[] {
  const { matchLabels, matchExpressions } = objectOf(selector);
  return [
    ...validateLabels(matchLabels, `${field}.matchLabels`),
    ...objectsOf(matchExpressions).flatMap((expression, index) =>
      validateExpression(expression, `${field}.matchExpressions[${index}]`),
    ),
  ];
}

function validateExpression(expression: JsonObject, field: string): readonly Cause[] {
  const causes: Cause[] = [];
  const values = listOf(expression.values).map(textOf);
  switch (expression.operator) {
    case 'In':
    case 'NotIn':
      if (values.length === 0) {
        causes.push(required(`${field}.values`, "must be specified when `operator` is 'In' or 'NotIn'"));
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values.length > 0) {
        causes.push(
          forbiddenField(`${field}.values`, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"),
        );
      }
      break;
    default:
      causes.push(invalidValue(`${field}.operator`, expression.operator ?? '', 'not a valid selector operator'));
  }
  const key = textOf(expression.key);
  for (const reason of labelKeyReasons(key)) causes.push(invalidValue(`${field}.key`, key, reason));
  values.forEach((value, index) => {
    for (const reason of labelValueReasons(value))
      causes.push(invalidValue(`${field}.values[${index}]`, value, reason));
  });
  return causes;
}

/** Whether a valid LabelSelector selects these labels; an empty one selects everything. */
export function selects(selector: JsonObject[string], labels: StringMap): boolean {
  const { matchLabels, matchExpressions } = objectOf(selector);
  return (
    Object.entries(stringMapOf(matchLabels)).every(([key, value]) => labels[key] === value) &&
    objectsOf(matchExpressions).every((expression) => holds(expression, labels))
  );
}

function holds(expression: JsonObject, labels: StringMap): boolean {
  const value = labels[textOf(expression.key)];
  const values = listOf(expression.values);
  switch (expression.operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    default:
      return value === undefined;
  }
}
