import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { placed, type Diagnostic } from '../../scripts/policy/diagnostics/diagnostic';
import { documentsOf } from '../../scripts/xsoar/documents';
import { wholeJson } from './json';

/** A parsed document and the file that it stands in. */
export interface SourceDocument {
  readonly value: unknown;
  readonly file: string;
}

/** Everything that the named paths hold, in the order of the paths. */
export interface Sources {
  readonly documents: readonly SourceDocument[];
  readonly diagnostics: readonly Diagnostic[];
}

const MANIFEST = /\.(ya?ml|json)$/i;
const STANDARD_INPUT = '-';

/**
 * Reads files, directories (with all below) and standard input (`-`) as YAML or JSON documents. A document that is not
 * well-formed is a diagnostic with its line; a path that cannot be read throws.
 */
export function readSources(paths: readonly string[]): Sources {
  const documents: SourceDocument[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const file of paths.flatMap((path) => reading(path, () => filesAt(path)))) {
    const text = reading(file, () => readFileSync(file === STANDARD_INPUT ? 0 : file, 'utf8'));
    const read = parseText(text, file === STANDARD_INPUT ? '<standard input>' : file);
    documents.push(...read.documents);
    diagnostics.push(...read.diagnostics);
  }
  return { documents, diagnostics };
}

/**
 * The single document of a settings file, unchecked.
 *
 * @throws Error if the file cannot be read, is not well-formed, or holds none or several
 */
export function readDocument(path: string): unknown {
  const read = readSources([path]);
  const broken = read.diagnostics[0] as Diagnostic | undefined;
  if (broken) throw new Error(`${path}: ${String(broken.params.reason)}`);
  if (read.documents.length !== 1) throw new Error(`${path} must hold one document, not ${read.documents.length}.`);
  return read.documents[0].value;
}

/** Runs `read`; where the operating system refuses, the error says which path, and why. */
function reading<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${path} cannot be read: ${REASONS[code ?? ''] ?? message}.`, { cause: error });
  }
}

const REASONS: Readonly<Record<string, string | undefined>> = {
  ENOENT: 'no such file or directory',
  EACCES: 'permission denied',
};

function filesAt(path: string): string[] {
  if (path === STANDARD_INPUT || !statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((item) => item.isDirectory() || MANIFEST.test(item.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((item) => filesAt(join(path, item.name)));
}

function parseText(text: string, file: string): Sources {
  const json = wholeJson(text);
  if (json !== undefined) return { documents: [{ value: json.value, file }], diagnostics: [] };
  const read = documentsOf(text);
  return {
    documents: read.documents.map((value) => ({ value, file })),
    diagnostics: placed(read.diagnostics, { file }),
  };
}
