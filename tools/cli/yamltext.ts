import { stringify, type ToStringOptions } from 'yaml';

const OPTIONS = { lineWidth: 0, aliasDuplicateObjects: false, blockQuote: false, compat: 'yaml-1.1' } as const;
const QUOTED: ToStringOptions = { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'QUOTE_DOUBLE' };

/** What YAML has only as an escape, and the library writes as it is (YAML 1.2, "c-printable"). */
const NOT_PRINTABLE = /[\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

/**
 * A document as YAML, without aliases, and without line breaks inside of values. A reader finds the same texts in it, one
 * of YAML 1.1 too, for which `y` is a boolean.
 */
export function yamlText(document: object): string {
  const text = stringify(document, OPTIONS);
  if (text.search(NOT_PRINTABLE) < 0) return text;
  return stringify(document, { ...OPTIONS, ...QUOTED }).replace(
    NOT_PRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
