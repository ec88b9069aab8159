import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['Packs/CNSeries/Scripts', 'Packs/CNSeries/Integrations'];

/** Bundles as they were when the check began, by their paths in the repository. */
export type Bundles = ReadonlyMap<string, string>;

/** All built bundles of the repository, sorted by their paths. */
export function builtBundles(root: string): Bundles {
  return new Map(bundlePaths(root).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function bundlePaths(root: string): string[] {
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

/** Whether a bundle is that of the integration, by its path; scripts of integrations find other globals. */
export function isIntegration(bundle: string): boolean {
  return bundle.startsWith('Packs/CNSeries/Integrations/');
}

/**
 * The text of a bundle.
 *
 * @throws Error if there is none of this path, which a recording may still name
 */
export function codeOf(bundles: Bundles, bundle: string): string {
  const code = bundles.get(bundle);
  if (code === undefined) throw new Error(`There is no bundle ${bundle}.`);
  return code;
}
