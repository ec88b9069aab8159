import { readDocumentAttributes } from '../attributes/document';
import { shownText } from '../attributes/names';
import { canonicalAddress, readCidr } from '../kubernetes/cidrtext';
import { elementPath, memberPath, type Violation } from './violations';
import type { AttributeValues, ClusterProfile } from './types';

/** What a schema cannot judge: values with a grammar of their own, and fields that depend on each other. */

/** Violations of one cluster's settings, which the schema accepts and whose defaults are filled in. */
export function clusterViolations(profile: ClusterProfile, path: string): Violation[] {
  return deviceGroupViolations(profile, path).concat(
    positionViolations(profile, path + '.position'),
    pruningViolations(profile, path + '.tagPruning'),
    commitViolations(profile, path),
    networkViolations(profile.podCIDRs || [], path + '.podCIDRs'),
    networkViolations(profile.serviceCIDRs || [], path + '.serviceCIDRs'),
    networkViolations(profile.guardRails.approveExternal, path + '.guardRails.approveExternal'),
    addressViolations(profile.nodes.addresses, path + '.nodes.addresses'),
    zoneViolations(profile.zones.from, path + '.zones.from'),
    zoneViolations(profile.zones.to, path + '.zones.to'),
    attributeViolations(profile.defaults, path + '.defaults'),
  );
}

/** Violations of attributes that a document names: their values, and a profile group beside single profiles. */
export function attributeViolations(attributes: AttributeValues, path: string): Violation[] {
  return readDocumentAttributes(attributes).violations.map((violation) => ({
    path: memberPath(path, violation.key),
    reason: violation.reason,
  }));
}

/** Clusters whose names differ only in case: PAN-OS tags ignore case, so their rules could not be told apart. */
export function twinViolations(name: string, names: readonly string[], path: string): Violation[] {
  const twins = names.filter((other) => other !== name && other.toLowerCase() === name.toLowerCase());
  return twins.map((twin) => ({
    path,
    reason: 'The name differs from that of "' + twin + '" in case only, which PAN-OS tags ignore.',
  }));
}

/** The plugin registers no addresses for objects in Shared, and every firewall would get the rules. */
function deviceGroupViolations(profile: ClusterProfile, path: string): Violation[] {
  if (profile.deviceGroup.toLowerCase() !== 'shared') return [];
  return [{ path: path + '.deviceGroup', reason: '"shared" is no device group; name the one of the cluster.' }];
}

/** A rule is named exactly where the position is relative to one. */
function positionViolations(profile: ClusterProfile, path: string): Violation[] {
  const isRelative = profile.position.at === 'before' || profile.position.at === 'after';
  if (isRelative === (profile.position.rule !== '')) return [];
  const reason = isRelative
    ? 'The position "' + profile.position.at + '" needs the name of a rule.'
    : 'A rule is named for the positions before and after only; here it is "' + profile.position.at + '".';
  return [{ path: path + '.rule', reason }];
}

/**
 * Denies would be live before the groups of the allows hold anything: for as long as they fill, nothing gets through.
 */
function pruningViolations(profile: ClusterProfile, path: string): Violation[] {
  if (!profile.tagPruning) return [];
  const reason =
    'Tag pruning is not supported yet: new groups would be empty on the firewalls while the denies are live already. Switch it off in the plugin ("request plugins kubernetes set-tag-pruning-flag value False"), and leave this out.';
  return [{ path, reason }];
}

/** Only the changes of one administrator are committed, so the name must be known. */
function commitViolations(profile: ClusterProfile, path: string): Violation[] {
  if (!profile.autoCommit || profile.panoramaAdmin !== '') return [];
  const reason = 'autoCommit needs the name of the API administrator, whose changes are committed.';
  return [{ path: path + '.panoramaAdmin', reason }];
}

function networkViolations(networks: readonly string[], path: string): Violation[] {
  const violations: Violation[] = [];
  for (let i = 0; i < networks.length; i++) {
    const reading = readCidr(networks[i]);
    if (reading.kind === 'cidr') continue;
    const reason = '"' + shownText(networks[i]) + '" is no network: ' + reading.reason + '.';
    violations.push({ path: elementPath(path, i), reason });
  }
  return violations;
}

function addressViolations(addresses: readonly string[], path: string): Violation[] {
  const violations: Violation[] = [];
  for (let i = 0; i < addresses.length; i++) {
    if (canonicalAddress(addresses[i]) !== undefined) continue;
    const reason =
      '"' + shownText(addresses[i]) + '" is no address; write one without prefix length, such as 10.0.0.1.';
    violations.push({ path: elementPath(path, i), reason });
  }
  return violations;
}

/** PAN-OS takes `any` only by itself. */
function zoneViolations(zones: readonly string[], path: string): Violation[] {
  if (zones.length < 2 || zones.indexOf('any') < 0) return [];
  return [{ path, reason: '"any" stands alone; name it by itself, or name the zones.' }];
}
