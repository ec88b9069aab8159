import { list, members } from '../elements';
import { note } from '../entries';
import type { Instance } from '../instance';
import { compactTable } from '../markdown';
import { item, itemAt } from '../python/access';
import { argToList } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { setOf } from '../python/set';
import type { Dictionary, Value } from '../python/value';
import type { Command, Session } from '../session';
import type { Arguments } from '../types';
import { contextOf, deleteObject, describe, each, found, listed, objectPath, reported, type Kind } from './common';

const GROUP: Kind = { element: 'service-group', context: 'ServiceGroups', noun: 'Service group' };
const HEADERS = ['Name', 'Services', 'Tags'];

const describeGroup = (instance: Instance, group: Value): Dictionary => ({
  ...describe(instance, group, {}),
  Services: itemAt(group, 'members', 'member'),
});

/** `pan-os-list-service-groups`: its declared argument is `tag`, but `tags` is what it reads; it filters nothing. */
export const listServiceGroups: Command = (session, args) => {
  const groups = listed(session, GROUP, args.tags);
  const described = each(groups, (group) => describeGroup(session.instance, group));
  const table = compactTable('Service groups:', described, HEADERS);
  session.emit(note(groups, table, { [contextOf(GROUP)]: described }, 'markdown'));
};

/** `pan-os-get-service-group`, from the running configuration. */
export const getServiceGroup: Command = (session, args) => {
  const group = found(session, GROUP, item(args, 'name'), 'show');
  const described = describeGroup(session.instance, group);
  const table = compactTable('Service group:', described, HEADERS);
  session.emit(note(group, table, { [contextOf(GROUP)]: described }, 'markdown'));
};

/** `pan-os-create-service-group`: a `set`, which merges. */
export const createServiceGroup: Command = (session, args) => {
  const { instance } = session;
  const name = item(args, 'name');
  const services = argToList(item(args, 'services'));
  const tags = argToList(args.tags);
  const element = `<members>${members(services)}</members>${list(tags, 'tag')}`;
  const result = session.change('set', objectPath(instance, GROUP, name), element);
  const output = { ...reported(instance, name, { Tags: tags }), Services: services };
  session.emit(note(result, 'Service group was created successfully.', { [contextOf(GROUP)]: output }));
};

/**
 * `pan-os-edit-service-group`: adds to or removes from what is *running*. Its declared argument is `tags`, but `tag` is
 * what it reads, so that tags cannot be changed.
 */
export const editServiceGroup: Command = (session, args) => {
  const { instance } = session;
  const name = item(args, 'name');
  const path = objectPath(instance, GROUP, name);
  const tags = argToList(args.tag);
  const services = changedServices(session, args, tags);
  const output = reported(instance, name, { Services: services, Tag: tags });
  let result: Value = null;
  if (services.length > 0) {
    result = session.change('edit', `${path}/members`, `<members>${members(services)}</members>`);
  }
  if (tags.length > 0) result = session.change('edit', `${path}/tag`, list(tags, 'tag'));
  session.emit(note(result, 'Service group was edited successfully.', { [contextOf(GROUP)]: output }));
};

function changedServices(session: Session, args: Arguments, tags: readonly Value[]): Value[] {
  const added = argToList(args.services_to_add);
  const removed = argToList(args.services_to_remove);
  if (added.length + removed.length + tags.length === 0) {
    throw new CommandError('Specify at least one of the following arguments: services_to_add, services_to_remove, tag');
  }
  if (added.length > 0 && removed.length > 0) {
    throw new CommandError('Specify at most one of the following arguments: services_to_add, services_to_remove');
  }
  if (added.length + removed.length === 0) return [];
  const present = argToList(itemAt(found(session, GROUP, item(args, 'name'), 'show'), 'members', 'member'));
  const services =
    added.length > 0 ? setOf([...added, ...present]) : present.filter((service) => !removed.includes(service));
  if (services.length === 0) throw new CommandError('A Service group must have at least one service.');
  return services;
}

/** `pan-os-delete-service-group`. */
export const deleteServiceGroup: Command = (session, args) => {
  deleteObject(session, GROUP, item(args, 'name'));
};
