import { oneLine } from '../policy/text/printable';
import { ENTRY_TYPE } from './host';

/**
 * The wire format of war-room entries, here and nowhere else (Cortex XSOAR documentation, "Entry"). Values are plain
 * data without undefined members, since they cross into the server's own language.
 */
export interface WarRoomEntry {
  readonly Type: number;
  readonly ContentsFormat: 'json' | 'text' | 'markdown';
  readonly Contents: unknown;
  readonly ReadableContentsFormat?: 'markdown';
  readonly HumanReadable?: string;
  readonly EntryContext?: { readonly [path: string]: unknown };
  /** Policies are full of addresses that are no indicators of anything. */
  readonly IgnoreAutoExtract?: true;
}

/**
 * A result: Markdown for people, `data` for playbooks.
 *
 * @param path the context path that `data` is merged into, for example `CNSeries.Validation(val.Policy == obj.Policy)`,
 * which replaces the element with the same Policy instead of adding one
 */
export function resultEntry(markdown: string, path: string, data: object): WarRoomEntry {
  const context: { [path: string]: unknown } = {};
  context[path] = data;
  return {
    Type: ENTRY_TYPE.note,
    ContentsFormat: 'json',
    Contents: data,
    ReadableContentsFormat: 'markdown',
    HumanReadable: markdown,
    EntryContext: context,
    IgnoreAutoExtract: true,
  };
}

/** A failure: the playbook task fails and shows the text, which is no Markdown, as one line. */
export function errorEntry(message: string): WarRoomEntry {
  return { Type: ENTRY_TYPE.error, ContentsFormat: 'text', Contents: oneLine(message) };
}
