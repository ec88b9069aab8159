import { leaf, leafOrAny, list, members } from '../elements';
import { note } from '../entries';
import type { Instance } from '../instance';
import { compactTable } from '../markdown';
import { contains, get, item, itemAt, lower, safeGet } from '../python/access';
import { argToList } from '../python/convert';
import { CommandError, unassigned } from '../python/exceptions';
import { setOf } from '../python/set';
import { repr, str } from '../python/text';
import { isDictionary, isTrue, type Dictionary, type Value } from '../python/value';
import type { Command, Session } from '../session';
import type { Arguments } from '../types';
import { contextOf, deleteObject, describe, each, found, listed, objectPath, reported, type Kind } from './common';

const GROUP: Kind = { element: 'address-group', context: 'AddressGroups', noun: 'Address group' };
const HEADERS = ['Name', 'Type', 'Addresses', 'Match', 'Description', 'Tags'];

/** Static where there is a `static` element, dynamic otherwise. An empty static group is described in lists only. */
function describeGroup(instance: Instance, group: Value, position: 'alone' | 'in-list'): Dictionary {
  const described = describe(instance, group, { Description: 'description' });
  const isStatic = contains(group, 'static');
  described.Type = isStatic ? 'static' : 'dynamic';
  if (!isStatic) described.Match = itemAt(group, 'dynamic', 'filter');
  else if (position === 'alone' || isTrue(get(group, 'static')))
    described.Addresses = itemAt(group, 'static', 'member');
  return described;
}

/** `pan-os-list-address-groups`. */
export const listAddressGroups: Command = (session, args) => {
  const groups = listed(session, GROUP, args.tag);
  const position = Array.isArray(groups) ? 'in-list' : 'alone';
  const described = each(groups, (group) => describeGroup(session.instance, group, position));
  const table = compactTable('Address groups:', described, HEADERS);
  session.emit(note(groups, table, { [contextOf(GROUP)]: described }, 'markdown'));
};

/** Of the candidate since 2.x, of the running configuration before. */
const currentGroup = (session: Session, name: Value): Value =>
  found(session, GROUP, name, session.instance.version === '2.5.1' ? 'get' : 'show');

/** `pan-os-get-address-group`. */
export const getAddressGroup: Command = (session, args) => {
  const group = currentGroup(session, item(args, 'name'));
  const described = describeGroup(session.instance, group, 'alone');
  const table = compactTable('Address group:', described, HEADERS);
  session.emit(note(group, table, { [contextOf(GROUP)]: described }, 'markdown'));
};

/** `pan-os-create-address-group`: a `set`, which merges. Tags are neither checked nor created. */
export const createAddressGroup: Command = (session, args) => {
  const { instance } = session;
  const [name, type, match] = [item(args, 'name'), item(args, 'type'), get(args, 'match')];
  const addresses = argToList(args.addresses);
  if (isTrue(match) && addresses.length > 0) {
    throw new CommandError('Please specify only one of the following: addresses, match.');
  }
  if (type === 'static' && addresses.length === 0) {
    throw new CommandError('Please specify addresses in order to create a static address group.');
  }
  if (type === 'dynamic' && !isTrue(match)) {
    throw new CommandError('Please specify a match in order to create a dynamic address group.');
  }
  const content =
    type === 'static' ? `<static>${members(addresses)}</static>` : `<dynamic>${leaf(match, 'filter')}</dynamic>`;
  const tags = argToList(args.tags);
  const element = `${content}${leaf(args.description, 'description')}${list(tags, 'tag')}`;
  const result = session.change('set', objectPath(instance, GROUP, name), element);
  const output = reported(instance, name, {
    Type: type,
    Match: match,
    Addresses: addresses,
    Description: get(args, 'description'),
    Tags: tags,
  });
  session.emit(note(result, 'Address group was created successfully.', { [contextOf(GROUP)]: output }));
};

/** `pan-os-edit-address-group`: up to three separate edits, filter or addresses first. */
export const editAddressGroup: Command = (session, args) => {
  const { instance } = session;
  const name = item(args, 'name');
  const path = objectPath(instance, GROUP, name);
  const type = lower(item(args, 'type'));
  const output = reported(instance, name, {});
  let result: Value | undefined;
  const edit = (key: string, value: Value, child: string, element: string): void => {
    result = session.change('edit', `${path}/${child}`, element);
    output[key] = value;
  };
  if (type === 'dynamic') {
    const match = get(args, 'match');
    if (!isTrue(match)) throw new CommandError('To edit a Dynamic Address group, Please provide a match.');
    edit('Match', match, 'dynamic/filter', leafOrAny(match, 'filter'));
  }
  if (type === 'static') {
    const addresses = changedAddresses(session, name, args);
    if (addresses.length > 0) edit('Addresses', addresses, 'static', `<static>${members(addresses)}</static>`);
  }
  const description = get(args, 'description');
  if (isTrue(description)) edit('Description', description, 'description', leaf(description, 'description'));
  const tags = argToList(args.tags);
  if (tags.length > 0) edit('Tags', tags, 'tag', list(tags, 'tag'));
  // 1.14.22 has no result where nothing was left to change.
  if (result === undefined && instance.version === '1.14.22') throw new CommandError(unassigned('result'));
  session.emit(
    note(result ?? null, `Address Group ${str(name)} was edited successfully.`, { [contextOf(GROUP)]: output }),
  );
};

/** The new members of a static group. Added ones come in no particular order; the last one cannot be removed. */
function changedAddresses(session: Session, name: Value, args: Arguments): Value[] {
  const added = argToList(args.element_to_add);
  const removed = argToList(args.element_to_remove);
  if (added.length > 0 === removed.length > 0) {
    throw new CommandError(
      'To edit a Static Address group,Please specify exactly one of the following: element_to_add, element_to_remove.',
    );
  }
  const isCurrent = session.instance.version === '2.5.1';
  const members = argToList(safeGet(currentGroup(session, name), ['static', 'member']));
  const present = isCurrent
    ? members.map((member) => (isDictionary(member) ? item(member, '#text') : member))
    : members;
  if (added.length > 0) return setOf([...added, ...present]);
  const left = present.filter((member) => !removed.includes(member));
  if (left.length === 0 && isCurrent) {
    throw new CommandError(
      `cannot remove ${repr(present)} addresses from address group ${str(name)}, ` +
        `address-group ${str(name)} must have at least one address in its configuration`,
    );
  }
  return left;
}

/** `pan-os-delete-address-group`. */
export const deleteAddressGroup: Command = (session, args) => {
  deleteObject(session, GROUP, item(args, 'name'));
};
