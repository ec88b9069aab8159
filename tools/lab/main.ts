import { parseArgs } from 'node:util';
import { serve as serveKubernetes } from './kubernetes';
import { createLab } from './lab';
import { serve as servePanorama, withFaults } from './panorama';
import { labControl } from './panorama/control';

/**
 * `npm run lab`: a cluster and a Panorama with its Kubernetes plugin, over HTTP on loopback. It ends with its parent:
 * when its standard input is closed.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      cluster: { type: 'string', default: 'shop' },
      kubernetes: { type: 'string', default: '0' },
      panorama: { type: 'string', default: '0' },
      'no-nodes': { type: 'boolean', default: false },
    },
  });
  const lab = createLab({
    cluster: values.cluster,
    kubernetes: { now: Date.now, ...(values['no-nodes'] && { nodes: [] }) },
  });
  const url = await serveKubernetes(lab.kubernetes, { port: Number(values.kubernetes) }).url;
  const panorama = servePanorama(
    withFaults(lab.panorama.handle, []),
    Number(values.panorama),
    labControl(lab.panorama),
  );
  console.log(`Kubernetes ${url}`);
  console.log(`Panorama http://127.0.0.1:${await panorama.started}`);
  process.stdin.resume();
  process.stdin.once('end', () => {
    process.exit(0);
  });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
