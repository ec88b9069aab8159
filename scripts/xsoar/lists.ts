import { ENTRY_TYPE, onlyEntry, textOf, type Host } from './host';

/** The names of the lists that a user keeps for this pack. */
export const LISTS = { clusters: 'CNSeries Clusters', securityServices: 'CNSeries Security Services' };

/**
 * The content of a list, or undefined where there is none of this name.
 *
 * @throws a user error with the server's text if it cannot be read
 */
export function readList(host: Host, name: string): string | undefined {
  const entries = host.executeCommand('getList', { listName: name });
  if (entries.length === 1 && isMissing(entries[0].Type, entries[0].Contents)) return undefined;
  return textOf(onlyEntry(entries, 'The list "' + name + '" cannot be read').Contents);
}

/** The server's answer for an unknown list is an error that reads "Item not found (8)". */
function isMissing(type: number, contents: unknown): boolean {
  return type === ENTRY_TYPE.error && /not found/i.test(textOf(contents));
}
