import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The bundles of the pack: the `*.js` that a server runs. They are built and not committed, so whatever needs them asks
 * here first whether they are there, and whether they are those of the sources.
 */

/** What one bundle is, by its path in the repository. */
export function isBundle(path: string): boolean {
  return /^Packs\/CNSeries\/(Scripts|Integrations)\/([^/]+)\/\2\.js$/.test(path);
}

/** Why the bundles cannot be relied on, with the sentence to show. */
export interface WhyNotBuilt {
  readonly kind: 'missing' | 'stale';
  readonly text: string;
}

/** `undefined`: all bundles are there, and were built from the sources as they are now. */
export function whyNotBuilt(root: string): WhyNotBuilt | undefined {
  if (expectedBundles(root).some((path) => !existsSync(join(root, path)))) {
    return { kind: 'missing', text: 'The scripts of the pack are not built: run "npm run build".' };
  }
  const built = existsSync(stamp(root)) ? readFileSync(stamp(root), 'utf8') : '';
  if (built !== hashOfSources(root)) {
    return { kind: 'stale', text: 'The scripts of the pack were built from other sources: run "npm run build".' };
  }
  return undefined;
}

/**
 * Lets a command begin that needs the bundles.
 *
 * @throws Error with one sentence where bundles are missing, or not those of their sources
 */
export function requireBundles(root: string): void {
  const why = whyNotBuilt(root);
  if (why !== undefined) throw new Error(why.text);
}

/** Remembers that the bundles are those of the sources; a build says so when it has written them. */
export function markBuilt(root: string): void {
  mkdirSync(dirname(stamp(root)), { recursive: true });
  writeFileSync(stamp(root), hashOfSources(root));
}

function stamp(root: string): string {
  return join(root, 'dist/bundles.sha256');
}

/** Each YAML in a folder of its own has its script beside it. */
function expectedBundles(root: string): readonly string[] {
  return ['Scripts', 'Integrations'].flatMap((kind) =>
    readdirSync(join(root, 'Packs/CNSeries', kind), { withFileTypes: true })
      .map(({ name }) => `Packs/CNSeries/${kind}/${name}/${name}`)
      .filter((stem) => existsSync(join(root, `${stem}.yml`)))
      .map((stem) => `${stem}.js`),
  );
}

/**
 * Of all that the bundles are made of. The content decides, not the time: git gives old files new times.
 */
export function hashOfSources(root: string): string {
  const hash = createHash('sha256');
  for (const path of sources(root))
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

function sources(root: string): readonly string[] {
  const inFolders = ['scripts', 'tools/build/bundles'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(root.length + 1)
          .replaceAll('\\', '/'),
      ),
  );
  return [...inFolders.sort(), 'package-lock.json'];
}
