import type { PortName } from '../endpoints/namedports';
import type { EntryFacts } from '../read/policies';
import { type PortAxis, type PortMask, addRange, emptyMask, fullMask, holdsPoint } from '../read/ports';

/**
 * The ports that an entry gives, in points of the axis and then one bit for each used name, in words of 30 bits. All
 * ports of a protocol hold its names too, and so do entries without ports; single numbers hold none.
 */
export function givenPorts(ports: EntryFacts['ports'], axis: PortAxis, names: readonly PortName[]): PortMask {
  const mask = ports === undefined ? fullMask(axis) : emptyMask(axis);
  for (const { protocol, range, name } of ports || []) {
    if (range) addRange(mask, axis, { protocol, from: range.from, to: range.to });
    else if (name === undefined) addRange(mask, axis, { protocol, from: 1, to: 65535 });
  }
  const named: number[] = [];
  for (let word = 0; word * 30 < names.length; word++) named.push(0);
  names.forEach((item, position) => {
    const isGiven = (ports || []).some((port) => port.name === item.name && port.protocol === item.protocol);
    const isHeld = axis.segments[item.protocol].every((segment) => holdsPoint(mask, segment.point));
    if (isGiven || isHeld) named[Math.floor(position / 30)] |= 1 << (position % 30);
  });
  return mask.concat(named);
}
