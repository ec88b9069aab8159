import { diagnose, type Diagnostic } from '../policy/diagnostics/diagnostic';
import { readText } from '../yaml/read';

/** What a text holds: its documents in order, and what could not be read. */
export interface Documents {
  readonly documents: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
}

/** More than anyone pastes, and still read in seconds by a slow engine. */
const MAX_CHARACTERS = 2000000;

/**
 * Parses a text of JSON or YAML documents, or takes a value that is parsed already as the only document. Empty
 * documents are left out. Diagnostics: `object-unreadable`, with the number of the document as its path where there are
 * several.
 */
export function parseDocuments(given: unknown): Documents {
  if (typeof given !== 'string') return { documents: [given], diagnostics: [] };
  if (given.length > MAX_CHARACTERS) {
    const reason = 'it has more than ' + String(MAX_CHARACTERS) + ' characters';
    return { documents: [], diagnostics: [diagnose('object-unreadable', { reason }, {})] };
  }
  return documentsOf(withoutFence(given));
}

/** The same for a text of any length, and as it stands in a file. */
export function documentsOf(text: string): Documents {
  const documents: unknown[] = [];
  const diagnostics: Diagnostic[] = [];
  const read = readText(text);
  read.forEach((document, index) => {
    if (document.kind === 'unreadable') {
      const where = read.length > 1 ? { path: 'document ' + String(index + 1) } : {};
      diagnostics.push(diagnose('object-unreadable', { reason: document.reason }, where));
    } else if (document.value !== null) {
      documents.push(document.value);
    }
  });
  return { documents, diagnostics };
}

/**
 * The text inside a Markdown code fence, as people paste it into chats and the war room; its lines keep their numbers.
 */
function withoutFence(text: string): string {
  const lines = text.split('\n');
  const first = indexOfContent(lines);
  if (first < 0 || lines[first].trim().slice(0, 3) !== '```') return text;
  const kept = lines.map((line, index) => (index <= first ? '' : line));
  let last = kept.length - 1;
  while (last > first && kept[last].trim() === '') last--;
  return (kept[last].trim() === '```' ? kept.slice(0, last) : kept).join('\n');
}

/** -1: nothing but blank lines. */
function indexOfContent(lines: readonly string[]): number {
  for (let i = 0; i < lines.length; i++) if (lines[i].trim() !== '') return i;
  return -1;
}
