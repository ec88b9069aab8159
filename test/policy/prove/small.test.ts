import {
  formatAddress,
  ipv4Part,
  neighbour,
  parseAddress,
  parseCidr,
  parseLiteral,
} from '../../../scripts/policy/prove/read/addresses';
import { filterHolds, parseFilter } from '../../../scripts/policy/prove/rules/filtertext';
import {
  addRange,
  emptyMask,
  formatPort,
  holdsPoint,
  pointOf,
  portAxis,
} from '../../../scripts/policy/prove/read/ports';

describe('parseAddress', () => {
  it.each<[string, string | undefined]>([
    ['10.0.0.255', '0a0000ff'],
    ['0.0.0.0', '00000000'],
    ['256.0.0.1', undefined],
    ['10.0.0', undefined],
    ['010.0.0.1', undefined],
    ['::', '00000000000000000000000000000000'],
    ['::1', '00000000000000000000000000000001'],
    ['2001:DB8::a:1', '20010db80000000000000000000a0001'],
    ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
    ['1:2:3:4:5:6:7::', '00010002000300040005000600070000'],
    ['::ffff:1.2.3.4', '00000000000000000000ffff01020304'],
    ['1:2:3:4:5:6:7:8::', undefined],
    ['1::2::3', undefined],
    ['1:2:3', undefined],
    ['12345::', undefined],
    ['fe80::1%eth0', undefined],
    ['web', undefined],
    ['', undefined],
  ])('reads %s', (text, digits) => {
    expect(parseAddress(text)?.digits).toBe(digits);
  });

  it.each(['10.0.0.1', '::', '::1', '2001:db8::1:0:0:1', '1:0:3:4:5:6:7:8', 'fd00::'])('writes %s back', (text) => {
    const address = parseAddress(text);
    expect(address && formatAddress(address)).toBe(text);
  });
});

describe('ipv4Part', () => {
  it.each<[string, string | undefined]>([
    ['::/0', '00000000-ffffffff'],
    ['::/96', '00000000-ffffffff'],
    ['::a00:0/104', '0a000000-0affffff'],
    ['::1-::7', '00000001-00000007'],
    ['10.0.0.0/8', '0a000000-0affffff'],
    ['::ffff:0:0/96', undefined],
    ['::1:0:0/96', undefined],
    ['2001:db8::/32', undefined],
  ])('of %s is %s', (text, range) => {
    const block = parseLiteral(text);
    const part = block && ipv4Part(block);
    expect(part && `${part.from}-${part.to}`).toBe(range);
  });
});

describe('parseCidr and parseLiteral', () => {
  it.each<[string, string, string]>([
    ['10.1.2.3/8', '0a000000', '0affffff'],
    ['10.1.2.3/30', '0a010200', '0a010203'],
    ['10.1.2.3/32', '0a010203', '0a010203'],
    ['0.0.0.0/0', '00000000', 'ffffffff'],
    ['192.168.7.9/22', 'c0a80400', 'c0a807ff'],
    ['2001:db8::/33', '20010db8000000000000000000000000', '20010db87fffffffffffffffffffffff'],
    ['10.0.0.1-10.0.1.0', '0a000001', '0a000100'],
    ['10.0.0.1', '0a000001', '0a000001'],
  ])('%s', (text, from, to) => {
    expect(parseLiteral(text)).toMatchObject({ from, to });
  });

  it.each(['10.0.0.0/33', '10.0.0.0/', '::/129', '10.0.0.0/08', '10.0.0.0', 'x/8'])(
    'refuses the network %s',
    (text) => {
      expect(parseCidr(text)).toBeUndefined();
    },
  );

  it.each(['10.0.0.2-10.0.0.1', '10.0.0.1-::1', 'a-b', 'web'])('refuses the literal %s', (text) => {
    expect(parseLiteral(text)).toBeUndefined();
  });
});

describe('neighbour', () => {
  it.each<[string, 1 | -1, string | undefined]>([
    ['10.0.0.255', 1, '10.0.1.0'],
    ['10.0.0.0', -1, '9.255.255.255'],
    ['255.255.255.255', 1, undefined],
    ['0.0.0.0', -1, undefined],
    ['2001:db8::ffff:ffff', 1, '2001:db8::1:0:0'],
    ['::', -1, undefined],
  ])('of %s (%i)', (text, step, expected) => {
    const address = parseAddress(text);
    const next = address && neighbour(address, step);
    expect(next && formatAddress(next)).toBe(expected);
  });
});

describe('parseFilter', () => {
  const tags = { a: true, b: true, 'x y': true } as const;

  it.each<[string, boolean]>([
    ["'a'", true],
    ['"a"', true],
    ['a', true],
    ["'A'", true],
    ["'c'", false],
    ["'a' and 'b'", true],
    ["'a' and 'c'", false],
    ["'a' AND 'b'", true],
    ["'c' or 'b'", true],
    ["'a' and ('c' or 'b')", true],
    ["('a' and 'c') or ('c' and 'b')", false],
    ["((('x y')))", true],
    ["'a'and'b'", true],
    ["not 'c'", true],
    ["'a' and not ('b' or 'c')", false],
  ])('%s', (text, expected) => {
    const parsed = parseFilter(text);
    expect(parsed.ok && filterHolds(parsed.filter, tags)).toBe(expected);
  });

  it.each<[string, string]>([
    ["'a' and 'b' or 'c'", '"and" and "or" are mixed without parentheses'],
    ["'a' or 'b' and 'c'", '"and" and "or" are mixed without parentheses'],
    ["('a' or 'b' and 'c')", '"and" and "or" are mixed without parentheses'],
    ['', 'a tag is missing at the end'],
    ["'a' and", 'a tag is missing at the end'],
    ["'a", 'a quoted tag does not end'],
    ["''", 'a tag is empty'],
    ["('a'", 'a parenthesis does not close'],
    ["'a')", 'something follows the end of the expression'],
    ["'a' 'b'", 'something follows the end of the expression'],
    ["and 'a'", '"and" stands where a tag is expected'],
    ['()', '")" stands where a tag is expected'],
    [`'${'a'.repeat(2046)}'`, 'it is longer than 2047 characters'],
  ])('refuses %s', (text, reason) => {
    expect(parseFilter(text)).toEqual({ ok: false, reason });
  });
});

describe('portAxis', () => {
  const axis = portAxis([
    { protocol: 'TCP', from: 80, to: 90 },
    { protocol: 'TCP', from: 85, to: 65535 },
    { protocol: 'UDP', from: 1, to: 1 },
  ]);

  it('has one point for each class of ports, mentioned ones first', () => {
    expect(axis.points.map(formatPort)).toEqual([
      'tcp/80',
      'tcp/85',
      'tcp/91',
      'udp/1',
      'icmp',
      'tcp/1',
      'udp/2',
      'sctp/1',
    ]);
  });

  it.each<[number, string]>([
    [79, 'tcp/1'],
    [80, 'tcp/80'],
    [84, 'tcp/80'],
    [90, 'tcp/85'],
    [65535, 'tcp/91'],
  ])('stands for port %i', (number, expected) => {
    expect(formatPort(axis.points[pointOf(axis, { protocol: 'TCP', port: number })])).toBe(expected);
  });

  it('adds ranges by their points', () => {
    const mask = emptyMask(axis);
    addRange(mask, axis, { protocol: 'TCP', from: 85, to: 65535 });
    const held = axis.points.filter((_point, index) => holdsPoint(mask, index)).map(formatPort);
    expect(held).toEqual(['tcp/85', 'tcp/91']);
  });
});
