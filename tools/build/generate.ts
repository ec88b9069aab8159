import { MANIFESTS } from '../../scripts/automations/manifests';
import { generateBundles } from './bundles/bundles';
import { contentFiles } from './content/content';
import { diagnosticsPage } from './docs/diagnosticdocs';
import type { GeneratedFiles } from './files';
import { integrationFiles } from './content/integration';
import { playbookFiles } from './playbooks/playbooks';
import { schemaFiles } from './docs/schemas';
import { scriptReadme } from './content/scriptreadme';
import { scriptYaml } from './content/scriptyaml';

/**
 * Everything that is generated, from the sources alone: what people read, which is committed, and the pack's scripts,
 * which are not.
 */
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
