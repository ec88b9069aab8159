import { canonicalText } from '../../../scripts/panorama/state/canonicaltext';
import { readEntry } from '../../../scripts/panorama/state/configreader';
import { childNodes, linesOf, membersOf, nodeText, type PlainNode } from '../../../scripts/panorama/api/nodes';
import { entryXml, plainEntryXml } from '../../../scripts/panorama/api/xml';
import { byteLength } from '../../../scripts/policy/text/utf8';
import type { ConfigEntry } from '../../../scripts/policy/panos/entry';
import { xmlToDict } from '../../../tools/lab/panosintegration/xmltodict';
import { group, rule, service } from '../support';

/** As the integration would give it. */
const json = (xml: string): unknown => (xmlToDict(xml) as { readonly entry: unknown }).entry;

const MARK = { '@admin': 'bob', '@dirtyId': '5', '@time': '2026/01/05 08:00:00' };

it.each<ConfigEntry>([
  rule('a'),
  rule('b', { logStart: true, logEnd: false, logSetting: 'soc', profileSetting: { type: 'group', group: 'strict' } }),
  rule('c', { profileSetting: { type: 'profiles', profiles: { virus: 'default', 'url-filtering': 'x y' } } }),
  rule('d', { source: ['10.0.0.0/8', 'shop.web'], description: `<a> & 'b' "c" ]]> é` }),
  group('web'),
  { ...group('all'), match: { type: 'static', members: ['shop.web'] }, description: 'All of it.' },
  service('80,443'),
  { kind: 'tag', name: 'cnseries', comments: 'Managed.' },
])('$kind $name is read as it was written', (entry) => {
  expect(readEntry(entry.kind, json(entryXml(entry, '')))).toEqual({ kind: 'entry', entry });
});

it('marks on nodes, on single members and on some members of a list make no difference', () => {
  const plain = { '@name': 'r', source: { member: ['a', 'b'] }, service: { member: 's' }, action: 'allow', to: null };
  const marked = {
    '@name': 'r',
    ...MARK,
    '@uuid': 'u',
    '@loc': 'dg',
    source: { ...MARK, member: ['a', { ...MARK, '#text': 'b' }] },
    service: { member: { ...MARK, '#text': 's' } },
    action: { ...MARK, '#text': 'allow' },
    to: { ...MARK },
  };
  expect(canonicalText(marked)).toBe(canonicalText(plain));
  expect(readEntry('rule', marked)).toEqual(readEntry('rule', plain));
  expect(membersOf(marked, 'source')).toEqual(['a', 'b']);
});

it('content that differs has another text', () => {
  const texts = [
    { '@name': 'a', x: 'y' },
    { '@name': 'a', x: ['y', 'y'] },
    { '@name': 'b', x: 'y' },
    { '@name': 'a', x: null },
    { '@name': 'a', x: { z: 'y' } },
  ].map(canonicalText);
  expect(new Set(texts).size).toBe(texts.length);
});

const with_ = (more: string): unknown =>
  json(`<entry name="r"><action>allow</action><service><member>any</member></service>${more}</entry>`);

it.each([
  ['a disabled rule', '<disabled>yes</disabled>', ['disabled']],
  ['a schedule', '<schedule>night</schedule>', ['schedule']],
  ['a negated source', '<negate-source>yes</negate-source>', ['negate-source']],
  ['a user', '<source-user><member>bob</member></source-user>', ['source-user']],
  ['a target', '<target><devices><entry name="001"/></devices></target>', ['target']],
  ['another type', '<rule-type>intrazone</rule-type>', ['rule-type']],
  [
    'two groups of profiles',
    '<profile-setting><group><member>a</member><member>b</member></group></profile-setting>',
    ['profile-setting'],
  ],
  [
    'a profile of another kind',
    '<profile-setting><profiles><gtp><member>a</member></gtp></profiles></profile-setting>',
    ['profile-setting'],
  ],
  ['something new', '<quantum>yes</quantum><qos/>', ['qos', 'quantum']],
])('a rule with %s is not one that we wrote', (_title, more, fields) => {
  expect(readEntry('rule', with_(more))).toEqual({ kind: 'unknown', fields });
});

it.each([
  ['', ''],
  [
    'the defaults, written out',
    '<rule-type>universal</rule-type><negate-source>no</negate-source><disabled>no</disabled><log-end>yes</log-end><source-user><member>any</member></source-user><target><negate>no</negate></target><option><disable-server-response-inspection>no</disable-server-response-inspection></option><profile-setting><group/></profile-setting>',
  ],
])('a rule without fields %s has what PAN-OS assumes', (_title, more) => {
  expect(readEntry('rule', with_(more))).toMatchObject({
    kind: 'entry',
    entry: { source: ['any'], category: ['any'], logStart: false, logEnd: true, profileSetting: { type: 'none' } },
  });
});

it.each([
  ['address-group', '<static><member>a</member></static><dynamic-tags/>', ['dynamic-tags']],
  ['service', '<protocol><tcp><port>1</port><source-port>2</source-port></tcp></protocol>', ['protocol']],
  ['service', '<protocol><icmp/></protocol>', ['protocol']],
  ['service', '<protocol><tcp><port>1</port></tcp></protocol><description>x</description>', ['description']],
  ['tag', '<color>color1</color>', ['color']],
] as const)('a %s with %s is not one that we wrote', (kind, content, fields) => {
  expect(readEntry(kind, json(`<entry name="x">${content}</entry>`))).toEqual({ kind: 'unknown', fields });
});

it('an entry that we do not know is restored from its canonical text', () => {
  const xml =
    '<entry name="a&amp;b"><schedule>n</schedule><source><member>&lt;x&gt;</member><member>y</member></source><tag></tag></entry>';
  const text = canonicalText(json(xml));
  const restored = plainEntryXml(JSON.parse(text) as PlainNode, 'u-1');
  expect(restored).toBe(xml.replace('name="a&amp;b"', 'name="a&amp;b" uuid="u-1"'));
});

it('nodes of any shape are read without an exception', () => {
  for (const node of [undefined, null, '', 'text', 5, [], {}, { a: null }]) {
    expect(childNodes(node, 'b')).toEqual([]);
    expect(membersOf(node, 'b')).toEqual([]);
    expect(typeof nodeText(node)).toBe('string');
  }
  expect(childNodes({ constructor: 'x' }, 'toString')).toEqual([]);
  expect(linesOf({ line: ['a', { '#text': 'b' }, null] })).toEqual(['a', 'b']);
  expect(linesOf('alone')).toEqual(['alone']);
});

it.each([
  ['abc', 3],
  ['é', 2],
  ['€', 3],
  ['😀', 4],
])('%s is %d bytes long', (text, length) => {
  expect(byteLength(text)).toBe(length);
  expect(byteLength(text)).toBe(Buffer.byteLength(text));
});
