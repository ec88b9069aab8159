import { resolve } from 'node:path';
import { packedPack } from '../../../tools/build/zip/packedpack';
import { readPack, zipOf } from '../../../tools/build/zip/zip';
import { rehearse } from '../../../tools/checks/upload/rehearse';
import { loadManifests } from '../../../tools/lab/kubernetes';

const ROOT = resolve(__dirname, '../../..');
const PACKED = packedPack(readPack(resolve(ROOT, 'Packs/CNSeries')));
const SHOP = loadManifests(resolve(ROOT, 'examples/shop'));

/** An upload with `from` written as `to` in one file. */
function broken(path: string, from: string, to: string): Uint8Array {
  const text = Buffer.from(PACKED.get(path) ?? []).toString('utf8');
  expect(text).toContain(from);
  return zipOf(new Map([...PACKED, [path, Buffer.from(text.replaceAll(from, to))]]));
}

it('the zip as it is built is taken, and the demo plays with it to its end', () => {
  const told: string[] = [];
  rehearse(zipOf(PACKED), SHOP, (line) => told.push(line));
  expect(told).toHaveLength(3);
  expect(told.at(-1)).toBe('the demo plays with it: 6 incidents');
});

it('a playbook that names what is not there is told of', () => {
  const zip = broken('Playbooks/playbook-CN-Series_-_Next_Step.yml', 'CNSeriesReport', 'CNSeriesNothing');
  expect(() => {
    rehearse(zip, SHOP, () => undefined);
  }).toThrow('There is no automation "CNSeriesNothing"');
});

it('a script that does not run is told of', () => {
  const zip = broken('Scripts/script-CNSeriesPlan.yml', '__cnEntries = runAutomation(', '__cnEntries = runNothing(');
  expect(() => {
    rehearse(zip, SHOP, () => undefined);
  }).toThrow('runNothing');
});
