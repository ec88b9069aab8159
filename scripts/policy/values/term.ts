import { compareText, hasKey } from '../canonical';
import {
  addressSet,
  EVERY_ADDRESS,
  intersectAddresses,
  isAddressSubset,
  NO_ADDRESSES,
  subtractAddresses,
} from './addresses';
import type { AddressSet } from './addresses';
import { isNamespaceSubset } from './namespaces';
import type { NamespaceSet, NamespaceSets } from './namespaces';
import { intersectRequirements, isRequirementsSubset, negate } from './requirements';
import type { Requirements } from './requirements';

/**
 * One end of a connection, as a set of endpoints (an address, and who has it). `pods`: pods of the namespaces that meet
 * all requirements and, where `addresses` is given, have one of these addresses. `addresses`: whoever has them, pods too.
 */
export type Term = AnyTerm | PodsTerm | AddressesTerm;

export interface AnyTerm {
  readonly kind: 'any';
}

export interface PodsTerm {
  readonly kind: 'pods';
  readonly namespaces: NamespaceSet;
  readonly requirements: Requirements;
  readonly addresses: AddressSet | undefined;
}

export interface AddressesTerm {
  readonly kind: 'addresses';
  readonly addresses: AddressSet;
}

/** What the algebra needs to know of the cluster, and a count of its work. */
export interface TermSpace {
  readonly namespaces: NamespaceSets;
  /**
   * Addresses that pods have: the pod network where it is known, else every address of the families in use. Pods have no
   * address outside.
   */
  readonly podAddresses: AddressSet;
  /** Whether `podAddresses` is the real pod network. */
  readonly podNetworkKnown: boolean;
  intersections: number;
}

export const ANY: AnyTerm = { kind: 'any' };

/** The term for addresses; every address of both families is `any`. */
export function addressesTerm(addresses: AddressSet): Term {
  return isAddressSubset(EVERY_ADDRESS, addresses) ? ANY : { kind: 'addresses', addresses: addresses };
}

/** Pods limited to addresses, in normal form: no limit where all their addresses are meant; undefined where none is. */
function limitedPods(space: TermSpace, pods: PodsTerm, addresses: AddressSet): PodsTerm | undefined {
  const meant = intersectAddresses(pods.addresses || space.podAddresses, addresses);
  if (meant.length === 0) return undefined;
  return {
    kind: 'pods',
    namespaces: pods.namespaces,
    requirements: pods.requirements,
    addresses: isAddressSubset(space.podAddresses, meant) ? undefined : meant,
  };
}

/** The endpoints in both terms; undefined where there are none. */
export function intersectTerms(space: TermSpace, a: Term, b: Term): Term | undefined {
  space.intersections++;
  if (a.kind === 'any') return b;
  if (b.kind === 'any') return a;
  if (a.kind === 'addresses') {
    if (b.kind === 'pods') return limitedPods(space, b, a.addresses);
    const common = intersectAddresses(a.addresses, b.addresses);
    return common.length === 0 ? undefined : { kind: 'addresses', addresses: common };
  }
  if (b.kind === 'addresses') return limitedPods(space, a, b.addresses);
  return intersectPods(space, a, b);
}

function intersectPods(space: TermSpace, a: PodsTerm, b: PodsTerm): PodsTerm | undefined {
  const namespaces = space.namespaces.intersect(a.namespaces, b.namespaces);
  if (namespaces.names.length === 0) return undefined;
  const requirements = intersectRequirements(a.requirements, b.requirements);
  if (!requirements) return undefined;
  const pods: PodsTerm = {
    kind: 'pods',
    namespaces: namespaces,
    requirements: requirements,
    addresses: a.addresses || b.addresses,
  };
  return a.addresses && b.addresses ? limitedPods(space, pods, intersectAddresses(a.addresses, b.addresses)) : pods;
}

/** True only where every endpoint of `a` is one of `b`. */
export function isTermSubset(space: TermSpace, a: Term, b: Term): boolean {
  if (b.kind === 'any') return true;
  if (a.kind === 'any') return false;
  if (b.kind === 'addresses') {
    return isAddressSubset(a.addresses || space.podAddresses, b.addresses);
  }
  if (a.kind === 'addresses') return false;
  return (
    isNamespaceSubset(a.namespaces, b.namespaces) &&
    isRequirementsSubset(a.requirements, b.requirements) &&
    (!b.addresses || isAddressSubset(a.addresses || space.podAddresses, b.addresses))
  );
}

/**
 * The endpoints of `a` that are not in `b`, as disjoint terms. "Addresses minus pods" stays whole: too much rather than
 * too little, which is safe wherever a difference says what is still to be covered.
 */
export function subtractTerm(space: TermSpace, a: Term, b: Term): Term[] {
  const common = intersectTerms(space, a, b);
  if (!common) return [a];
  if (isTermSubset(space, a, b)) return [];
  if (a.kind === 'any' || (a.kind === 'addresses' && b.kind === 'pods')) return [a];
  if (a.kind === 'addresses') {
    const rest = subtractAddresses(a.addresses, b.kind === 'addresses' ? b.addresses : NO_ADDRESSES);
    return [{ kind: 'addresses', addresses: rest }];
  }
  if (b.kind === 'addresses') {
    const rest = limitedPods(space, a, subtractAddresses(a.addresses || space.podAddresses, b.addresses));
    return rest ? [rest] : [];
  }
  return b.kind === 'pods' ? subtractPods(space, a, b) : [];
}

function subtractPods(space: TermSpace, a: PodsTerm, b: PodsTerm): Term[] {
  const rest: Term[] = [];
  const otherNamespaces = space.namespaces.subtract(a.namespaces, b.namespaces);
  if (otherNamespaces.names.length > 0) {
    rest.push({
      kind: 'pods',
      namespaces: otherNamespaces,
      requirements: a.requirements,
      addresses: a.addresses,
    });
  }
  const namespaces = space.namespaces.intersect(a.namespaces, b.namespaces);
  let requirements: Requirements | undefined = a.requirements;
  for (const wanted of b.requirements) {
    if (!requirements) break;
    const without = intersectRequirements(requirements, [negate(wanted)]);
    if (without) {
      rest.push({ kind: 'pods', namespaces: namespaces, requirements: without, addresses: a.addresses });
    }
    requirements = intersectRequirements(requirements, [wanted]);
  }
  if (requirements && b.addresses) {
    const inside: PodsTerm = {
      kind: 'pods',
      namespaces: namespaces,
      requirements: requirements,
      addresses: a.addresses,
    };
    const outside = limitedPods(space, inside, subtractAddresses(a.addresses || space.podAddresses, b.addresses));
    if (outside) rest.push(outside);
  }
  return rest;
}

/** True where the terms together hold every endpoint of `term`. */
export function isCovered(space: TermSpace, term: Term, by: readonly Term[]): boolean {
  let open: Term[] = [term];
  for (const cover of by) {
    const next: Term[] = [];
    for (const part of open) next.push.apply(next, subtractTerm(space, part, cover));
    open = next;
    if (open.length === 0) return true;
  }
  return open.length === 0;
}

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

/** What a term for pods says beside the namespaces. */
function shapeKey(term: PodsTerm): string {
  let text = '';
  for (const requirement of term.requirements) {
    text += (requirement.negated ? '&!' : '&') + requirement.key + '=' + requirement.values.join(',');
  }
  return term.addresses ? text + '@' + addressesKey(term.addresses) : text;
}

function addressesKey(addresses: AddressSet): string {
  return addresses
    .map(function (range) {
      return range.from.join('.') + '-' + range.to.join('.');
    })
    .join(',');
}

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
  return shapes.map(function (shape): Term {
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
  const keyed = terms.map(function (term) {
    return { key: termKey(term), term: term };
  });
  keyed.sort(function (a, b) {
    return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
  });
  return keyed
    .filter(function (item) {
      return !keyed.some(function (other) {
        return other !== item && isTermSubset(space, item.term, other.term);
      });
    })
    .map(toTerm);
}

function toTerm(item: { readonly term: Term }): Term {
  return item.term;
}
