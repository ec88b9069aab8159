import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { requireBundles } from '../bundles/built';
import { writeZip } from '../build/zip/zip';
import { writeCliArchive } from './cliarchive';
import { versionOf, type Version } from './version';

/** A release in its folder. */
export interface Release extends Version {
  /** What people download, by name. */
  readonly files: readonly string[];
}

/**
 * Writes a release into an empty `folder`: the zip of the pack, the archive of the command-line program, `SHA256SUMS`
 * of both, and `notes.md`, which is what CHANGELOG.md says about the version. The same sources give the same bytes.
 *
 * @param tag the git tag; without it, it is a rehearsal, and the version needs no date
 * @throws Error where versions do not agree, or the scripts of the pack are not built
 */
export async function writeRelease(root: string, folder: string, tag?: string): Promise<Release> {
  const version = versionOf(root, tag);
  requireBundles(root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const pack = `CNSeries-${version.version}.zip`;
  writeZip(root, join(folder, pack));
  const files = [pack, await writeCliArchive(root, folder)];
  writeFileSync(join(folder, 'SHA256SUMS'), files.map((name) => `${hashOf(join(folder, name))}  ${name}\n`).join(''));
  writeFileSync(join(folder, 'notes.md'), version.text);
  return { ...version, files };
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}
