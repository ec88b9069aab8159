import { MANIFESTS } from '../../scripts/automations/manifests';
import { generateBundles } from './bundles';
import { contentFiles } from './content';
import { diagnosticsPage } from './diagnosticdocs';
import type { GeneratedFiles } from './files';
import { integrationFiles } from './integration';
import { playbookFiles } from './playbooks';
import { schemaFiles } from './schemas';
import { scriptReadme } from './scriptreadme';
import { scriptYaml } from './scriptyaml';

/** Everything that is generated, from the sources alone: what people read, which is committed, and the pack's scripts, which are not. */
export async function generate(root: string): Promise<GeneratedFiles> {
  const files = new Map<string, string | Uint8Array>(schemaFiles());
  files.set('docs/diagnostics.md', diagnosticsPage());
  for (const manifest of MANIFESTS) {
    const folder = `Packs/CNSeries/Scripts/${manifest.name}`;
    files.set(`${folder}/${manifest.name}.yml`, scriptYaml(manifest));
    files.set(`${folder}/README.md`, scriptReadme(manifest));
  }
  for (const [path, content] of await generateBundles(root)) files.set(path, content);
  for (const [path, content] of await integrationFiles()) files.set(path, content);
  for (const [path, content] of await playbookFiles()) files.set(path, content);
  for (const [path, content] of contentFiles(root)) files.set(path, content);
  return files;
}
