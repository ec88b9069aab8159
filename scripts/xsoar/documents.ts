import { CORE_SCHEMA, load, Type, type YAMLException } from 'js-yaml';
import { diagnose, type Diagnostic } from '../policy/diagnostics/diagnostic';

/** What a text holds: its documents in order, and what could not be read. */
export interface Documents {
  readonly documents: readonly unknown[];
  readonly diagnostics: readonly Diagnostic[];
}

/** More than anyone pastes, and still read in seconds by a slow engine. */
const MAX_CHARACTERS = 2000000;
const MAX_VALUES = 500000;

/**
 * What Kubernetes clients read: YAML's core schema (no dates: an unquoted date is a text to them) with merge keys.
 */
const SCHEMA = CORE_SCHEMA.extend({
  implicit: [new Type('tag:yaml.org,2002:merge', { kind: 'scalar', resolve: isMerge })],
});

function isMerge(data: unknown): boolean {
  return data === '<<';
}

/**
 * Parses a text of JSON or YAML documents, or takes a value that is parsed already as the only document. Empty documents
 * are left out. Diagnostics: `object-unreadable`, with the number of the document as its path where there are several.
 */
export function parseDocuments(given: unknown): Documents {
  if (typeof given !== 'string') return { documents: [given], diagnostics: [] };
  if (given.length > MAX_CHARACTERS) {
    return unreadable('it has more than ' + String(MAX_CHARACTERS) + ' characters', '');
  }
  const text = withoutFence(given.trim());
  const first = text.charAt(0);
  if (first === '{' || first === '[') {
    const parsed = parseJson(text);
    if (parsed) return parsed;
  }
  return parseYaml(text);
}

/** undefined: not JSON; flow-style YAML starts like it. */
function parseJson(text: string): Documents | undefined {
  try {
    return { documents: [JSON.parse(text)], diagnostics: [] };
  } catch {
    return undefined;
  }
}

/** One document of a YAML text, and the number of the line before it. */
interface Part {
  readonly text: string;
  readonly linesBefore: number;
}

function parseYaml(text: string): Documents {
  const parts = splitYaml(text);
  const documents: unknown[] = [];
  const diagnostics: Diagnostic[] = [];
  parts.forEach((part, index) => {
    const read = parsePart(part, parts.length > 1 ? 'document ' + String(index + 1) : '');
    for (const document of read.documents) documents.push(document);
    for (const found of read.diagnostics) diagnostics.push(found);
  });
  return { documents, diagnostics };
}

function parsePart(part: Part, path: string): Documents {
  try {
    const document = load(part.text, { schema: SCHEMA });
    if (document === undefined || document === null) return { documents: [], diagnostics: [] };
    if (valuesWithin(document, MAX_VALUES) < 0) return unreadable('it holds too many values (aliases count)', path);
    return { documents: [document], diagnostics: [] };
  } catch (thrown) {
    return unreadable(yamlReason(thrown, part.linesBefore), path);
  }
}

function unreadable(reason: string, path: string): Documents {
  return {
    documents: [],
    diagnostics: [diagnose('object-unreadable', { reason }, path === '' ? {} : { path })],
  };
}

/**
 * The documents one by one. js-yaml could do it, but its cost grows with the square of the text in Otto, so that it only
 * ever sees one document.
 */
function splitYaml(text: string): Part[] {
  const parts: Part[] = [];
  let lines: string[] = [];
  let linesBefore = 0;
  text.split(/\r?\n/).forEach((line, index) => {
    if (!isMarker(line)) {
      lines.push(line);
      return;
    }
    parts.push({ text: lines.join('\n'), linesBefore });
    // `--- {kind: List}` starts its document on the line of the marker.
    lines = [line.slice(3)];
    linesBefore = index;
  });
  parts.push({ text: lines.join('\n'), linesBefore });
  return parts.filter(hasContent);
}

/** `---` starts a document and `...` ends one, at the first column only. */
function isMarker(line: string): boolean {
  const start = line.slice(0, 3);
  return (start === '---' || start === '...') && (line.length === 3 || line.charAt(3) === ' ');
}

/** False for what stands before the first marker in many files: nothing, comments, `%YAML` directives. */
function hasContent(part: Part): boolean {
  return part.text.split('\n').some((line) => /^\s*[^\s#%]/.test(line));
}

/** The text inside a Markdown code fence, as people paste it into chats and the war room. */
function withoutFence(text: string): string {
  if (text.slice(0, 3) !== '```') return text;
  const lines = text.split('\n');
  const last = lines[lines.length - 1].trim() === '```' ? lines.length - 1 : lines.length;
  return lines.slice(1, last).join('\n');
}

/** What is left of `budget` after all values inside, aliases counted as often as they stand; negative: exceeded. */
function valuesWithin(value: unknown, budget: number): number {
  let left = budget - 1;
  if (value === null || typeof value !== 'object') return left;
  const object = value as { [key: string]: unknown };
  const keys = Object.keys(object);
  for (let i = 0; i < keys.length && left >= 0; i++) left = valuesWithin(object[keys[i]], left);
  return left;
}

/** js-yaml's reason with the place in the whole text, without the excerpt of the source that it adds. */
function yamlReason(thrown: unknown, linesBefore: number): string {
  const { reason, mark } = thrown as Partial<YAMLException>;
  if (reason === undefined || mark === undefined) return String(thrown);
  return reason + ' (line ' + String(linesBefore + mark.line + 1) + ', column ' + String(mark.column + 1) + ')';
}
