import { LOCALHOST } from './hierarchy';
import type { Predefined } from './predefined';
import { toConfig, unexpectedAttribute } from './tree/convert';
import { ConfigNode, walk } from './tree/node';
import { parseFragment } from './tree/parse';
import type { AdminOptions, PanoramaOptions } from './types';
import type { Uuids } from './uuids';

/**
 * The configuration that a session starts with: everything in it is committed.
 *
 * @throws when the XML is not well-formed
 */
export function initialConfig(options: PanoramaOptions, predefined: Predefined, uuids: Uuids): ConfigNode {
  const root = plain('config');
  const shared = add(root, plain('shared'));
  fill(shared, options.shared ?? '', 'shared');
  const local = add(add(root, plain('devices')), entry(LOCALHOST));
  const groups = add(local, plain('device-group'));
  const parents = add(
    add(add(add(root, plain('readonly')), plain('devices')), entry(LOCALHOST)),
    plain('device-group'),
  );
  for (const group of options.deviceGroups ?? []) {
    const node = add(groups, entry(group.name));
    if (group.description !== undefined) add(node, leaf('description', group.description));
    fill(node, group.config ?? '', group.name);
    addDevices(node, options, group.name);
    if (group.parent !== undefined && group.parent !== 'shared') {
      add(add(parents, entry(group.name)), leaf('parent-dg', group.parent));
    }
  }
  const management = add(root, plain('mgt-config'));
  addAdmins(root, management, options.admins ?? []);
  const managed = add(management, plain('devices'));
  for (const device of options.devices ?? []) add(managed, entry(device.serial));
  add(root, predefined.tree());
  const rules = [...walk(root)].filter(({ parent }) => parent?.tag === 'rules' && parent.parent?.tag === 'security');
  for (const rule of rules) uuids.take(rule);
  for (const rule of rules) rule.uuid ??= uuids.next();
  return root;
}

/**
 * Administrators with their roles (pan-os-codegen, `specs/device/administrators.yaml` and `adminrole.yaml`). Where
 * Panorama keeps its admin roles is not documented: here they stand beside its other settings.
 */
function addAdmins(root: ConfigNode, management: ConfigNode, admins: readonly AdminOptions[]): void {
  if (admins.length === 0) return;
  const users = add(management, plain('users'));
  const custom = admins.filter(({ role }) => role === 'api');
  const roles = custom.length === 0 ? undefined : add(add(root, plain('panorama')), plain('admin-role'));
  for (const { name, role = 'superuser', types = ['config', 'op', 'commit'] } of admins) {
    const based = add(add(add(users, entry(name)), plain('permissions')), plain('role-based'));
    if (role !== 'api' || roles === undefined) {
      add(based, leaf(role, 'yes'));
      continue;
    }
    add(add(based, plain('custom')), leaf('profile', `api-${name}`));
    const rights = add(add(add(add(roles, entry(`api-${name}`)), plain('role')), plain('panorama')), plain('xmlapi'));
    for (const section of ['config', 'op', 'commit'] as const) {
      add(rights, leaf(section, types.includes(section) ? 'enable' : 'disable'));
    }
  }
}

function addDevices(group: ConfigNode, options: PanoramaOptions, name: string): void {
  const members = (options.devices ?? []).filter((device) => device.deviceGroup === name);
  if (members.length === 0) return;
  const devices = add(group, plain('devices'));
  for (const device of members) add(devices, entry(device.serial));
}

function fill(node: ConfigNode, xml: string, place: string): void {
  const parsed = parseFragment(xml);
  if (!parsed.ok) throw new Error(`The configuration of ${place} is not well-formed: ${parsed.reason}`);
  for (const element of parsed.elements) {
    const wrong = unexpectedAttribute(element);
    if (wrong !== undefined)
      throw new Error(`The configuration of ${place} has the attribute ${wrong.attribute} at ${wrong.tag}`);
    add(node, toConfig(element));
  }
}

function add(parent: ConfigNode, child: ConfigNode): ConfigNode {
  parent.insert(child, parent.children.length);
  return child;
}

const plain = (tag: string): ConfigNode => new ConfigNode(tag, undefined, undefined, '');
const leaf = (tag: string, text: string): ConfigNode => new ConfigNode(tag, undefined, undefined, text);
const entry = (name: string): ConfigNode => new ConfigNode('entry', name, undefined, '');
