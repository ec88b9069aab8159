import { resumedPlan, saveRun } from '../panorama/apply/resume';
import { startOf, type PreparedRun } from '../panorama/apply/run';
import type { Preparation } from '../panorama/prepare/prepare';
import type { Mark } from '../panorama/state/mark';
import type { Rulebase } from '../policy/panos/entry';
import type { Plan } from '../policy/plan/types';
import { isSameData } from '../policy/text/same';
import type { Host } from '../xsoar/host';
import { recall, remember } from './memory';

/**
 * A plan reads the whole block. What an apply needs of that reading is kept, so that the block is not read again where
 * nothing has moved since: neither before the lock nor under it. What is kept is bound to the plan's hash, as a run is;
 * the rules come from the policies, which are compiled again.
 */

/** Keeps a plan that may be applied. */
export function rememberPrepared(host: Host, cluster: string, prepared: Preparation, mark: Mark): void {
  const { plan, reading, blockers } = prepared;
  if (plan === undefined || reading === undefined || blockers.length > 0 || plan.operations.length === 0) return;
  const saved = saveRun(plan, startOf(plan, reading, prepared.unverified));
  remember(host, cluster, 'prepared', { hash: plan.hash, mark, approvals: plan.approvals, saved });
}

/** A plan as it was kept, and where its run begins. */
export interface PreparedPlan extends PreparedRun {
  readonly plan: Plan;
}

/**
 * The kept plan with this hash; undefined where there is none, something has moved since, or the policies have changed.
 *
 * @param mark as it is now
 */
export function recallPrepared(
  host: Host,
  cluster: string,
  rulebase: Rulebase,
  hash: string,
  mark: Mark,
): PreparedPlan | undefined {
  const record = recalled(host, cluster);
  if (record === undefined || record.hash !== hash || !isSameData(record.mark, mark)) return undefined;
  const plan = resumedPlan(record.saved, rulebase, hash);
  return plan && { mark, progress: record.saved.progress, plan: { ...plan, approvals: record.approvals } };
}

/** A damaged one is made anew by the next plan. */
function recalled(host: Host, cluster: string): ReturnType<typeof recall<'prepared'>> {
  try {
    return recall(host, cluster, 'prepared');
  } catch {
    return undefined;
  }
}
