/** Sets of ports per protocol. Everything, traffic without ports (ICMP and the like) included, is kept whole. */

/** Ports from `from` to `to`, both included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

/** Disjoint, not adjacent, ascending. */
export type PortRanges = readonly PortRange[];

/** Ports of the three protocols, or everything. */
export type PortSet =
  | { readonly kind: 'everything' }
  | { readonly kind: 'ports'; readonly tcp: PortRanges; readonly udp: PortRanges; readonly sctp: PortRanges };

/** Every port of every protocol, and traffic without ports. */
export const EVERYTHING: PortSet = { kind: 'everything' };
/** No port of any protocol. */
export const NO_PORTS: PortSet = { kind: 'ports', tcp: [], udp: [], sctp: [] };
/** The highest port number. */
export const LAST_PORT = 65535;

/**
 * The ranges in normal form: ascending, and neither overlapping nor adjacent.
 *
 * @example
 * portRanges([{ from: 85, to: 99 }, { from: 80, to: 90 }, { from: 100, to: 100 }])
 * //=> [{ from: 80, to: 100 }]
 */
export function portRanges(ranges: readonly PortRange[]): PortRanges {
  if (ranges.length < 2) return ranges;
  const sorted = ranges.slice().sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: PortRange[] = [];
  for (const range of sorted) {
    const last = merged.length > 0 ? merged[merged.length - 1] : undefined;
    if (last && range.from <= last.to + 1) {
      merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

/** The ports of one protocol in a range. */
export function portsOf(protocol: 'TCP' | 'UDP' | 'SCTP', range: PortRange): PortSet {
  return {
    kind: 'ports',
    tcp: protocol === 'TCP' ? [range] : [],
    udp: protocol === 'UDP' ? [range] : [],
    sctp: protocol === 'SCTP' ? [range] : [],
  };
}

/** Whether a set holds nothing. */
export function arePortsEmpty(ports: PortSet): boolean {
  return ports.kind === 'ports' && ports.tcp.length + ports.udp.length + ports.sctp.length === 0;
}

/** True where some port (or traffic without ports) is in both. */
export function doPortsMeet(a: PortSet, b: PortSet): boolean {
  if (a.kind === 'everything') return !arePortsEmpty(b);
  if (b.kind === 'everything') return !arePortsEmpty(a);
  return doRangesMeet(a.tcp, b.tcp) || doRangesMeet(a.udp, b.udp) || doRangesMeet(a.sctp, b.sctp);
}

function doRangesMeet(a: PortRanges, b: PortRanges): boolean {
  for (const x of a) {
    for (const y of b) if (x.from <= y.to && y.from <= x.to) return true;
  }
  return false;
}

/** The ports of both sets. */
export function intersectPorts(a: PortSet, b: PortSet): PortSet {
  if (a.kind === 'everything') return b;
  if (b.kind === 'everything') return a;
  return {
    kind: 'ports',
    tcp: intersectRanges(a.tcp, b.tcp),
    udp: intersectRanges(a.udp, b.udp),
    sctp: intersectRanges(a.sctp, b.sctp),
  };
}

function intersectRanges(a: PortRanges, b: PortRanges): PortRanges {
  const common: PortRange[] = [];
  for (const x of a) {
    for (const y of b) {
      const from = Math.max(x.from, y.from);
      const to = Math.min(x.to, y.to);
      if (from <= to) common.push({ from, to });
    }
  }
  return portRanges(common);
}

/** The ports of either set. */
export function joinPorts(a: PortSet, b: PortSet): PortSet {
  if (a.kind === 'everything' || b.kind === 'everything') return EVERYTHING;
  return {
    kind: 'ports',
    tcp: portRanges(a.tcp.concat(b.tcp)),
    udp: portRanges(a.udp.concat(b.udp)),
    sctp: portRanges(a.sctp.concat(b.sctp)),
  };
}

/** Whether each port of `a` is in `b`; the ports of all protocols together are not everything. */
export function isPortSubset(a: PortSet, b: PortSet): boolean {
  if (b.kind === 'everything') return true;
  if (a.kind === 'everything') return false;
  return isRangesSubset(a.tcp, b.tcp) && isRangesSubset(a.udp, b.udp) && isRangesSubset(a.sctp, b.sctp);
}

function isRangesSubset(a: PortRanges, b: PortRanges): boolean {
  return a.every((range) => b.some((other) => other.from <= range.from && range.to <= other.to));
}

/**
 * Ranges as PAN-OS writes them in `service/protocol/…/port`.
 *
 * @example portListText([{ from: 80, to: 80 }, { from: 8000, to: 8010 }]) //=> '80,8000-8010'
 */
export function portListText(ranges: PortRanges): string {
  return ranges
    .map((range) => (range.from === range.to ? String(range.from) : String(range.from) + '-' + String(range.to)))
    .join(',');
}

/**
 * Text that is equal for equal sets: the lists of TCP, UDP and SCTP, or `*`.
 *
 * @example
 * portSetKey({ kind: 'ports', tcp: [{ from: 80, to: 80 }], udp: [{ from: 53, to: 53 }], sctp: [] })
 * //=> '80/53/'
 */
export function portSetKey(ports: PortSet): string {
  if (ports.kind === 'everything') return '*';
  return [ports.tcp, ports.udp, ports.sctp].map(portListText).join('/');
}
