import { hasKey, sortedKeys } from '../../text/canonical';
import { type Address, type Block, type Family, FAMILIES, singleBlock, someBlockHolds } from '../read/addresses';
import type { ClusterFacts } from '../read/cluster';
import { createAlikePods } from './alike';
import { addNodes } from './hosts';
import { nodeSide } from './nodeside';
import { type Identity, type IdentityContext, addressIdentity, podIdentity } from './identities';
import { addressInNoBlock, boundaryAddresses } from './outside';
import { type PodPlace, podPlaces } from './podplaces';
import { podRegion } from './podregion';
import { type PodFacts, addressesOf } from '../read/pods';
import { addressRows, strangerRows } from './rows';
import { addServiceAddresses } from './serviceaddresses';
import { selectingServices } from '../read/servicefacts';
import {
  type Endpoint,
  type Surroundings,
  add,
  distinctPlaces,
  mentionedBlocks,
  peerBlocks,
  takenAddresses,
} from './surroundings';
import type { VirtualPod } from './virtualpods';

/** The endpoints that are judged, and how many more there are, each like some of these. */
export interface Endpoints {
  readonly judged: readonly Endpoint[];
  readonly alike: number;
}

/**
 * The endpoints of a cluster: pods, virtual pods, nodes, outside addresses, and Services where they are judged.
 *
 * @param isTold whether somebody asks for the pod by name, so that no other stands for it
 */
export function allEndpoints(
  context: IdentityContext,
  facts: ClusterFacts,
  virtual: readonly VirtualPod[],
  isTold: (pod: PodFacts) => boolean = nobody,
): Endpoints {
  const surroundings: Surroundings = {
    context,
    facts,
    region: podRegion(context.scheme, facts),
    mentioned: mentionedBlocks(context),
    taken: takenAddresses(facts),
    endpoints: [],
  };
  const alike = addPods(surroundings, virtual, isTold);
  addNodes(surroundings);
  if (context.profile.inspection === 'both-ends') addServiceAddresses(surroundings);
  addOutside(surroundings);
  return { judged: surroundings.endpoints, alike };
}

/**
 * Nobody that exists: addresses that the policies tell apart, those of the pod network had by pods of a namespace to
 * come; where nobody knows that network, by any pod that there is or may be. They are not judged, but they say which entry is narrower, which
 * must not change with every new namespace or Service.
 *
 * @param endpoints those of the cluster
 */
export function strangers(context: IdentityContext, facts: ClusterFacts, endpoints: readonly Endpoint[]): Endpoint[] {
  const nobody = addressIdentity(context, 'outside', '', []);
  const pod: Identity = { ...nobody, rows: strangerRows(context.scheme) };
  const region = podRegion(context.scheme, facts);
  const nodes = nodeSide(facts);
  const addresses = boundaryAddresses(peerBlocks(context).concat(facts.podNetwork)).filter(
    (address) => !hasKey(nodes, address.digits),
  );
  const isKnown = facts.podNetwork.length > 0;
  const anywhere = isKnown ? [] : podIdentities(endpoints);
  const found: Endpoint[] = [];
  for (const address of addresses) {
    const rows = addressRows(context.scheme, address);
    const isPods = region.holds(address);
    found.push({ identity: isKnown && isPods ? pod : nobody, address, addressRows: rows });
    for (const identity of isPods ? anywhere : []) found.push({ identity, address, addressRows: rows });
  }
  return found;
}

/** Of pods, one for those that nothing tells apart. */
function podIdentities(endpoints: readonly Endpoint[]): Identity[] {
  const seen: { [rows: string]: true } = {};
  const identities: Identity[] = [];
  for (const { identity } of endpoints) {
    const isPod = identity.kind === 'pod' || identity.kind === 'workload' || identity.kind === 'virtual';
    const text = [identity.rows.source, identity.rows.destination].join(';');
    if (!isPod || hasKey(seen, text)) continue;
    seen[text] = true;
    identities.push(identity);
  }
  return identities;
}

/** An address that a Service lists and nobody has: inside the pod network it can only be that of a pod to come. */
export function listedEndpoint(context: IdentityContext, facts: ClusterFacts, address: Address): Endpoint {
  const outside = outsideEndpoint(context, address);
  if (!someBlockHolds(facts.podNetwork, address)) return outside;
  return { ...outside, identity: { ...outside.identity, rows: strangerRows(context.scheme) } };
}

/** A pod of today at one of its addresses. */
export function podEndpoint(context: IdentityContext, pod: PodFacts, address: Address): Endpoint {
  return {
    identity: podIdentity(context, pod, pod.kind, pod),
    address,
    addressRows: addressRows(context.scheme, address),
  };
}

/** An address that is asked for but was not sampled. */
export function outsideEndpoint(context: IdentityContext, address: Address): Endpoint {
  return {
    identity: addressIdentity(context, 'outside', '', []),
    address,
    addressRows: addressRows(context.scheme, address),
  };
}

function nobody(): boolean {
  return false;
}

/** @returns how many are like some that were added, and were not */
function addPods(
  surroundings: Surroundings,
  virtual: readonly VirtualPod[],
  isTold: (pod: PodFacts) => boolean,
): number {
  const context = surroundings.context;
  const places = podPlaces(surroundings);
  const seen: { [key: string]: true } = {};
  const alikePods = createAlikePods();
  let first: Identity | undefined;
  let isTarget = false;
  let alike = 0;
  function addAtPlaces(identity: Identity, families: readonly Family[]): void {
    for (const place of placesOf(places, families)) {
      surroundings.endpoints.push({ identity, address: place.address, addressRows: place.rows, toCome: place });
    }
  }
  for (const pod of surroundings.facts.pods) {
    if (pod.hostNetwork) continue;
    if (alikePods.isOther(pod) || first === undefined) {
      first = podIdentity(context, pod, pod.kind, pod);
      isTarget = isNamedTarget(context, pod);
    }
    const identity = first.name === pod.name ? first : { ...first, name: pod.name };
    const addresses = addressesOf(pod);
    for (const address of addresses) {
      if (!isTold(pod) && alikePods.hasEnoughAt(address.family, addressRows(context.scheme, address))) alike++;
      else add(surroundings, identity, address);
    }
    const families = addresses.length === 0 ? FAMILIES : isTarget ? familiesOf(addresses) : [];
    if (families.length === 0) continue;
    if (!isTold(pod) && alikePods.hasEnoughToCome(families)) alike += placesOf(places, families).length;
    else addAtPlaces(identity, families);
  }
  for (const pod of virtual) {
    const identity = podIdentity(context, pod, 'virtual', { name: '', namedPorts: [], kubeletPorts: [] });
    // Equal rows and policies: judged alike, so one of them is enough.
    const key = [identity.rows.source, identity.rows.destination, identity.egressPolicies, identity.ingressPolicies];
    const text = identity.namespace + ' ' + key.join(';') + servicesOf(context, pod);
    if (hasKey(seen, text)) continue;
    seen[text] = true;
    addAtPlaces(identity, FAMILIES);
  }
  return alike;
}

function placesOf(places: readonly PodPlace[], families: readonly Family[]): PodPlace[] {
  return places.filter(({ address }) => families.indexOf(address.family) >= 0);
}

/** A pod keeps its families, and whoever follows it may have others: that shows when it is there. */
function familiesOf(addresses: readonly Address[]): Family[] {
  return FAMILIES.filter((family) => addresses.some((address) => address.family === family));
}

/** A Service looks its port up by name on the pod, wherever in the pod network it is: a restart moves it. */
function isNamedTarget(context: IdentityContext, pod: PodFacts): boolean {
  if (context.profile.inspection !== 'both-ends' || pod.namedPorts.length === 0) return false;
  return selectingServices(context.servicesIn, pod.namespace, pod.labels).some((service) =>
    service.ports.some((port) => typeof port.targetPort === 'string'),
  );
}

/** Which Services select a virtual pod: they need it as a target. */
function servicesOf(context: IdentityContext, pod: VirtualPod): string {
  if (context.profile.inspection !== 'both-ends') return '';
  const services = selectingServices(context.servicesIn, pod.namespace, pod.labels);
  return ' ' + services.map((service) => service.name).join(',');
}

/**
 * Outside addresses at every boundary of every block. Addresses inside the pod network that no pod has do not exist;
 * those of the Service network are no outside ones.
 */
function addOutside(surroundings: Surroundings): void {
  const facts = surroundings.facts;
  const identity = addressIdentity(surroundings.context, 'outside', '', []);
  const singles: Block[] = [];
  const networks = facts.podNetwork.concat(facts.serviceNetwork);
  // What is beside an address of a network is in it as well, or beside the network.
  function take(address: Address): void {
    if (!someBlockHolds(networks, address)) singles.push(singleBlock(address));
  }
  for (const node of facts.nodes) node.addresses.forEach(take);
  for (const pod of facts.pods) addressesOf(pod).forEach(take);
  for (const service of facts.services) {
    service.clusterAddresses.forEach(take);
    for (const endpoint of service.endpoints) take(endpoint.address);
  }
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
