import { readDocumentAttributes } from '../attributes/document';
import { shownText } from '../attributes/names';
import { parseAddress, parseCidr } from '../values/addresses';
import { elementPath, memberPath, type Problem } from './problems';
import type { AttributeValues, ClusterProfile } from './types';

/** What a schema cannot judge: values with a grammar of their own, and fields that depend on each other. */

/** Problems of one cluster's settings, which the schema accepts and whose defaults are filled in. */
export function clusterProblems(profile: ClusterProfile, path: string): Problem[] {
  return positionProblems(profile, memberPath(path, 'position')).concat(
    networkProblems(profile.podCIDRs || [], memberPath(path, 'podCIDRs')),
    networkProblems(profile.serviceCIDRs || [], memberPath(path, 'serviceCIDRs')),
    networkProblems(profile.guardRails.approveExternal, memberPath(path, 'guardRails') + '.approveExternal'),
    addressProblems(profile.nodes.addresses, memberPath(path, 'nodes') + '.addresses'),
    zoneProblems(profile.zones.from, memberPath(path, 'zones') + '.from'),
    zoneProblems(profile.zones.to, memberPath(path, 'zones') + '.to'),
    attributeProblems(profile.defaults, memberPath(path, 'defaults')),
  );
}

/** Problems of attributes that a document names: their values, and a profile group beside single profiles. */
export function attributeProblems(attributes: AttributeValues, path: string): Problem[] {
  return readDocumentAttributes(attributes, {}).faults.map(function (fault) {
    return { path: memberPath(path, fault.key), reason: fault.reason };
  });
}

/** A rule is named exactly where the position is relative to one. */
function positionProblems(profile: ClusterProfile, path: string): Problem[] {
  const isRelative = profile.position.at === 'before' || profile.position.at === 'after';
  if (isRelative === (profile.position.rule !== '')) return [];
  const reason = isRelative
    ? 'The position "' + profile.position.at + '" needs the name of the rule.'
    : 'A rule is named only for the positions before and after; here it is "' + profile.position.at + '".';
  return [{ path: path + '.rule', reason: reason }];
}

function networkProblems(networks: readonly string[], path: string): Problem[] {
  const problems: Problem[] = [];
  for (let i = 0; i < networks.length; i++) {
    if (parseCidr(networks[i])) continue;
    const reason = '"' + shownText(networks[i]) + '" is no network; write one such as 10.0.0.0/8 or 2001:db8::/32.';
    problems.push({ path: elementPath(path, i), reason: reason });
  }
  return problems;
}

function addressProblems(addresses: readonly string[], path: string): Problem[] {
  const problems: Problem[] = [];
  for (let i = 0; i < addresses.length; i++) {
    if (parseAddress(addresses[i])) continue;
    const reason =
      '"' + shownText(addresses[i]) + '" is no address; write one such as 10.0.0.1, without a prefix length.';
    problems.push({ path: elementPath(path, i), reason: reason });
  }
  return problems;
}

/** PAN-OS takes `any` only by itself. */
function zoneProblems(zones: readonly string[], path: string): Problem[] {
  if (zones.length < 2 || zones.indexOf('any') < 0) return [];
  return [{ path: path, reason: 'The zone "any" stands alone; name it by itself, or name the zones.' }];
}
