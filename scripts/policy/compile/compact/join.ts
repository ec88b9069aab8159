import { hasKey } from '../../text/canonical';
import { portSetKey } from '../../values/ports';
import type { CompiledRule, CompileModel } from '../model';
import { endKey } from './endkey';
import { joinedRule } from './joined';
import { membersOf } from './members';

/**
 * Rules equal in all but one coordinate (senders, receivers, ports) become one, until there are none. A rule that could
 * join in several ways goes where most are.
 */

/** A rule with its place among its neighbours. */
export interface PlacedRule {
  readonly rule: CompiledRule;
  readonly position: number;
}

/**
 * The rules that are left: their boxes hold the connections of the given ones, and no others. One that others join has
 * the place of the first of them.
 *
 * @param rules allows of one record that may stand anywhere among each other, in order
 * @param most members that one end of a joined rule may have
 */
export function joinRules(model: CompileModel, rules: readonly PlacedRule[], most: number): readonly PlacedRule[] {
  let joined = rules;
  let count = Infinity;
  while (joined.length > 1 && joined.length < count) {
    count = joined.length;
    joined = joinOnce(model, joined, most);
  }
  return joined;
}

type Coordinate = 'sources' | 'destinations' | 'ports';

/** Rules that differ in one coordinate alone. */
interface Bucket {
  readonly coordinate: Coordinate;
  readonly rules: PlacedRule[];
}

function joinOnce(model: CompileModel, rules: readonly PlacedRule[], most: number): PlacedRule[] {
  const keys = rules.map(({ rule }) => bucketKeys(rule));
  const sizes: { [bucket: string]: number } = {};
  for (const own of keys) for (const { key } of own) sizes[key] = (hasKey(sizes, key) ? sizes[key] : 0) + 1;
  const buckets: { [bucket: string]: Bucket } = {};
  const order: Bucket[] = [];
  rules.forEach((rule, index) => {
    const { key, coordinate } = fullest(keys[index], sizes);
    if (!hasKey(buckets, key)) {
      buckets[key] = { coordinate, rules: [] };
      order.push(buckets[key]);
    }
    buckets[key].rules.push(rule);
  });
  const joined: PlacedRule[] = [];
  for (const bucket of order) {
    for (const together of portions(bucket, most)) joined.push(joinedOf(model, together));
  }
  return joined;
}

interface BucketKey {
  readonly coordinate: Coordinate;
  readonly key: string;
}

function bucketKeys({ sources, destinations, ports }: CompiledRule): readonly BucketKey[] {
  const from = endKey(sources);
  const to = endKey(destinations);
  const on = portSetKey(ports);
  return [
    { coordinate: 'sources', key: 'sources|' + to + '|' + on },
    { coordinate: 'destinations', key: 'destinations|' + from + '|' + on },
    { coordinate: 'ports', key: 'ports|' + from + '|' + to },
  ];
}

function fullest(keys: readonly BucketKey[], sizes: { readonly [bucket: string]: number }): BucketKey {
  return keys.reduce((best, one) => (sizes[one.key] > sizes[best.key] ? one : best));
}

/** All at once, or as many together as one rule may have members. */
function portions({ coordinate, rules }: Bucket, most: number): PlacedRule[][] {
  if (coordinate === 'ports') return [rules];
  const lists: PlacedRule[][] = [];
  let count = Infinity;
  for (const one of rules) {
    const members = membersOf(one.rule[coordinate]);
    if (count + members > most) {
      lists.push([]);
      count = 0;
    }
    lists[lists.length - 1].push(one);
    count += members;
  }
  return lists;
}

function joinedOf(model: CompileModel, together: readonly PlacedRule[]): PlacedRule {
  if (together.length === 1) return together[0];
  const rule = joinedRule(
    model,
    together.map((one) => one.rule),
  );
  return { rule, position: Math.min.apply(undefined, together.map(positionOf)) };
}

function positionOf({ position }: PlacedRule): number {
  return position;
}
