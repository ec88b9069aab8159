import { ASCII } from './ascii';

const CHUNK = 256;

/**
 * A text in short pieces, none of which ends within a surrogate pair. In Otto, reading one character takes time in step
 * with the whole text's length, so a long text must not be read character by character.
 */
export function chunksOf(text: string): string[] {
  if (text.length <= CHUNK) return [text];
  return ASCII.test(text) ? slicesOf(text) : joinedCharacters(text);
}

function slicesOf(text: string): string[] {
  const chunks: string[] = [];
  for (let start = 0; start < text.length; start += CHUNK) chunks.push(text.slice(start, start + CHUNK));
  return chunks;
}

/** Otto counts some texts by units and cuts them by characters: what is cut from there may be nothing. */
function joinedCharacters(text: string): string[] {
  const characters = text.split('');
  const chunks: string[] = [];
  for (let start = 0; start < characters.length;) {
    let end = start + CHUNK;
    if (end < characters.length && isLeadingSurrogate(characters[end - 1].charCodeAt(0))) end++;
    chunks.push(characters.slice(start, end).join(''));
    start = end;
  }
  return chunks;
}

/** The first half of a character that takes two units: a text that is cut must not end with it. */
export function isLeadingSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
