import { addressMembers } from '../../../scripts/policy/values/addresstext';
import { addressSet, parseCidr } from '../../../scripts/policy/values/addresses';
import { withHiddenIPv4, withoutHiddenIPv4 } from '../../../scripts/policy/values/ipv4inipv6';
import { defined } from '../../support/defined';

const set = (...cidrs: readonly string[]) => addressSet(cidrs.map((cidr) => defined(parseCidr(cidr))));

it.each([
  ['::/0', ['0.0.0.0/0']],
  ['::/96', ['0.0.0.0/0']],
  ['::a00:0/104', ['10.0.0.0/8']],
  ['2001:db8::/32', []],
  ['::ffff:0:0/96', []],
  ['10.0.0.0/8', ['10.0.0.0/8']],
])('what PAN-OS matches with %s of IPv4 is %j', (cidr, ipv4) => {
  const matched = withHiddenIPv4(set(cidr)).filter((range) => range.from.length === 2);
  expect(addressMembers(matched)).toEqual(ipv4);
});

it('nothing of IPv4 is left without what hides it', () => {
  const bare = withoutHiddenIPv4(set('::/0', '10.0.0.0/8'));
  expect(withHiddenIPv4(bare)).toEqual(bare);
  expect(addressMembers(bare.slice(0, 1))).toEqual(['10.0.0.0/8']);
});
