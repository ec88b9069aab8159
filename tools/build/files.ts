import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** Folders that hold nothing but generated files. */
const GENERATED_FOLDERS = [
  'Classifiers',
  'IncidentFields',
  'IncidentTypes',
  'Integrations',
  'Layouts',
  'Lists',
  'Playbooks',
  'Scripts',
  'doc_files',
].map((folder) => `Packs/CNSeries/${folder}`);

/** Generated files: path in the repository, with slashes, to text, or to bytes for pictures. */
export type GeneratedFiles = ReadonlyMap<string, string | Uint8Array>;

/** How the generated files in `root` differ from `files`, one line for each file; none where they are the same. */
export function differences(root: string, files: GeneratedFiles): string[] {
  const found: string[] = [];
  for (const [path, content] of files) {
    if (!existsSync(join(root, path))) found.push(`missing: ${path}`);
    else if (!readFileSync(join(root, path)).equals(Buffer.from(content))) found.push(`differs: ${path}`);
  }
  for (const path of generatedOnDisk(root)) {
    if (!files.has(path)) found.push(`extra:   ${path}`);
  }
  return found.sort();
}

/** Writes `files` into `root` and removes what else is in the generated folders, as far as the caller `owns` it. */
export function writeFiles(root: string, files: GeneratedFiles, owns: (path: string) => boolean = () => true): void {
  for (const path of generatedOnDisk(root)) {
    if (!files.has(path) && owns(path)) rmSync(join(root, path));
  }
  for (const [path, content] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

function generatedOnDisk(root: string): string[] {
  return GENERATED_FOLDERS.filter((folder) => existsSync(join(root, folder))).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((item) => item.isFile())
      .map((item) => relative(root, join(item.parentPath, item.name)).replaceAll('\\', '/')),
  );
}
