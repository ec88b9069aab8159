import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from './types';
import { readDocuments } from './values/documents';
import { isObject } from './values/json';

/**
 * The objects in YAML or JSON text; empty documents are passed over.
 *
 * @throws when the text cannot be read
 */
export function readManifests(text: string): readonly Manifest[] {
  return readDocuments(text).filter(isObject);
}

/** The objects in a file, or in the YAML and JSON files of a folder and those below it, in the order of names. */
export function loadManifests(path: string): readonly Manifest[] {
  if (!statSync(path).isDirectory()) return readManifests(readFileSync(path, 'utf8'));
  return readdirSync(path, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .filter((entry) => entry.isDirectory() || /\.(ya?ml|json)$/.test(entry.name))
    .flatMap((entry) => loadManifests(join(path, entry.name)));
}
