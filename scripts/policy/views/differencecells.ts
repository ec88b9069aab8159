import { cellText, type Cell } from './table';

/**
 * Old and new value of a field side by side; undefined where they are the same. Of lists only what differs: a group may
 * have two thousand members.
 */
export function differenceCells(before: Cell, after: Cell): readonly [Cell, Cell] | undefined {
  if (cellText(before, '\n') === cellText(after, '\n')) return undefined;
  const old = listOf(before);
  const now = listOf(after);
  const kept = old.filter((text) => now.indexOf(text) >= 0);
  if (kept.length === 0) return [shown(before), shown(after)];
  const rest = '(' + String(kept.length) + ' unchanged)';
  const only = (list: readonly string[]): Cell => list.filter((text) => kept.indexOf(text) < 0).concat([rest]);
  return [only(old), only(now)];
}

function listOf(cell: Cell): readonly string[] {
  return typeof cell === 'string' ? [cell] : cell;
}

function shown(cell: Cell): Cell {
  return cellText(cell, '') === '' ? '-' : cell;
}
