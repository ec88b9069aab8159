import { FONT_FAMILY, type TextStyle } from './picturefonts';

/**
 * An SVG element with attributes in the given order. Only what was built by these functions may stand in `children`.
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(String(value))}"`);
  return `<${name}${given.join('')}>${children.join('')}</${name}>`;
}

/** A line of text at its base line. */
export function textElement(
  text: string,
  place: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle'; readonly colour: string },
  style: TextStyle,
): string {
  const { x, y, anchor, colour } = place;
  const attributes = {
    x,
    y,
    'text-anchor': anchor,
    fill: colour,
    'font-family': FONT_FAMILY,
    'font-size': style.size,
    'font-weight': style.weight === 'bold' ? 700 : 400,
  };
  return element('text', attributes, [escape(text)]);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
