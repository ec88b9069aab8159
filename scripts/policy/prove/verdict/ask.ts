import { type Address, FAMILIES, parseAddress, someBlockHolds, type Family } from '../read/addresses';
import { type EndpointClass, classOf } from '../endpoints/classes';
import type { Connection } from './compare';
import { outsideEndpoint } from '../endpoints/endpoints';
import type { Endpoint } from '../endpoints/surroundings';
import { unknownService } from '../endpoints/serviceaddresses';
import { type Traffic, ORDINARY_TRAFFIC } from './judge';
import type { ProofModel } from './model';
import { namedPosition } from '../endpoints/namedports';
import { type Port, pointOf } from '../read/ports';

/**
 * The connections between two ends that people name, one for each address family that both have: ready for
 * `judgePolicies` and `judgeRules`. Ends are `namespace/pod` (or `namespace/workload`), or an address. Empty where an
 * end is not known or the families do not meet.
 */
export function connectionsBetween(
  model: ProofModel,
  source: string,
  destination: string,
  port: Port,
  traffic: Traffic = ORDINARY_TRAFFIC,
): Connection[] {
  const connections: Connection[] = [];
  for (const family of FAMILIES) {
    const from = endNamed(model, source, family);
    const to = endNamed(model, destination, family);
    if (from === undefined || to === undefined) continue;
    connections.push({ source: from, destination: to, point: pointOf(model.axis, port), traffic });
  }
  return connections;
}

function endNamed(model: ProofModel, text: string, family: Family): EndpointClass | undefined {
  const endpoint = endpointNamed(model, text, family);
  return endpoint ? classOf(endpoint, namedPosition(model.named, endpoint.identity), undefined) : undefined;
}

function endpointNamed(model: ProofModel, text: string, family: Family): Endpoint | undefined {
  const address = parseAddress(text);
  if (address && address.family !== family) return undefined;
  for (const endpoint of model.endpoints) {
    if (endpoint.address.family !== family || endpoint.identity.kind === 'virtual') continue;
    if (address ? endpoint.address.digits === address.digits : hasName(endpoint, text)) return endpoint;
  }
  if (address === undefined) return undefined;
  return isServiceAddress(model, address)
    ? unknownService(model.context, address)
    : outsideEndpoint(model.context, address);
}

/** No known Service has it, or it would have been found. */
function isServiceAddress(model: ProofModel, address: Address): boolean {
  return model.profile.inspection === 'both-ends' && someBlockHolds(model.facts.serviceNetwork, address);
}

/** `shop/web` finds the pod `web` or the workload `Deployment web`. */
function hasName(endpoint: Endpoint, text: string): boolean {
  const identity = endpoint.identity;
  if (identity.kind !== 'pod' && identity.kind !== 'workload') return false;
  const name = identity.name.slice(identity.name.lastIndexOf(' ') + 1);
  return identity.namespace + '/' + name === text;
}
