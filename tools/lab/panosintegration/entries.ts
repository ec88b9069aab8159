import { isTrue, type Dictionary, type Value } from './python/value';
import { tableToMarkdown } from './markdown';
import { ENTRY_TYPE, type Entry } from './types';

/** A note of the old form: JSON contents with a readable text and context. */
export function note(
  contents: Value,
  readable: string,
  context: { readonly [path: string]: Value } = {},
  format: 'markdown' | 'text' = 'text',
): Entry {
  return {
    Type: ENTRY_TYPE.note,
    ContentsFormat: 'json',
    Contents: contents,
    ReadableContentsFormat: format,
    HumanReadable: readable,
    EntryContext: context,
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

/** `CommandResults` of the base library. */
export interface Results {
  readonly raw?: Value;
  readonly outputs?: Value;
  /** The context path, and the keys that tell objects apart. */
  readonly prefix?: string;
  readonly keys?: readonly string[];
  readonly readable?: Value;
}

/** The entry of `CommandResults`: without a readable text the outputs become a table. */
export function entryOf({ raw, outputs, prefix, keys = [], readable }: Results): Entry {
  const contents = raw ?? outputs ?? null;
  const hasOutputs = outputs !== undefined && !(Array.isArray(outputs) && outputs.length === 0);
  const table = hasOutputs ? tableToMarkdown('Results', outputs) : null;
  const selector = keys.map((key) => `val.${key} && val.${key} == obj.${key}`).join(' && ');
  const context: Dictionary = {};
  if (hasOutputs && prefix !== undefined) context[selector === '' ? prefix : `${prefix}(${selector})`] = outputs;
  return {
    Type: ENTRY_TYPE.note,
    ContentsFormat: typeof contents === 'string' ? 'text' : 'json',
    Contents: isTrue(contents) ? contents : null,
    HumanReadable: readable !== undefined && isTrue(readable) ? readable : table,
    EntryContext: context,
  };
}
