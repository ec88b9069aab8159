import { childOf, membersOf, type XmlElement } from '../tree/parse';
import type { Selection } from './selection';

/**
 * Reads a `<partial>` element; `<full/>`, or nothing at all, means everything. undefined: it holds what is not
 * emulated.
 */
export function selectionOf(parent: XmlElement): Selection | undefined {
  const partial = childOf(parent, 'partial');
  if (partial === undefined) return { kind: 'full' };
  const known = ['admin', 'device-group', 'shared-object', 'device-and-network', 'no-template', 'no-template-stack'];
  const ignored = [
    'no-log-collector',
    'no-log-collector-group',
    'no-wildfire-appliance',
    'no-wildfire-appliance-cluster',
  ];
  if (partial.children.some((child) => !known.includes(child.tag) && !ignored.includes(child.tag))) return undefined;
  return {
    kind: 'partial',
    admins: childOf(partial, 'admin') === undefined ? undefined : membersOf(partial, 'admin'),
    deviceGroups: childOf(partial, 'device-group') === undefined ? undefined : membersOf(partial, 'device-group'),
    shared: childOf(partial, 'shared-object')?.text !== 'excluded',
  };
}

/** Whether a PAN-OS version is at least another: `11.0.1`, `10.2.4-h3`. */
export function isAtLeast(version: string, minimum: string): boolean {
  const parts = (text: string): readonly number[] => text.split(/[.-]/).map((part) => Number(part.replace(/^h/, '')));
  const own = parts(version);
  for (const [index, part] of parts(minimum).entries()) {
    const difference = (own[index] ?? 0) - part;
    if (difference !== 0) return difference > 0;
  }
  return true;
}
