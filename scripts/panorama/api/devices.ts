import { attributeOf, childNode, childNodes, childText } from './nodes';
import type { PanoramaPort } from './port';
import type { Problem } from './problems';
import { createPanoramaReader } from './reader';
import { element, textElement } from './xml';

/** A firewall of a device group, as Panorama sees it. */
export interface Device {
  readonly serial: string;
  readonly name: string;
  readonly connected: boolean;
  /** It has the running policy of its device group; a push changes nothing that somebody else committed before. */
  readonly inSync: boolean;
}

/** The firewalls of a device group, or why they cannot be listed. */
export type DevicesAnswer =
  | { readonly kind: 'read'; readonly devices: readonly Device[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Reads `show devicegroups`: the firewalls of one device group with their state (pan-os-python `refresh_devices`). */
export function readDevices(port: PanoramaPort, deviceGroup: string): DevicesAnswer {
  const reader = createPanoramaReader(port);
  const command = element('show', element('devicegroups', textElement('name', deviceGroup)));
  const answer = reader.op(command, 'the firewalls of the device group ' + deviceGroup, {});
  const failure = reader.failure();
  if (failure !== undefined) return { kind: 'failed', problem: failure };
  const devices: Device[] = [];
  for (const group of childNodes(childNode(answer, 'devicegroups'), 'entry')) {
    if (attributeOf(group, 'name') !== deviceGroup) continue;
    for (const node of childNodes(childNode(group, 'devices'), 'entry')) {
      devices.push({
        serial: childText(node, 'serial') || attributeOf(node, 'name'),
        name: childText(node, 'hostname') || attributeOf(node, 'name'),
        connected: childText(node, 'connected') === 'yes',
        inSync: childText(node, 'shared-policy-status') === 'In Sync',
      });
    }
  }
  return { kind: 'read', devices };
}
