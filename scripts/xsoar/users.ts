import { userError } from './errors';
import { onlyEntry, type Host } from './host';

/** A user of the server with the roles that the server gives. */
export interface User {
  readonly name: string;
  readonly roles: readonly string[];
}

/** The user for whom the server itself works, as in playbook tasks. */
const SERVER_USER = /^(dbot)?$/i;

/** Who runs the script; undefined where it is the server itself, as in a playbook. */
function currentUser(host: Host): User | undefined {
  const users = readUsers(host, { current: 'true' });
  return users.length === 1 && !SERVER_USER.test(users[0].name) ? users[0] : undefined;
}

/** The user of this name; undefined where the server knows none. */
export function findUser(host: Host, name: string): User | undefined {
  const found = readUsers(host, {}).filter((user) => user.name === name);
  return found.length === 1 ? found[0] : undefined;
}

/** `getUsers` gives a list of users with `username`, `roles` and `allRoles` (seen in public automations). */
function readUsers(host: Host, args: { readonly current?: string }): User[] {
  const contents = onlyEntry(host.executeCommand('getUsers', { ...args }), 'The users cannot be read').Contents;
  const users: User[] = [];
  for (const one of Array.isArray(contents) ? (contents as unknown[]) : []) {
    const user = one as { readonly username?: unknown; readonly allRoles?: unknown; readonly roles?: unknown } | null;
    if (user === null || typeof user !== 'object' || typeof user.username !== 'string') continue;
    users.push({ name: user.username, roles: textsIn(user.allRoles).concat(textsIn(user.roles)) });
  }
  return users;
}

/** Roles come as a list, or as an object of lists by tenant. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return (value as unknown[]).filter(isText);
  if (typeof value !== 'object' || value === null) return [];
  let found: string[] = [];
  for (const key of Object.keys(value).sort()) {
    found = found.concat(textsIn((value as { readonly [key: string]: unknown })[key]));
  }
  return found;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/**
 * Who decides: the person who runs the automation, or, in a playbook, which runs as the server itself, whoever answered.
 *
 * @throws a user error if nobody knows, or a person names another one
 */
export function decidingUser(host: Host, approver: string | undefined): string {
  const user = currentUser(host);
  if (user === undefined) {
    if (approver !== undefined) return approver;
    throw userError('Nobody knows who decides: in a playbook, give the person who answered as "approver".');
  }
  if (approver === undefined || approver === user.name) return user.name;
  throw userError('You are ' + user.name + ' and cannot decide as ' + approver + '.');
}
