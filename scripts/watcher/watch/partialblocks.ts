import { blockPeersOf, heldByBlocks } from '../../policy/compile/ipblocks';
import { isEveryPodAddress } from '../../policy/compile/podregion';
import { matchesSelector, podSelectors } from '../../policy/kubernetes/selector';
import type { Direction, Entry, PodClass, PolicySpec } from '../../policy/kubernetes/types';
import { hasKey, sortedUnique } from '../../policy/text/canonical';
import {
  intersectAddresses,
  isAddressSubset,
  NO_ADDRESSES,
  unionAddresses,
  type AddressSet,
} from '../../policy/values/addresses';
import { addressesOf, networksOf } from '../../policy/values/addresslists';

/**
 * Blocks of policies that hold the addresses of some pods and not of all: rules may name the addresses of these
 * (`dependsOn.podAddresses` of a translation). Judged by the addresses that pods have, and by the networks that are known.
 */

/** What a policy says, and in which namespace. */
export interface PlacedSpec {
  readonly namespace: string;
  readonly spec: PolicySpec;
}

/** What is known of the cluster beside its policies. */
export interface Neighbours {
  readonly podClasses: readonly PodClass[];
  readonly hasServices: boolean;
  /** CIDR blocks; only asked for where they may matter. */
  readonly podNetworks: () => readonly string[];
}

/**
 * The addresses of a class that rules may name. Others come and go without any rule changing: those of pods that nobody
 * isolates towards such a block, unless rules tell pods apart by more than the entry says.
 */
export function namedAddresses(
  policies: readonly PlacedSpec[],
  neighbours: Neighbours,
): (podClass: PodClass) => readonly string[] {
  const partial = {
    egress: partialAddresses(policies, 'egress', neighbours),
    ingress: partialAddresses(policies, 'ingress', neighbours),
  };
  if (partial.egress.length === 0 && partial.ingress.length === 0) return () => [];
  const isAnyCut = policies.some(({ spec }) => podSelectors(spec).some((selector) => selector.some(isNegated)));
  const isCut = {
    egress: isAnyCut || namesPorts(policies, 'egress'),
    // Who may send to all pods behind a Service is worked out by namespace, too.
    ingress: isAnyCut || namesPorts(policies, 'ingress') || neighbours.hasServices,
  };
  const isIsolated = isolations(policies);
  return (podClass) => {
    let held: AddressSet = NO_ADDRESSES;
    if (isCut.egress || isIsolated(podClass, 'ingress')) held = partial.egress;
    if (isCut.ingress || isIsolated(podClass, 'egress')) held = unionAddresses(held, partial.ingress);
    if (held.length === 0) return [];
    return sortedUnique(podClass.podAddresses.filter((text) => isAddressSubset(addressesOf([text]), held)));
  };
}

function isNegated({ operator }: PolicySpec['subject'][number]): boolean {
  return operator === 'NotIn' || operator === 'DoesNotExist';
}

/** Whether an entry with a block names a port. */
function namesPorts(policies: readonly PlacedSpec[], direction: Direction): boolean {
  return entriesOf(policies, direction).some(
    (entry) =>
      blockPeersOf(entry).length > 0 &&
      entry.ports.kind !== 'anything' &&
      entry.ports.ports.some(({ kind }) => kind === 'named'),
  );
}

function isolations(policies: readonly PlacedSpec[]): (podClass: PodClass, direction: Direction) => boolean {
  const specsIn: { [namespace: string]: PolicySpec[] } = {};
  for (const { namespace, spec } of policies) {
    if (!hasKey(specsIn, namespace)) specsIn[namespace] = [];
    specsIn[namespace].push(spec);
  }
  return ({ namespace, labels }, direction) =>
    hasKey(specsIn, namespace) &&
    specsIn[namespace].some(({ isolates, subject }) => isolates[direction] && matchesSelector(subject, labels));
}

/** The entries of policies that isolate in the direction: others have no effect. */
function entriesOf(policies: readonly PlacedSpec[], direction: Direction): Entry[] {
  const found: Entry[] = [];
  for (const { spec } of policies) {
    if (!spec.isolates[direction]) continue;
    for (const entry of spec.entries) if (entry.direction === direction) found.push(entry);
  }
  return found;
}

/** The addresses in blocks that hold some pods and not all. */
function partialAddresses(
  policies: readonly PlacedSpec[],
  direction: Direction,
  { podClasses, podNetworks }: Neighbours,
): AddressSet {
  const held = entriesOf(policies, direction).map(heldByBlocks);
  const some = held.filter((addresses) => addresses.length > 0 && !isEveryPodAddress(addresses));
  if (some.length === 0) return NO_ADDRESSES;
  const present: string[] = [];
  for (const { podAddresses } of podClasses) for (const address of podAddresses) present.push(address);
  const pods = addressesOf(present);
  const near = some.filter((addresses) => intersectAddresses(addresses, pods).length > 0);
  if (near.length === 0) return NO_ADDRESSES;
  const network = unionAddresses(pods, networksOf(podNetworks()));
  let partial: AddressSet = NO_ADDRESSES;
  for (const addresses of near) if (!isAddressSubset(network, addresses)) partial = unionAddresses(partial, addresses);
  return partial;
}

/** The blocks, each once, as policies write them. */
export function blockTexts(policies: readonly PlacedSpec[]): string[] {
  const texts: string[] = [];
  for (const { spec } of policies) {
    for (const entry of spec.entries) {
      for (const peer of blockPeersOf(entry)) texts.push([peer.cidr].concat(peer.except).join(' '));
    }
  }
  return sortedUnique(texts);
}
