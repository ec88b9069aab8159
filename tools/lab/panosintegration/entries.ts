import { str } from './python/text';
import { isTrue, type Dictionary, type Value } from './python/value';
import { ENTRY_TYPE, type Entry } from './types';

/** A note of the old form: JSON contents with a readable text, and no context. */
export function note(contents: Value, readable: string): Entry {
  return {
    Type: ENTRY_TYPE.note,
    ContentsFormat: 'json',
    Contents: contents,
    ReadableContentsFormat: 'text',
    HumanReadable: readable,
    EntryContext: {},
  };
}

/** What the server makes of a bare text or dictionary. */
export function plain(contents: Value): Entry {
  const ContentsFormat = typeof contents === 'string' ? 'text' : 'json';
  return { Type: ENTRY_TYPE.note, ContentsFormat, Contents: contents, HumanReadable: null, EntryContext: {} };
}

/** An entry of type 11, as `return_warning` writes it. */
export function warning(message: string): Entry {
  return {
    Type: ENTRY_TYPE.warning,
    ContentsFormat: 'text',
    Contents: message,
    HumanReadable: null,
    EntryContext: {},
  };
}

/** An entry of type 4, as `return_error` writes it. */
export function error(message: string): Entry {
  return { Type: ENTRY_TYPE.error, ContentsFormat: 'text', Contents: message, HumanReadable: null, EntryContext: {} };
}

/** `CommandResults` of the base library with a readable text. */
export function entryOf(
  readable: Value,
  outputs: Value = null,
  context: { readonly [path: string]: Value } = {},
): Entry {
  return {
    Type: ENTRY_TYPE.note,
    ContentsFormat: typeof outputs === 'string' ? 'text' : 'json',
    Contents: isTrue(outputs) ? outputs : null,
    HumanReadable: readable,
    EntryContext: context,
  };
}

/**
 * What a command says of the job that it started: the readable text is a table (`tableToMarkdown`) without empty
 * columns.
 */
export function jobEntry(title: string, path: string, job: Dictionary): Entry {
  const shown = Object.entries(job)
    .filter(([, value]) => isTrue(value))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const columns = [
    `|${shown.map(([name]) => name).join('|')}|`,
    `|${shown.map(() => '---').join('|')}|`,
    `| ${shown.map(([, value]) => cell(str(value))).join(' | ')} |`,
  ];
  return entryOf(`### ${title}\n${columns.join('\n')}\n`, job, {
    [`${path}(val.JobID && val.JobID == obj.JobID)`]: job,
  });
}

const cell = (text: string): string => text.replace(/\r\n|\r|\n/g, '<br>').replace(/[|`]/g, '\\$&');
