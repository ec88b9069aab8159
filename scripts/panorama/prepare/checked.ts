import { indexReferences, isIndexed, sortedReferences, type Reference } from '../../policy/attributes/references';
import type { Translation } from '../../policy/translate/translation';
import { referencesOfRules, type ReferenceCheck } from './references';

/**
 * A policy that names what Panorama does not have is refused, as for any other wrong attribute, and stops nobody else.
 * Which names those are only Panorama knows: the cluster is translated, what it names is looked up, and it is translated
 * again without what is not there.
 */

/** A translation of which no policy names what Panorama does not have. */
export interface CheckedTranslation {
  readonly kind: 'checked';
  readonly translation: Translation;
  /** What was found of all names. */
  readonly names: ReferenceCheck;
}

/**
 * Each round refuses versions of policies, and of each policy there are three at most. Names that are missing even after
 * these rounds stand in the rules, and the preflight stops them.
 */
const MOST_ROUNDS = 10;

/**
 * Translates until no policy names what is missing.
 *
 * @param lookUp looks names up in the running configuration; what else it answers ends the work
 */
export function translateChecked<Stop extends { readonly kind: 'paused' | 'failed' }>(
  translate: (missing: readonly Reference[]) => Translation,
  lookUp: (references: readonly Reference[]) => { readonly kind: 'read'; readonly references: ReferenceCheck } | Stop,
): CheckedTranslation | Stop {
  let translation = translate([]);
  let names: ReferenceCheck = { missing: [], unverified: [] };
  let asked = indexReferences([]);
  for (let round = 0; ; round++) {
    const wanted = namesOf(translation).filter((reference) => !isIndexed(asked, reference));
    if (wanted.length === 0) break;
    const answer = lookUp(wanted);
    if (answer.kind !== 'read') return answer;
    const { missing, unverified } = answer.references;
    asked = indexReferences(sortedReferences(asked).concat(wanted));
    names = { missing: names.missing.concat(missing), unverified: names.unverified.concat(unverified) };
    const named = indexReferences(translation.references);
    if (round === MOST_ROUNDS || !missing.some((reference) => isIndexed(named, reference))) break;
    translation = translate(names.missing);
  }
  return { kind: 'checked', translation, names };
}

function namesOf(translation: Translation): readonly Reference[] {
  const rules = translation.rulebase === undefined ? [] : translation.rulebase.rules;
  return sortedReferences(indexReferences(translation.references.concat(referencesOfRules(rules))));
}
