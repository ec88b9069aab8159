const CHUNK = 256;

/**
 * A text in short pieces, none of which ends within a surrogate pair. In Otto, reading one character takes time in step
 * with the whole text's length, so a long text must not be read character by character.
 */
export function chunksOf(text: string): string[] {
  const total = text.length;
  if (total <= CHUNK) return [text];
  const chunks: string[] = [];
  for (let start = 0; start < total;) {
    let chunk = text.slice(start, start + CHUNK);
    if (isLeadingSurrogate(chunk.charCodeAt(chunk.length - 1))) chunk = text.slice(start, start + CHUNK + 1);
    chunks.push(chunk);
    start += chunk.length;
  }
  return chunks;
}

/** The first half of a character that takes two units: a text that is cut must not end with it. */
export function isLeadingSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
