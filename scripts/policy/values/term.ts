import {
  EVERY_ADDRESS,
  intersectAddresses,
  isAddressSubset,
  NO_ADDRESSES,
  subtractAddresses,
  type AddressSet,
} from './addresses';
import { isNamespaceSubset, type NamespaceSet, type NamespaceSets } from './namespaces';
import { intersectRequirements, isRequirementsSubset, negate, type Requirements } from './requirements';

/**
 * One end of a connection, as a set of endpoints (an address, and who has it). `pods`: pods of the namespaces that meet
 * all requirements and, where `addresses` is given, have one of these addresses. `addresses`: whoever has them, pods
 * too.
 */
export type Term = AnyTerm | PodsTerm | AddressesTerm;

/** Every endpoint. */
export interface AnyTerm {
  readonly kind: 'any';
}

/** Pods, perhaps only with some of their addresses. */
export interface PodsTerm {
  readonly kind: 'pods';
  readonly namespaces: NamespaceSet;
  readonly requirements: Requirements;
  readonly addresses: AddressSet | undefined;
}

/** Addresses, whoever has them. */
export interface AddressesTerm {
  readonly kind: 'addresses';
  readonly addresses: AddressSet;
}

/** What the algebra needs to know of the cluster, and a count of its work. */
export interface TermSpace {
  readonly namespaces: NamespaceSets;
  /**
   * Addresses that pods may have: the pod network where it is known; else those that no block tells apart from today's
   * pods', and all of IPv4 where no pod's is known (`podregion.ts`). Never those of Nodes.
   */
  readonly podAddresses: AddressSet;
  /** Whether `podAddresses` is the real pod network. */
  readonly podNetworkKnown: boolean;
  intersections: number;
}

/** The only term of its kind. */
export const ANY: AnyTerm = { kind: 'any' };

/** The term for addresses; every address of both families is `any`. */
export function addressesTerm(addresses: AddressSet): Term {
  return isAddressSubset(EVERY_ADDRESS, addresses) ? ANY : { kind: 'addresses', addresses };
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

/** The pods of the term that are in one of its namespaces. */
export function podsInNamespace(space: TermSpace, pods: PodsTerm, namespace: string): PodsTerm {
  return {
    kind: 'pods',
    namespaces: space.namespaces.of([namespace]),
    requirements: pods.requirements,
    addresses: pods.addresses,
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
    namespaces,
    requirements,
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
      rest.push({ kind: 'pods', namespaces, requirements: without, addresses: a.addresses });
    }
    requirements = intersectRequirements(requirements, [wanted]);
  }
  if (requirements && b.addresses) {
    const inside: PodsTerm = {
      kind: 'pods',
      namespaces,
      requirements,
      addresses: a.addresses,
    };
    const outside = limitedPods(space, inside, subtractAddresses(a.addresses || space.podAddresses, b.addresses));
    if (outside) rest.push(outside);
  }
  return rest;
}

/** What is left of several terms, as disjoint terms where they were disjoint. */
export function subtractFromEach(space: TermSpace, terms: readonly Term[], taken: Term): Term[] {
  const rest: Term[] = [];
  for (const term of terms) rest.push.apply(rest, subtractTerm(space, term, taken));
  return rest;
}

/** True where the terms together hold every endpoint of `term`. */
export function isCovered(space: TermSpace, term: Term, by: readonly Term[]): boolean {
  let open: Term[] = [term];
  for (const cover of by) {
    open = subtractFromEach(space, open, cover);
    if (open.length === 0) return true;
  }
  return open.length === 0;
}
