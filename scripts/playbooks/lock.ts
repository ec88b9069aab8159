import { command, manual, type Next, type Task, condition } from './tasks';
import { getLock, LOCK_BRAND, releaseLock } from './commands';
import { isEnabled } from './conditions';

/** The tasks by which one run of a cluster keeps the others out, the same in each playbook that needs it. */

/** How long a run waits for another one, in seconds. */
const LOCK_TIMEOUT = '300';

/** The lock is optional: Panorama's own configuration lock and the plan's hash keep the rules right without it. */
export function lockGuard<const Name extends string>(take: Next<Name>, goOn: Next<Name>): Task<Name> {
  return condition(
    'Checks whether an instance of the integration Cortex Lock (Demisto Lock on older servers) is enabled. Without it, runs of the same cluster are not kept apart here, only by the hash of the plan.',
    [{ label: 'yes', when: isEnabled(LOCK_BRAND), next: take }],
    goOn,
  );
}

/** Waits for the cluster's lock; a server without the integration goes on without it. */
export function takeLock<const Name extends string>(next: Next<Name>, onError: Next<Name>): Task<Name> {
  return command(
    getLock,
    {
      name: 'cnseries-${inputs.Cluster}',
      info: 'CN-Series policy change',
      timeout: LOCK_TIMEOUT,
      polling_interval: '5',
    },
    {
      description: 'Keeps other runs of the same cluster out until the lock is released.',
      next,
      onError,
      skipUnavailable: true,
    },
  );
}

/** Ends a path of its own: where there is no lock, nothing waits for its release. */
export function dropLock(): Task<never> {
  return command(
    releaseLock,
    { name: 'cnseries-${inputs.Cluster}' },
    { description: 'Lets other runs of the same cluster go on.', next: [], onError: 'continue', skipUnavailable: true },
  );
}

/** Asks a person to look after a lock that somebody holds for too long. */
export function freeLock<const Name extends string>(next: Next<Name>): Task<Name> {
  return manual(
    'Another run has held the lock of this cluster for more than five minutes. Run !demisto-lock-info name=cnseries-${inputs.Cluster} to see which incident that is. If that incident is still at work, wait for it. If it is closed, run !demisto-lock-release name=cnseries-${inputs.Cluster}. Then complete this task: the change is planned again.',
    next,
  );
}
