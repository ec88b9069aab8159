import { failure } from '../reply';
import { type CheckResult, printedPlace } from '../side';
import type { PanoramaState, Session } from '../state';
import type { Transaction } from '../store';
import type { ConfigNode } from '../tree/node';
import type { ApiResponse } from '../types';
import { problemLines } from '../validate/problem';

/** How far the entries of a request are checked: `edit` must leave them complete, `set` may build them up in steps. */
export interface Finish {
  /** Where printed paths start. */
  readonly from: ConfigNode | undefined;
  readonly complete: boolean;
}

/** Checks a transaction and accepts it, or takes it back; undefined when it was accepted. */
export function finish(
  state: PanoramaState,
  session: Session,
  transaction: Transaction,
  { from, complete }: Finish,
): ApiResponse | undefined {
  const { store } = state;
  const refusal = uuidRefusal(state, transaction);
  if (refusal !== undefined) return takeBack(transaction, refusal);
  const result = store.check(transaction);
  const refused = refusalOf(result, from) ?? (complete ? incomplete(state, transaction) : undefined);
  if (refused !== undefined) return takeBack(transaction, refused);
  store.accept(transaction, result, session.admin.name, state.clock.stamp());
  for (const entry of transaction.entries()) state.uuids.take(entry);
  return undefined;
}

function takeBack(transaction: Transaction, refusal: ApiResponse): ApiResponse {
  transaction.journal.undo();
  return refusal;
}

/** Code 12 for what is invalid, code 10 for what is still needed. */
function refusalOf(result: CheckResult, from: ConfigNode | undefined): ApiResponse | undefined {
  const lines = result.problems.flatMap((problem) => problemLines(problem, from));
  if (lines.length > 0) return failure(12, lines);
  const [needed] = result.inUse;
  if (needed === undefined) return undefined;
  return failure(10, [
    ` ${needed.name} cannot be deleted because of references from:`,
    ...needed.places.map((place) => ` ${place}`),
  ]);
}

function incomplete(state: PanoramaState, transaction: Transaction): ApiResponse | undefined {
  const finished = state.store.candidate.check({ ...transaction.touched(), removed: [] }, 'complete');
  return finished.problems.length > 0 ? failure(12, ['Edit breaks config validity']) : undefined;
}

/** Gives new rules their uuid; a uuid that came with a request must be well-formed and not another rule's. */
function uuidRefusal(state: PanoramaState, transaction: Transaction): ApiResponse | undefined {
  for (const entry of transaction.entries()) {
    if (entry.parent?.tag !== 'rules' || entry.parent.parent?.tag !== 'security') {
      if (entry.uuid !== undefined) return failure(12, [` ${printedPlace(entry)} uuid unexpected here`]);
      continue;
    }
    if (entry.uuid === undefined) transaction.journal.setUuid(entry, state.uuids.next());
    else if (!state.uuids.isFree(entry)) return failure(12, [` ${entry.label} uuid '${entry.uuid}' is invalid`]);
  }
  return undefined;
}
