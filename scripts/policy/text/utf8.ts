import { ASCII } from './ascii';

/**
 * The length of a text in UTF-8.
 *
 * @example byteLength('Zürich') //=> 7
 */
export function byteLength(text: string): number {
  if (ASCII.test(text)) return text.length;
  let length = 0;
  for (const character of text.split('')) length += bytesOf(character.charCodeAt(0));
  return length;
}

/** Each half of a surrogate pair counts for two of its four bytes. */
function bytesOf(code: number): number {
  if (code < 0x80) return 1;
  return code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 2 : 3;
}
