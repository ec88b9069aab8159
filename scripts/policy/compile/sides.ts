import { hasKey, sortedKeys } from '../text/canonical';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Direction, PolicyId } from '../kubernetes/types';
import { portSetKey } from '../values/ports';
import { isTermSubset, type PodsTerm, type Term, type TermSpace } from '../values/term';
import { indexTerms, type TermIndex } from '../values/termindex';
import { termKey } from '../values/termtext';
import type { EntryBox, Isolation, RankedEntry, Side } from './model';
import { rankEntries } from './order';
import { withTwins } from './twins';

/** One direction of the cluster, from the subjects and boxes of its policies. */

/** A policy that isolates its subject in this direction. */
export interface Isolating {
  readonly policy: PolicyId;
  readonly subject: PodsTerm;
}

/**
 * Sorts policies and entries by namespace; of the subjects those count that lie in no other one, and repeated entries
 * are one.
 */
export function buildSide(
  space: TermSpace,
  direction: Direction,
  isolating: readonly Isolating[],
  boxes: readonly EntryBox[],
): { readonly side: Side; readonly warnings: readonly Diagnostic[] } {
  const isolations = groupBy(isolating, (one) => one.policy.namespace);
  const entries = groupBy(boxes, (box) => box.namespace);
  const warnings: Diagnostic[] = [];
  const isolated: { [namespace: string]: readonly Isolation[] } = {};
  const ranked: { [namespace: string]: readonly RankedEntry[] } = {};
  for (const namespace of sortedKeys(isolations)) isolated[namespace] = widest(space, isolations[namespace]);
  for (const namespace of sortedKeys(entries)) {
    const ranking = rankEntries(space, withoutRepeated(entries[namespace]));
    ranked[namespace] = withTwins(ranking.ranked);
    warnings.push.apply(warnings, ranking.warnings as Diagnostic[]);
  }
  const isolationIndex = indexedBy(isolated, (one) => one.subject);
  const entryIndex = indexedBy(ranked, (one) => one.subject);
  const side: Side = {
    direction,
    namespaces: sortedKeys(isolated),
    isolations: isolated,
    entries: ranked,
    isolationsMeeting: isolationIndex,
    entriesMeeting: entryIndex,
  };
  return { side, warnings };
}

function indexedBy<T>(
  lists: { readonly [namespace: string]: readonly T[] },
  termOf: (item: T) => PodsTerm,
): (namespace: string, term: Term) => readonly T[] {
  const indexes: { [namespace: string]: TermIndex<T> } = {};
  return function (namespace, term) {
    if (!hasKey(lists, namespace)) return [];
    if (!hasKey(indexes, namespace)) indexes[namespace] = indexTerms(lists[namespace], termOf);
    return indexes[namespace].meeting(term);
  };
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): { [key: string]: T[] } {
  const groups: { [key: string]: T[] } = {};
  for (const item of list) {
    const key = keyOf(item);
    if (!hasKey(groups, key)) groups[key] = [];
    groups[key].push(item);
  }
  return groups;
}

/** The subjects that lie in no other one; equal subjects once, with all their policies. */
function widest(space: TermSpace, isolating: readonly Isolating[]): Isolation[] {
  const bySubject = groupBy(isolating, (one) => termKey(one.subject));
  const distinct = sortedKeys(bySubject).map((key): Isolation => ({
    subject: bySubject[key][0].subject,
    policies: bySubject[key].map((one) => one.policy),
  }));
  const index = indexTerms(distinct, (one) => one.subject);
  return distinct.filter(
    (one) =>
      !index.meeting(one.subject).some((other) => other !== one && isTermSubset(space, one.subject, other.subject)),
  );
}

/** An entry that stands twice in one policy, with the same attributes, is one entry. */
function withoutRepeated(boxes: readonly EntryBox[]): EntryBox[] {
  const known: { [key: string]: EntryBox[] } = {};
  return boxes.filter((box) => {
    // Those with equal peers have one key, and a number behind it.
    const key = box.policy.id.name + '/' + box.entry.key.split('-')[0];
    if (!hasKey(known, key)) known[key] = [];
    const isRepeated = known[key].some((earlier) => areAlike(earlier, box));
    known[key].push(box);
    return !isRepeated;
  });
}

/**
 * Of two boxes of one policy with equal peers, whether they say the same; what stands for the peers is a short hash.
 */
function areAlike(a: EntryBox, b: EntryBox): boolean {
  return (
    a.attributesKey === b.attributesKey &&
    portSetKey(a.ports) === portSetKey(b.ports) &&
    termKey(a.subject) === termKey(b.subject) &&
    a.peers.map(termKey).join(' ') === b.peers.map(termKey).join(' ')
  );
}
