import { xmlToJson } from '../cli/panorama/xmljson';
import type { Table } from '../../scripts/policy/views/table';
import { DEVICE_GROUP } from './setting';
import type { World } from './world';

/** What Panorama holds, read as an administrator would: by plain requests, without any code of the pack. */

const GROUP = `/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='${DEVICE_GROUP}']`;
const RULES = `${GROUP}/pre-rulebase/security/rules`;

/** Below `show`, the running configuration; below `get`, the candidate. */
function readPanorama(world: World, action: 'get' | 'show', xpath: string): string {
  const params = { key: 'key-admin', type: 'config', action, xpath };
  return world.panorama({ method: 'POST', path: '/api/', params }).body;
}

/** The rule and the shared objects of somebody else, byte for byte but for the marks of uncommitted changes. */
export function foreignEntries(world: World): string {
  const rule = readPanorama(world, 'get', `${RULES}/entry[@name='corporate-dns']`);
  return (rule + readPanorama(world, 'get', '/config/shared')).replace(/ (admin|dirtyId|time)="[^"]*"/g, '');
}

interface Node {
  readonly [tag: string]: unknown;
}

/** The security rules that are live in Panorama, in their order. */
export function liveRules(world: World): Table {
  const answer = xmlToJson(readPanorama(world, 'show', RULES));
  const rules = listOf(under(answer, 'response', 'result', 'rules', 'entry'));
  const rows = rules.map((rule, index) => [
    String(index + 1),
    String(rule['@name']),
    members(rule, 'source'),
    members(rule, 'destination'),
    members(rule, 'application'),
    members(rule, 'service'),
    textOf(rule.action),
    inspection(rule),
  ]);
  return {
    title: 'Security rules that are live',
    columns: ['#', 'Rule', 'Source', 'Destination', 'Application', 'Service', 'Action', 'Profiles'],
    rows,
    dull: [undefined, undefined, undefined, undefined, 'any', 'any', undefined, ''],
  };
}

function under(node: unknown, ...tags: readonly string[]): unknown {
  return tags.reduce<unknown>((found, tag) => (found === null ? undefined : (found as Node | undefined)?.[tag]), node);
}

function listOf(value: unknown): readonly Node[] {
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]) as readonly Node[];
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const text = under(value, '#text');
  return typeof text === 'string' ? text : '';
}

function members(rule: Node, tag: string): readonly string[] {
  return listOf(under(rule, tag, 'member')).map(textOf);
}

function inspection(rule: Node): readonly string[] {
  const group = listOf(under(rule, 'profile-setting', 'group', 'member')).map(textOf);
  const profiles = (under(rule, 'profile-setting', 'profiles') ?? {}) as Node;
  const single = Object.entries(profiles).flatMap(([kind, value]) =>
    listOf(under(value, 'member')).map((name) => `${kind} ${textOf(name)}`),
  );
  return [...group.map((name) => `group ${name}`), ...single];
}
