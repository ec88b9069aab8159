import { isTrue } from './conditions';
import { dropLock, freeLock, lockGuard, takeLock } from './lock';
import { nextStep } from './nextstep';
import { playbook } from './playbook';
import { subplaybook, title } from './tasks';
import { context } from './values';

/** Applies one plan, slice by slice, while no other run of the cluster can. */
export const applyRulebase = playbook({
  name: 'CN-Series - Apply Rulebase',
  description:
    'Writes the plan with the given hash into the candidate configuration of Panorama, while other runs of the same cluster wait. Nothing is written if the plan needs an approval that it does not have, or if policies or Panorama changed since. Nothing is committed.',
  inputs: {
    Cluster: { description: 'The cluster, by its name in the list "CNSeries Clusters".', required: true },
    PlanHash: { description: 'The hash of the plan to apply, as CNSeries.Plan.Hash holds it.', required: true },
    SnapshotId: {
      description: 'The ID of the snapshot that the plan was made from, as CNSeries.Plan.SnapshotId holds it.',
    },
  },
  outputs: [
    {
      contextPath: 'CNSeries.Apply',
      description:
        'How it ended: Outcome (applied, unchanged, refused, stale or failed; absent if the lock was not free), Reasons, Leftovers, Warnings, ApprovedBy.',
      type: 'Unknown',
    },
  ],
  start: ['Is the Cortex Lock integration enabled?'],
  tasks: {
    'Is the Cortex Lock integration enabled?': lockGuard(
      ['Keep Other Runs of the Cluster Waiting'],
      ['Apply the Plan'],
    ),
    'Keep Other Runs of the Cluster Waiting': takeLock(['Apply the Plan'], ['Take Over from a Run That Broke Off']),
    'Apply the Plan': subplaybook(
      nextStep,
      {
        Cluster: context('inputs.Cluster'),
        Stage: 'apply',
        PlanHash: context('inputs.PlanHash'),
        SnapshotId: context('inputs.SnapshotId'),
      },
      {
        description: 'Applies the plan in slices of at most 45 seconds, until it is done.',
        loop: { until: isTrue({ root: 'CNSeries.Apply', accessor: 'Done' }), max: 200, wait: 1 },
        next: ['Let Other Runs of the Cluster Go On', 'Done'],
      },
    ),
    'Let Other Runs of the Cluster Go On': dropLock(),
    'Take Over from a Run That Broke Off': freeLock(['Done']),
    Done: title([]),
  },
});
