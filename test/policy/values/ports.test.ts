import { fc } from '../../support/seed';
import {
  arePortsEmpty,
  doPortsMeet,
  EVERYTHING,
  intersectPorts,
  isPortSubset,
  portListText,
  portRanges,
  portSetKey,
  type PortSet,
} from '../../../scripts/policy/values/ports';

function tcp(...ranges: (readonly [number, number])[]): PortSet {
  return { kind: 'ports', tcp: portRanges(ranges.map(([from, to]) => ({ from, to }))), udp: [], sctp: [] };
}

const UDP_53: PortSet = { kind: 'ports', tcp: [], udp: [{ from: 53, to: 53 }], sctp: [] };
const NO_PORTS = tcp();

it.each([
  [
    'sorted',
    [
      [80, 80],
      [22, 22],
    ],
    '22,80',
  ],
  [
    'joined where they touch',
    [
      [80, 80],
      [81, 90],
    ],
    '80-90',
  ],
  [
    'joined where they overlap',
    [
      [80, 90],
      [85, 100],
    ],
    '80-100',
  ],
  [
    'swallowed by a wider one',
    [
      [1, 65535],
      [80, 80],
    ],
    '1-65535',
  ],
  [
    'kept apart by one port',
    [
      [80, 80],
      [82, 82],
    ],
    '80,82',
  ],
  ['empty', [], ''],
] as const)('ranges are %s', (_how, ranges, text) => {
  expect(portListText(portRanges(ranges.map(([from, to]) => ({ from, to }))))).toBe(text);
});

it.each([
  [EVERYTHING, tcp([80, 80]), '80//'],
  [tcp([80, 80]), EVERYTHING, '80//'],
  [EVERYTHING, EVERYTHING, '*'],
  [tcp([1, 100]), tcp([50, 200]), '50-100//'],
  [tcp([1, 10], [20, 30]), tcp([5, 25]), '5-10,20-25//'],
  [tcp([53, 53]), UDP_53, '//'],
])('%j and %j', (a, b, key) => {
  expect(portSetKey(intersectPorts(a, b))).toBe(key);
  expect(doPortsMeet(a, b)).toBe(key !== '//');
});

it('every port of every protocol is not everything: ICMP has no port', () => {
  const all = [{ from: 1, to: 65535 }];
  const everyPort: PortSet = { kind: 'ports', tcp: all, udp: all, sctp: all };
  expect(isPortSubset(EVERYTHING, everyPort)).toBe(false);
  expect(isPortSubset(everyPort, EVERYTHING)).toBe(true);
  expect(isPortSubset(EVERYTHING, EVERYTHING)).toBe(true);
});

it('a range that is covered only in part is no subset', () => {
  expect(isPortSubset(tcp([80, 90]), tcp([80, 85], [87, 95]))).toBe(false);
  expect(isPortSubset(tcp([80, 90]), tcp([80, 85], [86, 95]))).toBe(true);
});

it('no ports meet nothing, not even everything', () => {
  expect(arePortsEmpty(NO_PORTS)).toBe(true);
  expect(arePortsEmpty(EVERYTHING)).toBe(false);
  expect(doPortsMeet(NO_PORTS, EVERYTHING)).toBe(false);
  expect(doPortsMeet(EVERYTHING, NO_PORTS)).toBe(false);
});

it('operations agree with enumeration', () => {
  const set = fc
    .array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(8)), { maxLength: 4 })
    .map((pairs) => tcp(...pairs.map(([from, length]) => [from, from + length] as const)));
  const members = (ports: PortSet): number[] =>
    Array.from({ length: 50 }, (_none, port) => port).filter(
      (port) => ports.kind === 'everything' || ports.tcp.some((range) => range.from <= port && port <= range.to),
    );
  fc.assert(
    fc.property(set, set, (a, b) => {
      const common = members(a).filter((port) => members(b).includes(port));
      expect(members(intersectPorts(a, b))).toEqual(common);
      expect(doPortsMeet(a, b)).toBe(common.length > 0);
      expect(isPortSubset(a, b)).toBe(common.length === members(a).length);
      expect(portSetKey(a) === portSetKey(b)).toBe(members(a).join() === members(b).join());
    }),
  );
});
