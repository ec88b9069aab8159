import ts from 'typescript';

interface Comment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Makes the comments of a source legal comments (a block that starts with `!`), the only ones that esbuild keeps:
 * analysts read the shipped script, and the reasons belong there. Comments for tools (`@ts-...`, `eslint-...`) go, and so
 * do examples: who wants to try one has the sources, and demisto-sdk takes each address in a script for a secret.
 */
export function keepComments(path: string, source: string): string {
  let kept = source;
  for (const comment of comments(path, source).reverse()) {
    kept = kept.slice(0, comment.start) + legal(comment.text) + kept.slice(comment.end);
  }
  return kept;
}

/**
 * Every comment before a node, in order. Comments inside of templates and strings are none, so the parser finds them.
 */
function comments(path: string, source: string): Comment[] {
  const found = new Map<number, Comment>();
  const visit = (node: ts.Node): void => {
    for (const range of ts.getLeadingCommentRanges(source, node.pos) ?? []) {
      found.set(range.pos, { start: range.pos, end: range.end, text: source.slice(range.pos, range.end) });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true));
  return [...found.values()].sort((a, b) => a.start - b.start);
}

function legal(comment: string): string {
  if (/@ts-|eslint-/.test(comment)) return '';
  if (comment.startsWith('//')) return `/*! ${ascii(comment.slice(2).trim()).replaceAll('*/', '* /')} */`;
  return ascii(withoutExamples(comment)).replace(/^\/\*[*!]?/, '/*!');
}

/** An example ends where the next tag begins, or with the comment. */
function withoutExamples(comment: string): string {
  const kept: string[] = [];
  let isExample = false;
  for (const line of comment.split('\n')) {
    const tag = /^\s*\* @(\w+)/.exec(line)?.[1];
    if (tag !== undefined) isExample = tag === 'example';
    if (!isExample || /^\s*\*\/$/.test(line)) kept.push(line);
  }
  return kept.join('\n').replace(/(\n\s*\*)+(\n\s*\*\/)$/, '$2');
}

const SPELLED: Readonly<Record<string, string>> = { '\u2026': '...', '\u2013': '-', '\u2192': '->', '\u00d7': 'x' };

/** Shipped scripts are ASCII; esbuild sees to that in code, but not in comments. */
function ascii(text: string): string {
  return text.replace(/[^\n\x20-\x7e]/gu, (character) => SPELLED[character] ?? '?');
}
