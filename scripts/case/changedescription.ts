import type { ClusterProfile } from '../policy/profile/types';
import type { Host } from '../xsoar/host';

/**
 * How commits and pushes are described in Panorama, so that an administrator finds the incident and sees what it does.
 *
 * @param summary of what was applied (`AppliedRecord.summary`); undefined: nobody remembers
 * @example 'CN-Series shop: incident 42; plan 1a2b3c4d5e6f: 1 rule new; gains 1, loses 0, inspected otherwise 0; approved by alice'
 */
export function changeDescription(host: Host, profile: ClusterProfile, summary: string | undefined): string {
  const what = host.incident === undefined ? 'by hand' : 'incident ' + host.incident.id;
  return 'CN-Series ' + profile.cluster + ': ' + what + (summary === undefined || summary === '' ? '' : '; ' + summary);
}
