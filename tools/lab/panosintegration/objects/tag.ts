import { entryOf } from '../entries';
import { tableToMarkdown } from '../markdown';
import { get, item, itemAt, or } from '../python/access';
import { argToBoolean } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { str } from '../python/text';
import { isTrue, type Dictionary, type Value } from '../python/value';
import type { Command, Session } from '../session';
import { cleanMarks } from '../uncommitted';

/** Where tags are looked for: the instance's scope, or Shared. */
type Place = 'own' | 'shared';

function tagPath(session: Session, place: Place, name?: Value): string {
  const tags = place === 'shared' ? '/config/shared/tag' : `${session.instance.rulebase}tag`;
  return name === undefined ? tags : `${tags}/entry[@name='${str(name)}']`;
}

/** The override element is for Panorama only; a colour is kept when a tag is edited. Nothing is escaped. */
function tagElement(session: Session, isOverrideDisabled: boolean, comment: Value, color: Value = ''): string {
  const override = `<disable-override>${isOverrideDisabled ? 'yes' : 'no'}</disable-override>`;
  return [
    session.instance.deviceGroup === undefined ? '' : override,
    `<comments>${str(comment)}</comments>`,
    isTrue(color) ? `<color>${str(color)}</color>` : '',
  ].join('');
}

/** Reads the tags of a place and notes in each where it stands. None is an error of the device's code 7. */
function tagsOf(session: Session, place: Place): { readonly raw: Dictionary; readonly tags: Dictionary[] } {
  const raw = session.get({ type: 'config', action: 'get', xpath: tagPath(session, place) });
  const node = get(itemAt(raw, 'response', 'result'), 'tag', {});
  const entries = node === null ? [] : get(node, 'entry', []);
  const tags = (Array.isArray(entries) ? entries : [entries]) as Dictionary[];
  for (const tag of tags) tag.location = place === 'shared' ? 'shared' : (session.instance.deviceGroup ?? null);
  return { raw, tags };
}

/** `pan-os-list-tag`. The cleaned tags stand in the raw answer too. */
export const listTags: Command = (session, args) => {
  const { raw, tags } = tagsOf(session, 'own');
  if (argToBoolean(get(args, 'include_shared_tags', false))) tags.push(...tagsOf(session, 'shared').tags);
  const rows = tags.map((tag) => {
    cleanMarks(tag);
    tag.name = item(tag, '@name');
    Reflect.deleteProperty(tag, '@name');
    const row: Dictionary = { Name: tag.name, Location: tag.location ?? null };
    if (tag.color !== undefined) row.Color = tag.color;
    if (tag.comments !== undefined) row.Comment = tag.comments;
    return row;
  });
  const readable = tableToMarkdown('Tags:', rows, { headers: ['Name', 'Color', 'Comment', 'Location'] });
  session.emit(entryOf({ raw, outputs: tags, readable, prefix: 'Panorama.Tag', keys: ['name'] }));
};

/** `pan-os-create-tag`: a `set` by GET, without a colour and without context. */
export const createTag: Command = (session, args) => {
  const name = get(args, 'name', '');
  const isOverrideDisabled = argToBoolean(get(args, 'disable_override', false));
  const place = argToBoolean(get(args, 'is_shared', false)) ? 'shared' : 'own';
  const element = tagElement(session, isOverrideDisabled, get(args, 'comment', ''));
  const raw = session.get({ xpath: tagPath(session, place, name), element, action: 'set', type: 'config' });
  session.emit(entryOf({ raw, readable: `The tag with name "${str(name)}" was created successfully.` }));
};

/** `pan-os-edit-tag`: reads the tags of the device group *and* of Shared first, to keep what is not given. */
export const editTag: Command = (session, args) => {
  const name = get(args, 'name', '');
  const tags = [...tagsOf(session, 'own').tags, ...tagsOf(session, 'shared').tags];
  const tag = tags.find((candidate) => candidate['@name'] === name);
  if (tag === undefined) {
    throw new CommandError(
      `Can't find the tag with name '${str(name)}' in tags list.\n` +
        `Please run the pan-os-list-tag command and verify that the tag '${str(name)}' exists.`,
    );
  }
  cleanMarks(tag);
  const override = argToBoolean(or(get(args, 'disable_override'), get(tag, 'disable-override', 'no')));
  const comment = or(get(args, 'comment', ''), get(tag, 'comments', ''));
  const content = tagElement(session, override, comment, get(tag, 'color', ''));
  const element = `<entry name="${str(get(args, 'new_name', name))}">${content}</entry>`;
  const raw = hereOrShared(session, name, { element, action: 'edit' }, ['Status code: 12']);
  session.emit(entryOf({ raw, readable: `The tag with name "${str(name)}" was edited successfully.` }));
};

/** `pan-os-delete-tag`: of the instance's own device group, or else of Shared. */
export const deleteTag: Command = (session, args) => {
  const name = get(args, 'name', '');
  const raw = hereOrShared(session, name, { action: 'delete' }, ['Object not present', 'Status code: 12']);
  session.emit(entryOf({ raw, readable: `The tag with name "${str(name)}" was deleted successfully.` }));
};

/** Tries the same in Shared when the first try fails with one of the texts. */
function hereOrShared(session: Session, name: Value, params: Dictionary, texts: readonly string[]): Dictionary {
  try {
    return session.get({ ...params, xpath: tagPath(session, 'own', name), type: 'config' });
  } catch (error) {
    if (!(error instanceof CommandError) || !texts.some((text) => error.message.includes(text))) throw error;
    return session.get({ ...params, xpath: tagPath(session, 'shared', name), type: 'config' });
  }
}
