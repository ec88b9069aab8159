import type { EntryAttributes } from '../../attributes/types';
import type { RankedEntry } from '../model';
import type { Cell } from './servicecells';

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
