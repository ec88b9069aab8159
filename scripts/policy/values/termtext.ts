import { compareText } from '../text/canonical';
import type { AddressSet } from './addresses';
import type { PodsTerm, Term } from './term';

/** Texts that stand for terms, to compare and to name them by. */

/** Text that is equal for equal terms of one translation. */
export function termKey(term: Term): string {
  if (term.kind === 'any') return '*';
  if (term.kind === 'addresses') return 'a' + addressesKey(term.addresses);
  return 'p' + String(term.namespaces.id) + shapeKey(term);
}

/** Text that is equal for equal alternatives, whatever else is translated with them: for names that last. */
export function termsContent(terms: readonly Term[]): string {
  return terms.map(termContent).sort(compareText).join(' ');
}

function termContent(term: Term): string {
  return term.kind === 'pods' ? 'p' + term.namespaces.text + shapeKey(term) : termKey(term);
}

/**
 * What a term for pods says beside the namespaces, as text.
 *
 * @example shapeKey(term) //=> '&app=web,api&!tier=x', for `app in (web, api), tier notin (x)`
 */
export function shapeKey(term: PodsTerm): string {
  let text = '';
  for (const requirement of term.requirements) {
    text += (requirement.negated ? '&!' : '&') + requirement.key + '=' + requirement.values.join(',');
  }
  return term.addresses ? text + '@' + addressesKey(term.addresses) : text;
}

function addressesKey(addresses: AddressSet): string {
  return addresses.map((range) => range.from.join('.') + '-' + range.to.join('.')).join(',');
}
