import { everyAddressOf, familiesOf, intersectAddresses, isAddressSubset, type Family } from '../values/addresses';
import { addressesTerm, type PodsTerm, type Term, type TermSpace } from '../values/term';

/**
 * Pods that are meant with their addresses of one family only. A group holds the addresses of both, but a packet has
 * one family at both ends: it is enough that the other end names addresses of that family alone.
 */

/** Both ends of a rule before they are rendered; undefined: the static group of all isolated pods. */
export interface Ends {
  readonly sources: readonly Term[] | undefined;
  readonly destinations: readonly Term[] | undefined;
}

/**
 * The ends as one or two boxes: where one end is addresses alone, groups of pods are enough at the other. Else pods of
 * one family stay limited to it, and the addresses that they have today are named.
 */
export function splitFamilies(space: TermSpace, ends: Ends): Ends[] {
  const terms = (ends.sources || []).concat(ends.destinations || []);
  if (!terms.some((term) => familyLimit(space, term) !== undefined)) return [ends];
  if (!areAddresses(ends.sources) && !areAddresses(ends.destinations)) return [ends];
  const split: Ends[] = [];
  for (const family of familiesOf(space.podAddresses)) {
    const sources = ofFamilyAlone(space, ends.sources, family);
    const destinations = ofFamilyAlone(space, ends.destinations, family);
    if (!isEmpty(sources) && !isEmpty(destinations)) split.push({ sources, destinations });
  }
  return split;
}

/** The only family of the pods' addresses that the term means, where that is its only limit. */
export function familyLimit(space: TermSpace, term: Term): Family | undefined {
  if (term.kind !== 'pods' || !term.addresses) return undefined;
  const families = familiesOf(term.addresses);
  if (families.length !== 1) return undefined;
  const ofFamily = intersectAddresses(space.podAddresses, everyAddressOf(families[0]));
  return isAddressSubset(ofFamily, term.addresses) ? families[0] : undefined;
}

/** What of the terms has addresses of the family; pods limited to just that are not limited any more. */
function ofFamilyAlone(space: TermSpace, terms: readonly Term[] | undefined, family: Family): Term[] | undefined {
  if (terms === undefined) return undefined;
  const found: Term[] = [];
  const every = everyAddressOf(family);
  for (const term of terms) {
    if (term.kind === 'any') found.push(addressesTerm(every));
    else if (term.addresses === undefined) found.push(term);
    else if (familyLimit(space, term) === family) found.push({ ...(term as PodsTerm), addresses: undefined });
    else {
      const addresses = intersectAddresses(term.addresses, every);
      if (addresses.length > 0) found.push({ ...term, addresses });
    }
  }
  return found;
}

function isEmpty(terms: readonly Term[] | undefined): boolean {
  return terms !== undefined && terms.length === 0;
}

/**
 * Whether all of them are addresses, whoever has them. Pods that are named by address do not count: rules behind each
 * other must leave out the same pods to come, and one may name them where the other has a group.
 */
function areAddresses(terms: readonly Term[] | undefined): boolean {
  return terms !== undefined && terms.every((term) => term.kind !== 'pods');
}
