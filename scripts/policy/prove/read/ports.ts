import type { Protocol } from '../../kubernetes/types';
import { hasKey } from '../../text/canonical';

/** Where a connection goes: a port of a protocol, or traffic without ports (ICMP and the like). */
export type Port = { readonly protocol: Protocol; readonly port: number } | { readonly protocol: 'none' };

/** Ports from `from` to `to` of one protocol. */
export interface PortRange {
  readonly protocol: Protocol;
  readonly from: number;
  readonly to: number;
}

/** A set of port points: bit i of word w stands for point 30 * w + i. */
export type PortMask = readonly number[];

/**
 * The port axis: one point for each class of ports that no range in the input tells apart. Points that the input
 * mentions come first, then the port-less one, then those in the gaps.
 */
export interface PortAxis {
  readonly points: readonly Port[];
  readonly words: number;
  /** Elementary segments of each protocol, ascending, with their point. */
  readonly segments: { readonly [protocol in Protocol]: readonly Segment[] };
}

interface Segment {
  readonly from: number;
  readonly to: number;
  readonly point: number;
}

const PROTOCOLS: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];
const MAX_PORT = 65535;

interface Part {
  readonly from: number;
  readonly to: number;
  readonly signature: string;
}

/** Cuts 1-65535 at every boundary of the ranges; `signature` names the ranges that hold the part. */
function elementaryParts(ranges: readonly PortRange[]): Part[] {
  const starts: { [port: number]: true } = { 1: true };
  for (const range of ranges) {
    starts[Math.max(1, range.from)] = true;
    if (range.to < MAX_PORT) starts[range.to + 1] = true;
  }
  const cuts = Object.keys(starts)
    .map(Number)
    .sort((a, b) => a - b);
  return cuts.map((from, index) => {
    const holding: number[] = [];
    ranges.forEach((range, number) => {
      if (range.from <= from && from <= range.to) holding.push(number);
    });
    const to = index + 1 < cuts.length ? cuts[index + 1] - 1 : MAX_PORT;
    return { from, to, signature: holding.join(',') };
  });
}

function distinctRanges(ranges: readonly PortRange[], protocol: Protocol): PortRange[] {
  const seen: { [key: string]: true } = {};
  return ranges.filter((range) => {
    const key = String(range.from) + '-' + String(range.to);
    if (range.protocol !== protocol || hasKey(seen, key)) return false;
    seen[key] = true;
    return true;
  });
}

/** Builds the axis from every range that policies, Services, probes and rules mention. */
export function portAxis(ranges: readonly PortRange[]): PortAxis {
  const mentioned: Port[] = [];
  const gaps: Port[] = [];
  const parts: { [protocol in Protocol]: Part[] } = { TCP: [], UDP: [], SCTP: [] };
  const representative: { [key: string]: Port } = {};
  for (const protocol of PROTOCOLS) {
    parts[protocol] = elementaryParts(distinctRanges(ranges, protocol));
    for (const part of parts[protocol]) {
      const key = protocol + ' ' + part.signature;
      if (hasKey(representative, key)) continue;
      const point: Port = { protocol, port: part.from };
      representative[key] = point;
      (part.signature === '' ? gaps : mentioned).push(point);
    }
  }
  const points = mentioned.concat([{ protocol: 'none' }], gaps);
  function segmentsOf(protocol: Protocol): Segment[] {
    return parts[protocol].map((part) => {
      const point = points.indexOf(representative[protocol + ' ' + part.signature]);
      return { from: part.from, to: part.to, point };
    });
  }
  return {
    points,
    words: Math.ceil(points.length / 30),
    segments: { TCP: segmentsOf('TCP'), UDP: segmentsOf('UDP'), SCTP: segmentsOf('SCTP') },
  };
}

/** A mask without any point of this axis. */
export function emptyMask(axis: PortAxis): number[] {
  const mask: number[] = [];
  for (let i = 0; i < axis.words; i++) mask.push(0);
  return mask;
}

/** Every port of every protocol, and traffic without ports. */
export function fullMask(axis: PortAxis): number[] {
  const mask = emptyMask(axis);
  for (let i = 0; i < axis.points.length; i++) addPoint(mask, i);
  return mask;
}

/** Adds a point in place. */
export function addPoint(mask: number[], point: number): void {
  mask[(point / 30) | 0] |= 1 << (point % 30);
}

/** Whether a mask holds a point; points start at 0. */
export function holdsPoint(mask: PortMask, point: number): boolean {
  return (mask[(point / 30) | 0] & (1 << (point % 30))) !== 0;
}

/** Adds a range of the axis. The range's boundaries must be among those that the axis was built from. */
export function addRange(mask: number[], axis: PortAxis, range: PortRange): void {
  for (const segment of axis.segments[range.protocol]) {
    if (range.from <= segment.from && segment.to <= range.to) addPoint(mask, segment.point);
  }
}

/** The point that stands for a port. */
export function pointOf(axis: PortAxis, port: Port): number {
  if (port.protocol === 'none') {
    for (let i = 0; i < axis.points.length; i++) if (axis.points[i].protocol === 'none') return i;
    return 0;
  }
  for (const segment of axis.segments[port.protocol]) {
    if (segment.from <= port.port && port.port <= segment.to) return segment.point;
  }
  return 0;
}

/** `tcp/443`, or `icmp` for traffic without ports. */
export function formatPort(port: Port): string {
  return port.protocol === 'none' ? 'icmp' : port.protocol.toLowerCase() + '/' + String(port.port);
}
