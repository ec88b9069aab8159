import { userError } from './errors';
import { ENTRY_TYPE, onlyEntry, textOf, type Host, type HostEntry } from './host';

/** Files beyond this are refused; the server's file reader would cut them silently. */
const MAX_FILE_BYTES = 2000000;

/**
 * The text of a war-room entry: what somebody pasted, or the content of a file that somebody uploaded.
 *
 * @throws a user error if there is no such entry, or its file is too long
 */
export function readEntryText(host: Host, id: string): string {
  const entry = onlyEntry(host.executeCommand('getEntry', { id }), 'The entry ' + id + ' cannot be read');
  if (entry.Type === ENTRY_TYPE.file || entry.Type === ENTRY_TYPE.entryInfoFile) return readFileText(host, id);
  return textOf(entry.Contents);
}

/** JavaScript cannot open files; the automation ReadFile of the pack CommonScripts, which every server has, can. */
function readFileText(host: Host, id: string): string {
  const what = 'The file of the entry ' + id + ' cannot be read';
  const limit = { entryID: id, maxFileSize: String(MAX_FILE_BYTES + 1) };
  const text = fileData(onlyEntry(host.executeCommand('ReadFile', limit), what));
  if (text === undefined) throw userError(what + ': the answer has no text.');
  if (text.length > MAX_FILE_BYTES) throw userError(what + ': it has more than ' + String(MAX_FILE_BYTES) + ' bytes.');
  return text;
}

function fileData(entry: HostEntry): string | undefined {
  const contents = entry.Contents;
  if (typeof contents !== 'object' || contents === null) return undefined;
  const data = (contents as { readonly FileData?: unknown }).FileData;
  return typeof data === 'string' ? data : undefined;
}
