import type { PanoramaPort } from '../../scripts/panorama/api/port';
import { beginApply, continueApply } from '../../scripts/panorama/apply/run';
import type { ApplyJob, ApplyOutcome } from '../../scripts/panorama/apply/types';
import type { Slice } from '../../scripts/panorama/api/slice';

/** The shortest slice there is: it ends behind its first request. */
export const ONE_STEP: Slice = { goesOn: () => false };

/**
 * Carries a job out one request at a time, its progress as JSON in between.
 *
 * @throws Error if it does not end
 */
export function applyInSlices(
  port: PanoramaPort,
  job: ApplyJob,
): { readonly outcome: ApplyOutcome; readonly slices: number } {
  let step = beginApply(port, job, ONE_STEP);
  let slices = 1;
  for (; !step.done; slices++) {
    if (slices > MOST_SLICES) throw new Error('The run does not end.');
    step = continueApply(port, job, JSON.parse(JSON.stringify(step.progress)) as typeof step.progress, ONE_STEP);
  }
  return { outcome: step.outcome, slices };
}

const MOST_SLICES = 5000;
