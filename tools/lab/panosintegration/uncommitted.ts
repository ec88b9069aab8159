import { isDictionary, isTrue, type Dictionary, type Value } from './python/value';

const MARKS = ['@admin', '@dirtyId', '@time'];

/**
 * Takes the marks of uncommitted changes out of a node, in place, and replaces marked texts by the text. A list is only
 * looked into where its first member is marked: later ones keep their marks then.
 */
export function cleanMarks(node: Value): void {
  if (!isDictionary(node) || !isTrue(node)) return;
  for (const mark of MARKS) Reflect.deleteProperty(node, mark);
  for (const [key, value] of Object.entries(node)) {
    const text = cleaned(value);
    if (text !== undefined) node[key] = text;
  }
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) value.forEach(cleanMarks);
    else cleanMarks(value);
  }
}

/** What replaces a marked text or a list of marked texts. */
function cleaned(value: Value): Value | undefined {
  if (isDictionary(value)) return textOf(value);
  if (!Array.isArray(value)) return undefined;
  const [first] = value;
  if (!isDictionary(first) || !isTrue(first['#text'])) return undefined;
  return value.map((member) => (isDictionary(member) ? (textOf(member) ?? null) : member));
}

const textOf = (node: Dictionary): Value | undefined => (Object.hasOwn(node, '#text') ? node['#text'] : undefined);
