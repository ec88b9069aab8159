import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { labControl } from './control';
import { DEMO_STATE } from './demostate';
import { withFaults } from './faults';
import { createPanorama } from './panorama';
import { serve } from './server';
import type { PanoramaOptions } from './types';

/**
 * `npm run lab:panorama -- --port 8443 [--state FILE] [--registered FILE]`: the state file holds the options of
 * `createPanorama` as JSON, the other one `{ "ADDRESS": ["tag", …] }`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '8443' },
      state: { type: 'string' },
      registered: { type: 'string' },
    },
  });
  const state = values.state === undefined ? DEMO_STATE : (readJson(values.state) as PanoramaOptions);
  const panorama = createPanorama(state);
  if (values.registered !== undefined) {
    for (const [address, tags] of Object.entries(readJson(values.registered) as { [address: string]: string[] })) {
      panorama.setRegistered(address, tags);
    }
  }
  const port = await serve(withFaults(panorama.handle, []), Number(values.port), labControl(panorama)).started;
  const keys = (state.admins ?? [{ name: 'admin', apiKey: 'key-admin' }]).map(
    ({ name, apiKey }) => `${name}: ${apiKey}`,
  );
  console.log(`Panorama emulator: http://127.0.0.1:${port}/api/ (API keys ${keys.join(', ')})`);
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
