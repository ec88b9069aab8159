import { addressMembers } from '../../values/addresstext';
import type { Term } from '../../values/term';
import type { RuleEnd } from '../model';

/** Members that an end of a rule has at most: a group for each namespace or more, and addresses. */
export function membersOf(end: RuleEnd): number {
  return end.kind === 'isolated' ? 1 : end.terms.map(membersOfTerm).reduce(sum, 0);
}

function membersOfTerm(term: Term): number {
  switch (term.kind) {
    case 'any':
      return 1;
    case 'addresses':
      return addressMembers(term.addresses).length;
    case 'pods':
      return term.requirements
        .map(({ values }) => Math.ceil(values.length / VALUES_OF_FILTER))
        .reduce(product, term.namespaces.names.length);
  }
}

/** As many tags of the longest kind fit in half a match expression (docs/semantics.md): long lists of values are halved. */
const VALUES_OF_FILTER = 7;

function sum(a: number, b: number): number {
  return a + b;
}

function product(a: number, b: number): number {
  return a * b;
}
