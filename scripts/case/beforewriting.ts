import type { PanoramaPort } from '../panorama/api/port';
import type { Problem } from '../panorama/api/problems';
import { oldBlockProblem } from '../panorama/prepare/oldblock';
import { rightsProblems } from '../panorama/prepare/rights';
import type { ClusterProfile } from '../policy/profile/types';
import type { Host } from '../xsoar/host';
import { recall, remember } from './memory';
import { neighboursOf, sharedAdminProblem } from './neighbours';

/**
 * What is in the way that Panorama's device group does not show: where the rules of the cluster stood, who else writes
 * with the same key, and, before the first apply, what that key may do.
 */
export function problemsBeforeWriting(host: Host, port: PanoramaPort, profile: ClusterProfile): Problem[] {
  const place = recall(host, profile.cluster, 'place');
  const found = [
    sharedAdminProblem(profile, neighboursOf(host, profile)),
    place === undefined ? undefined : oldBlockProblem(port, profile, place),
  ].filter((one) => one !== undefined);
  return place === undefined ? found.concat(rightsProblems(port, profile)) : found;
}

/** Keeps where the rules of the cluster stand from now on. */
export function rememberPlace(host: Host, { cluster, deviceGroup, rulebase }: ClusterProfile): void {
  const known = recall(host, cluster, 'place');
  if (known !== undefined && known.deviceGroup === deviceGroup && known.rulebase === rulebase) return;
  remember(host, cluster, 'place', { deviceGroup, rulebase });
}
