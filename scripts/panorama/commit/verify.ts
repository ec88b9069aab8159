import { hasKey, sortedKeys, sortedUnique } from '../../policy/text/canonical';
import type { Device } from '../api/devices';
import { attributeOf, childNode, childNodes, childText } from '../api/nodes';
import type { JsonNode, PanoramaPort } from '../api/port';
import type { Problem } from '../api/problems';
import { createPanoramaReader } from '../api/reader';
import { UNSLICED, type Slice } from '../api/slice';

/**
 * Whether the firewalls enforce what was pushed: rules name dynamic groups, and a group that is empty makes a rule that
 * matches nothing. Each firewall is asked for its groups, which are compared with the addresses of the snapshot.
 */

/** The addresses that each dynamic group must hold, by group name. */
export interface ExpectedGroups {
  readonly [group: string]: readonly string[];
}

/** How one group of a firewall is not what the snapshot says; addresses are texts without a prefix. */
export interface GroupDifference {
  readonly group: string;
  /** `absent`: the firewall has no such group in use; `empty`: it should hold something; `differs`: it holds others. */
  readonly kind: 'absent' | 'empty' | 'differs';
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
}

/** What one firewall holds, compared; no differences: all groups are as they must be. */
export type FirewallGroups =
  | {
      readonly kind: 'read';
      readonly serial: string;
      readonly name: string;
      readonly differences: readonly GroupDifference[];
    }
  | { readonly kind: 'failed'; readonly serial: string; readonly name: string; readonly problem: Problem };

/** `not-effective` also where no connected firewall could be asked: nobody knows what is enforced. */
export interface Verification {
  readonly verdict: 'effective' | 'not-effective';
  readonly devices: readonly FirewallGroups[];
  /** The connected firewalls for which no time was left, by name. */
  readonly unasked: readonly string[];
}

/**
 * Asks every connected firewall, one request each. Groups fill some time after a push: ask again before giving up.
 *
 * @param slice how long it may take; at least one firewall is asked
 * @param settled serial numbers of those that had everything in an earlier slice: they are not asked again
 */
export function verifyGroups(
  port: PanoramaPort,
  devices: readonly Device[],
  expected: ExpectedGroups,
  slice: Slice = UNSLICED,
  settled: readonly string[] = [],
): Verification {
  const found: FirewallGroups[] = [];
  const unasked: string[] = [];
  let requests = 0;
  for (const device of devices.filter((one) => one.connected)) {
    if (settled.indexOf(device.serial) >= 0) {
      found.push({ kind: 'read', serial: device.serial, name: device.name, differences: [] });
    } else if (requests > 0 && !slice.goesOn()) {
      unasked.push(device.name);
    } else {
      requests++;
      found.push(firewallGroups(port, device, expected));
    }
  }
  const isEffective = unasked.length === 0 && found.length > 0 && found.every(isSettled);
  return { verdict: isEffective ? 'effective' : 'not-effective', devices: found, unasked };
}

/** Whether a firewall holds everything as it must be. */
export function isSettled(device: FirewallGroups): boolean {
  return device.kind === 'read' && device.differences.length === 0;
}

function firewallGroups(port: PanoramaPort, device: Device, expected: ExpectedGroups): FirewallGroups {
  const reader = createPanoramaReader(port);
  const command = '<show><object><dynamic-address-group><all></all></dynamic-address-group></object></show>';
  const answer = reader.op(command, 'the groups of the firewall ' + device.name, { target: device.serial });
  const failure = reader.failure();
  if (failure !== undefined) {
    return { kind: 'failed', serial: device.serial, name: device.name, problem: failure };
  }
  const held = groupsIn(answer);
  const differences: GroupDifference[] = [];
  for (const group of sortedKeys(expected)) {
    const difference = compareGroup(group, expected[group], hasKey(held, group) ? held[group] : undefined);
    if (difference !== undefined) differences.push(difference);
  }
  return { kind: 'read', serial: device.serial, name: device.name, differences };
}

/** Shape: fixtures of Get-PanDynamicAddressGroup, `<dyn-addr-grp><entry><group-name/><member-list><entry name=…/>`. */
function groupsIn(answer: JsonNode): { readonly [group: string]: readonly string[] } {
  const groups: { [group: string]: readonly string[] } = {};
  for (const node of childNodes(childNode(answer, 'dyn-addr-grp'), 'entry')) {
    const members = childNodes(childNode(node, 'member-list'), 'entry').map((member) => attributeOf(member, 'name'));
    groups[childText(node, 'group-name')] = members;
  }
  return groups;
}

function compareGroup(
  group: string,
  expected: readonly string[],
  held: readonly string[] | undefined,
): GroupDifference | undefined {
  const wanted = sortedUnique(expected.map(plainAddress));
  if (held === undefined) {
    // A group that is to be empty does as much where it is absent.
    return wanted.length === 0 ? undefined : { group, kind: 'absent', missing: wanted, unexpected: [] };
  }
  const found = sortedUnique(held.map(plainAddress));
  const missing = without(wanted, found);
  const unexpected = without(found, wanted);
  if (missing.length === 0 && unexpected.length === 0) return undefined;
  return {
    group,
    kind: found.length === 0 ? 'empty' : 'differs',
    missing,
    unexpected,
  };
}

/** One spelling: a single address may come with the length of its prefix, IPv6 in either case. */
function plainAddress(address: string): string {
  return address.toLowerCase().replace(/\/(32|128)$/, '');
}

function without(list: readonly string[], taken: readonly string[]): string[] {
  const known: { [key: string]: true } = {};
  for (const one of taken) known['=' + one] = true;
  return list.filter((one) => !hasKey(known, '=' + one));
}
