import type { Condition } from '../../../scripts/playbooks/conditions';
import type { Arguments, Loop } from '../../../scripts/playbooks/tasks';
import type { Comparison, Lookup, Transformer, Value } from '../../../scripts/playbooks/values';

type Yaml = Readonly<Record<string, unknown>>;

/** Arguments of a task, by name. */
export function argumentsYaml(given: Arguments): Yaml {
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, valueYaml(value)]));
}

/** A loop that ends by a condition. */
export function loopYaml({ until, max, wait }: Loop): Yaml {
  return { iscommand: false, builtincondition: conditionYaml(until), exitCondition: '', wait, max };
}

/** Comparisons: the outer list means all, the inner ones any. */
export function conditionYaml(condition: Condition): unknown {
  return condition.map((alternatives) => alternatives.map(comparisonYaml));
}

function comparisonYaml({ operator, left, right, ignoreCase }: Comparison): Yaml {
  return {
    operator,
    left: { value: lookupYaml(left), iscontext: true },
    ...(right !== undefined && { right: operandYaml(right) }),
    ...(ignoreCase && { ignorecase: true }),
  };
}

function operandYaml(value: Value): Yaml {
  return typeof value === 'string' ? { value: { simple: value } } : { value: lookupYaml(value), iscontext: true };
}

/** A text or a look-up, as arguments and questions hold it. */
export function valueYaml(value: Value): Yaml {
  return typeof value === 'string' ? { simple: value } : lookupYaml(value);
}

function lookupYaml({ root, accessor, filters, transformers }: Lookup): Yaml {
  return {
    complex: {
      root,
      ...(accessor !== undefined && { accessor }),
      ...(filters && { filters: filters.map((alternatives) => alternatives.map(filterYaml)) }),
      ...(transformers && { transformers: transformers.map(transformerYaml) }),
    },
  };
}

/** In a filter the left side is the path of one item, as a simple value. */
function filterYaml(comparison: Comparison): Yaml {
  return { ...comparisonYaml(comparison), left: { value: { simple: comparison.left.root }, iscontext: true } };
}

function transformerYaml(transformer: Transformer): Yaml {
  switch (transformer.operator) {
    case 'LastArrayElement':
    case 'toLowerCase':
      return { operator: transformer.operator };
    case 'getField':
      return { operator: 'getField', args: { field: operandYaml(transformer.args.field) } };
    case 'SetIfEmpty':
      return {
        operator: 'SetIfEmpty',
        args: { applyIfEmpty: { value: { simple: 'true' } }, defaultValue: operandYaml(transformer.args.defaultValue) },
      };
  }
}
