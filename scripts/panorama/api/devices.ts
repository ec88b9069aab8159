import { readHierarchy } from './hierarchy';
import { attributeOf, childNode, childNodes, childText } from './nodes';
import type { JsonNode, PanoramaPort } from './port';
import type { Problem } from './problems';
import { createPanoramaReader, type Reader } from './reader';
import { element, textElement } from './xml';

/** A firewall of a device group or of one below it, as Panorama sees it. */
export interface Device {
  readonly serial: string;
  readonly name: string;
  /** The device group that it hangs in: a push reaches the firewalls of this one alone. */
  readonly deviceGroup: string;
  readonly connected: boolean;
  /** It has the running policy of its device group; a push changes nothing that somebody else committed before. */
  readonly inSync: boolean;
}

/** The firewalls that enforce the policy of a device group, or why they cannot be listed. */
export type DevicesAnswer =
  | { readonly kind: 'read'; readonly devices: readonly Device[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** So many device groups are asked for one by one; of more, all of Panorama come in one answer. */
const MOST_SINGLE = 8;

/**
 * Reads `show devicegroups` (pan-os-python `refresh_devices`): the firewalls of a device group and of all below it,
 * which inherit its rules (vendor, "Device Group Hierarchy"), the nearest first.
 */
export function readDevices(port: PanoramaPort, deviceGroup: string): DevicesAnswer {
  const reader = createPanoramaReader(port);
  const groups = [deviceGroup].concat(readHierarchy(reader, deviceGroup).descendants);
  const asked: readonly (string | undefined)[] = groups.length > MOST_SINGLE ? [undefined] : groups;
  const nodes: JsonNode[] = [];
  for (const name of asked) for (const node of groupNodes(reader, name, deviceGroup)) nodes.push(node);
  const failure = reader.failure();
  if (failure !== undefined) return { kind: 'failed', problem: failure };
  const devices: Device[] = [];
  for (const name of groups) for (const device of devicesIn(nodes, name)) devices.push(device);
  return { kind: 'read', devices };
}

/** @param name undefined for all device groups */
function groupNodes(reader: Reader, name: string | undefined, deviceGroup: string): readonly JsonNode[] {
  const command = element('show', element('devicegroups', name === undefined ? '' : textElement('name', name)));
  const what = 'the firewalls of the device group ' + (name === undefined ? deviceGroup : name);
  return childNodes(childNode(reader.op(command, what, {}), 'devicegroups'), 'entry');
}

function devicesIn(groups: readonly JsonNode[], name: string): Device[] {
  const devices: Device[] = [];
  for (const group of groups) {
    if (attributeOf(group, 'name') !== name) continue;
    for (const node of childNodes(childNode(group, 'devices'), 'entry')) {
      devices.push({
        serial: childText(node, 'serial') || attributeOf(node, 'name'),
        name: childText(node, 'hostname') || attributeOf(node, 'name'),
        deviceGroup: name,
        connected: childText(node, 'connected') === 'yes',
        inSync: childText(node, 'shared-policy-status') === 'In Sync',
      });
    }
  }
  return devices;
}
