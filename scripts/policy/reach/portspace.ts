import { portListText, portRanges, type PortRange, type PortRanges } from '../values/ports';
import type { RuleFacts } from '../prove/rules/rules';

/** Ports of each protocol, and traffic without ports: unlike a `PortSet`, what is left when a rule has taken its part. */
export interface PortSpace {
  readonly tcp: PortRanges;
  readonly udp: PortRanges;
  readonly sctp: PortRanges;
  /** ICMP and the like. */
  readonly other: boolean;
}

const ALL: PortRanges = [{ from: 0, to: 65535 }];
/** Everything that can be sent. */
export const WHOLE: PortSpace = { tcp: ALL, udp: ALL, sctp: ALL, other: true };
const NOTHING: PortSpace = { tcp: [], udp: [], sctp: [], other: false };
const PROTOCOLS = ['tcp', 'udp', 'sctp'] as const;

/** The ports of a rule. All for `application-default`, too: which ports those are depends on the application. */
export function portsOfRule(rule: RuleFacts): PortSpace {
  const { ports } = rule;
  if (ports === undefined) return WHOLE;
  function of(protocol: 'TCP' | 'UDP' | 'SCTP'): PortRanges {
    return portRanges((ports || []).filter((range) => range.protocol === protocol));
  }
  return { tcp: of('TCP'), udp: of('UDP'), sctp: of('SCTP'), other: false };
}

/** What is in both. */
export function bothSpaces(a: PortSpace, b: PortSpace): PortSpace {
  return {
    tcp: common(a.tcp, b.tcp),
    udp: common(a.udp, b.udp),
    sctp: common(a.sctp, b.sctp),
    other: a.other && b.other,
  };
}

/** What is in the first alone. */
export function withoutSpace(a: PortSpace, b: PortSpace): PortSpace {
  return bothSpaces(a, {
    tcp: gaps(b.tcp),
    udp: gaps(b.udp),
    sctp: gaps(b.sctp),
    other: !b.other,
  });
}

/** What is in either. */
export function joinedSpaces(spaces: readonly PortSpace[]): PortSpace {
  return spaces.reduce(
    (a, b) => ({
      tcp: portRanges(a.tcp.concat(b.tcp)),
      udp: portRanges(a.udp.concat(b.udp)),
      sctp: portRanges(a.sctp.concat(b.sctp)),
      other: a.other || b.other,
    }),
    NOTHING,
  );
}

/** Whether nothing is in it. */
export function isEmptySpace(space: PortSpace): boolean {
  return !space.other && PROTOCOLS.every((protocol) => space[protocol].length === 0);
}

/**
 * For people: `tcp/80,443 udp/53`; `any but tcp/443` where that is shorter.
 *
 * @param space not empty
 */
export function spaceText(space: PortSpace): string {
  const rest = withoutSpace(WHOLE, space);
  if (isEmptySpace(rest)) return 'any';
  return partsOf(rest) < partsOf(space) ? 'any but ' + listText(rest) : listText(space);
}

function partsOf(space: PortSpace): number {
  return PROTOCOLS.reduce((sum, protocol) => sum + space[protocol].length, space.other ? 1 : 0);
}

function listText(space: PortSpace): string {
  const texts = PROTOCOLS.filter((protocol) => space[protocol].length > 0).map((protocol) =>
    isAll(space[protocol]) ? protocol : protocol + '/' + portListText(space[protocol]),
  );
  return texts.concat(space.other ? ['traffic without ports'] : []).join(' ');
}

function isAll(ranges: PortRanges): boolean {
  return ranges.length === 1 && ranges[0].from <= 1 && ranges[0].to === ALL[0].to;
}

function common(a: PortRanges, b: PortRanges): PortRanges {
  const found: PortRange[] = [];
  for (const x of a) {
    for (const y of b) {
      const from = Math.max(x.from, y.from);
      const to = Math.min(x.to, y.to);
      if (from <= to) found.push({ from, to });
    }
  }
  return portRanges(found);
}

function gaps(ranges: PortRanges): PortRanges {
  const found: PortRange[] = [];
  let from = 0;
  for (const range of ranges) {
    if (range.from > from) found.push({ from, to: range.from - 1 });
    from = range.to + 1;
  }
  return from > ALL[0].to ? found : found.concat([{ from, to: ALL[0].to }]);
}
