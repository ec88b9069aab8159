/** XPaths of Panorama's configuration. Names are quoted here and nowhere else. */

/** The scope above all device groups. */
export const SHARED = 'shared';

const GROUPS = "/config/devices/entry[@name='localhost.localdomain']/device-group";

/** Whether a name can stand in an XPath: PAN-OS names hold no apostrophe, so a text with one is no name. */
export function isQuotable(name: string): boolean {
  return name.indexOf("'") < 0;
}

/**
 * `/config/shared`, or the path of a device group.
 *
 * @throws if the name holds an apostrophe
 * @example
 * scopePath('kubernetes')
 * //=> "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='kubernetes']"
 */
export function scopePath(scope: string): string {
  if (scope === SHARED) return '/config/shared';
  return entryPath(GROUPS, scope);
}

/** A rulebase of a scope, whole. */
export function rulebasePath(scope: string, rulebase: 'pre' | 'post'): string {
  return scopePath(scope) + '/' + rulebase + '-rulebase';
}

/**
 * The security rules of a scope.
 *
 * @example rulesPath('shared', 'pre') //=> '/config/shared/pre-rulebase/security/rules'
 */
export function rulesPath(scope: string, rulebase: 'pre' | 'post'): string {
  return rulebasePath(scope, rulebase) + '/security/rules';
}

/** The container of a kind of object: `address-group`, `profiles/virus`. */
export function objectsPath(scope: string, container: string): string {
  return scopePath(scope) + '/' + container;
}

/**
 * One entry of a container.
 *
 * @example entryPath('/config/shared/tag', 'web') //=> "/config/shared/tag/entry[@name='web']"
 * @throws if the name holds an apostrophe
 */
export function entryPath(container: string, name: string): string {
  return container + '/entry[@name=' + quoted(name) + ']';
}

/**
 * Those entries of a container that have one of the names.
 *
 * @example entriesPath('/config/shared/tag', ['a', 'b']) //=> "/config/shared/tag/entry[@name='a' or @name='b']"
 */
export function entriesPath(container: string, names: readonly string[]): string {
  const conditions = names.map((name) => '@name=' + quoted(name));
  return container + '/entry[' + conditions.join(' or ') + ']';
}

/**
 * Several device groups at once.
 *
 * @example
 * groupsPath(['a', 'b'])
 * //=> "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='a' or @name='b']"
 */
export function groupsPath(names: readonly string[]): string {
  return entriesPath(GROUPS, names);
}

function quoted(name: string): string {
  if (!isQuotable(name)) throw new Error('The name ' + name + ' holds an apostrophe and cannot stand in an XPath.');
  return "'" + name + "'";
}
