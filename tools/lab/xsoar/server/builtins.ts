import { deletePath, keysOf } from '../context/tree';
import { CommandFailure } from '../errors';
import { isAbsent, textOf, type Json, type JsonObject } from '../json';
import type { Builtin, Caller } from './builtin';
import { LIST_CHARACTERS, SERVER_USER, type Core } from './core';
import { define } from './define';
import { entriesOf, errorEntry, note, type EntryContent } from './entries';
import { INCIDENT_COMMANDS } from './incidentcommands';
import type { User } from './options';

/** The error for a list that is not there, as public content looks for it. */
const NOT_FOUND = 'Item not found (8)';

function getList(core: Core, _caller: Caller, { listName }: JsonObject): readonly EntryContent[] {
  const name = textOf(listName);
  return Object.hasOwn(core.state.lists, name) ? [note(core.state.lists[name])] : [errorEntry(NOT_FOUND)];
}

/** "The list must already exist" (documentation, "List commands"). */
function setList(core: Core, caller: Caller, args: JsonObject): readonly EntryContent[] {
  if (!Object.hasOwn(core.state.lists, textOf(args.listName))) return [errorEntry(NOT_FOUND)];
  return createList(core, caller, args);
}

function createList(core: Core, _caller: Caller, { listName, listData }: JsonObject): readonly EntryContent[] {
  const data = textOf(listData);
  if (data.length > LIST_CHARACTERS) {
    throw new CommandFailure(`The list has ${data.length} characters; at most ${LIST_CHARACTERS} are allowed`);
  }
  core.state.lists[textOf(listName)] = data;
  return [note(`Done: list ${textOf(listName)} was updated`)];
}

/** `12@3` of any incident, `12` of this one. */
function getEntry(core: Core, caller: Caller, { id }: JsonObject): readonly EntryContent[] {
  const wanted = textOf(id);
  const incident = wanted.includes('@') ? core.incident(wanted.slice(wanted.indexOf('@') + 1)) : caller.incident;
  const full = wanted.includes('@') ? wanted : `${wanted}@${incident.id}`;
  const entry = incident.entries.find((one) => one.ID === full);
  if (entry === undefined) throw new CommandFailure(`There is no entry ${full}`);
  return [entry];
}

/** Deletes below the root of the incident's context; `subplaybook-<id>.key` is a private one. */
function delContext(_core: Core, caller: Caller, args: JsonObject): readonly EntryContent[] {
  const { incident } = caller;
  if (textOf(args.all) === 'yes') incident.context = {};
  else for (const key of textOf(args.key).split(',')) incident.context = deletePath(incident.context, keysOf(key));
  return [note('Context was cleared')];
}

/** All users, those of some roles, or the one who runs this. */
function getUsers(core: Core, caller: Caller, { current, roles }: JsonObject): readonly EntryContent[] {
  const all = core.options.users ?? [];
  if (textOf(current) === 'true') {
    const found = core.user(caller.user) ?? { username: caller.user, name: SERVER_USER, roles: [] };
    return usersEntry([found]);
  }
  const wanted = isAbsent(roles) ? undefined : textOf(roles).split(',');
  return usersEntry(all.filter((user) => wanted === undefined || user.roles.some((role) => wanted.includes(role))));
}

function usersEntry(users: readonly User[]): readonly EntryContent[] {
  const contents: Json = users.map(({ username, name, email, roles }) => ({
    id: username,
    username,
    name: name ?? username,
    email: email ?? '',
    roles: { demisto: roles },
    allRoles: roles,
  }));
  return [note(contents, { DemistoUsers: contents })];
}

/** Entries for another incident's war room, as JSON. */
function addEntries(core: Core, caller: Caller, { id, entries }: JsonObject): readonly EntryContent[] {
  const given: unknown = typeof entries === 'string' ? JSON.parse(entries) : entries;
  const incident = isAbsent(id) ? caller.incident : core.incident(textOf(id));
  return [note(core.post(incident, entriesOf('addEntries', given as Json), caller.user).map((entry) => entry.ID))];
}

/** The built-in commands. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map(
  [
    define('getList', 'listName*', getList),
    define('setList', 'listName* listData', setList),
    define('createList', 'listName* listData', createList),
    define('getEntry', 'id*', getEntry),
    define('addEntries', 'id entries*', addEntries),
    define('delContext', 'key all', delContext),
    define('getUsers', 'current roles', getUsers),
    ...INCIDENT_COMMANDS,
  ].map((command) => [command.name, command]),
);
