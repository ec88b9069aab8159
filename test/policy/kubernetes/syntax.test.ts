import {
  canonicalAddress,
  familyOfText,
  isStrictlyInside,
  readCidr,
} from '../../../scripts/policy/kubernetes/cidrtext';
import { nearest } from '../../../scripts/policy/text/nearest';
import {
  annotationKeyViolation,
  labelKeyViolation,
  labelValueViolation,
  namespaceNameViolation,
  objectNameViolation,
  portNameViolation,
} from '../../../scripts/policy/kubernetes/syntax';

describe('readCidr', () => {
  it.each([
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['10.1.2.3/8', '10.0.0.0/8'],
    ['255.255.255.255/0', '0.0.0.0/0'],
    ['192.0.2.1/32', '192.0.2.1/32'],
    ['::/0', '::/0'],
    ['::1/128', '::1/128'],
    ['2001:DB8:0:0:1:0:0:1/128', '2001:db8::1:0:0:1/128'],
    ['2001:db8:0:1:1:1:1:1/128', '2001:db8:0:1:1:1:1:1/128'],
    ['2001:db8::ffff/33', '2001:db8::/33'],
    ['64:ff9b::192.0.2.1/96', '64:ff9b::/96'],
    ['::fffe:0:0/96', '::fffe:0:0/96'],
  ])('takes %s as %s', (text, canonical) => {
    expect(readCidr(text)).toMatchObject({ kind: 'cidr', text: canonical });
  });

  it.each([
    ['', 'it is empty'],
    ['10.0.0.1', 'it has no prefix length; the single address is 10.0.0.1/32'],
    ['2001:db8::1', 'it has no prefix length; the single address is 2001:db8::1/128'],
    ['10.0.0.0/', 'the prefix length must be a number from 0 to 32'],
    ['10.0.0.0/33', 'the prefix length must be a number from 0 to 32'],
    ['10.0.0.0/-1', 'the prefix length must be a number from 0 to 32'],
    ['10.0.0.0/8/8', 'the prefix length must be a number from 0 to 32'],
    ['10.0.0.0/255.0.0.0', 'the prefix length must be a number from 0 to 32'],
    ['::/129', 'the prefix length must be a number from 0 to 128'],
    ['10.0.0.0/08', 'its prefix length has leading zeros'],
    ['010.0.0.0/8', 'its address has leading zeros, which some read as octal'],
    ['10.0.0.00/8', 'its address has leading zeros, which some read as octal'],
    ['10.0.0/8', '"10.0.0" is not an IPv4 address'],
    ['10.0.0.256/8', '"10.0.0.256" is not an IPv4 address'],
    ['localhost/8', '"localhost" is not an IPv4 address'],
    ['/8', '"" is not an IPv4 address'],
    ['2001:db8/32', '"2001:db8" is not an IPv6 address'],
    ['1::2::3/64', '"1::2::3" is not an IPv6 address'],
    ['1:2:3:4::5:6:7:8/64', '"1:2:3:4::5:6:7:8" is not an IPv6 address'],
    ['fe80::1%eth0/64', '"fe80::1%eth0" is not an IPv6 address'],
    ['12345::/16', '"12345::" is not an IPv6 address'],
    ['::ffff:10.0.0.0/104', 'it is an IPv4 address written as an IPv6 one'],
    [' 10.0.0.0/8', 'it has a blank at an end'],
    ['10.0.0.0/8\n', 'it has a blank at an end'],
  ])('refuses %j: %s', (text, reason) => {
    expect(readCidr(text)).toEqual({ kind: 'invalid', reason });
  });
});

describe('isStrictlyInside', () => {
  it.each([
    ['10.1.0.0/16', '10.0.0.0/8', true],
    ['10.0.0.0/9', '10.0.0.0/8', true],
    ['10.128.0.0/9', '10.0.0.0/8', true],
    ['10.0.0.0/8', '10.0.0.0/8', false],
    ['10.0.0.0/7', '10.0.0.0/8', false],
    ['11.0.0.0/16', '10.0.0.0/8', false],
    ['2001:db8::/33', '2001:db8::/32', true],
    ['2001:db8::/33', '0.0.0.0/0', false],
    ['10.0.0.0/8', '::/0', false],
  ])('%s in %s: %s', (inner, outer, expected) => {
    const [a, b] = [readCidr(inner), readCidr(outer)];
    if (a.kind === 'invalid' || b.kind === 'invalid') throw new Error('not a CIDR');
    expect(isStrictlyInside(a.range, b.range)).toBe(expected);
  });
});

it('writes addresses canonically, and takes none for what is no address', () => {
  const texts = ['10.0.0.1', '2001:DB8:0::1', '::ffff:10.0.0.1', '10.0.0.1/32', 'None', ''];
  expect(texts.map(canonicalAddress)).toEqual(['10.0.0.1', '2001:db8::1', undefined, undefined, undefined, undefined]);
  expect([familyOfText('10.0.0.1'), familyOfText('::')]).toEqual(['IPv4', 'IPv6']);
});

describe('names and labels', () => {
  const label63 = 'a'.repeat(63);
  it('are taken at their limits', () => {
    expect(namespaceNameViolation(label63)).toBeUndefined();
    expect(objectNameViolation([label63, label63, label63, 'b'.repeat(61)].join('.'))).toBeUndefined();
    expect(labelKeyViolation(`${label63}.example.com/${label63}`)).toBeUndefined();
    expect(labelValueViolation(label63)).toBeUndefined();
    expect(labelValueViolation('')).toBeUndefined();
    expect(portNameViolation('abcdefghijklmno')).toBeUndefined();
    expect(annotationKeyViolation('Example.COM/Key')).toBeUndefined();
  });

  it.each([
    [namespaceNameViolation, '', 'it is empty'],
    [namespaceNameViolation, '-a', 'each part between dots must start and end with a letter or digit'],
    [namespaceNameViolation, 'a'.repeat(64), 'it has 64 characters, at most 63 are allowed'],
    [objectNameViolation, 'a/b', 'it has the character "/"'],
    [labelKeyViolation, '/a', 'the prefix before the "/" is empty'],
    [labelKeyViolation, 'a/', 'the name after the "/" is empty'],
    [labelKeyViolation, 'a/b/c', 'it has more than one "/"'],
    [labelKeyViolation, 'x'.repeat(64), 'its name has 64 characters, at most 63 are allowed'],
    [
      labelKeyViolation,
      `${'p'.repeat(254)}/a`,
      'its prefix must be a DNS name; it has 254 characters, at most 253 are allowed',
    ],
    [labelKeyViolation, 'a_', 'it must start and end with a letter or digit'],
    [labelValueViolation, 'x'.repeat(64), 'it has 64 characters, at most 63 are allowed'],
    [labelValueViolation, 'ü', 'it has the character "ü"; letters, digits, "-", "_" and "." are allowed'],
    [labelValueViolation, 'a\n', 'it has the character "\n"; letters, digits, "-", "_" and "." are allowed'],
    [annotationKeyViolation, 'Example.com/-', 'it must start and end with a letter or digit'],
  ])('%p refuses %.30j', (violationOf, text, reason) => {
    expect(violationOf(text)).toBe(reason);
  });
});

describe('nearest', () => {
  it.each([
    ['ingres', 'ingress'],
    ['INGRESS', 'ingress'],
    ['egres', 'egress'],
    ['igress', 'egress'],
    ['policyType', 'policyTypes'],
    ['x', undefined],
    ['pert', 'port'],
    ['from', undefined],
  ])('%s is near %s', (word, expected) => {
    expect(nearest(word, ['egress', 'ingress', 'policyTypes', 'to', 'port'])).toBe(expected);
  });
});
