import type { Value } from './value';

/** Python's `str(value)`, as error texts and f-strings show it. */
export function str(value: Value | undefined): string {
  return typeof value === 'string' ? value : repr(value ?? null);
}

/**
 * Python's `repr(value)`.
 *
 * @example repr(["a", null]) //=> "['a', None]"
 */
export function repr(value: Value): string {
  if (value === null) return 'None';
  if (typeof value === 'string') return quoted(value);
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  const items = Object.entries(value).map(([key, item]) => `${quoted(key)}: ${repr(item)}`);
  return `{${items.join(', ')}}`;
}

const ESCAPES: { readonly [character: string]: string } = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** Single quotes, unless the text holds some and no double quotes. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text
    // eslint-disable-next-line no-control-regex -- Python writes control characters as escapes.
    .replace(/[\u0000-\u001f\u007f\\]/g, (character) => ESCAPES[character] ?? hexadecimal(character))
    .replaceAll(quote, `\\${quote}`);
  return `${quote}${quote === '"' ? body.replaceAll('\\"', '"') : body}${quote}`;
}

const hexadecimal = (character: string): string => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
