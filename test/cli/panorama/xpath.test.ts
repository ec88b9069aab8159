import { entriesPath, entryPath, objectsPath, rulesPath } from '../../../scripts/panorama/api/xpath';
import { xmlToJson } from '../../../tools/cli/panorama/xmljson';
import { nodesAt } from '../../../tools/cli/panorama/xpath';

const rules = (name: string): string => `<entry name="${name}.a"/><entry name="${name}.b"/><entry name="x or 'y"/>`;
const ROOT = xmlToJson(
  `<config><shared><tag><entry name="corporate"/></tag></shared><devices><entry name="localhost.localdomain"><device-group>
   <entry name="shop"><pre-rulebase><security><rules>${rules('shop')}</rules></security></pre-rulebase></entry>
   <entry name="other"><address/></entry>
   </device-group></entry></devices></config>`,
);

function names(xpath: string): readonly unknown[] {
  return nodesAt(ROOT, xpath).map(({ node }) => (node as { readonly '@name'?: unknown } | null)?.['@name']);
}

it.each<[string, string, readonly unknown[]]>([
  ['a path of tags', '/config/shared/tag/entry', ['corporate']],
  ['all entries', `${rulesPath('shop', 'pre')}/entry`, ['shop.a', 'shop.b', "x or 'y"]],
  ['one entry', entryPath(rulesPath('shop', 'pre'), 'shop.b'), ['shop.b']],
  [
    'some entries, in the order of the document',
    entriesPath(rulesPath('shop', 'pre'), ['shop.b', 'shop.a', 'no']),
    ['shop.a', 'shop.b'],
  ],
  ['an empty container', objectsPath('other', 'address'), [undefined]],
  ['what is not there', rulesPath('other', 'pre'), []],
  ['a device group that is not there', objectsPath('nowhere', 'tag'), []],
])('%s', (_what, xpath, expected) => {
  expect(names(xpath)).toEqual(expected);
});

it('names alone, parts of a list, and everything but one tag', () => {
  const path = rulesPath('shop', 'pre');
  expect(nodesAt(ROOT, `${path}/entry/@name`).map(({ tag, node }) => [tag, node])).toEqual([
    ['entry', { '@name': 'shop.a' }],
    ['entry', { '@name': 'shop.b' }],
    ['entry', { '@name': "x or 'y" }],
  ]);
  expect(names(`${path}/entry[position()>1 and position()<=3]`)).toEqual(['shop.b', "x or 'y"]);
  const group = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='other']";
  expect(nodesAt(ROOT, `${group}/*`).map(({ tag }) => tag)).toEqual(['address']);
  expect(nodesAt(ROOT, `${group}/*[name()!='address']`)).toEqual([]);
  expect(names(`${rulesPath('shop', 'pre').replace('/security', '/*')}/entry/@name`)).toHaveLength(3);
});

it.each(['', 'config', '//entry', '/config/shared[', '/config/a b', '/config/entry[@name="x"]/..'])(
  'the XPath %j is refused rather than misread',
  (xpath) => {
    expect(() => nodesAt(ROOT, xpath)).toThrow('is of no form that is known here');
  },
);
