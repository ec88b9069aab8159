import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The licences of packages that a program carries inside, each with the package's name and version; the name of the
 * licence where a package brings no text of it.
 *
 * @param folders the folders of the packages, below `root`
 * @throws Error for a package without a licence
 */
export function licencesText(root: string, folders: readonly string[]): string {
  return folders.map((folder) => licenceOf(join(root, folder))).join(`\n${'-'.repeat(80)}\n\n`);
}

function licenceOf(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly license?: string;
    readonly author?: unknown;
  };
  const file = readdirSync(folder).find((item) => /^licen[cs]e(\.(md|txt))?$/i.test(item));
  if (file !== undefined) return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  if (license === undefined) throw new Error(`${name} ${version} has no licence.`);
  return `${name} ${version}\n\n${license}, by ${typeof author === 'string' ? author : 'its authors'}\n`;
}
