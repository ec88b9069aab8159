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
  return nodesAt(ROOT, xpath).nodes.map((node) => (node as { readonly '@name'?: unknown } | null)?.['@name']);
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

it('the tag is that of the last step, also where nothing is', () => {
  expect(nodesAt(ROOT, rulesPath('other', 'post'))).toEqual({ tag: 'rules', nodes: [] });
});

it.each(['', 'config', '//entry', '/config/shared[', '/config/a b', '/config/entry[@name="x"]/..'])(
  'the XPath %j is refused rather than misread',
  (xpath) => {
    expect(() => nodesAt(ROOT, xpath)).toThrow('is of no form that is known here');
  },
);
