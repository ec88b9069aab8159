import { hasKey } from '../../text/canonical';
import { type EndpointClass, classOf } from '../endpoints/classes';
import { listedEndpoint } from '../endpoints/endpoints';
import { namedPosition } from '../endpoints/namedports';
import {
  type Meeting,
  type PolicyDecision,
  type Traffic,
  allowingEntries,
  decidePolicies,
  meetingOf,
  openPoints,
} from './judge';
import type { ProofModel } from './model';
import type { Address, Family } from '../read/addresses';
import { inNamespace } from '../read/bynamespace';
import { type PodFacts, type PodPort, addressesOf, resolvePort } from '../read/pods';
import { type Port, type PortMask, formatPort, holdsPoint, pointOf } from '../read/ports';
import { commonBits } from '../endpoints/commonbits';
import { type EndpointFacts, type ServiceFacts, type ServicePortFacts, selectsPod } from '../read/servicefacts';

/** Somebody behind a Service address. */
export interface Target {
  readonly service: ServiceFacts;
  readonly end: EndpointClass;
  readonly namedPorts: readonly PodPort[];
  /** Of a Service without selector: the endpoint's own port numbers. */
  readonly endpoint: EndpointFacts | undefined;
  readonly worked: WorkedOut;
}

/**
 * What was worked out about a target, so that it is not for every port and every kind of traffic: by port points of the
 * Service, the points where the target is reached; and what it meets with the sender that was asked about last.
 */
interface WorkedOut {
  readonly reached: { [point: number]: readonly number[] | undefined };
  last: SenderMeeting | undefined;
}

interface SenderMeeting {
  readonly source: EndpointClass;
  readonly meeting: Meeting;
  readonly open: readonly PortMask[];
}

function newTarget(
  service: ServiceFacts,
  end: EndpointClass,
  namedPorts: readonly PodPort[],
  endpoint?: EndpointFacts,
): Target {
  return { service, end, namedPorts, endpoint, worked: { reached: {}, last: undefined } };
}

/** The ends behind a Service address: the pods that its selector selects, or its listed endpoints. */
export function targetsOf(model: ProofModel, address: EndpointClass): Target[] {
  const targets: Target[] = [];
  for (const service of address.endpoint.identity.services) {
    const found =
      service.selector === undefined ? listedTargets(model, service, address) : selected(model, service, address);
    for (const target of found) targets.push(target);
  }
  return targets;
}

function selected(model: ProofModel, service: ServiceFacts, address: EndpointClass): Target[] {
  const family = address.endpoint.address.family;
  // A selector selects in its Service's namespace alone.
  const pods = inNamespace(model.podsIn, service.namespace);
  const targets = hostTargets(model, service, pods, family);
  const hasOthers = pods.some((pod) => !pod.hostNetwork && selectsPod(service, pod.namespace, pod.labels));
  // Where today's pods are all on host networks, so are those to come.
  if (targets.length > 0 && !hasOthers) return targets;
  for (const candidate of inNamespace(model.podClassesIn, service.namespace)) {
    const identity = candidate.endpoint.identity;
    if (candidate.endpoint.address.family !== family) continue;
    if (selectsPod(service, identity.namespace, identity.labels)) {
      targets.push(newTarget(service, candidate, identity.namedPorts));
    }
  }
  return targets;
}

function listedTargets(model: ProofModel, service: ServiceFacts, address: EndpointClass): Target[] {
  const targets: Target[] = [];
  for (const endpoint of service.endpoints) {
    if (endpoint.address.family !== address.endpoint.address.family) continue;
    targets.push(newTarget(service, endAt(model, endpoint.address), [], endpoint));
  }
  return targets;
}

/** Host-network pods are reached at their nodes' addresses. */
function hostTargets(model: ProofModel, service: ServiceFacts, pods: readonly PodFacts[], family: Family): Target[] {
  const targets: Target[] = [];
  for (const pod of pods) {
    if (!pod.hostNetwork || !selectsPod(service, pod.namespace, pod.labels)) continue;
    for (const address of addressesOf(pod)) {
      if (address.family !== family) continue;
      targets.push(newTarget(service, endAt(model, address), pod.namedPorts));
    }
  }
  return targets;
}

/** Who has the address today; pods that could get it do not count. */
function endAt(model: ProofModel, address: Address): EndpointClass {
  const owner = hasKey(model.owners, address.digits) ? model.owners[address.digits] : undefined;
  const endpoint = owner || listedEndpoint(model.context, model.facts, address);
  return classOf(endpoint, namedPosition(model.named, endpoint.identity), undefined);
}

/** The number behind a Service's port at one target; undefined where the target does not serve it. */
function targetPort(target: Target, port: ServicePortFacts): number | undefined {
  if (target.endpoint !== undefined) {
    if (hasKey(target.endpoint.ports, port.name)) return target.endpoint.ports[port.name];
    return typeof port.targetPort === 'number' ? port.targetPort : undefined;
  }
  if (typeof port.targetPort === 'number') return port.targetPort;
  return resolvePort(target.namedPorts, port.targetPort, port.protocol);
}

/** The ports of its Service that a target serves, each with the number there: `TCP/80>8080`. */
export function servedText(target: Target): string {
  return target.service.ports
    .map((item) => item.protocol + '/' + String(item.port) + '>' + String(targetPort(target, item)))
    .join(',');
}

/** What the policies say of a Service address. */
export interface ServiceDecision {
  readonly decision: PolicyDecision;
  /** It depends on what a port name means on a pod that is not there yet, and cannot be judged. */
  readonly isOpen: boolean;
}

/**
 * The verdict on a Service address (docs/semantics.md, layer S): allowed where the Service has the port and the
 * policies allow it at every target, both ends counted; everything else is denied if the sender or any target is
 * isolated. The record is wanted only where all targets want the same.
 */
export function decideService(
  model: ProofModel,
  source: EndpointClass,
  address: EndpointClass,
  targets: readonly Target[],
  point: number,
  traffic: Traffic,
): ServiceDecision {
  const port = model.axis.points[point];
  let isOpen = false;
  let isolated = source.egressIsolated;
  for (const target of targets) if (target.end.ingressIsolated) isolated = true;
  const decisions: PolicyDecision[] = [];
  for (const target of isClosed(model, address, port) ? [] : targets) {
    for (const reached of reachedPoints(model, target, point)) {
      const decision = decideTarget(model, source, target, reached, traffic);
      if (decision === undefined) isOpen = true;
      else decisions.push(decision);
    }
  }
  const decision = combined(decisions, isolated);
  return { decision, isOpen: isOpen && isolated && (decision.allows || decisions.length === 0) };
}

/** Whether one of the targets is behind the port of its Service. */
export function isServed(model: ProofModel, targets: readonly Target[], point: number): boolean {
  return targets.some((target) => reachedPoints(model, target, point).length > 0);
}

/** Where a target is reached by those who ask for a port of its Service; empty where it does not serve it. */
function reachedPoints(model: ProofModel, target: Target, point: number): readonly number[] {
  const { reached } = target.worked;
  const known = reached[point];
  if (known !== undefined) return known;
  const found: number[] = [];
  const port = model.axis.points[point];
  for (const item of target.service.ports) {
    const number = isSame(item, port) ? targetPort(target, item) : undefined;
    if (number !== undefined) found.push(pointOf(model.axis, { protocol: item.protocol, port: number }));
  }
  reached[point] = found;
  return found;
}

function isClosed(model: ProofModel, address: EndpointClass, port: Port): boolean {
  if (model.closedPorts.length === 0) return false;
  return model.closedPorts.some(
    (closed) =>
      closed.port === formatPort(port) &&
      address.endpoint.identity.services.some((service) => service.namespace + '/' + service.name === closed.service),
  );
}

function isSame(item: ServicePortFacts, port: Port): boolean {
  return port.protocol !== 'none' && item.protocol === port.protocol && item.port === port.port;
}

function decideTarget(
  model: ProofModel,
  source: EndpointClass,
  target: Target,
  point: number,
  traffic: Traffic,
): PolicyDecision | undefined {
  const { meeting, open } = meetingWith(model, source, target);
  for (const mask of open) if (holdsPoint(mask, point)) return undefined;
  const egress = allowingEntries(model, meeting.egress, meeting.named, point);
  const ingress = allowingEntries(model, meeting.ingress, meeting.named, point);
  return decidePolicies(model, meeting, egress, ingress, false, traffic);
}

function meetingWith(model: ProofModel, source: EndpointClass, { end, worked }: Target): SenderMeeting {
  if (worked.last !== undefined && worked.last.source === source) return worked.last;
  const common = commonBits(model.context.scheme, source.source, end.destination);
  const meeting = meetingOf(model, source, end, common);
  const found = { source, meeting, open: openPoints(model, meeting) };
  worked.last = found;
  return found;
}

function combined(decisions: readonly PolicyDecision[], isolated: boolean): PolicyDecision {
  const nothing = { basis: 'entries' as const, sender: undefined, receiver: undefined, wanted: undefined };
  if (!isolated) return { allows: true, ...nothing, basis: 'nobody' };
  if (decisions.length === 0) return { allows: false, ...nothing };
  const first = decisions[0];
  let same = true;
  for (const decision of decisions) {
    if (!decision.allows) return { allows: false, ...nothing };
    if (keyOf(decision) !== keyOf(first)) same = false;
  }
  return same && first.basis === 'entries' ? first : { allows: true, ...nothing };
}

function keyOf(decision: PolicyDecision): string {
  return decision.wanted ? decision.wanted.recordKey : '';
}
