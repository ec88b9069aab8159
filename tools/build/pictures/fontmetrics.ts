/** How wide a font sets text. */
export interface FontMetrics {
  /** The width of `text` at a size of one. */
  width(text: string): number;
}

/**
 * Reads advance widths from a TrueType font (OpenType specification: `head`, `hhea`, `hmtx`, and `cmap` of format 4). A
 * character that the font lacks is as wide as its replacement glyph.
 *
 * @throws Error if the font has no such table
 */
export function fontMetrics(font: Uint8Array): FontMetrics {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const table = tablesOf(view);
  const unitsPerEm = view.getUint16(table('head') + 18);
  const advances = view.getUint16(table('hhea') + 34);
  const glyphOf = characterMap(view, table('cmap'));
  const hmtx = table('hmtx');
  const advance = (glyph: number): number => view.getUint16(hmtx + 4 * Math.min(glyph, advances - 1));
  return {
    width: (text) => Array.from(text).reduce((sum, character) => sum + advance(glyphOf(character)), 0) / unitsPerEm,
  };
}

function tablesOf(view: DataView): (name: string) => number {
  const offsets = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + 16 * index;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => view.getUint8(record + at)));
    offsets.set(name, view.getUint32(record + 8));
  }
  return (name) => {
    const offset = offsets.get(name);
    if (offset === undefined) throw new Error(`The font has no table "${name}".`);
    return offset;
  };
}

/** Segments of code points: the first one that ends at or after the character may hold it. */
function characterMap(view: DataView, cmap: number): (character: string) => number {
  const subtable = formatFour(view, cmap);
  const size = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + size + 2;
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    for (let at = 0; at < size; at += 2) {
      if (view.getUint16(ends + at) < code) continue;
      const start = view.getUint16(starts + at);
      if (start > code) return 0;
      const delta = view.getUint16(starts + size + at);
      const rangeAt = starts + 2 * size + at;
      const range = view.getUint16(rangeAt);
      return ((range === 0 ? code : view.getUint16(rangeAt + range + 2 * (code - start))) + delta) & 0xffff;
    }
    return 0;
  };
}

function formatFour(view: DataView, cmap: number): number {
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * index + 4);
    if (view.getUint16(subtable) === 4) return subtable;
  }
  throw new Error('The font has no character map of format 4.');
}
