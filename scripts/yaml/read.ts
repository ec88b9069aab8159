import { decode } from './decode';
import { isUnreadable } from './failure';
import { readJson, type JsonDocument } from './json';
import { parseTree } from './parse';
import { hasContent, splitDocuments, type Part } from './split';

/** One document of a text: its value, or why it has none, with the place in the whole text. */
export type ReadDocument =
  { readonly kind: 'value'; readonly value: unknown } | { readonly kind: 'unreadable'; readonly reason: string };

/**
 * The documents of a text as `kubectl apply -f` reads them (`YAMLOrJSONDecoder` in k8s.io/apimachinery): JSON objects
 * one after the other, or YAML documents. A document that cannot be read does not keep others from being read. Empty
 * ones are left out; a document `null` is not, so that documents keep their numbers.
 */
export function readText(text: string): readonly ReadDocument[] {
  const json = /^\s*[{[]/.test(text) ? readJson(text) : { documents: [], end: 0 };
  const documents = json.documents.map(readDocument);
  const rest = text.slice(json.end);
  const linesBefore = lineCount(text.slice(0, json.end)) - 1;
  // A single JSON object may be the first of several YAML documents.
  if (documents.length > 1) {
    const isMore = rest.split('\n').some(hasContent);
    return isMore ? documents.concat(unreadableAt('what follows JSON objects is no JSON', linesBefore)) : documents;
  }
  return documents.concat(splitDocuments(rest).map((part) => readPart(part, linesBefore + part.linesBefore)));
}

function readDocument(document: JsonDocument): ReadDocument {
  return document.kind === 'value' ? document : unreadableAt(document.reason, document.line);
}

function readPart(part: Part, linesBefore: number): ReadDocument {
  if (part.violation !== undefined) return unreadableAt(part.violation, linesBefore - 1);
  try {
    return { kind: 'value', value: decode(parseTree(part.text)) };
  } catch (thrown) {
    if (!isUnreadable(thrown)) throw thrown;
    return unreadableAt(thrown.message, linesBefore + thrown.line, thrown.column);
  }
}

/** @param line from 0 */
function unreadableAt(reason: string, line: number, column?: number): ReadDocument {
  const inLine = column === undefined ? '' : ', column ' + String(column + 1);
  return { kind: 'unreadable', reason: reason + ' (line ' + String(line + 1) + inLine + ')' };
}

function lineCount(text: string): number {
  return text.split('\n').length;
}
