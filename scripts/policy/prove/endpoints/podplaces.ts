import { hasKey } from '../../text/canonical';
import { type Address, type Family, singleBlock, someBlockHolds } from '../read/addresses';
import type { PodPeer, PolicyFacts } from '../read/policies';
import type { IdentityContext } from './identities';
import { addressInNoBlock, boundaryAddresses } from './outside';
import type { Row, Rows } from './rows';
import { type Place, type Surroundings, distinctPlaces } from './surroundings';

/** An address for pods that are not there yet. */
export interface PodPlace extends Place {
  /**
   * Entries whose blocks hold some addresses that pods may have, this one among them, and not all. Rules name today's
   * addresses where such a block and labels meet, so that a pod to come may be left out until they are made anew.
   */
  readonly partial: Rows;
  /**
   * A pod's today, for which a rule may name it. Whoever gets it next is not judged until the rules are made anew, but
   * counts as somebody behind a Service.
   */
  readonly isTaken: boolean;
  /**
   * Of these, those for which that may happen to pods that nobody isolates, too: pods are told apart by their named
   * ports, or where selectors negate.
   */
  readonly partialForAll: Rows;
}

/** Addresses for pods without a known one: one for each class of addresses that pods may have. */
export function podPlaces(surroundings: Surroundings): PodPlace[] {
  const { region, taken, context } = surroundings;
  const candidates: Address[] = [];
  for (const family of region.families) {
    const found = region.isGuessed ? anywhere(surroundings, family) : inside(surroundings, family);
    for (const address of found) candidates.push(address);
  }
  // An address that a pod has today could be another pod's tomorrow.
  const free = candidates.filter((address) => !hasKey(taken, address.digits));
  const places = distinctPlaces(surroundings, free.concat(candidates));
  const { rules } = context.scheme;
  const partialSource = partialEntries(places, 'source', rules);
  const partialDestination = partialEntries(places, 'destination', rules);
  const isCut = entriesCut(context);
  const known: { [kind: string]: true } = {};
  const found: PodPlace[] = [];
  for (const place of places) {
    const partial = { source: partialSource(place.rows), destination: partialDestination(place.rows) };
    const isTaken = hasKey(taken, place.address.digits) && partial.source.length + partial.destination.length > 0;
    const kind = [place.address.family, partial.source.join(' '), partial.destination.join(' ')].join(';');
    if (isTaken && hasKey(known, kind)) continue;
    known[kind] = true;
    const partialForAll = {
      source: partial.source.filter((bit) => isCut[bit - rules]),
      destination: partial.destination.filter((bit) => isCut[bit - rules]),
    };
    found.push({ ...place, partial, partialForAll, isTaken });
  }
  return found;
}

/** For each entry, whether rules tell its peers apart by more than the entry says. */
function entriesCut({ profile, policies }: IdentityContext): boolean[] {
  const isAny = !profile.filterNot && policies.some(negates);
  const found: boolean[] = [];
  for (const { entries } of policies) {
    for (const { ports } of entries) found.push(isAny || (ports || []).some(({ name }) => name !== undefined));
  }
  return found;
}

function negates({ subject, entries }: PolicyFacts): boolean {
  let peers: readonly PodPeer[] = [subject];
  for (const entry of entries) peers = peers.concat(entry.pods);
  return peers.some(({ selector }) => selector.some(({ operator }) => /^(NotIn|DoesNotExist)$/.test(operator)));
}

/** The entries of a row that some places meet and others do not. */
function partialEntries(places: readonly Place[], side: 'source' | 'destination', rules: number): (rows: Rows) => Row {
  const counts: { [bit: number]: number | undefined } = {};
  for (const { rows } of places) for (const bit of rows[side]) counts[bit] = (counts[bit] || 0) + 1;
  return (rows) => rows[side].filter((bit) => bit >= rules && counts[bit] !== places.length);
}

/** In the pod network, or at addresses like those of today's pods: at the ends of every block. */
function inside(surroundings: Surroundings, family: Family): Address[] {
  const { facts, mentioned, region, taken } = surroundings;
  const singles = region.samples.map(singleBlock);
  for (const node of facts.nodes) for (const address of node.addresses) singles.push(singleBlock(address));
  const blocks = mentioned.concat(facts.podNetwork, singles).filter((block) => block.family === family);
  const ordinary = addressInNoBlock(family, mentioned, taken);
  return boundaryAddresses(blocks)
    .concat(ordinary ? [ordinary] : [])
    .filter((address) => region.holds(address));
}

/**
 * Where pods may be while nobody knows any of their addresses: at an address of no block and, where a Service may send
 * to them all, on both sides of every block. A Service in front of pods that are not there yet must not count on where
 * they will be.
 */
function anywhere(surroundings: Surroundings, family: Family): Address[] {
  const { context, facts, mentioned, region } = surroundings;
  const madeUp = madeUpAddress(surroundings, family);
  if (context.profile.inspection !== 'both-ends' || facts.services.length === 0) return madeUp;
  const around = boundaryAddresses(mentioned.filter((block) => block.family === family));
  return madeUp.concat(
    around.filter(
      (address) =>
        region.holds(address) &&
        !hasKey(surroundings.taken, address.digits) &&
        !someBlockHolds(facts.serviceNetwork, address),
    ),
  );
}

function madeUpAddress(surroundings: Surroundings, family: Family): Address[] {
  const address =
    addressInNoBlock(family, surroundings.mentioned, surroundings.taken) || addressInNoBlock(family, [], {});
  return address ? [address] : [];
}
