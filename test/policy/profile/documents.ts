import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The fenced code blocks of a page in docs, in order. */
export function codeBlocks(page: string): { readonly language: string; readonly text: string }[] {
  const text = readFileSync(join(__dirname, '../../../docs', page), 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language, code]) => ({ language, text: code }));
}

/** The parsed code blocks of a page that have this top-level key. */
export function documentsOf(page: string, key: string): unknown[] {
  return codeBlocks(page)
    .map(({ text }) => parse(text) as unknown)
    .filter((document) => typeof document === 'object' && document !== null && key in document);
}

export const [MINIMAL_PROFILE, FULL_PROFILE] = documentsOf('profile.md', 'clusters');
export const [FULL_SERVICES] = documentsOf('attributes.md', 'services');
