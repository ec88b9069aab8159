/**
 * The first place where two values differ, in the order of their keys, or undefined where their canonical JSON is the
 * same. Texts are shown from shortly before the first character that differs.
 *
 * @param place the path of both values, for people
 */
export function firstDifference(expected: unknown, found: unknown, place: string): string | undefined {
  if (Object.is(expected, found)) return undefined;
  if (Array.isArray(expected) && Array.isArray(found)) return inLists(expected, found, place);
  if (isObject(expected) && isObject(found)) return inObjects(expected, found, place);
  if (expected === 0 && found === 0) return undefined;
  if (typeof expected === 'string' && typeof found === 'string') {
    const [left, right] = [jsonIn(expected), jsonIn(found)];
    if (left !== undefined && right !== undefined) return firstDifference(left, right, `${place} (JSON)`);
  }
  const [left, right] =
    typeof expected === 'string' && typeof found === 'string'
      ? fromDifference(expected, found)
      : [shown(expected), shown(found)];
  return `${place}: ${right} instead of ${left}`;
}

/** What a text holds that is JSON itself, as list contents and bodies are: there, too, keys have no order. */
function jsonIn(text: string): unknown {
  if (!/^[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function inLists(expected: readonly unknown[], found: readonly unknown[], place: string): string | undefined {
  for (let index = 0; index < Math.min(expected.length, found.length); index++) {
    const difference = firstDifference(expected[index], found[index], `${place}[${index}]`);
    if (difference !== undefined) return difference;
  }
  if (expected.length === found.length) return undefined;
  return `${place}: ${found.length} elements instead of ${expected.length}`;
}

interface Members {
  readonly [key: string]: unknown;
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function inObjects(expected: Members, found: Members, place: string): string | undefined {
  for (const key of [...new Set([...Object.keys(expected), ...Object.keys(found)])].sort()) {
    const path = /^\w+$/.test(key) ? `${place}.${key}` : `${place}[${JSON.stringify(key)}]`;
    if (!Object.hasOwn(found, key)) return `${path}: missing instead of ${shown(expected[key])}`;
    if (!Object.hasOwn(expected, key)) return `${path}: ${shown(found[key])} instead of nothing`;
    const difference = firstDifference(expected[key], found[key], path);
    if (difference !== undefined) return difference;
  }
  return undefined;
}

/** Characters of a long text that are shown, and how many of them stand before the difference. */
const SHOWN = 60;
const BEFORE = 20;

function fromDifference(expected: string, found: string): readonly [string, string] {
  let same = 0;
  while (same < Math.min(expected.length, found.length) && expected[same] === found[same]) same++;
  const from = same <= BEFORE ? 0 : same - BEFORE;
  const part = (text: string): string =>
    `${from > 0 ? '…' : ''}${JSON.stringify(text.slice(from, from + SHOWN))}${text.length > from + SHOWN ? '…' : ''}`;
  const where = from > 0 ? ` at character ${same}` : '';
  return [part(expected) + where, part(found)];
}

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
