import type { EntryAttributes } from '../../attributes/types';
import { hasKey, sortedKeys, stableSort } from '../../text/canonical';
import type { Protocol, StringMap } from '../../kubernetes/types';
import { intersectAddresses, type AddressSet } from '../../values/addresses';
import { doPortsMeet, portsOf } from '../../values/ports';
import type { Requirement, Requirements } from '../../values/requirements';
import {
  intersectTerms,
  isTermSubset,
  subtractFromEach,
  subtractTerm,
  type PodsTerm,
  type Term,
} from '../../values/term';
import type { CompileModel, Isolation, RankedEntry } from '../model';
import { entriesInOrder } from '../pairs';
import type { ServiceTarget } from './servicetargets';

/**
 * What stands between a sender and everybody behind a port. Policies tell targets apart by their terms; a target that
 * fewer terms hold is harder to reach, so that only the cells in the fewest terms count.
 */

/** Targets that the same entries allow. */
export interface Cell {
  /** Egress entries that reach these targets on their port, in the order of the side. */
  readonly egress: readonly RankedEntry[];
  /** Ingress entries that open them on it; undefined: nobody isolates them. */
  readonly ingress: readonly RankedEntry[] | undefined;
}

/** One term of an entry at the targets' end. */
interface Cutter {
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
  /** All peers of the entries that these belong to. */
  readonly besideAddresses: readonly Cutter[];
  readonly position: { readonly [id: string]: number };
}

/** How much work one Service port may cost: terms looked at. */
export const MOST_STEPS = 50000;

/** Counts the work of one Service port. */
export interface Budget {
  steps: number;
}

/** Sorts the peers of egress entries by the namespaces that they may be in. */
export function createEntryFinder(model: CompileModel): EntryFinder {
  const toPods: { [namespace: string]: Cutter[] } = {};
  const toAddresses: Cutter[] = [];
  const besideAddresses: Cutter[] = [];
  const position: { [id: string]: number } = {};
  entriesInOrder(model.egress).forEach((entry, index) => {
    position[entry.id] = index;
    const cutters = entry.peers.map((term): Cutter => ({ term, entry }));
    const others = cutters.filter((cutter) => cutter.term.kind !== 'pods');
    toAddresses.push.apply(toAddresses, others);
    if (others.length > 0) besideAddresses.push.apply(besideAddresses, cutters);
    for (const cutter of cutters) {
      if (cutter.term.kind !== 'pods') continue;
      for (const name of cutter.term.namespaces.names) {
        if (!hasKey(toPods, name)) toPods[name] = [];
        toPods[name].push(cutter);
      }
    }
  });
  return { model, toPods, toAddresses, besideAddresses, position };
}

/** The cells of a target that count; undefined where the budget is used up. */
export function cellsOf(
  finder: EntryFinder,
  target: ServiceTarget,
  protocol: Protocol,
  budget: Budget,
): Cell[] | undefined {
  const ports = portsOf(protocol, { from: target.number, to: target.number });
  const egress = egressCutters(finder, target.term).filter(({ entry }) => doPortsMeet(entry.ports, ports));
  const namespace = target.term.kind === 'pods' ? target.term.namespaces.names[0] : undefined;
  const ingressSide = finder.model.ingress;
  const isolations: readonly Isolation[] =
    namespace !== undefined && hasKey(ingressSide.isolations, namespace) ? ingressSide.isolations[namespace] : [];
  const entries =
    namespace !== undefined && hasKey(ingressSide.entries, namespace) ? ingressSide.entries[namespace] : [];
  const ingress = entries
    .filter((entry) => doPortsMeet(entry.ports, ports))
    .map((entry): Cutter => ({ term: entry.subject, entry }));
  const whole = withLabels(target, egress.concat(ingress), isolations);
  const cells: Cell[] = [];
  const space = finder.model.space;
  let free: Term[] = [whole];
  for (const isolation of isolations) {
    const region = intersectTerms(space, whole, isolation.subject);
    if (!region) continue;
    if (!addCells(finder, cells, region, egress.concat(ingress), true, budget)) return undefined;
    free = subtractFromEach(space, free, isolation.subject);
    budget.steps += free.length;
    if (budget.steps > MOST_STEPS) return undefined;
  }
  for (const region of free) if (!addCells(finder, cells, region, egress, false, budget)) return undefined;
  return cells;
}

/** Whether some policy isolates one of the targets against what comes in. */
export function isIsolated(model: CompileModel, target: ServiceTarget): boolean {
  if (target.term.kind !== 'pods') return false;
  const namespace = target.term.namespaces.names[0];
  if (!hasKey(model.ingress.isolations, namespace)) return false;
  const isolations = model.ingress.isolations[namespace];
  const whole = withLabels(target, [], isolations);
  return isolations.some(({ subject }) => intersectTerms(model.space, whole, subject) !== undefined);
}

/** The peers that may hold targets of the term, in the order of their entries. */
function egressCutters(finder: EntryFinder, term: Term): readonly Cutter[] {
  if (term.kind !== 'pods') return finder.besideAddresses;
  const namespace = term.namespaces.names[0];
  const toPods = hasKey(finder.toPods, namespace) ? finder.toPods[namespace] : [];
  const addresses = term.addresses || finder.model.space.podAddresses;
  const others = finder.toAddresses.filter(({ term: peer }) => mayMeet(peer, addresses));
  if (others.length === 0) return toPods;
  return stableSort(toPods.concat(others), (a, b) => finder.position[a.entry.id] - finder.position[b.entry.id]);
}

function mayMeet(peer: Term, addresses: AddressSet): boolean {
  return peer.kind !== 'addresses' || intersectAddresses(peer.addresses, addresses).length > 0;
}

/** The target as a term that lies in or outside of each of the others as the pod's labels do. */
function withLabels(target: ServiceTarget, cutters: readonly Cutter[], isolations: readonly Isolation[]): Term {
  const { term, labels } = target;
  if (!labels || term.kind !== 'pods') return term;
  const values: { [key: string]: { [value: string]: true } } = {};
  function collect(other: Term): void {
    if (other.kind !== 'pods') return;
    for (const requirement of other.requirements) {
      if (!hasKey(values, requirement.key)) values[requirement.key] = {};
      for (const value of requirement.values) values[requirement.key][value] = true;
    }
  }
  for (const cutter of cutters) collect(cutter.term);
  for (const isolation of isolations) collect(isolation.subject);
  const requirements = sortedKeys(values).map((key) => requirementOf(labels, key, sortedKeys(values[key])));
  return podsLike(term, requirements);
}

function requirementOf(labels: StringMap, key: string, values: readonly string[]): Requirement {
  if (hasKey(labels, key)) return { key, negated: false, values: [labels[key]] };
  return { key, negated: true, values };
}

function podsLike(term: PodsTerm, requirements: Requirements): PodsTerm {
  return { kind: 'pods', namespaces: term.namespaces, requirements, addresses: term.addresses };
}

/** Adds the cells of the region that lie in the fewest terms; false where the budget is used up. */
function addCells(
  finder: EntryFinder,
  cells: Cell[],
  region: Term,
  cutters: readonly Cutter[],
  isIsolatedRegion: boolean,
  budget: Budget,
): boolean {
  const space = finder.model.space;
  const holding: Cutter[] = [];
  const cutting: Cutter[] = [];
  for (const cutter of cutters) {
    if (isTermSubset(space, region, cutter.term)) holding.push(cutter);
    else if (intersectTerms(space, region, cutter.term)) cutting.push(cutter);
  }
  budget.steps += cutters.length;
  if (isSomethingLeft(finder, region, cutting, 0, budget)) {
    cells.push(cellOf(finder, holding, isIsolatedRegion));
  } else {
    for (const cutter of coverOf(finder, region, cutting, budget)) {
      const inside = budget.steps > MOST_STEPS ? undefined : intersectTerms(space, region, cutter.term);
      if (!inside || !addCells(finder, cells, inside, holding.concat(cutting), isIsolatedRegion, budget)) return false;
    }
  }
  return budget.steps <= MOST_STEPS;
}

/** Of terms that hold all of the region together, as many as that takes. */
function coverOf(finder: EntryFinder, region: Term, cutting: readonly Cutter[], budget: Budget): readonly Cutter[] {
  const cover: Cutter[] = [];
  let left: Term[] = [region];
  for (const cutter of cutting) {
    if (left.length === 0 || budget.steps > MOST_STEPS) break;
    budget.steps += left.length;
    cover.push(cutter);
    left = subtractFromEach(finder.model.space, left, cutter.term);
  }
  return cover;
}

/** Whether the region holds somebody whom none of the terms holds, from the given one on. */
function isSomethingLeft(
  finder: EntryFinder,
  region: Term,
  cutting: readonly Cutter[],
  from: number,
  budget: Budget,
): boolean {
  let left = region;
  for (let next = from; next < cutting.length && budget.steps <= MOST_STEPS; next++) {
    budget.steps++;
    const rest = subtractTerm(finder.model.space, left, cutting[next].term);
    if (rest.length === 0) return false;
    // Mostly one piece is left: no call for each term, of which there may be many.
    if (rest.length > 1) return rest.some((piece) => isSomethingLeft(finder, piece, cutting, next + 1, budget));
    left = rest[0];
  }
  return true;
}

function cellOf(finder: EntryFinder, holding: readonly Cutter[], isIsolatedRegion: boolean): Cell {
  const egress: RankedEntry[] = [];
  const ingress: RankedEntry[] = [];
  const seen: { [id: string]: true } = {};
  for (const { entry } of holding) {
    if (hasKey(seen, entry.id)) continue;
    seen[entry.id] = true;
    (entry.direction === 'egress' ? egress : ingress).push(entry);
  }
  egress.sort((a, b) => finder.position[a.id] - finder.position[b.id]);
  ingress.sort((a, b) => a.rank - b.rank);
  return { egress, ingress: isIsolatedRegion ? ingress : undefined };
}

/**
 * The cells without those that somebody passes who passes another one.
 *
 * @param defaults of the cluster: where they restrict, a sender's entry that says nothing may take less by itself than
 * together with an entry of the receiver
 */
export function hardestCells(cells: readonly Cell[], defaults: EntryAttributes): Cell[] {
  const kept: Cell[] = [];
  const doRestrict =
    defaults.service === 'application-default' ||
    defaults.applications !== undefined ||
    defaults.categories !== undefined;
  for (const cell of cells) {
    if (kept.some((other) => isHarder(other, cell, doRestrict))) continue;
    for (let i = kept.length - 1; i >= 0; i--) if (isHarder(cell, kept[i], doRestrict)) kept.splice(i, 1);
    kept.push(cell);
  }
  return kept;
}

function isHarder(a: Cell, b: Cell, doDefaultsRestrict: boolean): boolean {
  if (!areAmong(a.egress, b.egress)) return false;
  if (b.ingress === undefined) return a.ingress === undefined || !doDefaultsRestrict;
  return a.ingress !== undefined && areAmong(a.ingress, b.ingress);
}

function areAmong(entries: readonly RankedEntry[], others: readonly RankedEntry[]): boolean {
  return entries.length <= others.length && entries.every((entry) => others.indexOf(entry) >= 0);
}
