import type { PanoramaState } from '../state';
import { type Selection, selectChanges } from './selection';
import { capture, placesOf, transfer } from './transfer';

/** Takes uncommitted changes back: copies the selected units from the running configuration into the candidate. */
export function revertChanges(state: PanoramaState, selection: Selection): readonly string[] {
  const { store } = state;
  const selected = selectChanges(store.changes, selection);
  const [contested] = selection.kind === 'partial' ? selected.contested : [];
  if (contested !== undefined) return [`${contested.key} was changed by ${contested.admins.join(', ')}`];
  const transaction = store.begin();
  transfer(capture(store.running.root, store.candidate.root, selected), store.candidate.root, transaction);
  const result = store.check(transaction);
  const [needed] = result.inUse;
  if (needed !== undefined || result.problems.length > 0) {
    transaction.journal.undo();
    return [`${needed?.name ?? 'The configuration'} is referred to by changes of other administrators`];
  }
  store.candidate.accept(result);
  for (const entry of transaction.entries()) state.uuids.take(entry);
  for (const unit of selected.units) store.changes.settle(unit);
  for (const order of selected.orders) store.changes.settleOrder(order);
  store.clearMarks(placesOf(selected));
  return [];
}
