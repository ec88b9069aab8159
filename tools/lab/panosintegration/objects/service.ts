import { leaf, list } from '../elements';
import { note } from '../entries';
import type { Instance } from '../instance';
import { compactTable } from '../markdown';
import { concatenable, contains, get, item, itemAt } from '../python/access';
import { argToList } from '../python/convert';
import type { Dictionary, Value } from '../python/value';
import type { Command } from '../session';
import { contextOf, deleteObject, describe, each, found, listed, objectPath, reported, type Kind } from './common';

const SERVICE: Kind = { element: 'service', context: 'Services', noun: 'Service' };
const HEADERS = ['Name', 'Protocol', 'SourcePort', 'DestinationPort', 'Description', 'Tags'];

function describeService(instance: Instance, service: Value): Dictionary {
  const described = describe(instance, service, { Description: 'description' });
  const protocols = item(service, 'protocol');
  const protocol = ['tcp', 'udp'].find((name) => contains(protocols, name)) ?? 'sctp';
  const ports = item(protocols, protocol);
  described.Protocol = protocol;
  if (contains(ports, 'port')) described.DestinationPort = itemAt(ports, 'port');
  if (contains(ports, 'source-port')) described.SourcePort = itemAt(ports, 'source-port');
  return described;
}

/** `pan-os-list-services`. */
export const listServices: Command = (session, args) => {
  const services = listed(session, SERVICE, args.tag);
  const described = each(services, (service) => describeService(session.instance, service));
  const table = compactTable('Services:', described, HEADERS);
  session.emit(note(services, table, { [contextOf(SERVICE)]: described }, 'markdown'));
};

/** `pan-os-get-service`, from the running configuration. */
export const getService: Command = (session, args) => {
  const service = found(session, SERVICE, item(args, 'name'), 'show');
  const described = describeService(session.instance, service);
  const table = compactTable('Address:', described, HEADERS);
  session.emit(note(service, table, { [contextOf(SERVICE)]: described }, 'markdown'));
};

/** `pan-os-create-service`: a `set`, which merges. There is no command to edit a service. */
export const createService: Command = (session, args) => {
  const { instance } = session;
  const name = item(args, 'name');
  const protocol = concatenable(item(args, 'protocol'));
  const ports = `${leaf(item(args, 'destination_port'), 'port')}${leaf(args.source_port, 'source-port')}`;
  const tags = argToList(args.tags);
  const element = [
    `<protocol><${protocol}>${ports}</${protocol}></protocol>`,
    leaf(args.description, 'description'),
    list(tags, 'tag'),
  ];
  const result = session.change('set', objectPath(instance, SERVICE, name), element.join(''));
  const output = reported(instance, name, {
    Protocol: protocol,
    DestinationPort: item(args, 'destination_port'),
    SourcePort: get(args, 'source_port'),
    Description: get(args, 'description'),
    Tags: tags,
  });
  session.emit(note(result, 'Service was created successfully.', { [contextOf(SERVICE)]: output }));
};

/** `pan-os-delete-service`. */
export const deleteService: Command = (session, args) => {
  deleteObject(session, SERVICE, item(args, 'name'));
};
