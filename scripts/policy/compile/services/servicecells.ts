import { hasKey } from '../../text/canonical';
import type { Protocol } from '../../kubernetes/types';
import { doPortsMeet, portsOf } from '../../values/ports';
import { intersectTerms, isTermSubset, subtractFromEach, subtractTerm, type Term } from '../../values/term';
import type { Isolation, RankedEntry } from '../model';
import { egressCutters, type Cutter, type EntryFinder } from './entryfinder';
import type { ServiceTarget } from './servicetargets';
import { withLabels } from './targetregion';

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

/** How much work one Service port may cost: terms looked at. */
export const MOST_STEPS = 50000;

/** Counts the work of one Service port. */
export interface Budget {
  steps: number;
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
