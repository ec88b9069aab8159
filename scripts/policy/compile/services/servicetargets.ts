import { hasKey, sortedKeys } from '../../text/canonical';
import type { PodClass, Service, ServicePort, StringMap } from '../../kubernetes/types';
import {
  everyAddressOf,
  familyOf,
  intersectAddresses,
  parseAddress,
  singleAddress,
  type Family,
} from '../../values/addresses';
import type { Requirement } from '../../values/requirements';
import { addressesTerm, intersectTerms, type PodsTerm, type Term, type TermSpace } from '../../values/term';
import { numberOf } from '../namedports';
import type { FrontPort, ServiceFront } from './servicefronts';

/** Who is behind a port of a Service address, and on which number. */

/**
 * A term that is reached on one port. With `labels` it is one kind of pod: the term is its namespace (and addresses),
 * and which terms of policies it lies in is a matter of its labels alone.
 */
export interface ServiceTarget {
  readonly term: Term;
  readonly labels: StringMap | undefined;
  readonly number: number;
}

/** What targets are looked up in: the pods of each namespace. */
export interface TargetContext {
  readonly space: TermSpace;
  readonly podsOf: { readonly [namespace: string]: readonly PodClass[] };
}

/** Everybody behind one port of an address. */
export function targetsOf(context: TargetContext, front: ServiceFront, port: FrontPort): ServiceTarget[] {
  const targets: ServiceTarget[] = [];
  for (const { service, port: served } of port.served) {
    if (service.selector === undefined)
      targets.push.apply(targets, endpointTargets(context, service, served, front.family));
    else targets.push.apply(targets, selectedTargets(context, service, service.selector, served, front.family));
  }
  return targets;
}

function selectedTargets(
  context: TargetContext,
  service: Service,
  selector: StringMap,
  port: ServicePort,
  family: Family,
): ServiceTarget[] {
  const hosts = hostTargets(context, service, selector, port, family);
  if (typeof port.targetPort === 'string') {
    return hosts.concat(namedTargets(context, service, selector, port, family));
  }
  const term = isOnHostsAlone(context, service, selector, family)
    ? undefined
    : selectedPods(context.space, service, selector, family);
  return term ? hosts.concat([{ term, labels: undefined, number: port.targetPort }]) : hosts;
}

/** Host-network pods are behind a Service by their nodes' addresses, which policies decide as addresses. */
function hostTargets(
  context: TargetContext,
  service: Service,
  selector: StringMap,
  port: ServicePort,
  family: Family,
): ServiceTarget[] {
  const targets: ServiceTarget[] = [];
  for (const podClass of podsSelected(context, service, selector)) {
    const number =
      typeof port.targetPort === 'number' ? port.targetPort : numberOf(podClass, port.targetPort, port.protocol);
    if (!podClass.hostNetwork || number === undefined) continue;
    for (const term of hostTerms(podClass, family)) targets.push({ term, labels: undefined, number });
  }
  return targets;
}

function hostTerms(podClass: PodClass, family: Family): Term[] {
  const terms: Term[] = [];
  for (const text of podClass.nodeAddresses) {
    const address = parseAddress(text);
    if (address && familyOf(address) === family) terms.push(addressesTerm(singleAddress(address)));
  }
  return terms;
}

/** Where today's pods are all on host networks, so are those to come. */
function isOnHostsAlone(context: TargetContext, service: Service, selector: StringMap, family: Family): boolean {
  const pods = podsSelected(context, service, selector);
  return (
    pods.every(({ hostNetwork }) => hostNetwork) && pods.some((podClass) => hostTerms(podClass, family).length > 0)
  );
}

function podsSelected(context: TargetContext, service: Service, selector: StringMap): readonly PodClass[] {
  const pods = hasKey(context.podsOf, service.namespace) ? context.podsOf[service.namespace] : [];
  return pods.filter((podClass) => isSelected(selector, podClass.labels));
}

/**
 * All pods behind an address, whatever the port: those that a selector selects, and those that are listed endpoints.
 */
export function podsBehind(context: TargetContext, front: ServiceFront): ServiceTarget[] {
  const space = context.space;
  const found: ServiceTarget[] = [];
  for (const service of front.services) {
    if (service.selector !== undefined) {
      if (isOnHostsAlone(context, service, service.selector, front.family)) continue;
      const term = selectedPods(space, service, service.selector, front.family);
      if (term) found.push({ term, labels: undefined, number: 0 });
      continue;
    }
    for (const endpoint of service.endpoints) {
      const end = endpointEnd(space, endpoint, front.family);
      if (end && end.labels) found.push({ ...end, number: 0 });
    }
  }
  return found;
}

/**
 * The pods of the selector with their addresses of one family, pods to come included; undefined where pods have none.
 */
function selectedPods(space: TermSpace, service: Service, selector: StringMap, family: Family): PodsTerm | undefined {
  const requirements = sortedKeys(selector).map((key): Requirement => ({
    key,
    negated: false,
    values: [selector[key]],
  }));
  return podsWith(space, service.namespace, requirements, family);
}

function podsWith(
  space: TermSpace,
  namespace: string,
  requirements: readonly Requirement[],
  family: Family,
): PodsTerm | undefined {
  const pods: PodsTerm = {
    kind: 'pods',
    namespaces: space.namespaces.of([namespace]),
    requirements,
    addresses: undefined,
  };
  const ofFamily = intersectTerms(space, pods, addressesTerm(everyAddressOf(family)));
  return ofFamily && ofFamily.kind === 'pods' ? ofFamily : undefined;
}

/**
 * A port's name is looked up on each pod (core/v1 ServicePort), so that only pods that exist have a number: pods to
 * come are a new compilation.
 */
function namedTargets(
  context: TargetContext,
  service: Service,
  selector: StringMap,
  port: ServicePort,
  family: Family,
): ServiceTarget[] {
  const targets: ServiceTarget[] = [];
  const everyPod = podsWith(context.space, service.namespace, [], family);
  for (const podClass of podsSelected(context, service, selector)) {
    if (!everyPod || podClass.hostNetwork) continue;
    if (podClass.families.length > 0 && podClass.families.indexOf(family) < 0) continue;
    const number = numberOf(podClass, String(port.targetPort), port.protocol);
    if (number !== undefined) targets.push({ term: everyPod, labels: podClass.labels, number });
  }
  return targets;
}

function isSelected(selector: StringMap, labels: StringMap): boolean {
  return Object.keys(selector).every((key) => hasKey(labels, key) && labels[key] === selector[key]);
}

/** Without a selector, whoever is listed; the list says the numbers, else the Service does. */
function endpointTargets(context: TargetContext, service: Service, port: ServicePort, family: Family): ServiceTarget[] {
  const targets: ServiceTarget[] = [];
  for (const endpoint of service.endpoints) {
    const end = endpointEnd(context.space, endpoint, family);
    const given = typeof port.targetPort === 'number' ? port.targetPort : undefined;
    const number = hasKey(endpoint.ports, port.name) ? endpoint.ports[port.name] : given;
    if (end && number !== undefined) targets.push({ ...end, number });
  }
  return targets;
}

function endpointEnd(
  space: TermSpace,
  endpoint: Service['endpoints'][number],
  family: Family,
): Pick<ServiceTarget, 'term' | 'labels'> | undefined {
  const address = parseAddress(endpoint.address);
  if (!address || familyOf(address) !== family) return undefined;
  const single = singleAddress(address);
  if (!endpoint.pod || intersectAddresses(single, space.podAddresses).length === 0) {
    return { term: addressesTerm(single), labels: undefined };
  }
  const pods = podsWith(space, endpoint.pod.namespace, [], family);
  const term = pods && intersectTerms(space, pods, addressesTerm(single));
  return term && { term, labels: endpoint.pod.labels };
}
