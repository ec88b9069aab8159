import { readHierarchy } from '../../../scripts/panorama/api/hierarchy';
import { createPanoramaReader } from '../../../scripts/panorama/api/reader';
import { readVersion } from '../../../scripts/panorama/api/system';
import { entriesPath, objectsPath, rulesPath } from '../../../scripts/panorama/api/xpath';
import { filePort } from '../../../tools/cli/panorama/file';

const group = (name: string, content = ''): string => `<entry name="${name}">${content}</entry>`;
const groups = (content: string): string =>
  `<devices><entry name="localhost.localdomain"><device-group>${content}</device-group></entry></devices>`;
const parent = (name: string): string => `<parent-dg>${name}</parent-dg>`;
const RULES = `<pre-rulebase><security><rules>${group('a')}${group('b')}</rules></security></pre-rulebase>`;

const CONFIG =
  `<config version="11.1.0"><shared><tag>${group('corporate')}</tag></shared>` +
  groups(group('kubernetes') + group('shop', RULES) + group('edge') + group('other', '<address/>')) +
  `<readonly>${groups(group('shop', parent('kubernetes')) + group('edge', parent('shop')))}</readonly></config>`;

const port = filePort(CONFIG);

it('candidate and running are what the file holds, under the tag that is asked for', () => {
  const expected = { kind: 'found', node: { rules: { entry: [{ '@name': 'a' }, { '@name': 'b' }] } } };
  expect(port.get(rulesPath('shop', 'pre'))).toEqual(expected);
  expect(port.show(rulesPath('shop', 'pre'))).toEqual(expected);
  expect(port.get(objectsPath('shared', 'tag/entry'))).toEqual({
    kind: 'found',
    node: { entry: { '@name': 'corporate' } },
  });
  expect(port.get(rulesPath('other', 'pre'))).toEqual({ kind: 'absent' });
});

it('what is predefined counts as there', () => {
  const path = entriesPath('/config/predefined/application', ['redis', 'no-such-application']);
  expect(port.show(path)).toEqual({
    kind: 'found',
    node: { entry: [{ '@name': 'redis' }, { '@name': 'no-such-application' }] },
  });
});

it('the hierarchy comes from the parents that the file names', () => {
  expect(readHierarchy(createPanoramaReader(port), 'shop')).toEqual({
    chain: ['shop', 'kubernetes', 'shared'],
    descendants: ['edge'],
    all: ['kubernetes', 'shop', 'edge', 'other'],
  });
  expect(readHierarchy(createPanoramaReader(port), 'nowhere').chain).toEqual([]);
});

it('the version is the one that wrote it; nothing else is known', () => {
  expect(readVersion(createPanoramaReader(port))).toBe('11.1.0');
  expect(port.op('<show><config-locks></config-locks></show>', {})).toEqual({ kind: 'answered', node: null });
});

it('nothing is written', () => {
  const refusal = { kind: 'refused', message: 'the command-line program only reads' };
  expect(port.set('/config', '<a/>')).toMatchObject(refusal);
  expect(port.edit('/config', '<a/>')).toMatchObject(refusal);
  expect(port.move('/config', { where: 'top' })).toMatchObject(refusal);
  expect(port.delete('/config')).toMatchObject(refusal);
  expect(port.commit({ scope: 'full', description: '' })).toMatchObject(refusal);
  expect(port.commitAll({ deviceGroup: 'shop', description: '' })).toMatchObject(refusal);
});

it.each([
  [
    'a firewall’s configuration without devices',
    '<config version="11.1.0"><shared/></config>',
    'no Panorama configuration',
  ],
  ['another document', '<response/>', 'no Panorama configuration'],
  ['a text', 'hello', 'not well-formed'],
])('%s is refused', (_what, xml, reason) => {
  expect(() => filePort(xml)).toThrow(reason);
});
