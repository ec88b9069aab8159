import { hasKey, stableSort } from '../../text/canonical';
import { intersectAddresses, type AddressSet } from '../../values/addresses';
import type { Term } from '../../values/term';
import type { CompileModel, RankedEntry } from '../model';
import { entriesInOrder } from '../pairs';

/** One term of an entry at the targets' end. */
export interface Cutter {
  readonly term: Term;
  readonly entry: RankedEntry;
}

/** Entries by what they may reach, for one cluster. */
export interface EntryFinder {
  readonly model: CompileModel;
  /** Peers of egress entries that are pods of a namespace, in order. */
  readonly toPods: { readonly [namespace: string]: readonly Cutter[] };
  /** Other peers: addresses, and anyone. */
  readonly toAddresses: readonly Cutter[];
  /** Of these, those that may hold a pod. */
  readonly toEveryPod: readonly Cutter[];
  /** All peers of the entries that these belong to. */
  readonly besideAddresses: readonly Cutter[];
  readonly position: { readonly [id: string]: number };
}

/** Sorts the peers of egress entries by the namespaces that they may be in. */
export function createEntryFinder(model: CompileModel): EntryFinder {
  const toPods: { [namespace: string]: Cutter[] } = {};
  const others: Cutter[] = [];
  const besideAddresses: Cutter[] = [];
  const position: { [id: string]: number } = {};
  entriesInOrder(model.egress).forEach((entry, index) => {
    position[entry.id] = index;
    const cutters = entry.peers.map((term): Cutter => ({ term, entry }));
    const apart = cutters.filter((cutter) => cutter.term.kind !== 'pods');
    others.push.apply(others, apart);
    if (apart.length > 0) besideAddresses.push.apply(besideAddresses, cutters);
    for (const cutter of cutters) {
      if (cutter.term.kind !== 'pods') continue;
      for (const name of cutter.term.namespaces.names) {
        if (!hasKey(toPods, name)) toPods[name] = [];
        toPods[name].push(cutter);
      }
    }
  });
  return {
    model,
    toPods,
    toAddresses: others,
    toEveryPod: toAddresses(others, model.space.podAddresses),
    besideAddresses,
    position,
  };
}

/** The peers that may hold targets of the term, in the order of their entries. */
export function egressCutters(finder: EntryFinder, term: Term): readonly Cutter[] {
  if (term.kind !== 'pods') return finder.besideAddresses;
  const namespace = term.namespaces.names[0];
  const toPods = hasKey(finder.toPods, namespace) ? finder.toPods[namespace] : [];
  const others = term.addresses ? toAddresses(finder.toAddresses, term.addresses) : finder.toEveryPod;
  if (others.length === 0) return toPods;
  return stableSort(toPods.concat(others), (a, b) => finder.position[a.entry.id] - finder.position[b.entry.id]);
}

function toAddresses(cutters: readonly Cutter[], addresses: AddressSet): readonly Cutter[] {
  return cutters.filter(({ term }) => mayMeet(term, addresses));
}

function mayMeet(peer: Term, addresses: AddressSet): boolean {
  return peer.kind !== 'addresses' || intersectAddresses(peer.addresses, addresses).length > 0;
}
