import type { JobOutcome } from '../jobs';
import { enqueued, failure } from '../reply';
import type { PanoramaState, Session } from '../state';
import type { XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';
import { attempt } from './commit';
import { selectionOf } from './request';
import { selectChanges } from './selection';
import { capture } from './transfer';

/** `<validate><full/></validate>` and `<validate><partial>…`: a commit that is taken back again. */
export function validate(state: PanoramaState, session: Session, command: XmlElement): ApiResponse {
  const selection = selectionOf(command);
  if (selection === undefined) return failure(17, [' partial is not emulated in this form']);
  const refusal = state.jobs.refusal();
  if (refusal !== undefined) return refusal;
  const selected = selectChanges(state.store.changes, selection);
  const captured = capture(state.store.candidate.root, state.store.running.root, selected);
  const run = (): JobOutcome => {
    const trial = attempt(state, selection, captured);
    if (!trial.ok) return { result: 'FAIL', details: trial.lines, warnings: [] };
    trial.undo();
    return { result: 'OK', details: ['Configuration is valid'], warnings: [] };
  };
  const { seconds } = state.jobs;
  const id = state.jobs.add({ type: 'Validate', user: session.admin.name, description: '', seconds, run });
  return enqueued(`Validate job enqueued with jobid ${id}`, id);
}
