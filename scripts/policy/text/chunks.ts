import { ASCII } from './ascii';
import { isHighSurrogate } from './printable';

const CHUNK = 256;

/**
 * A text in short pieces. In Otto, reading one character takes time in step with the whole text's length, so a long text
 * must not be read character by character.
 */
export function chunksOf(text: string): string[] {
  return piecesOf(text, CHUNK);
}

/**
 * A text in pieces of so many units, or one more where a character of two would be cut.
 *
 * Texts with such characters are put together from characters: Otto counts their length in units and cuts them by
 * characters, so that `slice` gives other pieces there, and at last nothing.
 *
 * @param most at least 1
 */
export function piecesOf(text: string, most: number): string[] {
  if (text.length <= most) return [text];
  const pieces: string[] = [];
  if (ASCII.test(text)) {
    for (let start = 0; start < text.length; start += most) pieces.push(text.slice(start, start + most));
    return pieces;
  }
  let piece: string[] = [];
  let units = 0;
  for (const character of text.split('')) {
    piece.push(character);
    units += character.length;
    if (units < most || isHalf(character)) continue;
    pieces.push(piece.join(''));
    piece = [];
    units = 0;
  }
  return piece.length === 0 ? pieces : pieces.concat([piece.join('')]);
}

/** The first half of a character of two units, as engines give it that split into units. */
function isHalf(character: string): boolean {
  return character.length === 1 && isHighSurrogate(character.charCodeAt(0));
}
