import { display } from '../../demo/display';
import { kubectl } from '../../demo/kubectl';
import { play } from '../../demo/scenario';
import { CLUSTER } from '../../demo/setting';
import { localWorld } from '../../demo/world';
import { missingIn, openXsoar } from '../../demo/xsoar';
import type { Manifest } from '../../lab/kubernetes';
import { loadUpload } from '../../lab/xsoar';

/**
 * An upload before the upload: the XSOAR runner reads the zip as a server does, all that the pack names must be there,
 * and the demo is played with it from the first policy to the rejected plan.
 *
 * @param manifests the cluster of the demo, which brings its Nodes
 * @param tell told of each step that went well
 * @throws RunnerError for what a server would not take, WentWrong for a step of the demo that goes wrong
 */
export function rehearse(zip: Uint8Array, manifests: readonly Manifest[], tell: (line: string) => void): void {
  const pack = loadUpload(zip);
  tell(
    `read: ${pack.scripts.length} automations, ${pack.integrations.length} integration, ${pack.playbooks.length} playbooks`,
  );
  const world = localWorld({ cluster: CLUSTER, nodes: 'own' });
  const missing = missingIn(world, { pack });
  if (missing.length > 0) throw new Error(`The pack names what is not there:\n${missing.join('\n')}`);
  tell('all that playbooks and types name is there');
  const show = display(() => undefined, 100);
  const server = openXsoar(world, { pack, onEvent: show.event });
  play({ world, kubectl: kubectl(world.http, world.kubernetes), server, display: show, manifests });
  tell(`the demo plays with it: ${server.incidents().length} incidents`);
}
