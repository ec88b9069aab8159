import { mayUse } from '../admins';
import { type Scope, SHARED } from '../hierarchy';
import type { JobOutcome } from '../jobs';
import { element, enqueued, failure, message, success, wrap } from '../reply';
import type { PanoramaState, Session } from '../state';
import { Transaction } from '../store';
import { childOf, parseElement, type XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';
import { problemLines } from '../validate/problem';
import { push } from './push';
import { isAtLeast, selectionOf } from './request';
import { type Selected, selectChanges, type Selection } from './selection';
import { capture, type Captured, placesOf, scopesOf, transfer } from './transfer';

/** The longest commit description (vendor, "Commit Queues"). */
const DESCRIPTION_LIMIT = 512;

/** `type=commit`: `<commit>` to the running configuration, `<commit-all>` to the firewalls. */
export function handleCommit(state: PanoramaState, session: Session): ApiResponse {
  if (!mayUse(session.admin, 'commit')) return failure(16, ['Unauthorized request']);
  const parsed = parseElement(session.params.cmd ?? '');
  if (!parsed.ok) return failure(17, [`Invalid command: ${parsed.reason}`]);
  const description = childOf(parsed.element, 'description')?.text ?? '';
  if (description.length > DESCRIPTION_LIMIT) {
    return failure(12, [` commit -> description length should be less than or equal to ${DESCRIPTION_LIMIT}`]);
  }
  if (session.params.action === 'all' && parsed.element.tag === 'commit-all')
    return push(state, session, parsed.element);
  if (parsed.element.tag !== 'commit' || session.params.action === 'all')
    return failure(17, [` ${parsed.element.tag} is unexpected`]);
  return commit(state, session, parsed.element, description);
}

function commit(state: PanoramaState, session: Session, command: XmlElement, description: string): ApiResponse {
  const selection = selectionOf(command);
  if (selection === undefined) return failure(17, [' partial is not emulated in this form']);
  const foreignLock = state.locks
    .list('commit')
    .some((lock) => lock.admin !== session.admin.name && concerns(lock.scope, selection));
  // Fixture of netbox-panorama-configpump-plugin.
  if (foreignLock) return failure(14, ['Other administrators are holding device wide commit locks.']);
  const selected = selectChanges(state.store.changes, selection);
  const isEmpty = selected.units.length === 0 && selected.orders.length === 0;
  if (isEmpty && childOf(command, 'force') === undefined) return nothingToCommit(state);
  const refusal = state.jobs.refusal();
  if (refusal !== undefined) return refusal;
  const captured = capture(state.store.candidate.root, state.store.running.root, selected);
  const run = (): JobOutcome => carryOut(state, session, selection, captured);
  const id = state.jobs.add({
    type: 'Commit',
    user: session.admin.name,
    description,
    seconds: state.jobs.seconds,
    run,
  });
  return enqueued(`Commit job enqueued with jobid ${id}`, id);
}

/** Whether a lock on a scope stands in the way of a commit; without named device groups every lock does. */
const concerns = (scope: Scope, selection: Selection): boolean =>
  scope === SHARED ||
  selection.kind === 'full' ||
  selection.deviceGroups === undefined ||
  selection.deviceGroups.includes(scope);

/** The forms that devices use: text, line, the same result as before (Netspoc-Approve), code 13. */
function nothingToCommit(state: PanoramaState): ApiResponse {
  const text = 'There are no changes to commit.';
  switch (state.settings.nothingToCommit) {
    case 'text':
      return message('success', 19, text);
    case 'line':
      return success(19, wrap('msg', element('line', text)));
    case 'same-result':
      return message(
        'success',
        19,
        'The result of this commit would be the same as the previous commit queued/processed. No commit necessary.',
      );
    case 'code-13':
      return success(13, wrap('msg', element('line', text)));
  }
}

/** What a commit would do to the running configuration, or why it cannot be. */
export type Trial =
  | { readonly ok: true; readonly accept: () => void; readonly undo: () => void }
  | { readonly ok: false; readonly lines: readonly string[] };

/** Carries captured changes over into the running configuration and checks it; the caller accepts or takes back. */
export function attempt(state: PanoramaState, selection: Selection, captured: Captured): Trial {
  const refused = refusals(state, selection, captured.selected);
  if (refused.length > 0) return { ok: false, lines: refused };
  const { running } = state.store;
  const transaction = new Transaction(running);
  transfer(captured, running.root, transaction);
  const result = running.check(transaction.touched(), 'complete');
  const lines = [
    ...result.problems.flatMap((problem) => problemLines(problem, undefined).map(withoutDevices)),
    ...result.inUse.flatMap(({ name, places }) =>
      places.map((place) => ` ${place} '${name}' is not a valid reference`),
    ),
  ];
  const undo = (): void => {
    transaction.journal.undo();
  };
  if (lines.length === 0)
    return {
      ok: true,
      accept: () => {
        running.accept(result);
      },
      undo,
    };
  undo();
  return { ok: false, lines: ['Validation Error:', ...lines] };
}

function refusals(state: PanoramaState, selection: Selection, selected: Selected): readonly string[] {
  if (selection.kind === 'full') return [];
  const [contested] = selected.contested;
  if (contested !== undefined) {
    return [
      `${contested.key} was changed by ${contested.admins.join(', ')}; it cannot be committed for some of them alone`,
    ];
  }
  // Reordered rules in a partial commit need Panorama 11.0.1 (vendor, PAN-OS 11.0 new features); the text is ours.
  if (selected.orders.length > 0 && !isAtLeast(state.settings.version, '11.0.1')) {
    return ['Partial commit is not possible: the policy rulebase was reordered. A full commit is required.'];
  }
  return [];
}

const withoutDevices = (line: string): string => line.replace(/^ devices -> localhost\.localdomain -> /, ' ');

function carryOut(state: PanoramaState, session: Session, selection: Selection, captured: Captured): JobOutcome {
  const trial = attempt(state, selection, captured);
  if (!trial.ok) return { result: 'FAIL', details: trial.lines, warnings: [] };
  trial.accept();
  const { selected } = captured;
  for (const unit of selected.units) state.store.changes.settle(unit);
  for (const order of selected.orders) state.store.changes.settleOrder(order);
  state.store.clearMarks(placesOf(selected));
  state.versions.raise(scopesOf(selected));
  state.locks.release(session.admin.name);
  return { result: 'OK', details: ['Configuration committed successfully'], warnings: [] };
}
