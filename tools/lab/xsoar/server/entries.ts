import { RunnerError } from '../errors';
import { isList, isObject, textOf, type Json, type JsonObject } from '../json';

/** War-room entry types (`entryTypes` of the common code). */
export const ENTRY_TYPE = { note: 1, file: 3, error: 4, entryInfoFile: 9, warning: 11 } as const;

/** What a script or command gives: an entry before it stands in a war room. */
export interface EntryContent {
  readonly Type: number;
  readonly Contents: Json;
  readonly ContentsFormat: string;
  readonly HumanReadable?: Json;
  readonly ReadableContentsFormat?: string;
  readonly EntryContext?: JsonObject;
  readonly Tags?: readonly string[];
  readonly Note?: boolean;
  readonly IgnoreAutoExtract?: boolean;
  readonly File?: string;
  readonly FileID?: string;
  /** The next four are there when the command wants to be run again by the server. */
  readonly PollingCommand?: string;
  readonly NextRun?: string;
  readonly Timeout?: string;
  readonly PollingArgs?: JsonObject;
  readonly Brand?: string;
  readonly ModuleName?: string;
}

/** An entry in a war room. */
export interface Entry extends EntryContent {
  /** `12@3`: number and incident. */
  readonly ID: string;
  readonly Created: string;
  readonly User: string;
}

const KEYS =
  'Type Contents ContentsFormat HumanReadable ReadableContentsFormat EntryContext Tags Note IgnoreAutoExtract File FileID ' +
  'PollingCommand NextRun Timeout PollingArgs Brand ModuleName ID';

const FORMATS = ['html', 'table', 'json', 'text', 'dbotCommandResponse', 'markdown'];

const TYPES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 15, 17];

/** An entry of type 1: text as it is, anything else as JSON. */
export function note(contents: Json, context?: JsonObject): EntryContent {
  return {
    Type: ENTRY_TYPE.note,
    ContentsFormat: typeof contents === 'string' ? 'text' : 'json',
    Contents: contents,
    ...(context === undefined ? {} : { EntryContext: context }),
  };
}

/** An entry of type 4, which fails the task that gives it. */
export function errorEntry(text: string): EntryContent {
  return { Type: ENTRY_TYPE.error, ContentsFormat: 'text', Contents: text };
}

/** Whether an entry tells of an error. */
export function isErrorEntry(entry: EntryContent): boolean {
  return entry.Type === ENTRY_TYPE.error;
}

/** The text of an entry, as people read it. */
export function entryText(entry: EntryContent): string {
  return textOf(entry.HumanReadable ?? entry.Contents);
}

/**
 * The entries that a script's return value makes: nothing for nothing, one for an entry or a text, several for a list
 * of entries. What is no entry is shown as JSON.
 *
 * @throws RunnerError for an entry with keys or values that the server does not know
 */
export function entriesOf(name: string, returned: Json | undefined): readonly EntryContent[] {
  if (returned === undefined || returned === null) return [];
  const list = isList(returned) ? returned : [returned];
  return list.every(isEntry) ? list.map((entry) => checked(name, entry)) : [note(returned)];
}

function isEntry(value: Json): value is JsonObject {
  return isObject(value) && Object.hasOwn(value, 'Type');
}

function checked(name: string, entry: JsonObject): EntryContent {
  const fail = (problem: string): never => {
    throw new RunnerError(`An entry of ${name} ${problem}.`);
  };
  const unknown = Object.keys(entry).filter((key) => !KEYS.split(' ').includes(key));
  if (unknown.length > 0) fail(`has the unknown key ${unknown.join(', ')}`);
  const { Type, ContentsFormat = 'text', EntryContext } = entry;
  if (typeof Type !== 'number' || !TYPES.includes(Type)) fail(`has the unknown type ${JSON.stringify(Type)}`);
  if (!FORMATS.includes(textOf(ContentsFormat))) fail(`has the unknown format ${JSON.stringify(ContentsFormat)}`);
  if (!Object.hasOwn(entry, 'Contents') && !Object.hasOwn(entry, 'File')) fail('has no Contents');
  if (EntryContext !== undefined && EntryContext !== null && !isObject(EntryContext))
    fail('has an EntryContext that is no object');
  return { ...(entry as unknown as EntryContent), ContentsFormat: textOf(ContentsFormat) };
}
