import { leaf, list } from '../elements';
import { entryOf, note, plain } from '../entries';
import { compactTable } from '../markdown';
import { get, getAt, item } from '../python/access';
import { argToList } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { setOf } from '../python/set';
import { setRepr, str } from '../python/text';
import { isDictionary, isTrue, type Value } from '../python/value';
import type { Command, Session } from '../session';
import { dictToXml } from '../dicttoxml';
import { contextOf, deleteObject, describe, each, found, listed, objectPath, reported, type Kind } from './common';

const ADDRESS: Kind = { element: 'address', context: 'Addresses', noun: 'Address' };

const FIELDS = { Description: 'description', IP_Netmask: 'ip-netmask', IP_Range: 'ip-range', FQDN: 'fqdn' };
const HEADERS = ['Name', 'IP_Netmask', 'IP_Range', 'FQDN', 'Tags'];

/** `pan-os-list-addresses`. Uncommitted values keep their marks; wildcards are named since 2.x, and in lists only. */
export const listAddresses: Command = (session, args) => {
  const addresses = listed(session, ADDRESS, args.tag);
  const knowsWildcards = session.instance.version === '2.5.1' && Array.isArray(addresses);
  const fields = knowsWildcards ? { ...FIELDS, IP_Wildcard: 'ip-wildcard' } : FIELDS;
  const described = each(addresses, (address) => describe(session.instance, address, fields));
  const headers = ['Name', 'IP_Netmask', 'IP_Range', 'IP_Wildcard', 'FQDN', 'Tags'];
  const table = compactTable('Addresses:', described, knowsWildcards ? headers : HEADERS);
  session.emit(note(addresses, table, { [contextOf(ADDRESS)]: described }, 'markdown'));
};

/** `pan-os-get-address`, from the running configuration: an uncommitted one is not found, which is no error since 2.x. */
export const getAddress: Command = (session, args) => {
  const name = item(args, 'name');
  const address = runningAddress(session, name);
  if (address === undefined) {
    session.emit(plain(`Address name ${str(name)} was not found`));
    return;
  }
  const described = describe(session.instance, address, FIELDS);
  const table = compactTable('Address:', described, HEADERS);
  session.emit(note(address, table, { [contextOf(ADDRESS)]: described }, 'markdown'));
};

function runningAddress(session: Session, name: Value): Value | undefined {
  try {
    return found(session, ADDRESS, name, 'show');
  } catch (error) {
    const isMissing = error instanceof CommandError && error.message.includes('Object was not found');
    if (isMissing && session.instance.version === '2.5.1') return undefined;
    throw error;
  }
}

/** `pan-os-create-address`: a `set`, which merges into an address that is there. */
export const createAddress: Command = (session, args) => {
  const { instance } = session;
  const isCurrent = instance.version === '2.5.1';
  const tags = isCurrent ? setOf(argToList(args.tag)) : argToList(args.tag);
  if (isCurrent && tags.length > 0) checkTags(session, tags);
  const values = [args.fqdn, args.ip_netmask, args.ip_range, args.ip_wildcard];
  const given = values.filter((value) => (isCurrent ? value !== undefined : isTrue(value)));
  if (given.length !== 1) {
    throw new CommandError(
      isCurrent
        ? 'Please specify exactly one of the following arguments: fqdn, ip_netmask, ip_range, ip_wildcard.'
        : 'Please specify exactly one of the following: fqdn, ip_netmask, ip_range.',
    );
  }
  const name = item(args, 'name');
  const element = [
    leaf(args.fqdn, 'fqdn'),
    leaf(args.ip_netmask, 'ip-netmask'),
    leaf(args.ip_range, 'ip-range'),
    leaf(args.ip_wildcard, 'ip-wildcard'),
    leaf(args.description, 'description'),
    list(tags, 'tag'),
  ];
  session.change('set', objectPath(instance, ADDRESS, name), element.join(''));
  const output = reported(instance, name, {
    FQDN: get(args, 'fqdn'),
    IP_Netmask: get(args, 'ip_netmask'),
    IP_Range: get(args, 'ip_range'),
    Description: get(args, 'description'),
    Tags: tags,
  });
  session.emit(note(null, 'Address was created successfully.', { [contextOf(ADDRESS)]: output }));
};

/** The tags must stand in this device group itself: those of Shared and of ancestors are not seen. */
function checkTags(session: Session, tags: readonly Value[]): void {
  const answer = session.read(`${session.instance.objects}tag`);
  const entries = getAt(answer, ['response', 'result', 'tag', 'entry'], []);
  const present = (isDictionary(entries) ? [entries] : argToList(entries)).map((entry) => get(entry, '@name'));
  const missing = tags.filter((tag) => !present.includes(tag));
  if (missing.length === 0) return;
  throw new CommandError(
    `Failed to create the address object since the tags \`${setRepr(missing.map(str))}\` does not exist. ` +
      'You can use the `create_tag` argument to create the tag.',
  );
}

/** `pan-os-edit-address`: replaces one child. Unlike its neighbours it escapes the value; it posts with the URL. */
export const editAddress: Command = (session, args) => {
  const name = str(item(args, 'name'));
  const argument = str(item(args, 'element_to_change'));
  const element = argument.replaceAll('_', '-');
  const value = get(args, 'element_value');
  const raw = session.request('POST', 'url', {
    xpath: `${session.instance.objects}address/entry[@name="${name}"]/${element}`,
    element: dictToXml({ [element]: argument === 'tag' ? { member: argToList(value) } : value }),
    action: 'edit',
    type: 'config',
  });
  session.emit(entryOf({ raw, readable: `Address ${name} was edited successfully.` }));
};

/** `pan-os-delete-address`. */
export const deleteAddress: Command = (session, args) => {
  deleteObject(session, ADDRESS, item(args, 'name'));
};
