import { attributeReferences, indexReferences, isIndexed, type Reference } from '../../policy/attributes/references';
import type { ClusterProfile } from '../../policy/profile/types';
import { sortedKeys } from '../../policy/text/canonical';
import { listed } from '../../policy/text/words';
import { problem, type Problem } from '../api/problems';
import type { NamedReference } from './references';

/**
 * The names that are missing and still stand in rules. Policies that name them were refused by now, so that it is the
 * cluster profile that does; or nobody asked for the policies.
 */
export function missingProblems(
  profile: ClusterProfile,
  named: readonly NamedReference[],
  missing: readonly Reference[],
): Problem[] {
  const absent = indexReferences(missing);
  return named
    .filter((one) => isIndexed(absent, one))
    .map((one) => {
      const { kind, name } = one;
      const { deviceGroup } = profile;
      return problem('missing-object', { kind, name, deviceGroup, by: namedBy(profile, one) });
    });
}

/** `defaults.logprofile of the cluster profile, in the rules shop.web.in-1 and 4 more`. */
function namedBy(profile: ClusterProfile, { kind, name, rules }: NamedReference): string {
  const keys = sortedKeys(profile.defaults).filter((key) =>
    attributeReferences(key, profile.defaults[key]).some((one) => one.kind === kind && one.name === name),
  );
  const inRules = 'the rules ' + listed(rules);
  if (keys.length === 0) return inRules;
  return keys.map((key) => 'defaults.' + key).join(', ') + ' of the cluster profile, in ' + inRules;
}
