import { fc } from '../../support/seed';
import {
  addressSet,
  EVERY_ADDRESS,
  EVERY_IPV4,
  EVERY_IPV6,
  intersectAddresses,
  parseAddress,
  parseCidr,
  subtractAddresses,
  type Address,
  type AddressRange,
  type AddressSet,
} from '../../../scripts/policy/values/addresses';
import { defined } from '../../support/defined';
import { addressMembers, addressText } from '../../../scripts/policy/values/addresstext';

function range(from: string, to: string): AddressRange {
  return { from: defined(parseAddress(from)), to: defined(parseAddress(to)) };
}

it.each([
  ['::', '::'],
  ['::1', '::1'],
  ['1::', '1::'],
  ['0:0:1:0:0:0:1:0', '0:0:1::1:0'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['1:0:2:0:3:0:4:0', '1:0:2:0:3:0:4:0'],
  ['1:0:0:2:3:0:0:4', '1::2:3:0:0:4'],
  ['2001:0DB8:0000:0000:0000:0000:0000:00FF', '2001:db8::ff'],
  ['::ffff:10.1.2.3', '::ffff:a01:203'],
  ['192.168.0.1', '192.168.0.1'],
])('%s is written as %s', (given, text) => {
  expect(addressText(defined(parseAddress(given)))).toBe(text);
});

it.each([
  ['one address', [range('10.0.0.7', '10.0.0.7')], ['10.0.0.7']],
  ['a block', [range('10.0.0.0', '10.255.255.255')], ['10.0.0.0/8']],
  ['a range of few blocks', [range('10.0.0.1', '10.0.0.4')], ['10.0.0.1', '10.0.0.2/31', '10.0.0.4']],
  ['a range of many blocks', [range('10.0.0.1', '10.0.0.254')], ['10.0.0.1-10.0.0.254']],
  ['every IPv4 address', EVERY_IPV4, ['0.0.0.0/0']],
  ['one IPv6 address', [range('fd00::1', 'fd00::1')], ['fd00::1']],
  ['an IPv6 block', [range('fd00::', 'fd00::ffff:ffff:ffff:ffff')], ['fd00::/64']],
  ['no address', [], []],
])('%s', (_what, set, members) => {
  expect(addressMembers(set)).toEqual(members);
});

/** What a PAN-OS address, block or range covers. */
function covered(member: string): AddressRange {
  if (member.includes('/')) return defined(parseCidr(member));
  const [from, to = from] = member.split('-');
  return range(from, to);
}

it('IPv6 members never cover IPv4: ::/0 is written without ::/96 and without the mapped addresses', () => {
  const hidden = addressSet([defined(parseCidr('::/96')), defined(parseCidr('::ffff:0:0/96'))]);
  for (const set of [EVERY_IPV6, EVERY_ADDRESS, [defined(parseCidr('::/64'))]]) {
    const members = addressMembers(set);
    expect(members).not.toContain('::/0');
    const ranges = addressSet(members.map(covered));
    expect(intersectAddresses(ranges, hidden)).toEqual([]);
    expect(subtractAddresses(set, ranges)).toEqual(hidden);
  }
});

it.each(['::/96', '::a00:0/104', '::1/128', '::ffff:0:0/100'])('%s names no address that a packet has', (cidr) => {
  expect(addressMembers([defined(parseCidr(cidr))])).toEqual([]);
});

it('members cover exactly the set', () => {
  const address = fc.tuple(fc.nat(3), fc.nat(0xffff)).map(([high, low]): Address => [0x0a00 + high, low]);
  const set: fc.Arbitrary<AddressSet> = fc
    .array(fc.tuple(address, fc.nat(300)), { maxLength: 4 })
    .map((pairs) =>
      addressSet(pairs.map(([from, length]) => ({ from, to: [from[0], Math.min(0xffff, from[1] + length)] }))),
    );
  fc.assert(
    fc.property(set, (given) => {
      expect(addressSet(addressMembers(given).map(covered))).toEqual(given);
    }),
  );
});
