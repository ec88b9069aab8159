import type { Json } from './json';
import { readYaml } from './yaml';

/**
 * The documents of a file as `kubectl apply -f` takes it apart (`YAMLOrJSONDecoder` in k8s.io/apimachinery): JSON
 * objects one after the other, or YAML between lines that begin with `---`. A document without content is left out.
 *
 * @throws Error where one cannot be read, as kubectl does, which applies nothing then
 */
export function readDocuments(text: string): readonly Json[] {
  const documents: Json[] = [];
  let rest = text;
  while (rest.trimStart().startsWith('{')) {
    const length = jsonLength(rest);
    const json = parsed(rest.slice(0, length));
    if (json === undefined) break;
    documents.push(json);
    rest = rest.slice(length);
  }
  if (documents.length > 1 && rest.trim() !== '') throw new Error('what follows JSON objects is no JSON');
  return [...documents, ...yamlDocuments(rest)].filter((document) => document !== null);
}

/** Of the object at the start, with the blanks before it; of the text where the object does not end. */
function jsonLength(text: string): number {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/gs)) {
    if (token === '{') depth += 1;
    if (token === '}' && --depth === 0) return index + 1;
  }
  return text.length;
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function yamlDocuments(text: string): Json[] {
  return text.split(/^---/m).map((part, index) => {
    const [, marker = '', content = ''] = index === 0 ? ['', '', part] : (/^(.*)\n?([^]*)$/.exec(part) ?? []);
    if (!/^\s*(#|$)/.test(marker)) throw new Error(`invalid Yaml document separator: ${marker.trim()}`);
    return readYaml(firstOf(content.replaceAll('\r\n', '\n')));
  });
}

/** A document ends at `...`. kubectl drops what follows; the stand-in does not let it go unnoticed. */
function firstOf(text: string): string {
  const [first = '', ...others] = text.split(/^\.\.\.(?=\s|$)/m);
  if (others.some((other) => /^\s*[^\s#]/m.test(other)))
    throw new Error('a document ends before "..." on its own line');
  return `${first}\n`;
}
