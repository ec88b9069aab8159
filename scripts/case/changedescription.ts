import type { ClusterProfile } from '../policy/profile/types';
import type { Host } from '../xsoar/host';

/**
 * How commits and pushes are described in Panorama, so that an administrator finds the incident: `CN-Series shop:
 * incident 42`.
 */
export function changeDescription(host: Host, profile: ClusterProfile): string {
  const what = host.incident === undefined ? 'by hand' : 'incident ' + host.incident.id;
  return 'CN-Series ' + profile.cluster + ': ' + what;
}
