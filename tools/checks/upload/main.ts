import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { requireBundles } from '../../bundles/built';
import { writeZip } from '../../build/zip/zip';
import { loadManifests } from '../../lab/kubernetes';
import { rehearse } from './rehearse';

const ROOT = resolve(__dirname, '../../..');

/**
 * `npm run check:upload [-- FILE.zip]`: rehearses the upload of the pack. Without a file it makes `dist/CNSeries.zip`
 * first. The exit status is 1 when a server would not take the file, or the demo goes wrong with it.
 */
function main([given]: readonly string[]): void {
  const file = given ?? join(ROOT, 'dist/CNSeries.zip');
  if (given === undefined) {
    requireBundles(ROOT);
    writeZip(ROOT, file);
  }
  const zip = readFileSync(file);
  console.log(`${file}: ${Math.ceil(zip.length / 1024)} KB`);
  rehearse(zip, loadManifests(join(ROOT, 'examples/shop')), (line) => {
    console.log(`  ok     ${line}`);
  });
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(`  FAILED ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
