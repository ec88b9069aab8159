import { MANIFESTS } from '../../../scripts/automations/manifests';
import { manifest as watcher } from '../../../scripts/watcher/manifest';
import { isBundle, markBuilt } from '../../bundles/built';
import { bundleAutomation, bundleIntegration } from './bundle';
import { writeFiles, type GeneratedFiles } from '../files';

/**
 * What only machines run: the scripts of the pack, from the sources alone. The same sources give the same bytes,
 * wherever the repository is.
 */
export async function generateBundles(root: string): Promise<GeneratedFiles> {
  const files = new Map<string, string>();
  for (const { name } of MANIFESTS) {
    files.set(`Packs/CNSeries/Scripts/${name}/${name}.js`, await bundleAutomation(root, name));
  }
  const { folder, name } = watcher;
  files.set(`Packs/CNSeries/Integrations/${folder}/${folder}.js`, await bundleIntegration(root, name));
  return files;
}

/** Writes the bundles alone, which git ignores; `npm ci` does this. Returns how many there are. */
export async function writeBundles(root: string): Promise<number> {
  const files = await generateBundles(root);
  writeFiles(root, files, isBundle);
  markBuilt(root);
  return files.size;
}
