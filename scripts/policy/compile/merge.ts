import { hasKey, sortedUnique } from '../text/canonical';
import { portSetKey } from '../values/ports';
import { normalTerms } from '../values/alternatives';
import { termKey } from '../values/termtext';
import type { Term, TermSpace } from '../values/term';
import type { CompiledRule, Pair } from './model';

/**
 * Style `readable`: pairs become rules of one entry, where one of its ends, the ports and the attributes are the same
 * for several partners, or of one pair. Entries that contend with others keep their pairs apart and in order.
 */
export function rulesOfPairs(space: TermSpace, pairs: readonly Pair[]): CompiledRule[] {
  const sizes = bucketSizes(pairs);
  const buckets: { [key: string]: Pair[] } = {};
  const order: string[] = [];
  pairs.forEach((pair, index) => {
    const key = bucketOf(pair, sizes, index);
    if (!hasKey(buckets, key)) {
      buckets[key] = [];
      order.push(key);
    }
    buckets[key].push(pair);
  });
  return order.map((key) => ruleOf(space, buckets[key]));
}

/** The two buckets that a pair may join: that of its egress entry, and that of its ingress entry. */
export interface BucketKeys {
  readonly egress: string;
  readonly ingress: string;
}

/** Pairs of one key differ at one end alone, so that one rule can hold all their terms there. */
export function bucketKeys(pair: Pair): BucketKeys {
  const alike = portSetKey(pair.ports) + '|' + pair.recordKey;
  return {
    egress: pair.egress.id + '|' + termsKey(pair.sources) + '|' + alike,
    ingress: pair.ingress.id + '|' + termsKey(pair.destinations) + '|' + alike,
  };
}

/** How many pairs may join in each bucket; pairs of contested entries join none. */
export function bucketSizes(pairs: readonly Pair[]): { readonly [bucket: string]: number } {
  const sizes: { [bucket: string]: number } = {};
  for (const pair of pairs) {
    const keys = bucketKeys(pair);
    const joins = isContested(pair) ? 0 : 1;
    for (const key of [keys.egress, keys.ingress]) sizes[key] = (hasKey(sizes, key) ? sizes[key] : 0) + joins;
  }
  return sizes;
}

function isContested(pair: Pair): boolean {
  return pair.egress.contested || pair.ingress.contested;
}

function bucketOf(pair: Pair, sizes: { readonly [key: string]: number }, index: number): string {
  if (isContested(pair)) return '#' + String(index);
  const keys = bucketKeys(pair);
  return sizes[keys.ingress] > sizes[keys.egress] ? keys.ingress : keys.egress;
}

function termsKey(terms: readonly Term[]): string {
  return sortedUnique(terms.map(termKey)).join(' ');
}

function ruleOf(space: TermSpace, bucket: readonly Pair[]): CompiledRule {
  const first = bucket[0];
  const sources: Term[] = [];
  const destinations: Term[] = [];
  for (const pair of bucket) {
    sources.push.apply(sources, pair.sources as Term[]);
    destinations.push.apply(destinations, pair.destinations as Term[]);
  }
  return {
    layer: 'pairs',
    subject: subjectOf(bucket),
    sources: { kind: 'terms', terms: normalTerms(space, sources) },
    destinations: { kind: 'terms', terms: normalTerms(space, destinations) },
    ports: first.ports,
    verdict: { kind: 'allow', record: first.record },
  };
}

function subjectOf(bucket: readonly Pair[]): CompiledRule['subject'] {
  const first = bucket[0];
  if (bucket.length === 1) return { kind: 'pair', egress: first.egress, ingress: first.ingress };
  const ofEgress = bucket.every((pair) => pair.egress === first.egress);
  return {
    kind: 'pairs',
    entry: ofEgress ? first.egress : first.ingress,
    pairs: bucket,
  };
}
