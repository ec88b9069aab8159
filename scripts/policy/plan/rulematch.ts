import { sortedUnique } from '../text/canonical';
import type { RuleEntry } from '../panos/entry';

/** Which connections a rule matches, as far as its names tell: no name is looked up. */

/** The fields that say which connections a rule matches: each a list of names, whose union it matches. */
export const MATCH_FIELDS = ['from', 'to', 'source', 'destination', 'application', 'service', 'category'] as const;

/** True where `wide` surely matches whatever `narrow` matches. */
export function covers(wide: RuleEntry, narrow: RuleEntry): boolean {
  return MATCH_FIELDS.every((field) => {
    if (wide[field].indexOf('any') >= 0) return true;
    return narrow[field].every((name) => wide[field].indexOf(name) >= 0);
  });
}

/** The compiled rule, matching in addition whatever the old one matched. */
export function widened(old: RuleEntry, entry: RuleEntry): RuleEntry {
  function both(field: (typeof MATCH_FIELDS)[number]): readonly string[] {
    const names = sortedUnique(old[field].concat(entry[field]));
    // PAN-OS takes neither `any` nor `application-default` beside names.
    const isMixed = names.length > 1 && (names.indexOf('any') >= 0 || names.indexOf('application-default') >= 0);
    return isMixed ? ['any'] : names;
  }
  return {
    ...entry,
    from: both('from'),
    to: both('to'),
    source: both('source'),
    destination: both('destination'),
    application: both('application'),
    service: both('service'),
    category: both('category'),
  };
}
