import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleAutomation } from '../../../tools/build/bundles/bundle';

const ROOT = resolve(__dirname, '../../..');

/** A text that only js-yaml has. */
const OF_JS_YAML = 'bad indentation of a mapping entry';

it('only what reads pasted policies brings a YAML parser', async () => {
  const names = readdirSync(resolve(ROOT, 'Packs/CNSeries/Scripts'));
  expect(names.length).toBeGreaterThan(8);
  const withParser = [];
  for (const name of names) {
    if ((await bundleAutomation(ROOT, name)).includes(OF_JS_YAML)) withParser.push(name);
  }
  expect(withParser).toEqual(['CNSeriesValidatePolicy']);
});
