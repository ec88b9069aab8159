const REPLACEMENTS: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

/** Escapes character data; `>` too, because `]]>` may not stand in it (XML 1.0, 2.4). */
export function escapeText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => REPLACEMENTS[character] ?? character);
}

/** Escapes an attribute value that stands in double quotes. */
export function escapeAttribute(value: string): string {
  return value.replace(/[&<>"\n\r\t]/g, (character) => REPLACEMENTS[character] ?? character);
}
