import { entryOf } from '../entries';
import { tableToMarkdown } from '../markdown';
import { get, getAt, or } from '../python/access';
import { CommandError } from '../python/exceptions';
import { str } from '../python/text';
import { isDictionary, isTrue, type Dictionary, type Value } from '../python/value';
import type { Command, Session } from '../session';
import { cleanMarks } from '../uncommitted';

/** Profile kinds by the names that the edit command takes, in its order. */
const KINDS: { readonly [name: string]: string } = {
  'Antivirus Profile': 'virus',
  'Anti-Spyware Profile': 'spyware',
  'Vulnerability Protection Profile': 'vulnerability',
  'URL Filtering Profile': 'url-filtering',
  'File Blocking Profile': 'file-blocking',
  'Data Filtering Profile': 'data-filtering',
  'WildFire Analysis Profile': 'wildfire-analysis',
};

const CREATED: { readonly [argument: string]: string } = {
  antivirus_profile: 'virus',
  anti_spyware_profile: 'spyware',
  vulnerability_protection_profile: 'vulnerability',
  URL_filtering_profile: 'url-filtering',
  file_blocking_profile: 'file-blocking',
  data_filtering_profile: 'data-filtering',
  wildfire_analysis_profile: 'wildfire-analysis',
};

const groupPath = (session: Session, name: Value): string =>
  `${session.instance.rulebase}profile-group/entry[@name='${str(name)}']`;

const oneMember = (kind: string, profile: Value): string =>
  isTrue(profile) ? `<${kind}><member>${str(profile)}</member></${kind}>` : '';

function groupsOf(session: Session, name: Value): { readonly raw: Dictionary; readonly groups: Dictionary[] } {
  const all = `${session.instance.rulebase}profile-group/entry`;
  const raw = session.get({ type: 'config', action: 'get', xpath: isTrue(name) ? groupPath(session, name) : all });
  const found = or(getAt(raw, ['response', 'result', 'entry'], null), []);
  const groups = (Array.isArray(found) ? found : [found]).filter(isDictionary);
  for (const group of groups) {
    cleanMarks(group);
    const { '@name': groupName = '', '@loc': location = '' } = group;
    Reflect.deleteProperty(group, '@name');
    Reflect.deleteProperty(group, '@loc');
    Object.assign(group, { name: groupName, location });
  }
  return { raw, groups };
}

/** A profile of a group as the list shows it: its member, or its text. */
function profileOf(group: Dictionary, key: string): Value {
  const value = group[key] ?? null;
  if (isDictionary(value)) return or(get(value, 'member'), null);
  return typeof value === 'string' && value !== '' ? value : null;
}

/** `pan-os-list-security-profile-group`: groups of this scope only; none is an error of the device's code 7. */
export const listProfileGroups: Command = (session, args) => {
  const { raw, groups } = groupsOf(session, get(args, 'group_name'));
  const titles = new Map(Object.entries(KINDS).map(([title, kind]) => [kind, title]));
  const rows = groups.map((group) => {
    const row: Dictionary = { Name: group.name ?? null, Location: group.location ?? null };
    for (const key of Object.keys(group)) {
      if (key === 'name' || key === 'location') continue;
      group[key] = profileOf(group, key);
      row[titles.get(key) ?? key] = group[key];
    }
    return row;
  });
  const headers = ['Name', 'Location', ...Object.keys(KINDS)];
  const readable = tableToMarkdown('Security Profile Groups:', rows, { headers });
  session.emit(entryOf({ raw, outputs: groups, readable, prefix: 'Panorama.ProfileGroup', keys: ['name'] }));
};

/** `pan-os-create-security-profile-group`: a `set` by GET. */
export const createProfileGroup: Command = (session, args) => {
  const name = get(args, 'group_name');
  const element = Object.entries(CREATED).map(([argument, kind]) => oneMember(kind, get(args, argument)));
  const xpath = groupPath(session, name);
  const raw = session.get({ type: 'config', action: 'set', xpath, element: element.join('') });
  session.emit(entryOf({ raw, readable: `Successfully created Security Profile Group: "${str(name)}"` }));
};

/** `pan-os-edit-security-profile-group`: one profile; `None` writes the group anew without it. */
export const editProfileGroup: Command = (session, args) => {
  const name = get(args, 'group_name', '');
  const changed = KINDS[str(get(args, 'profile_to_change', ''))];
  const value = get(args, 'profile_value', '');
  const path = groupPath(session, name);
  const change =
    str(value).toLowerCase() === 'none'
      ? { xpath: path, element: groupWithout(session, name, changed) }
      : { xpath: `${path}/${changed ?? 'None'}`, element: oneMember(changed ?? 'None', value) };
  const raw = session.get({ type: 'config', action: 'edit', ...change });
  session.emit(entryOf({ raw, readable: `Successfully edited Security Profile Group: "${str(name)}"` }));
};

function groupWithout(session: Session, name: Value, left: string | undefined): string {
  const [group] = groupsOf(session, name).groups;
  if (group === undefined) throw new CommandError(`Could not find security profile group "${str(name)}"`);
  const kept = Object.values(KINDS).filter((kind) => kind !== left);
  return `<entry name="${str(name)}">${kept.map((kind) => oneMember(kind, profileOf(group, kind))).join('')}</entry>`;
}

/** `pan-os-delete-security-profile-group`. */
export const deleteProfileGroup: Command = (session, args) => {
  const name = get(args, 'group_name');
  const raw = session.get({ type: 'config', action: 'delete', xpath: groupPath(session, name) });
  session.emit(entryOf({ raw, readable: `Successfully deleted Security Profile Group: "${str(name)}"` }));
};
