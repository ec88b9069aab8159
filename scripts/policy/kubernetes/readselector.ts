import { compareText, sortedKeys, sortedUnique, stableSort } from '../text/canonical';
import {
  checkFields,
  fieldSet,
  isAbsent,
  keyPath,
  readList,
  readObject,
  readString,
  readStringList,
  readStringMap,
  report,
  shown,
  type Reader,
} from './read';
import { labelKeyViolation, labelValueViolation } from './syntax';
import type { Selector, SelectorTerm } from './types';

/** Reading a LabelSelector (Kubernetes API documentation, meta/v1 LabelSelector). */

const SELECTOR = fieldSet(['matchLabels', 'matchExpressions']);
const EXPRESSION = fieldSet(['key', 'operator', 'values']);

/** The terms of a LabelSelector, sorted; an absent one reads as the empty selector. */
export function readSelector(reader: Reader, value: unknown, path: string): Selector {
  const object = readObject(reader, value, path);
  if (!object) return [];
  checkFields(reader, object, SELECTOR, path);
  const terms = readMatchLabels(reader, object.matchLabels, path + '.matchLabels');
  const expressions = readList(reader, object.matchExpressions, path + '.matchExpressions');
  for (let i = 0; i < expressions.length; i++) {
    const term = readExpression(reader, expressions[i], path + '.matchExpressions[' + String(i) + ']');
    if (term) terms.push(term);
  }
  return terms.length < 2 ? terms : sortedTerms(terms);
}

function readMatchLabels(reader: Reader, value: unknown, path: string): SelectorTerm[] {
  const labels = readStringMap(reader, value, path);
  const terms: SelectorTerm[] = [];
  for (const key of sortedKeys(labels)) {
    checkLabel(reader, key, labels[key], path);
    terms.push({ key, operator: 'In', values: [labels[key]] });
  }
  return terms;
}

/** Reports a label whose key or value breaks the syntax. */
export function checkLabel(reader: Reader, key: string, value: string, path: string): void {
  checkKey(reader, key, keyPath(path, key));
  checkValue(reader, value, keyPath(path, key));
}

function checkKey(reader: Reader, key: string, path: string): void {
  const reason = labelKeyViolation(key);
  if (reason !== undefined) {
    report(reader, 'label-invalid', { part: 'label key', value: shown(key), reason }, path);
  }
}

function checkValue(reader: Reader, value: string, path: string): void {
  const reason = labelValueViolation(value);
  if (reason !== undefined) {
    report(reader, 'label-invalid', { part: 'label value', value: shown(value), reason }, path);
  }
}

function readExpression(reader: Reader, value: unknown, path: string): SelectorTerm | undefined {
  const object = isAbsent(value) ? {} : readObject(reader, value, path);
  if (!object) return undefined;
  checkFields(reader, object, EXPRESSION, path);
  const key = readString(reader, object.key, path + '.key');
  const operator = readString(reader, object.operator, path + '.operator');
  const values = readStringList(reader, object.values, path + '.values');
  if (isAbsent(object.key)) report(reader, 'field-missing', { expected: 'the label key' }, path + '.key');
  if (isAbsent(object.operator)) {
    report(reader, 'field-missing', { expected: 'In, NotIn, Exists or DoesNotExist' }, path + '.operator');
  }
  if (key === undefined || operator === undefined) return undefined;
  checkKey(reader, key, path + '.key');
  for (let i = 0; i < values.length; i++) checkValue(reader, values[i], path + '.values[' + String(i) + ']');
  if (!isOperator(operator)) {
    report(reader, 'operator-unknown', { operator: shown(operator) }, path + '.operator');
    return undefined;
  }
  checkValueCount(reader, operator, object.values, path + '.values');
  return { key, operator, values: sortedUnique(values) };
}

function isOperator(text: string): text is SelectorTerm['operator'] {
  return text === 'In' || text === 'NotIn' || text === 'Exists' || text === 'DoesNotExist';
}

/** Looks at the list as written: what is of a wrong type in it has been reported already. */
function checkValueCount(reader: Reader, operator: SelectorTerm['operator'], list: unknown, path: string): void {
  const isEmpty = isAbsent(list) || (Array.isArray(list) && list.length === 0);
  const takesValues = operator === 'In' || operator === 'NotIn';
  if (takesValues && isEmpty) {
    report(reader, 'expression-values', { operator, rule: 'needs values, and has none' }, path);
  }
  if (!takesValues && !isEmpty && Array.isArray(list)) {
    report(reader, 'expression-values', { operator, rule: 'takes no values, and has some' }, path);
  }
}

function sortedTerms(terms: readonly SelectorTerm[]): SelectorTerm[] {
  const sorted = stableSort(terms, compareTerms);
  return sorted.filter((term, index) => index === 0 || compareTerms(term, sorted[index - 1]) !== 0);
}

function compareTerms(a: SelectorTerm, b: SelectorTerm): number {
  return (
    compareText(a.key, b.key) ||
    compareText(a.operator, b.operator) ||
    // A comma stands in no label value.
    compareText(a.values.join(','), b.values.join(','))
  );
}
