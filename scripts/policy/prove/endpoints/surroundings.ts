import { hasKey } from '../../text/canonical';
import { type Address, type Block, ipv4Part } from '../read/addresses';
import type { ClusterFacts } from '../read/cluster';
import { addressesOf } from '../read/pods';
import type { Identity, IdentityContext } from './identities';
import type { PodRegion } from './podregion';
import { type Rows, addressRows } from './rows';

/** What the endpoints of a cluster are gathered in, and looked up from. */

/** One end of connections: somebody at an address. */
export interface Endpoint {
  readonly identity: Identity;
  readonly address: Address;
  /** What the address contributes to the rows. */
  readonly addressRows: Rows;
  /** Of a pod that is not there yet, or not at this address. */
  readonly toCome?: ToCome;
}

/** How a pod to come is judged at its address (`podplaces.ts`). */
export interface ToCome {
  readonly partial: Rows;
  readonly isTaken: boolean;
  readonly partialForAll: Rows;
}

/** Addresses by their digits. */
export interface Taken {
  readonly [digits: string]: true;
}

/** The cluster, and the endpoints that were found so far; grows. */
export interface Surroundings {
  readonly context: IdentityContext;
  readonly facts: ClusterFacts;
  readonly region: PodRegion;
  /** Every block that policies and rules mention. */
  readonly mentioned: readonly Block[];
  /** Addresses of pods, nodes and Services. */
  readonly taken: Taken;
  readonly endpoints: Endpoint[];
}

/** Every block of policies and rules, and what of IPv4 the IPv6 ones take in. */
export function mentionedBlocks(context: IdentityContext): Block[] {
  const ofRules: Block[] = [];
  for (const { block } of context.scheme.blocks) {
    ofRules.push(block);
    const ipv4 = ipv4Part(block);
    if (ipv4 !== undefined) ofRules.push(ipv4);
  }
  return ofRules.concat(peerBlocks(context));
}

/** Every block of policies, with its exceptions. */
export function peerBlocks(context: IdentityContext): Block[] {
  const blocks: Block[] = [];
  for (const item of context.scheme.peers) {
    blocks.push(item.peer.block);
    for (const exception of item.peer.except) blocks.push(exception);
  }
  return blocks;
}

/** Addresses of pods, nodes and Services. */
export function takenAddresses(facts: ClusterFacts): Taken {
  const taken: { [digits: string]: true } = {};
  for (const pod of facts.pods) for (const address of addressesOf(pod)) taken[address.digits] = true;
  for (const node of facts.nodes) for (const address of node.addresses) taken[address.digits] = true;
  for (const service of facts.services) for (const address of service.clusterAddresses) taken[address.digits] = true;
  return taken;
}

/** Adds somebody at an address. */
export function add(surroundings: Surroundings, identity: Identity, address: Address): void {
  const rows = addressRows(surroundings.context.scheme, address);
  surroundings.endpoints.push({ identity, address, addressRows: rows });
}

/** An address, and what it contributes to the rows. */
export interface Place {
  readonly address: Address;
  readonly rows: Rows;
}

/** One of the addresses for each class that policies and rules tell apart. */
export function distinctPlaces(surroundings: Surroundings, addresses: readonly Address[]): Place[] {
  const places: Place[] = [];
  const seen: { [key: string]: true } = {};
  for (const address of addresses) {
    const rows = addressRows(surroundings.context.scheme, address);
    const key = address.family + ' ' + rows.source.join(',') + ';' + rows.destination.join(',');
    if (hasKey(seen, key)) continue;
    seen[key] = true;
    places.push({ address, rows });
  }
  return places;
}
