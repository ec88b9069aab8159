import { fc } from '../support/seed';
import type { RawObject } from '../../scripts/policy/kubernetes/types';

/** Small pools of names, labels and numbers, so that what policies select and what pods have often meet. */

/** Objects of the namespace `default` name no namespace. */
export const NAMESPACES = ['shop', 'pay', 'default', 'data', 'edge'] as const;

export const NAMESPACE_LABELS: Pool = { team: ['red', 'blue', 'green'], env: ['prod', 'dev'] };

/** Keys with a prefix, with dots and dashes; values that begin alike. */
export const POD_LABELS: Pool = {
  app: ['web', 'web-1', 'api', 'db'],
  tier: ['front', 'back'],
  'app.kubernetes.io/part-of': ['store', 'bank'],
};

export interface Pool {
  readonly [key: string]: readonly string[];
}

/** Labels with each key of the pool there or not. */
export function labelsOf(pool: Pool): fc.Arbitrary<Record<string, string>> {
  const keys = Object.keys(pool);
  const options = keys.map((key) => fc.option(fc.constantFrom(...pool[key]), { nil: undefined, freq: 3 }));
  return fc
    .tuple(...options)
    .map((values) => Object.fromEntries(keys.flatMap((key, index) => labelOf(key, values[index]))));
}

function labelOf(key: string, value: string | undefined): [string, string][] {
  return value === undefined ? [] : [[key, value]];
}

function keyIn(pool: Pool): fc.Arbitrary<string> {
  return fc.constantFrom(...Object.keys(pool));
}

function equality(pool: Pool): fc.Arbitrary<Record<string, string>> {
  return keyIn(pool).chain((key) => fc.constantFrom(...pool[key]).map((value) => ({ [key]: value })));
}

function oneOf(pool: Pool, operator: 'In' | 'NotIn', most: number): fc.Arbitrary<RawObject> {
  return keyIn(pool).chain((key) =>
    fc
      .uniqueArray(fc.constantFrom(...pool[key], 'nobody'), { minLength: 1, maxLength: most })
      .map((values) => ({ key, operator, values })),
  );
}

function presence(pool: Pool, operator: 'Exists' | 'DoesNotExist'): fc.Arbitrary<RawObject> {
  return keyIn(pool).map((key) => ({ key, operator }));
}

/** A label selector without negations. */
function positiveSelector(pool: Pool): fc.Arbitrary<RawObject> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant({}) },
    { weight: 4, arbitrary: fc.record({ matchLabels: equality(pool) }) },
    { weight: 1, arbitrary: fc.record({ matchLabels: labelsOf(pool) }) },
    { weight: 2, arbitrary: expressions(oneOf(pool, 'In', 3)) },
    { weight: 1, arbitrary: expressions(oneOf(pool, 'In', 1)) },
    { weight: 1, arbitrary: expressions(presence(pool, 'Exists')) },
    {
      weight: 1,
      arbitrary: fc.record({ matchLabels: equality(pool), matchExpressions: fc.tuple(oneOf(pool, 'In', 2)) }),
    },
  );
}

/** A label selector with each of the four operators. */
export function anySelector(pool: Pool): fc.Arbitrary<RawObject> {
  return fc.oneof(
    { weight: 6, arbitrary: positiveSelector(pool) },
    { weight: 1, arbitrary: negatedSelector(pool) },
    { weight: 1, arbitrary: expressions(oneOf(pool, 'NotIn', 2), presence(pool, 'Exists')) },
  );
}

/** A label selector with a negation. */
function negatedSelector(pool: Pool): fc.Arbitrary<RawObject> {
  return fc.oneof(expressions(oneOf(pool, 'NotIn', 2)), expressions(presence(pool, 'DoesNotExist')));
}

function expressions(...list: readonly fc.Arbitrary<RawObject>[]): fc.Arbitrary<RawObject> {
  return fc.tuple(...list).map((matchExpressions) => ({ matchExpressions }));
}
