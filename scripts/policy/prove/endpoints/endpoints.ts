import { hasKey, sortedKeys } from '../../text/canonical';
import {
  type Address,
  type Block,
  type Family,
  FAMILIES,
  ipv4Part,
  singleBlock,
  someBlockHolds,
} from '../read/addresses';
import type { ClusterFacts } from '../read/cluster';
import {
  type Identity,
  type IdentityContext,
  addressIdentity,
  mergedTags,
  podIdentity,
  serviceIdentity,
} from './identities';
import { addressInNoBlock, boundaryAddresses } from './outside';
import type { PodFacts } from '../read/pods';
import { type Rows, addressRows, strangerRows } from './rows';
import { type ServiceFacts, selectsPod } from '../read/servicefacts';
import type { VirtualPod } from './virtualpods';

/** One end of connections: somebody at an address. */
export interface Endpoint {
  readonly identity: Identity;
  readonly address: Address;
  /** What the address contributes to the rows. */
  readonly addressRows: Rows;
}

interface Taken {
  readonly [digits: string]: true;
}

interface Surroundings {
  readonly context: IdentityContext;
  readonly facts: ClusterFacts;
  /** Every block that policies and rules mention. */
  readonly mentioned: readonly Block[];
  /** Addresses of pods, nodes and Services. */
  readonly taken: Taken;
  readonly endpoints: Endpoint[];
}

/** All endpoints of a cluster: pods, virtual pods, nodes, outside addresses, and Services where they are judged. */
export function allEndpoints(
  context: IdentityContext,
  facts: ClusterFacts,
  virtual: readonly VirtualPod[],
): Endpoint[] {
  const surroundings: Surroundings = {
    context,
    facts,
    mentioned: mentionedBlocks(context),
    taken: takenAddresses(facts),
    endpoints: [],
  };
  addPods(surroundings, virtual);
  addNodes(surroundings);
  if (context.profile.inspection === 'both-ends') addServices(surroundings);
  addOutside(surroundings);
  return surroundings.endpoints;
}

/**
 * Nobody that exists: addresses that the policies tell apart, those of the pod network had by pods of a namespace to
 * come. They are not judged, but they say which entry is narrower, which must not change with every new namespace or
 * Service.
 */
export function strangers(context: IdentityContext, facts: ClusterFacts): Endpoint[] {
  const nobody = addressIdentity(context, 'outside', '', undefined);
  const pod: Identity = { ...nobody, rows: strangerRows(context.scheme) };
  const nodes = nodeSide(facts);
  const addresses = boundaryAddresses(peerBlocks(context).concat(facts.podNetwork)).filter(
    (address) => !hasKey(nodes, address.digits),
  );
  return addresses.map((address): Endpoint => ({
    identity: someBlockHolds(facts.podNetwork, address) ? pod : nobody,
    address,
    addressRows: addressRows(context.scheme, address),
  }));
}

/** An address that a Service lists and nobody has: inside the pod network it can only be that of a pod to come. */
export function listedEndpoint(context: IdentityContext, facts: ClusterFacts, address: Address): Endpoint {
  const outside = outsideEndpoint(context, address);
  if (!someBlockHolds(facts.podNetwork, address)) return outside;
  return { ...outside, identity: { ...outside.identity, rows: strangerRows(context.scheme) } };
}

/** An address that is asked for but was not sampled. */
export function outsideEndpoint(context: IdentityContext, address: Address): Endpoint {
  return {
    identity: addressIdentity(context, 'outside', '', undefined),
    address,
    addressRows: addressRows(context.scheme, address),
  };
}

function mentionedBlocks(context: IdentityContext): Block[] {
  const ofRules: Block[] = [];
  for (const { block } of context.scheme.blocks) {
    ofRules.push(block);
    const ipv4 = ipv4Part(block);
    if (ipv4 !== undefined) ofRules.push(ipv4);
  }
  return ofRules.concat(peerBlocks(context));
}

function peerBlocks(context: IdentityContext): Block[] {
  const blocks: Block[] = [];
  for (const item of context.scheme.peers) {
    blocks.push(item.peer.block);
    for (const exception of item.peer.except) blocks.push(exception);
  }
  return blocks;
}

function takenAddresses(facts: ClusterFacts): Taken {
  const taken: { [digits: string]: true } = {};
  for (const pod of facts.pods) for (const address of pod.addresses) taken[address.digits] = true;
  for (const node of facts.nodes) for (const address of node.addresses) taken[address.digits] = true;
  for (const service of facts.services) for (const address of service.clusterAddresses) taken[address.digits] = true;
  return taken;
}

function add(surroundings: Surroundings, identity: Identity, address: Address): void {
  const rows = addressRows(surroundings.context.scheme, address);
  surroundings.endpoints.push({ identity, address, addressRows: rows });
}

function addPods(surroundings: Surroundings, virtual: readonly VirtualPod[]): void {
  const context = surroundings.context;
  const places = podPlaces(surroundings);
  const seen: { [key: string]: true } = {};
  function addAtPlaces(identity: Identity): void {
    for (const place of places) {
      surroundings.endpoints.push({ identity, address: place.address, addressRows: place.rows });
    }
  }
  for (const pod of surroundings.facts.pods) {
    if (pod.hostNetwork) continue;
    const identity = podIdentity(context, pod, pod.kind, pod);
    for (const address of pod.addresses) add(surroundings, identity, address);
    if (pod.addresses.length === 0 || isNamedTarget(context, pod)) addAtPlaces(identity);
  }
  for (const pod of virtual) {
    const identity = podIdentity(context, pod, 'virtual', { name: '', namedPorts: [], kubeletPorts: [] });
    // Equal rows and policies: judged alike, so one of them is enough.
    const key = [identity.rows.source, identity.rows.destination, identity.egressPolicies, identity.ingressPolicies];
    const text = identity.namespace + ' ' + key.join(';') + servicesOf(context, pod);
    if (hasKey(seen, text)) continue;
    seen[text] = true;
    addAtPlaces(identity);
  }
}

/** A Service looks its port up by name on the pod, wherever in the pod network it is: a restart moves it. */
function isNamedTarget(context: IdentityContext, pod: PodFacts): boolean {
  if (context.profile.inspection !== 'both-ends' || pod.namedPorts.length === 0) return false;
  return context.services.some(
    (service) =>
      service.ports.some((port) => typeof port.targetPort === 'string') &&
      selectsPod(service, pod.namespace, pod.labels),
  );
}

/** Which Services select a virtual pod: they need it as a target. */
function servicesOf(context: IdentityContext, pod: VirtualPod): string {
  if (context.profile.inspection !== 'both-ends') return '';
  const names: string[] = [];
  for (const service of context.services) {
    if (selectsPod(service, pod.namespace, pod.labels)) names.push(service.name);
  }
  return ' ' + names.join(',');
}

interface Place {
  readonly address: Address;
  readonly rows: Rows;
}

/** Addresses for pods without a known one: one for each class of addresses inside the pod network. */
function podPlaces(surroundings: Surroundings): Place[] {
  const network = surroundings.facts.podNetwork;
  const places: Place[] = [];
  for (const family of podFamilies(surroundings.facts)) {
    const blocks = network.filter((block) => block.family === family);
    const candidates = blocks.length > 0 ? addressesInside(surroundings, blocks) : anywhere(surroundings, family);
    for (const place of distinctPlaces(surroundings, candidates)) places.push(place);
  }
  return places;
}

/** The families of pods without a known address. */
function podFamilies(facts: ClusterFacts): Family[] {
  const known = FAMILIES.filter((family) => facts.podNetwork.some((block) => block.family === family));
  if (known.length > 0) return known;
  const used = FAMILIES.filter((family) =>
    facts.pods.some((pod) => pod.addresses.some((address) => !pod.hostNetwork && address.family === family)),
  );
  return used.length > 0 ? used : ['IPv4'];
}

function addressesInside(surroundings: Surroundings, blocks: readonly Block[]): Address[] {
  const singles: Block[] = [];
  for (const node of surroundings.facts.nodes) for (const address of node.addresses) singles.push(singleBlock(address));
  const candidates = boundaryAddresses(surroundings.mentioned.concat(blocks, singles));
  const inside = candidates.filter((address) => someBlockHolds(blocks, address));
  const free = inside.filter((address) => !hasKey(surroundings.taken, address.digits));
  const nodes = nodeSide(surroundings.facts);
  // An address that a pod has today could be another pod's tomorrow, a node's could not.
  return free.concat(inside.filter((address) => !hasKey(nodes, address.digits)));
}

/**
 * Where pods may be while nobody knows their network: at an address of no block and, where a Service may send to them
 * all, on both sides of every block. A Service in front of pods that are not there yet must not count on where they
 * will be.
 */
function anywhere(surroundings: Surroundings, family: Family): Address[] {
  const { context, facts, mentioned, taken } = surroundings;
  const madeUp = madeUpAddress(surroundings, family);
  if (context.profile.inspection !== 'both-ends' || facts.services.length === 0) return madeUp;
  const nodes = nodeSide(facts);
  const around = boundaryAddresses(mentioned.filter((block) => block.family === family));
  return madeUp.concat(
    around.filter(
      (address) =>
        !hasKey(taken, address.digits) &&
        !hasKey(nodes, address.digits) &&
        !someBlockHolds(facts.serviceNetwork, address),
    ),
  );
}

function madeUpAddress(surroundings: Surroundings, family: Family): Address[] {
  const address =
    addressInNoBlock(family, surroundings.mentioned, surroundings.taken) || addressInNoBlock(family, [], {});
  return address ? [address] : [];
}

function distinctPlaces(surroundings: Surroundings, addresses: readonly Address[]): Place[] {
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

/** Addresses of Nodes, and of host-network pods, which are their Nodes: no other pod gets one. */
function nodeSide(facts: ClusterFacts): { [digits: string]: true } {
  const found: { [digits: string]: true } = {};
  for (const node of facts.nodes) for (const address of node.addresses) found[address.digits] = true;
  for (const digits of Object.keys(hostPods(facts))) found[digits] = true;
  return found;
}

/** Host-network pods by the address that they share with their node. */
function hostPods(facts: ClusterFacts): { [digits: string]: PodFacts[] } {
  const found: { [digits: string]: PodFacts[] } = {};
  for (const pod of facts.pods) {
    if (!pod.hostNetwork) continue;
    for (const address of pod.addresses) {
      if (!hasKey(found, address.digits)) found[address.digits] = [];
      found[address.digits].push(pod);
    }
  }
  return found;
}

function addNodes(surroundings: Surroundings): void {
  const context = surroundings.context;
  const hosted = hostPods(surroundings.facts);
  const seen: { [digits: string]: true } = {};
  function podsAt(address: Address): PodFacts[] {
    return hasKey(hosted, address.digits) ? hosted[address.digits] : [];
  }
  for (const node of surroundings.facts.nodes) {
    for (const address of node.addresses) {
      if (hasKey(seen, address.digits)) continue;
      seen[address.digits] = true;
      const tags = mergedTags(context, podsAt(address));
      add(surroundings, addressIdentity(context, 'node', node.name, tags), address);
    }
  }
  for (const pod of surroundings.facts.pods) {
    if (!pod.hostNetwork) continue;
    for (const address of pod.addresses) {
      if (hasKey(seen, address.digits)) continue;
      seen[address.digits] = true;
      const name = 'host of ' + pod.namespace + '/' + pod.name;
      add(surroundings, addressIdentity(context, 'outside', name, mergedTags(context, podsAt(address))), address);
    }
    if (pod.addresses.length === 0) addHostWorkload(surroundings, pod, podsAt);
  }
}

/** A host-network workload may run on any node; the first of each family stands for all of them. */
function addHostWorkload(surroundings: Surroundings, pod: PodFacts, podsAt: (address: Address) => PodFacts[]): void {
  const context = surroundings.context;
  if (context.profile.tags.hostNetwork !== 'registered') return;
  for (const family of FAMILIES) {
    for (const node of surroundings.facts.nodes) {
      const address = node.addresses.filter((candidate) => candidate.family === family)[0];
      if (!address) continue;
      const name = node.name + ' with ' + pod.namespace + '/' + pod.name;
      const tags = mergedTags(context, podsAt(address).concat([pod]));
      add(surroundings, addressIdentity(context, 'node', name, tags), address);
      break;
    }
  }
}

function addServices(surroundings: Surroundings): void {
  const found: { [digits: string]: { readonly address: Address; readonly services: ServiceFacts[] } } = {};
  for (const service of surroundings.facts.services) {
    for (const address of service.clusterAddresses) {
      if (!hasKey(found, address.digits)) found[address.digits] = { address, services: [] };
      found[address.digits].services.push(service);
    }
  }
  for (const digits of sortedKeys(found)) {
    add(surroundings, serviceIdentity(surroundings.context, found[digits].services), found[digits].address);
  }
}

/**
 * Outside addresses at every boundary of every block. Addresses inside the pod network that no pod has do not exist,
 * nor do addresses of the Service network that no Service has.
 */
function addOutside(surroundings: Surroundings): void {
  const facts = surroundings.facts;
  const identity = addressIdentity(surroundings.context, 'outside', '', undefined);
  const singles: Block[] = [];
  for (const node of facts.nodes) for (const address of node.addresses) singles.push(singleBlock(address));
  for (const pod of facts.pods) for (const address of pod.addresses) singles.push(singleBlock(address));
  for (const service of facts.services) {
    for (const address of service.clusterAddresses) singles.push(singleBlock(address));
    for (const endpoint of service.endpoints) singles.push(singleBlock(endpoint.address));
  }
  const networks = facts.podNetwork.concat(facts.serviceNetwork);
  const used: { [digits: string]: true } = {};
  for (const digits of sortedKeys(surroundings.taken)) used[digits] = true;
  for (const endpoint of surroundings.endpoints) used[endpoint.address.digits] = true;
  const candidates: Address[] = [];
  for (const family of FAMILIES) {
    const ordinary = addressInNoBlock(family, surroundings.mentioned.concat(networks), used);
    if (ordinary) candidates.push(ordinary);
  }
  const outside = candidates
    .concat(boundaryAddresses(surroundings.mentioned.concat(networks, singles)))
    .filter((address) => !hasKey(used, address.digits) && !someBlockHolds(networks, address));
  for (const place of distinctPlaces(surroundings, outside)) {
    surroundings.endpoints.push({ identity, address: place.address, addressRows: place.rows });
  }
}
