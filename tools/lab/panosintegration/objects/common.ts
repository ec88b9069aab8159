import { note } from '../entries';
import type { Instance } from '../instance';
import { concatenable, contains, get, item, itemAt } from '../python/access';
import { str } from '../python/text';
import { isTrue, type Dictionary, type Value } from '../python/value';
import type { Session } from '../session';

/** A kind of object: its element, its context and how it is called in texts. */
export interface Kind {
  readonly element: string;
  readonly context: string;
  readonly noun: string;
}

/**
 * The key under which objects of a kind are merged into the context.
 *
 * @example contextOf({ element: 'tag', context: 'Tag', noun: 'The tag' }) //=> 'Panorama.Tag(val.Name == obj.Name)'
 */
export const contextOf = ({ context }: Kind): string => `Panorama.${context}(val.Name == obj.Name)`;

/** The xpath of one object. The name is pasted in: a `'` breaks the path. */
export const objectPath = ({ objects }: Instance, { element }: Kind, name: Value): string =>
  `${objects}${element}/entry[@name='${concatenable(name)}']`;

/** Lists the candidate's objects of a kind; one object comes as itself and not as a list. */
export function listed(session: Session, kind: Kind, tag: Value | undefined): Value {
  const path = `${session.instance.objects}${kind.element}/entry`;
  const filter = isTrue(tag) ? `[( tag/member = '${str(tag)}')]` : '';
  return itemAt(session.read(`${path}${filter}`), 'response', 'result', 'entry');
}

/** One object: of the running configuration by `show`, of the candidate by `get`. */
export function found(session: Session, kind: Kind, name: Value, action: 'show' | 'get'): Value {
  const xpath = objectPath(session.instance, kind, name);
  return itemAt(session.get({ action, type: 'config', xpath }), 'response', 'result', 'entry');
}

/** Each of several, or the one. */
export const each = (objects: Value, describe: (object: Value) => Dictionary): Value =>
  Array.isArray(objects) ? objects.map(describe) : describe(objects);

/** Starts the description of an object: name, device group, and what `fields` name where the object has it. */
export function describe(
  { deviceGroup }: Instance,
  object: Value,
  fields: { readonly [key: string]: string },
): Dictionary {
  const described: Dictionary = { Name: item(object, '@name') };
  if (deviceGroup !== undefined) described.DeviceGroup = deviceGroup;
  for (const [key, element] of Object.entries(fields)) {
    if (contains(object, element)) described[key] = get(object, element);
  }
  const tags = get(object, 'tag');
  if (tags !== null && contains(tags, 'member')) described.Tags = get(tags, 'member');
  return described;
}

/** What a create command reports: its arguments as given, without those that are missing. */
export function reported(
  { deviceGroup }: Instance,
  name: Value,
  fields: { readonly [key: string]: Value },
): Dictionary {
  const output: Dictionary = { Name: name };
  if (deviceGroup !== undefined) output.DeviceGroup = deviceGroup;
  for (const [key, value] of Object.entries(fields)) if (isTrue(value)) output[key] = value;
  return output;
}

/** Deletes one object and reports its name. */
export function deleteObject(session: Session, kind: Kind, name: Value): void {
  const xpath = objectPath(session.instance, kind, name);
  const result = session.change('delete', xpath, `<entry name='${concatenable(name)}'></entry>`);
  const output = reported(session.instance, name, {});
  session.emit(note(result, `${kind.noun} was deleted successfully.`, { [contextOf(kind)]: output }));
}
