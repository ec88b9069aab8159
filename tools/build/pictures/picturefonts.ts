import { readFileSync } from 'node:fs';
import { fontMetrics } from './fontmetrics';

/** The fonts of pictures. They come with the build, so that every machine draws the same. */
export const FONTS = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map(
  (name) => new Uint8Array(readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}`))),
);

/** The name that SVG knows the fonts by. */
export const FONT_FAMILY = 'DejaVu Sans';

const [REGULAR, BOLD] = FONTS.map(fontMetrics);

/** A size in pixels and a weight. */
export interface TextStyle {
  readonly size: number;
  readonly weight: 'regular' | 'bold';
}

/** In pixels. */
export function textWidth(text: string, { size, weight }: TextStyle): number {
  return (weight === 'bold' ? BOLD : REGULAR).width(text) * size;
}

/**
 * Breaks `text` at spaces into lines no wider than `width`; the last of `most` lines ends in an ellipsis if it must.
 */
export function wrap(text: string, style: TextStyle, width: number, most: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer, style) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  lines.push(line);
  if (lines.length <= most) return lines.map((one) => fit(one, style, width));
  return [...lines.slice(0, most - 1), fit(lines.slice(most - 1).join(' '), style, width)];
}

/** `text`, cut to `width` with an ellipsis. */
export function fit(text: string, style: TextStyle, width: number): string {
  if (textWidth(text, style) <= width) return text;
  let cut = text;
  while (cut !== '' && textWidth(`${cut}\u2026`, style) > width) cut = cut.slice(0, -1).trimEnd();
  return `${cut}\u2026`;
}
