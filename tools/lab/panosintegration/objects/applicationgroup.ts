import { dictToXml } from '../dicttoxml';
import { entryOf } from '../entries';
import { compactTable } from '../markdown';
import { get, getAt, or } from '../python/access';
import { argToBoolean, argToList, argToNumber } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { setOf } from '../python/set';
import { str } from '../python/text';
import { isDictionary, isTrue, type Dictionary, type Value } from '../python/value';
import { presentMembers } from '../rules/editmembers';
import type { Command, Session } from '../session';
import { cleanMarks } from '../uncommitted';
import { page } from './page';

const CONTEXT = { prefix: 'Panorama.ApplicationGroup', keys: ['Name'] };

const groupPath = ({ instance }: Session, name: Value): string => {
  const groups = `${instance.objects}application-group`;
  return isTrue(name) ? `${groups}/entry[@name='${str(name)}']` : groups;
};

/** `pan-os-list-application-groups`, of the running configuration unless uncommitted ones are asked for. */
export const listApplicationGroups: Command = (session, args) => {
  const name = get(args, 'name');
  const isUncommitted = argToBoolean(get(args, 'show_uncommitted', false));
  const action = isUncommitted ? 'get' : 'show';
  const raw = session.post({ type: 'config', action, xpath: groupPath(session, name) });
  const result = getAt(raw, ['response', 'result'], {});
  const found = or(getAt(result, ['application-group', 'entry'], null), [get(result, 'entry')]);
  const all = Array.isArray(found) ? found : [found];
  const [number, size, limit] = [args.page, args.page_size, args.limit].map(argToNumber);
  const entries = isTrue(name) ? all : page(all, number, size, limit);
  if (isUncommitted) entries.forEach(cleanMarks);
  const outputs = entries.map((entry) => {
    const members = isDictionary(entry) && isDictionary(entry.members) ? or(get(entry.members, 'member'), null) : null;
    return report(isDictionary(entry) ? get(entry, '@name') : null, Array.isArray(members) ? members : [members]);
  });
  session.emit(entryOf({ raw, outputs, readable: compactTable('Application groups:', outputs), ...CONTEXT }));
};

const report = (name: Value, applications: Value[]): Dictionary => ({
  Name: name,
  Applications: applications,
  Members: applications.length,
});

/** `pan-os-create-application-group`: a `set`, which merges. */
export const createApplicationGroup: Command = (session, args) => {
  const name = get(args, 'name');
  const applications = argToList(args.applications);
  const element = dictToXml({ members: { member: applications } });
  const raw = session.change('set', groupPath(session, name), element);
  const readable = `application-group ${str(name)} was created successfully.`;
  session.emit(entryOf({ raw, outputs: report(name, applications), readable, ...CONTEXT }));
};

/** `pan-os-edit-application-group`: adds or removes members, and reads what came of it. */
export const editApplicationGroup: Command = (session, args) => {
  const name = get(args, 'name');
  const xpath = `${groupPath(session, name)}/members`;
  const present = presentMembers(session, 'members', xpath, '');
  const given = argToList(args.applications);
  const members = args.action === 'add' ? setOf([...present, ...given]) : present.filter((one) => !given.includes(one));
  if (members.length === 0) throw new CommandError('The object: members must have at least one item.');
  const raw = session.change('edit', xpath, dictToXml({ members: { member: members } }));
  const outputs = report(name, presentMembers(session, 'members', xpath, ''));
  const readable = `application-group ${str(name)} was edited successfully.`;
  session.emit(entryOf({ raw, outputs, readable, ...CONTEXT }));
};

/** `pan-os-delete-application-group`. */
export const deleteApplicationGroup: Command = (session, args) => {
  const name = get(args, 'name');
  const raw = session.change('delete', groupPath(session, name));
  session.emit(entryOf({ raw, readable: `application-group ${str(name)} was deleted successfully.` }));
};
