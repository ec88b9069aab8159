import type { AttributeRecord } from '../attributes/types';
import { hasKey, stableSort } from '../text/canonical';
import { isCovered, podsInNamespace, type Term } from '../values/term';
import { bucketKeys, bucketSizes } from './merge';
import type { Box, CompileModel, Pair, RankedEntry, Side } from './model';
import type { RecordCombiner } from './records';
import { wantedThroughout } from './safe';

/**
 * Which entries are emitted whole: the other side allows all of them anyway, with the same attributes, so that one rule
 * serves the pairs of layer A and the remainder of layer C at once.
 */

/** An entry that becomes a rule of its own, with the attributes that all its partners agree on. */
export interface WholeEntry {
  readonly entry: RankedEntry;
  readonly record: AttributeRecord;
}

/** Entries by their ids. */
export interface EntrySet {
  has(entry: RankedEntry): boolean;
}

/** What is emitted whole, and what is left for the layers. */
export interface WholeChoice {
  /** In the order of the entries: egress, then ingress. */
  readonly whole: readonly WholeEntry[];
  readonly isWhole: EntrySet;
  /** Pairs that no whole entry serves. */
  readonly open: readonly Pair[];
  /** Entries that reach beyond the isolated pods of the other side, so that layer C needs them. */
  readonly reachesBeyond: EntrySet;
}

/** The entry's own box. */
export function boxOf(entry: RankedEntry): Box {
  return entry.direction === 'egress'
    ? { sources: [entry.subject], destinations: entry.peers, ports: entry.ports }
    : { sources: entry.peers, destinations: [entry.subject], ports: entry.ports };
}

/**
 * Chooses the entries to emit whole: those that layer C needs in any case, then those that serve the most pairs, unless
 * these pairs make fewer rules where they join at their other ends (a gateway that reaches every namespace).
 *
 * @param entries all of both sides, in order
 */
export function chooseWhole(
  model: CompileModel,
  combiner: RecordCombiner,
  entries: readonly RankedEntry[],
  pairs: readonly Pair[],
): WholeChoice {
  const chosen: { [id: string]: AttributeRecord } = {};
  const beyond: { [id: string]: true } = {};
  const partners = countPartners(pairs);
  for (const entry of entries) {
    if (doesReachBeyond(model, entry)) beyond[entry.id] = true;
  }

  function consider(entry: RankedEntry): void {
    const record = entry.contested ? undefined : wantedThroughout(model, combiner, boxOf(entry));
    if (record) chosen[entry.id] = record;
  }

  for (const entry of entries) {
    if (hasKey(beyond, entry.id) && hasKey(partners, entry.id)) consider(entry);
  }
  let open = withoutServed(pairs, chosen);
  const byGain = stableSort(entries.filter(isCandidate), (a, b) => partners[b.id] - partners[a.id]);
  const left = countPartners(open);
  const pairsOf = indexPairs(open);
  const sizes = bucketSizes(open);
  for (const entry of byGain) {
    if (!hasKey(left, entry.id) || left[entry.id] === 0) continue;
    if (doesOtherEndJoinMore(entry, pairsOf[entry.id], left[entry.id], sizes)) continue;
    consider(entry);
    // The pairs that it serves count no longer for the entries at their other ends.
    if (hasKey(chosen, entry.id)) for (const pair of pairsOf[entry.id]) left[otherEnd(pair, entry).id]--;
  }
  open = withoutServed(open, chosen);

  function isCandidate(entry: RankedEntry): boolean {
    return hasKey(partners, entry.id) && !hasKey(beyond, entry.id);
  }

  return {
    whole: entries.filter((entry) => hasKey(chosen, entry.id)).map((entry) => ({ entry, record: chosen[entry.id] })),
    isWhole: setOf(chosen),
    open,
    reachesBeyond: setOf(beyond),
  };
}

function setOf(ids: { readonly [id: string]: unknown }): EntrySet {
  return {
    has(entry) {
      return hasKey(ids, entry.id);
    },
  };
}

function countPartners(pairs: readonly Pair[]): { [id: string]: number } {
  const counts: { [id: string]: number } = {};
  for (const pair of pairs) {
    for (const id of [pair.egress.id, pair.ingress.id]) counts[id] = (hasKey(counts, id) ? counts[id] : 0) + 1;
  }
  return counts;
}

function withoutServed(pairs: readonly Pair[], chosen: { readonly [id: string]: unknown }): Pair[] {
  return pairs.filter((pair) => !hasKey(chosen, pair.egress.id) && !hasKey(chosen, pair.ingress.id));
}

/** The pairs of each entry. */
function indexPairs(pairs: readonly Pair[]): { readonly [id: string]: readonly Pair[] } {
  const byEntry: { [id: string]: Pair[] } = {};
  for (const pair of pairs) {
    for (const id of [pair.egress.id, pair.ingress.id]) {
      if (!hasKey(byEntry, id)) byEntry[id] = [];
      byEntry[id].push(pair);
    }
  }
  return byEntry;
}

function otherEnd(pair: Pair, entry: RankedEntry): RankedEntry {
  return pair.egress === entry ? pair.ingress : pair.egress;
}

/** True where each pair of the entry would join more pairs at its other end than the entry serves. */
function doesOtherEndJoinMore(
  entry: RankedEntry,
  pairs: readonly Pair[],
  served: number,
  sizes: { readonly [bucket: string]: number },
): boolean {
  return pairs.every((pair) => {
    const keys = bucketKeys(pair);
    return sizes[pair.egress === entry ? keys.ingress : keys.egress] > served;
  });
}

/** False only where all peers of the entry are isolated pods of the other side. */
function doesReachBeyond(model: CompileModel, entry: RankedEntry): boolean {
  const side = entry.direction === 'egress' ? model.ingress : model.egress;
  return entry.peers.some((peer) => !isIsolated(model, side, peer));
}

function isIsolated(model: CompileModel, side: Side, term: Term): boolean {
  if (term.kind !== 'pods') return false;
  return term.namespaces.names.every((name) => {
    const part = podsInNamespace(model.space, term, name);
    const subjects = side.isolationsMeeting(name, part).map((isolation) => isolation.subject);
    return isCovered(model.space, part, subjects);
  });
}
