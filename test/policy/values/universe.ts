import { fc } from '../../support/seed';
import { addressSet, isAddressSubset, type AddressSet } from '../../../scripts/policy/values/addresses';
import { createNamespaceSets } from '../../../scripts/policy/values/namespaces';
import type { Requirements } from '../../../scripts/policy/values/requirements';
import { addressesTerm, ANY, type Term, type TermSpace } from '../../../scripts/policy/values/term';

/**
 * A universe small enough to enumerate: pods by namespace, two labels and an address of the pod network, and addresses
 * outside. Values and namespaces that no term names stand for all others.
 */

export interface Endpoint {
  /** 0 to 5; those below 4 are in the pod network. */
  readonly address: number;
  /** undefined: an address that no pod has. */
  readonly pod?: { readonly namespace: string; readonly labels: Readonly<Record<string, string | undefined>> };
}

const NAMESPACES = ['n1', 'n2', 'n3'];
const VALUES = ['x', 'y'];
const POD_ADDRESSES = [0, 1, 2, 3];
const OTHER_ADDRESSES = [4, 5];

export function createSpace(): TermSpace {
  return {
    namespaces: createNamespaceSets(),
    podAddresses: setOf(POD_ADDRESSES),
    podNetworkKnown: true,
    intersections: 0,
  };
}

function setOf(lows: readonly number[]): AddressSet {
  return addressSet(lows.map((low) => ({ from: [0x0a00, low], to: [0x0a00, low] })));
}

export const ENDPOINTS: readonly Endpoint[] = [
  ...[...POD_ADDRESSES, ...OTHER_ADDRESSES].map((address) => ({ address })),
  ...POD_ADDRESSES.flatMap((address) =>
    NAMESPACES.flatMap((namespace) =>
      [undefined, 'other', ...VALUES].flatMap((a) =>
        [undefined, 'other', ...VALUES].map((b) => ({ address, pod: { namespace, labels: { a, b } } })),
      ),
    ),
  ),
];

/** Whether the endpoint is one of the term's, by the meaning of terms, and nothing of the algebra. */
export function isIn(endpoint: Endpoint, term: Term): boolean {
  const hasAddress = (addresses: AddressSet): boolean => isAddressSubset(setOf([endpoint.address]), addresses);
  switch (term.kind) {
    case 'any':
      return true;
    case 'addresses':
      return hasAddress(term.addresses);
    case 'pods': {
      const { pod } = endpoint;
      if (!pod || !term.namespaces.names.includes(pod.namespace)) return false;
      if (term.addresses && !hasAddress(term.addresses)) return false;
      return term.requirements.every((one) => {
        const value = pod.labels[one.key];
        return (value !== undefined && one.values.includes(value)) !== one.negated;
      });
    }
  }
}

const requirements: fc.Arbitrary<Requirements> = fc
  .tuple(
    ...['a', 'b'].map((key) =>
      fc.option(
        fc
          .tuple(fc.boolean(), fc.subarray(VALUES, { minLength: 1 }))
          .map(([negated, values]) => ({ key, negated, values })),
      ),
    ),
  )
  .map((all) => all.filter((one) => one !== null));

/** Terms of one space: equal namespace sets must be one object. */
export function termsOf(space: TermSpace): fc.Arbitrary<Term> {
  const addresses = fc.subarray([...POD_ADDRESSES, ...OTHER_ADDRESSES], { minLength: 1 });
  const limits = fc.option(fc.subarray(POD_ADDRESSES, { minLength: 1, maxLength: 3 }), { nil: undefined });
  const pods = fc
    .tuple(fc.subarray(NAMESPACES, { minLength: 1 }), requirements, limits)
    .map(([names, all, limit]): Term => {
      const limited = limit && setOf(limit);
      return { kind: 'pods', namespaces: space.namespaces.of(names), requirements: all, addresses: limited };
    });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant<Term>(ANY) },
    { weight: 3, arbitrary: addresses.map((lows) => addressesTerm(setOf(lows))) },
    { weight: 6, arbitrary: pods },
  );
}
