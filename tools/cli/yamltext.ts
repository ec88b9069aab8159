import { stringify } from 'yaml';

/** A document as YAML, without aliases, and without line breaks inside of values. */
export function yamlText(document: object): string {
  return stringify(document, { lineWidth: 0, aliasDuplicateObjects: false });
}
