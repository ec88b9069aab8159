import { hasKey } from '../text/canonical';
import { countOperations, type PlanCounts } from '../plan/guardrails';
import type { Operation, Plan } from '../plan/types';

/** So many characters of a plan's hash tell people which plan it is; what is bound to a plan has all 64. */
const SHORT = 12;

/** The beginning of a plan's hash, for people. */
export function shortPlanHash(hash: string): string {
  return hash.slice(0, SHORT);
}

/**
 * What a plan does, in a line: rules first, then objects together.
 *
 * @example '3 rules new, 1 changed; 14 objects new'
 */
export function planHeadline({ operations, refused }: Pick<Plan, 'operations' | 'refused'>): string {
  if (refused) return 'refused, nothing is written';
  const created: { [name: string]: true } = {};
  for (const { op, kind, name } of operations) if (op === 'create' && kind === 'rule') created[name] = true;
  // A new rule is written at the end and moved from there: to people it is new, and not moved.
  const told = operations.filter(({ op, name }) => op !== 'move' || !hasKey(created, name));
  const ofKind = (isRule: boolean): readonly Operation[] => told.filter((one) => (one.kind === 'rule') === isRule);
  const parts = [
    countsText(countOperations(ofKind(true)), 'rule'),
    countsText(countOperations(ofKind(false)), 'object'),
  ];
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? 'nothing to change' : said.join('; ');
}

function countsText(counts: PlanCounts, what: string): string {
  const all: [number, string][] = [
    [counts.created, 'new'],
    [counts.changed, 'changed'],
    [counts.moved, 'moved'],
    [counts.renamed, 'renamed'],
    [counts.deleted, 'deleted'],
  ];
  return all
    .filter((one) => one[0] > 0)
    .map(
      (one, index) => String(one[0]) + (index > 0 ? ' ' : one[0] === 1 ? ' ' + what + ' ' : ' ' + what + 's ') + one[1],
    )
    .join(', ');
}
