import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { PROFILE_SCHEMA, SERVICES_SCHEMA } from '../../scripts/policy/profile/schema';

const DRAFT = 'http://json-schema.org/draft-07/schema#';
const ROOT = resolve(__dirname, '../..');

/**
 * The JSON Schemas of the settings documents, for editors and CI: path in the repository to text. The same sources give
 * the same bytes.
 */
export async function schemaFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const schemas = { 'cluster-profile': PROFILE_SCHEMA, 'security-services': SERVICES_SCHEMA };
  for (const [name, schema] of Object.entries(schemas)) {
    const path = `docs/${name}.schema.json`;
    const options = await resolveConfig(join(ROOT, path));
    files.set(path, await format(JSON.stringify({ $schema: DRAFT, ...schema }), { ...options, parser: 'json' }));
  }
  return files;
}

async function write(): Promise<void> {
  for (const [path, text] of await schemaFiles()) writeFileSync(join(ROOT, path), text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) void write();
