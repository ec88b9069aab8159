import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { ATTRIBUTE_KEYS } from '../../../scripts/policy/attributes/keys';
import { resolveAttributes } from '../../../scripts/policy/attributes/resolve';
import { TABLE } from '../../../scripts/policy/diagnostics/table';
import { readPolicy } from '../../../scripts/policy/kubernetes/policy';
import { PROFILE_DEFAULTS, localProfile } from '../../../scripts/policy/profile/defaults';
import { readProfile } from '../../../scripts/policy/profile/read';
import { PROFILE_SCHEMA, type Schema } from '../../../scripts/policy/profile/schema';
import { readSecurityServices } from '../../../scripts/policy/profile/services';
import { schemaFiles } from '../../../tools/build/docs/schemas';
import { lines } from '../attributes/support';
import { codeBlocks, FULL_PROFILE, FULL_SERVICES, MINIMAL_PROFILE } from './documents';

const ROOT = join(__dirname, '../../..');

function page(name: string): string {
  return readFileSync(join(ROOT, 'docs', name), 'utf8');
}

/** The rows of a page's tables whose first cell is code: its text, and the other cells. */
function rows(name: string, text = page(name)): Map<string, string[]> {
  const found = [...text.matchAll(/^\| `([^`]+)` *\|(.*)\|$/gm)];
  return new Map(found.map(([, key, cells]) => [key, cells.split('|').map((cell) => cell.trim())]));
}

/** The settings of a cluster: the members of its objects, and the keys that have none. */
function settings(schema: Schema, prefix: string): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, member]) =>
    member.properties && key !== 'defaults' ? settings(member, `${prefix}${key}.`) : [prefix + key],
  );
}

function clusterSchema(): Schema {
  const cluster = PROFILE_SCHEMA.properties?.clusters.additionalProperties;
  if (!cluster) throw new Error('the schema of a cluster is not where it was');
  return cluster;
}

it('the minimal profile of the page is accepted and all defaults', () => {
  expect(readProfile(MINIMAL_PROFILE, undefined)).toEqual({
    profile: localProfile('prod', 'k8s-prod'),
    diagnostics: [],
  });
});

it('the full profile of the page is accepted, and its first cluster sets every key', () => {
  for (const cluster of ['prod', 'staging']) expect(readProfile(FULL_PROFILE, cluster).diagnostics).toEqual([]);
  const { prod } = (FULL_PROFILE as { clusters: { prod: Record<string, unknown> } }).clusters;
  const given = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], prod);
  expect(settings(clusterSchema(), '').filter((path) => given(path) === undefined)).toEqual([]);
});

it('the page of the profile lists every key, and no other', () => {
  expect([...rows('profile.md').keys()].sort()).toEqual(settings(clusterSchema(), '').sort());
});

it('the page of the profile gives the defaults as they are', () => {
  for (const [key, [cell]] of rows('profile.md')) {
    const value = key
      .split('.')
      .reduce<unknown>((object, part) => (object as Record<string, unknown> | undefined)?.[part], PROFILE_DEFAULTS);
    if (value === undefined || value === '') expect(`${key} ${cell}`).not.toMatch(/`/);
    else
      expect(`${key} ${cell.replaceAll('`', '')}`).toBe(
        `${key} ${typeof value === 'string' ? value : JSON.stringify(value).replaceAll('","', '", "')}`,
      );
  }
});

it('the security services of the page are accepted', () => {
  expect(readSecurityServices(FULL_SERVICES).diagnostics).toEqual([]);
});

it('the policies of the page are accepted with their attributes', () => {
  const policies = codeBlocks('attributes.md')
    .map(({ text }) => parse(text) as Record<string, unknown>)
    .filter(({ kind }) => kind === 'NetworkPolicy');
  expect(policies).toHaveLength(2);
  for (const raw of policies) {
    const { policy, diagnostics } = readPolicy(raw);
    expect(lines(diagnostics)).toEqual([]);
    if (policy) expect(lines(resolveAttributes(policy, [], localProfile()).diagnostics)).toEqual([]);
  }
});

it('the page of the attributes lists every key and its diagnostics', () => {
  // Behind that stand the reasons of Events (test/docs/events.test.ts).
  const [text] = page('attributes.md').split('## What Events say');
  const listed = [...rows('attributes.md', text).keys()];
  expect(listed.filter((key) => !Object.hasOwn(TABLE, key)).sort()).toEqual(ATTRIBUTE_KEYS);
  expect(listed.filter((key) => Object.hasOwn(TABLE, key))).toEqual(
    expect.arrayContaining(Object.keys(TABLE).filter((code) => /^(attribute-|security-service-)/.test(code))),
  );
});

it('the schema files in docs are what the sources give', () => {
  const files = schemaFiles();
  expect([...files.keys()]).toEqual(['docs/cluster-profile.schema.json', 'docs/security-services.schema.json']);
  for (const [path, text] of files) {
    expect(existsSync(join(ROOT, path)) && readFileSync(join(ROOT, path), 'utf8')).toBe(text);
  }
});
