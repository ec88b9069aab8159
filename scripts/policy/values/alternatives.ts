import { compareText, hasKey } from '../text/canonical';
import { addressSet, NO_ADDRESSES, type AddressSet } from './addresses';
import { addressesTerm, ANY, isTermSubset, type PodsTerm, type Term, type TermSpace } from './term';
import { indexTerms } from './termindex';
import { shapeKey, termKey } from './termtext';

/** Lists of terms of which any may hold, as the members of a rule's source or destination. */

/**
 * Alternatives in normal form: one term for all addresses, one for pods alike but for their namespaces, no term inside
 * another, sorted by key; equal lists have equal keys.
 */
export function normalTerms(space: TermSpace, terms: readonly Term[]): Term[] {
  let addresses: AddressSet = NO_ADDRESSES;
  const pods: PodsTerm[] = [];
  for (const term of terms) {
    if (term.kind === 'any') return [ANY];
    if (term.kind === 'addresses') addresses = addresses.concat(term.addresses);
    else pods.push(term);
  }
  const distinct: Term[] = joinNamespaces(space, pods);
  if (addresses.length > 0) distinct.push(addressesTerm(addressSet(addresses)));
  return withoutContained(space, distinct);
}

function joinNamespaces(space: TermSpace, pods: readonly PodsTerm[]): Term[] {
  const byShape: { [shape: string]: { first: PodsTerm; names: string[] } } = {};
  const shapes: string[] = [];
  for (const term of pods) {
    const shape = shapeKey(term);
    if (!hasKey(byShape, shape)) {
      byShape[shape] = { first: term, names: [] };
      shapes.push(shape);
    }
    for (const name of term.namespaces.names) byShape[shape].names.push(name);
  }
  return shapes.map((shape): Term => {
    const joined = byShape[shape];
    return {
      kind: 'pods',
      namespaces: space.namespaces.of(joined.names),
      requirements: joined.first.requirements,
      addresses: joined.first.addresses,
    };
  });
}

function withoutContained(space: TermSpace, terms: readonly Term[]): Term[] {
  const keyed = terms.map((term) => ({ key: termKey(term), term }));
  keyed.sort((a, b) => compareText(a.key, b.key));
  const sorted = keyed.map(toTerm);
  const near = sorted.length < FEW ? undefined : containersOf(sorted);
  return sorted.filter(
    (term) => !(near ? near(term) : sorted).some((other) => other !== term && isTermSubset(space, term, other)),
  );
}

/** Fewer than these are held against each other. */
const FEW = 16;

/** Finds those of the terms in which one may lie: among thousands, by its labels. */
function containersOf(terms: readonly Term[]): (term: Term) => readonly Term[] {
  const others: readonly Term[] = terms.filter((term) => !isPods(term));
  const index = indexTerms(terms.filter(isPods), (term) => term);
  // Addresses lie in no pods.
  return (term) => (isPods(term) ? others.concat(index.meeting(term)) : others);
}

function isPods(term: Term): term is PodsTerm {
  return term.kind === 'pods';
}

function toTerm(item: { readonly term: Term }): Term {
  return item.term;
}

/** The namespaces of terms that are pods all; undefined where one is not. */
export function podNamespaces(terms: readonly Term[]): string[] | undefined {
  const names: { [name: string]: true } = {};
  for (const term of terms) {
    if (term.kind !== 'pods') return undefined;
    for (const name of term.namespaces.names) names[name] = true;
  }
  return Object.keys(names).sort();
}
