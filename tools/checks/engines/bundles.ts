import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['Packs/CNSeries/Scripts', 'Packs/CNSeries/Integrations'];

/** The paths of all built bundles in the repository, sorted. */
export function builtBundles(root: string): string[] {
  return FOLDERS.flatMap((folder) =>
    namesIn(join(root, folder)).flatMap((name) =>
      namesIn(join(root, folder, name))
        .filter((file) => file.endsWith('.js'))
        .map((file) => `${folder}/${name}/${file}`),
    ),
  );
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

/** The path of an automation's bundle. */
export function automationBundle(name: string): string {
  return `Packs/CNSeries/Scripts/${name}/${name}.js`;
}

export function isIntegration(bundle: string): boolean {
  return bundle.startsWith('Packs/CNSeries/Integrations/');
}
