import type { ApplyJob, ApplyOutcome, ApplyStep } from '../../scripts/panorama/apply/types';
import type { Slice } from '../../scripts/panorama/api/slice';
import { beginCommit, continueCommit, type CommitOutcome } from '../../scripts/panorama/commit/commit';
import type { PanoramaPort } from '../../scripts/panorama/api/port';
import { describeProblem, type Problem } from '../../scripts/panorama/api/problems';
import { beginPush, continuePush, type PushOutcome } from '../../scripts/panorama/commit/push';
import { beginApply } from '../../scripts/panorama/apply/run';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import { planRulebase } from '../../scripts/policy/plan/plan';
import type { Plan } from '../../scripts/policy/plan/types';
import type { ClusterProfile } from '../../scripts/policy/profile/types';

/** Whole runs: what the playbook does by calling the automations again until they are done. */

/** A slice that never ends by itself. */
export const FOREVER: Slice = { goesOn: () => true };

/** The job of a plan that nobody has touched since: new plans are made from the same rulebase. */
export function jobOf(desired: Rulebase, plan: Plan, profile: ClusterProfile): ApplyJob {
  return {
    profile,
    rulebase: desired,
    plan,
    planFor: (state) => planRulebase(desired, state, profile),
    ignoredAdmins: [],
  };
}

/**
 * The outcome of a run that needed one slice.
 *
 * @throws Error if it needs more
 */
export function finish(step: ApplyStep): ApplyOutcome {
  if (!step.done) throw new Error('The run is not done.');
  return step.outcome;
}

/** Carries a job out in one slice. */
export function applyAtOnce(port: PanoramaPort, job: ApplyJob): ApplyOutcome {
  return finish(beginApply(port, job, FOREVER));
}

/** Each look at a job lets a second pass in the emulator. */
const MOST_LOOKS = 50;

/**
 * Commits, and looks at the job until it ends.
 *
 * @throws Error if it does not end within 50 looks
 */
export function commitAtOnce(port: PanoramaPort, profile: ClusterProfile, description: string): CommitOutcome {
  let step = beginCommit(port, profile, description, 0);
  for (let look = 0; !step.done && look < MOST_LOOKS; look++)
    step = continueCommit(port, profile, step.progress, look * 1000);
  if (!step.done) throw new Error('The commit does not end.');
  return step.outcome;
}

/**
 * Pushes, and looks at the job until it ends.
 *
 * @throws Error if it does not end within 50 looks
 */
export function pushAtOnce(port: PanoramaPort, profile: ClusterProfile, description: string): PushOutcome {
  let step = beginPush(port, profile, description, 0);
  for (let look = 0; !step.done && look < MOST_LOOKS; look++)
    step = continuePush(port, profile, step.progress, look * 1000);
  if (!step.done) throw new Error('The push does not end.');
  return step.outcome;
}

/** The sentences that people read about what is in the way. */
export const words = (problems: readonly Problem[]): readonly string[] =>
  problems.map((problem) => describeProblem(problem).message);
