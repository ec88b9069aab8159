import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notesOf, type VersionNotes } from './changelog';

/** What is released, and what is said about it. */
export interface Version extends VersionNotes {
  readonly version: string;
}

/**
 * The version of the repository, which package.json, the metadata of the pack and CHANGELOG.md must agree on.
 *
 * @param tag the git tag of a release; without it, a rehearsal of a version without a date is fine
 * @throws Error with the first thing that does not fit
 */
export function versionOf(root: string, tag?: string): Version {
  const version = field(join(root, 'package.json'), 'version');
  const pack = field(join(root, 'Packs/CNSeries/pack_metadata.json'), 'currentVersion');
  if (pack !== version) throw new Error(`package.json says ${version}, and pack_metadata.json ${pack}.`);
  const notes = notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version);
  if (tag !== undefined && tag !== `v${version}`) throw new Error(`The tag ${tag} is not v${version}.`);
  if (tag !== undefined && notes.date === undefined) throw new Error(`${version} has no date in CHANGELOG.md.`);
  return { version, ...notes };
}

function field(file: string, name: string): string {
  const value = (JSON.parse(readFileSync(file, 'utf8')) as { readonly [name: string]: unknown })[name];
  if (typeof value !== 'string') throw new Error(`${file} has no ${name}.`);
  return value;
}
