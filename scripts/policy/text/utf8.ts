import { ASCII } from './ascii';

/**
 * The length of a text in UTF-8.
 *
 * @example byteLength('Zürich') //=> 7
 */
export function byteLength(text: string): number {
  if (ASCII.test(text)) return text.length;
  let length = 0;
  for (const character of text.split('')) length += bytesOf(character);
  return length;
}

/** Each half of a surrogate pair counts for two of its four bytes; some engines in Go split into whole characters. */
function bytesOf(character: string): number {
  if (character.length > 1) return 4;
  const code = character.charCodeAt(0);
  if (code < 0x80) return 1;
  return code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
}
