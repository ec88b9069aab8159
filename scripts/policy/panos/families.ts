import { everyAddressOf, familiesOf, intersectAddresses, isAddressSubset, type Family } from '../values/addresses';
import { addressesTerm, type Term, type TermSpace } from '../values/term';

/**
 * Pods that are meant with their addresses of one family only. A group holds the addresses of both, but a packet has
 * one family at both ends: it is enough that the other end names addresses of that family alone.
 */

/** Both ends of a rule before they are rendered. */
export interface Ends {
  readonly sources: readonly Term[];
  readonly destinations: readonly Term[];
}

/** Ends that can be rendered, or the family to which both ends limit pods, so that no group can say it. */
export type FamilySplit =
  { readonly kind: 'ends'; readonly ends: readonly Ends[] } | { readonly kind: 'one-family'; readonly family: Family };

/** The ends as one or two boxes in which no pods are limited to a family; or the family for which there is no way. */
export function splitFamilies(space: TermSpace, ends: Ends): FamilySplit {
  const terms = ends.sources.concat(ends.destinations);
  const isLimited = terms.some((term) => familyLimit(space, term) !== undefined);
  if (!isLimited) return { kind: 'ends', ends: [ends] };
  const split: Ends[] = [];
  for (const family of familiesOf(space.podAddresses)) {
    const sources = ofFamily(space, ends.sources, family);
    const destinations = ofFamily(space, ends.destinations, family);
    if (sources.length === 0 || destinations.length === 0) continue;
    if (!areAddresses(sources) && !areAddresses(destinations)) return { kind: 'one-family', family };
    split.push({ sources, destinations });
  }
  return { kind: 'ends', ends: split };
}

/** The only family of the pods' addresses that the term means, where that is its only limit. */
function familyLimit(space: TermSpace, term: Term): Family | undefined {
  if (term.kind !== 'pods' || !term.addresses) return undefined;
  const families = familiesOf(term.addresses);
  const ofFamilies = intersectAddresses(space.podAddresses, everyAddressOf(families[0]));
  return families.length === 1 && isAddressSubset(ofFamilies, term.addresses) ? families[0] : undefined;
}

function ofFamily(space: TermSpace, terms: readonly Term[], family: Family): Term[] {
  const found: Term[] = [];
  for (const term of terms) {
    const limit = familyLimit(space, term);
    if (term.kind === 'any') found.push(addressesTerm(everyAddressOf(family)));
    else if (term.kind === 'addresses') {
      const addresses = intersectAddresses(term.addresses, everyAddressOf(family));
      if (addresses.length > 0) found.push(addressesTerm(addresses));
    } else if (limit === family) {
      found.push({
        kind: 'pods',
        namespaces: term.namespaces,
        requirements: term.requirements,
        addresses: undefined,
      });
    } else if (limit === undefined) found.push(term);
  }
  return found;
}

function areAddresses(terms: readonly Term[]): boolean {
  return terms.every((term) => term.kind === 'addresses');
}
