import { type Address, FAMILIES, parseAddress, someBlockHolds, type Family } from '../read/addresses';
import { type EndpointClass, classOf } from '../endpoints/classes';
import type { Connection } from './compare';
import { outsideEndpoint, podEndpoint } from '../endpoints/endpoints';
import type { Endpoint } from '../endpoints/surroundings';
import { unknownService } from '../endpoints/serviceaddresses';
import { type Traffic, ORDINARY_TRAFFIC } from './judge';
import type { ProofModel } from './model';
import { namedPosition } from '../endpoints/namedports';
import { addressesOf } from '../read/pods';
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
  for (const pod of model.facts.pods) {
    if (pod.hostNetwork || (address === undefined && !isNamed(pod, text))) continue;
    for (const own of addressesOf(pod)) {
      const isMeant = own.family === family && (address === undefined || own.digits === address.digits);
      if (isMeant) return podEndpoint(model.context, pod, own);
    }
  }
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
  const { kind } = endpoint.identity;
  return (kind === 'pod' || kind === 'workload') && isNamed(endpoint.identity, text);
}

function isNamed({ namespace, name }: { readonly namespace: string; readonly name: string }, text: string): boolean {
  return namespace + '/' + name.slice(name.lastIndexOf(' ') + 1) === text;
}
