import { manifest } from '../../../scripts/watcher/manifest';
import { integrationDescription } from './integrationdescription';
import { watcherRole } from './watcherrole';
import { integrationImage } from './integrationimage';
import { integrationReadme } from './integrationreadme';
import { integrationYaml } from './integrationyaml';
import { toPng } from '../pictures/png';

const ROLE_HEADER = `# Made by "npm run build" from scripts/watcher/api/permissions.ts: the service account of the watcher, and what it may do.
# kubectl apply -f watcher-rbac.yaml
# kubectl -n cnseries get secret policy-watcher-token -o jsonpath='{.data.token}' | base64 -d
`;

/**
 * The files of the watcher integration but its script, and the manifest for the clusters that it watches: path in the
 * repository to text or bytes.
 */
export async function integrationFiles(): Promise<ReadonlyMap<string, string | Uint8Array>> {
  const stem = `Packs/CNSeries/Integrations/${manifest.folder}/${manifest.folder}`;
  const folder = `Packs/CNSeries/Integrations/${manifest.folder}`;
  return new Map<string, string | Uint8Array>([
    [`${stem}.yml`, integrationYaml(manifest)],
    [`${stem}_description.md`, integrationDescription()],
    [`${stem}_image.png`, await toPng(integrationImage())],
    [`${folder}/README.md`, integrationReadme(manifest)],
    ['examples/watcher-rbac.yaml', ROLE_HEADER + watcherRole()],
    [`${folder}/command_examples.txt`, manifest.commands.map(({ example }) => `${example}\n`).join('')],
  ]);
}
