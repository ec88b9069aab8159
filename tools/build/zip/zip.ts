import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { packedPack, type PackFiles } from './packedpack';

/** Packs the pack as it is built into `dist/CNSeries.zip`, which the server takes by upload. */
export function writeZip(root: string, outfile = join(root, 'dist/CNSeries.zip')): void {
  mkdirSync(dirname(outfile), { recursive: true });
  writeFileSync(outfile, zipOf(packedPack(readPack(join(root, 'Packs/CNSeries')))));
}

/** All files of a folder: path in it, with slashes, to bytes. */
export function readPack(folder: string): PackFiles {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path))]));
}

/** The same files give the same bytes: sorted, and all as old as a zip can tell. */
export function zipOf(files: PackFiles): Uint8Array {
  const entries: Zippable = {};
  for (const path of [...files.keys()].sort()) entries[path] = files.get(path) ?? new Uint8Array();
  // Zip holds local time, and the writer asks for it, so that this is the same everywhere.
  return zipSync(entries, { level: 9, mtime: new Date(1980, 0, 1) });
}
