import { listed } from '../../policy/text/words';
import type { ClusterProfile } from '../../policy/profile/types';
import { attributeOf, childNodes } from '../api/nodes';
import type { PanoramaPort } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { createPanoramaReader } from '../api/reader';
import { isQuotable, rulesPath } from '../api/xpath';
import { hasClusterPrefix } from '../state/ownership';

/** Where the rules of a cluster stand. */
export type Place = Pick<ClusterProfile, 'deviceGroup' | 'rulebase'>;

/**
 * The block that a cluster left where an earlier profile wanted it: nobody maintains it any more, and it goes on
 * deciding. Asks nothing where the place is the same.
 *
 * @param known where the rules stood last
 */
export function oldBlockProblem(port: PanoramaPort, profile: ClusterProfile, known: Place): Problem | undefined {
  const { deviceGroup, rulebase } = known;
  if ((deviceGroup === profile.deviceGroup && rulebase === profile.rulebase) || !isQuotable(deviceGroup))
    return undefined;
  const reader = createPanoramaReader(port);
  const names = rulesPath(deviceGroup, rulebase) + '/entry/@name';
  const what = 'the names of the rules of ' + deviceGroup;
  const left: { [name: string]: true } = {};
  // What is in either may decide: it is live, or goes live with anybody's next commit.
  for (const node of childNodes(reader.show(names, what), 'entry').concat(
    childNodes(reader.get(names, what), 'entry'),
  )) {
    const name = attributeOf(node, 'name');
    if (hasClusterPrefix(profile, name)) left[name] = true;
  }
  const failure = reader.failure();
  if (failure !== undefined) return failure;
  const rules = Object.keys(left);
  if (rules.length === 0) return undefined;
  return problem('old-block', {
    rules: rules.length,
    names: listed(rules),
    old: placeText(known),
    wanted: placeText(profile),
    cluster: profile.cluster,
  });
}

function placeText({ deviceGroup, rulebase }: Place): string {
  return 'the ' + rulebase + '-rulebase of the device group ' + deviceGroup;
}
