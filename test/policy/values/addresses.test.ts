import { fc } from '../../support/seed';
import {
  addressSet,
  EVERY_ADDRESS,
  EVERY_IPV4,
  EVERY_IPV6,
  familiesOf,
  intersectAddresses,
  isAddressSubset,
  nextAddress,
  parseAddress,
  parseCidr,
  previousAddress,
  subtractAddresses,
  unionAddresses,
  type AddressRange,
  type AddressSet,
} from '../../../scripts/policy/values/addresses';
import { defined } from '../../support/defined';
import { addressText } from '../../../scripts/policy/values/addresstext';

function cidrs(...texts: string[]): AddressSet {
  return addressSet(texts.map((text) => defined(parseCidr(text))));
}

/** Ranges as texts `a-b`. */
function shown(set: AddressSet): string[] {
  return set.map((range) => `${addressText(range.from)}-${addressText(range.to)}`);
}

it.each([
  ['10.1.2.3', [0x0a01, 0x0203]],
  ['0.0.0.0', [0, 0]],
  ['255.255.255.255', [0xffff, 0xffff]],
  ['::', [0, 0, 0, 0, 0, 0, 0, 0]],
  ['::1', [0, 0, 0, 0, 0, 0, 0, 1]],
  ['2001:DB8::a', [0x2001, 0xdb8, 0, 0, 0, 0, 0, 10]],
  ['1:2:3:4:5:6:7:8', [1, 2, 3, 4, 5, 6, 7, 8]],
  ['1:2:3:4:5:6:7::', [1, 2, 3, 4, 5, 6, 7, 0]],
  ['::ffff:10.1.2.3', [0, 0, 0, 0, 0, 0xffff, 0x0a01, 0x0203]],
])('%s is an address', (text, words) => {
  expect(parseAddress(text)).toEqual(words);
});

it.each([
  [''],
  ['10.1.2'],
  ['10.1.2.3.4'],
  ['10.1.2.256'],
  ['010.1.2.3'],
  ['10.1.2.-3'],
  [' 10.1.2.3'],
  ['1:2:3:4:5:6:7'],
  ['1:2:3:4:5:6:7:8:9'],
  ['1:2:3:4:5:6:7:8::'],
  ['1::2::3'],
  ['12345::'],
  ['::g'],
  ['10.1.2.3::'],
])('"%s" is no address', (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

it.each([
  ['10.1.2.3/8', '10.0.0.0-10.255.255.255'],
  ['0.0.0.0/0', '0.0.0.0-255.255.255.255'],
  ['10.1.2.3/32', '10.1.2.3-10.1.2.3'],
  ['10.1.2.3/31', '10.1.2.2-10.1.2.3'],
  ['172.16.0.0/12', '172.16.0.0-172.31.255.255'],
  ['2001:db8::/33', '2001:db8::-2001:db8:7fff:ffff:ffff:ffff:ffff:ffff'],
  ['fd00::1/128', 'fd00::1-fd00::1'],
])('the block %s is %s', (text, range) => {
  expect(shown(cidrs(text))).toEqual([range]);
});

it.each([['10.0.0.0'], ['10.0.0.0/33'], ['::/129'], ['10.0.0.0/'], ['10.0.0.0/08'], ['10.0.0.0/-1'], ['/8']])(
  '"%s" is no block',
  (text) => {
    expect(parseCidr(text)).toBeUndefined();
  },
);

it('sets are sorted, joined where they touch, and IPv4 comes first', () => {
  expect(shown(cidrs('fd00::/64', '10.0.1.0/24', '10.0.0.0/24', '10.0.0.128/25'))).toEqual([
    '10.0.0.0-10.0.1.255',
    'fd00::-fd00::ffff:ffff:ffff:ffff',
  ]);
});

it.each([
  ['a hole in the middle', ['10.0.0.0/24'], ['10.0.0.64/26'], ['10.0.0.0-10.0.0.63', '10.0.0.128-10.0.0.255']],
  ['a hole at the start', ['10.0.0.0/24'], ['10.0.0.0/25'], ['10.0.0.128-10.0.0.255']],
  ['a hole at the end of all addresses', ['0.0.0.0/0'], ['255.0.0.0/8'], ['0.0.0.0-254.255.255.255']],
  ['everything', ['10.0.0.0/24'], ['0.0.0.0/0'], []],
  ['nothing', ['10.0.0.0/24'], [], ['10.0.0.0-10.0.0.255']],
  ['the other family', ['10.0.0.0/24'], ['::/0'], ['10.0.0.0-10.0.0.255']],
  [
    'two holes that touch',
    ['10.0.0.0/24'],
    ['10.0.0.64/27', '10.0.0.96/27'],
    ['10.0.0.0-10.0.0.63', '10.0.0.128-10.0.0.255'],
  ],
  [
    'over a 16-bit border of IPv6',
    ['fd00::/64'],
    ['fd00::ffff/128'],
    ['fd00::-fd00::fffe', 'fd00::1:0-fd00::ffff:ffff:ffff:ffff'],
  ],
])('subtracts %s', (_what, from, holes, rest) => {
  expect(shown(subtractAddresses(cidrs(...from), cidrs(...holes)))).toEqual(rest);
});

it('the first and the last address of a family have no neighbour', () => {
  expect(previousAddress([0, 0])).toBeUndefined();
  expect(nextAddress([0xffff, 0xffff])).toBeUndefined();
  expect(nextAddress([0, 0xffff])).toEqual([1, 0]);
  expect(previousAddress([1, 0])).toEqual([0, 0xffff]);
});

it('every address of one family is not every address', () => {
  expect(isAddressSubset(EVERY_IPV4, EVERY_IPV6)).toBe(false);
  expect(isAddressSubset(EVERY_ADDRESS, EVERY_IPV6)).toBe(false);
  expect(familiesOf(EVERY_ADDRESS)).toEqual(['IPv4', 'IPv6']);
});

// A small universe: the last six bits of 10.0.0.0/26, so that sets can be enumerated.
const SIZE = 64;
const smallSet = fc
  .array(fc.tuple(fc.nat(SIZE - 1), fc.nat(20)), { maxLength: 5 })
  .map((pairs) => addressSet(pairs.map(([from, length]) => rangeOf(from, Math.min(SIZE - 1, from + length)))));

function rangeOf(from: number, to: number): AddressRange {
  return { from: [0x0a00, from], to: [0x0a00, to] };
}

function members(set: AddressSet): number[] {
  const all: number[] = [];
  for (let low = 0; low < SIZE; low++) if (isAddressSubset([rangeOf(low, low)], set)) all.push(low);
  return all;
}

function isNormal(set: AddressSet): boolean {
  return set.every((range, index) => {
    const before = set[index - 1] as AddressRange | undefined;
    return range.from[1] <= range.to[1] && (!before || defined(nextAddress(before.to))[1] < range.from[1]);
  });
}

it('set operations agree with enumeration, and give sets in normal form', () => {
  fc.assert(
    fc.property(smallSet, smallSet, (a, b) => {
      const [inA, inB] = [members(a), members(b)];
      const results = [intersectAddresses(a, b), subtractAddresses(a, b), unionAddresses(a, b)];
      expect(results.map(members)).toEqual([
        inA.filter((one) => inB.includes(one)),
        inA.filter((one) => !inB.includes(one)),
        [...new Set([...inA, ...inB])].sort((x, y) => x - y),
      ]);
      expect(results.every(isNormal)).toBe(true);
      expect(isAddressSubset(a, b)).toBe(inA.every((one) => inB.includes(one)));
    }),
  );
});
