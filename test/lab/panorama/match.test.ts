import { createPanorama, type Packet } from '../../../tools/lab/panorama';
import { addressNumber, addressSpan } from '../../../tools/lab/panorama/match/addresses';
import { Client, entry, objectAt, rule, ruleAt } from './client';

describe('addresses', () => {
  it.each<[string, bigint | undefined]>([
    ['0.0.0.0', 0n],
    ['10.0.0.1', 0x0a000001n],
    ['::', 0n],
    ['::1', 1n],
    ['::a00:1', 0x0a000001n],
    ['::10.0.0.1', 0x0a000001n],
    ['::ffff:10.0.0.1', 0xffff0a000001n],
    ['fd00::a', 0xfd00000000000000000000000000000an],
    ['1:2:3:4:5:6:7:8', 0x00010002000300040005000600070008n],
    ['1::', 0x00010000000000000000000000000000n],
    ['010.0.0.1', undefined],
    ['fe80::1%eth0', undefined],
    ['web', undefined],
  ])('the number of %s', (text, expected) => {
    expect(addressNumber(text)).toBe(expected);
  });

  it.each<[string, bigint, bigint]>([
    ['10.0.0.9/30', 0x0a000008n, 0x0a00000bn],
    ['0.0.0.0/0', 0n, 0xffffffffn],
    ['::/96', 0n, 0xffffffffn],
    ['::/0', 0n, (1n << 128n) - 1n],
    ['10.0.0.1-10.0.0.3', 0x0a000001n, 0x0a000003n],
    ['::1', 1n, 1n],
  ])('%s covers', (text, from, to) => {
    expect(addressSpan(text)).toEqual({ from, to });
  });

  it.each(['web', 'a-b', 'web/8', '10.0.0.1-'])('%s covers nothing', (text) => {
    expect(addressSpan(text)).toBeUndefined();
  });
});

/** Objects and rules of the device group `shop`, by what they are called. */
const OBJECTS: readonly (readonly [string, string, string])[] = [
  ['address', 'host', '<ip-netmask>203.0.113.9</ip-netmask>'],
  ['address', 'net', '<ip-netmask>198.51.100.0/24</ip-netmask>'],
  ['address', 'range', '<ip-range>192.0.2.10-192.0.2.20</ip-range>'],
  ['address', 'name', '<fqdn>example.com</fqdn>'],
  ['address-group', 'static', '<static><member>host</member><member>inner</member></static>'],
  ['address-group', 'inner', '<static><member>range</member></static>'],
  ['address-group', 'web', "<dynamic><filter>'app.web'</filter></dynamic>"],
  ['address-group', 'front', "<dynamic><filter>'app.web' and ('tier.a' or 'tier.b')</filter></dynamic>"],
  ['service', 'tcp-80', '<protocol><tcp><port>80,8000-8010</port></tcp></protocol>'],
  ['service', 'udp-53', '<protocol><udp><port>53</port></udp></protocol>'],
  ['service-group', 'both', '<members><member>tcp-80</member><member>udp-53</member></members>'],
];

type Fields = Parameters<typeof rule>[0];

/** The candidate with one rule of the device group `shop`, which denies. */
function withRule(fields: Fields, more = '', action = 'deny') {
  const client = new Client();
  for (const [kind, name, content] of [...OBJECTS].sort((a, b) => order(a[1]) - order(b[1]))) {
    const at = objectAt(kind, name);
    const answer = client.send({ type: 'config', action: 'set', xpath: at, element: content });
    if (answer.status !== 'success') throw new Error(answer.lines.join(' '));
  }
  client.panorama.setRegistered('10.0.0.1', ['App.Web', 'tier.a']);
  client.panorama.setRegistered('10.0.0.2', ['app.web', 'tier.c']);
  client.panorama.setRegistered('fd00::1', ['app.web']);
  const element = rule(fields, more).replace('<action>allow</action>', `<action>${action}</action>`);
  const answer = client.send({ type: 'config', action: 'set', xpath: ruleAt('r'), element });
  if (answer.status !== 'success') throw new Error(answer.lines.join(' '));
  return client;
}

/** What others are made of comes first. */
function order(name: string): number {
  return ['inner', 'static', 'both'].indexOf(name);
}

const PACKET: Packet = { source: '10.0.0.1', destination: '203.0.113.9', protocol: 'tcp', port: 80 };

describe('a rule', () => {
  it.each<[string, Fields, Partial<Packet>, boolean]>([
    ['any', {}, {}, true],
    ['a literal address', { destination: ['203.0.113.9'] }, {}, true],
    ['another literal address', { destination: ['203.0.113.10'] }, {}, false],
    ['a literal network', { source: ['10.0.0.0/30'] }, {}, true],
    ['a literal range', { source: ['10.0.0.0-10.0.0.1'] }, {}, true],
    ['an address object', { destination: ['host'] }, {}, true],
    ['a network object', { destination: ['net'] }, { destination: '198.51.100.255' }, true],
    ['a range object', { destination: ['range'] }, { destination: '192.0.2.20' }, true],
    ['the address after a range object', { destination: ['range'] }, { destination: '192.0.2.21' }, false],
    ['a name', { destination: ['name'] }, {}, false],
    ['a static group', { destination: ['static'] }, {}, true],
    ['a static group of a group', { destination: ['static'] }, { destination: '192.0.2.10' }, true],
    ['outside a static group', { destination: ['static'] }, { destination: '192.0.2.9' }, false],
    ['a dynamic group, without regard to case', { source: ['web'] }, {}, true],
    ['a dynamic group that needs more tags', { source: ['front'] }, {}, true],
    ['an address that has too few', { source: ['front'] }, { source: '10.0.0.2' }, false],
    ['an address that is not registered', { source: ['web'] }, { source: '10.0.0.3' }, false],
    ['all of IPv6, and an IPv4 address', { source: ['::/0'] }, {}, true],
    ['the IPv4 part of IPv6, and an IPv4 address', { source: ['::/96'] }, {}, true],
    [
      'IPv6 after ::/96, and an IPv4 address',
      { source: ['::1:0:0:0-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'] },
      {},
      false,
    ],
    ['mapped IPv4, and an IPv4 address', { source: ['::ffff:0:0/96'] }, {}, false],
    [
      'all of IPv4, and an IPv6 address',
      { source: ['0.0.0.0/0'] },
      { source: 'fd00::1', destination: 'fd00::2' },
      false,
    ],
    ['its port', { service: ['tcp-80'] }, {}, true],
    ['a port in its range', { service: ['tcp-80'] }, { port: 8010 }, true],
    ['a port beside its range', { service: ['tcp-80'] }, { port: 8011 }, false],
    ['another protocol', { service: ['tcp-80'] }, { protocol: 'udp' }, false],
    ['no port', { service: ['tcp-80'] }, { protocol: 'icmp', port: undefined }, false],
    ['no port, and any service', {}, { protocol: 'icmp', port: undefined }, true],
    ['a service group', { service: ['both'] }, { protocol: 'udp', port: 53 }, true],
    ['application-default', { service: ['application-default'] }, { port: 4711 }, true],
    ['application-default elsewhere', { service: ['application-default'] }, { onDefaultPort: false }, false],
    ['an application that nobody asks for', { application: ['ssl'] }, {}, true],
    ['its application', { application: ['ssl'] }, { application: 'ssl' }, true],
    ['another application', { application: ['ssl'] }, { application: 'dns' }, false],
  ])('and %s', (_title, fields, change, matches) => {
    const { panorama } = withRule(fields);
    const { rule: found } = panorama.decide('candidate', 'shop', { ...PACKET, ...change });
    expect(found).toBe(matches ? 'r' : 'intrazone-default');
  });

  it.each<[string, string, boolean]>([
    ['is disabled', '<disabled>yes</disabled>', false],
    ['is between zones', '<rule-type>interzone</rule-type>', false],
    ['is within a zone', '<rule-type>intrazone</rule-type>', true],
    ['negates its source', '<negate-source>yes</negate-source>', false],
    ['negates its destination', '<negate-destination>yes</negate-destination>', false],
  ])('that %s', (_title, more, matches) => {
    const { panorama } = withRule({ source: ['10.0.0.1'], destination: ['host'] }, more);
    expect(panorama.decide('candidate', 'shop', PACKET).rule).toBe(matches ? 'r' : 'intrazone-default');
  });

  it('says what it does, and where it stands', () => {
    const { panorama } = withRule({}, '', 'reset-both');
    expect(panorama.decide('candidate', 'shop', PACKET)).toEqual({ rule: 'r', scope: 'shop', action: 'reset-both' });
    expect(panorama.decide('running', 'shop', PACKET)).toEqual({
      rule: 'intrazone-default',
      scope: '',
      action: 'allow',
    });
  });

  it('takes no text for an address', () => {
    const { panorama } = withRule({});
    expect(() => panorama.decide('candidate', 'shop', { ...PACKET, source: 'web' })).toThrow('"web" is no address.');
  });
});

describe('the order of rules', () => {
  const denying = (name: string): string =>
    entry(name, rule({ destination: ['203.0.113.9'] }).replace('<action>allow</action>', '<action>deny</action>'));
  const at = (rulebase: 'pre' | 'post', name: string): string =>
    `<${rulebase}-rulebase><security><rules>${denying(name)}</rules></security></${rulebase}-rulebase>`;
  const defaults =
    '<post-rulebase><default-security-rules><rules><entry name="intrazone-default"><action>drop</action></entry>' +
    '</rules></default-security-rules></post-rulebase>';

  it.each<[string, { readonly shared?: string; readonly parent?: string; readonly shop?: string }, string]>([
    [
      'Shared, then its parent, then itself',
      { shared: at('pre', 'a'), parent: at('pre', 'b'), shop: at('pre', 'c') },
      'a',
    ],
    ['its parent before itself', { parent: at('pre', 'b'), shop: at('pre', 'c') }, 'b'],
    ['rules before before rules after', { shared: at('post', 'a'), shop: at('pre', 'c') }, 'c'],
    ['after: itself before its parent', { parent: at('post', 'b'), shop: at('post', 'c') }, 'c'],
    ['then the default rule, as the nearest scope has it', { shared: defaults }, 'intrazone-default'],
  ])('%s', (_title, { shared = '', parent = '', shop = '' }, expected) => {
    const panorama = createPanorama({
      shared,
      deviceGroups: [
        { name: 'parent', config: parent },
        { name: 'shop', parent: 'parent', config: shop },
      ],
    });
    const decision = panorama.decide('running', 'shop', PACKET);
    expect(decision.rule).toBe(expected);
    expect(decision.action).toBe(expected === 'intrazone-default' ? 'drop' : 'deny');
  });
});
