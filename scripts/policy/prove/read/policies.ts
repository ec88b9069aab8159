import type { StandIn } from '../types';
import type { Direction, PolicyId, Protocol, RawObject, StringMap } from '../../kubernetes/types';
import { compareText, hasKey, sortedUnique, stableSort } from '../../text/canonical';
import { type Block, parseCidr } from './addresses';
import type { NamespaceFacts } from './cluster';
import { asList, asObject, asStringMap, asText, at, isAbsent, nameOf, namespaceOf } from './raw';
import { type LabelSelector, readSelector, selectorHolds } from './selectors';

/** Pods of some namespaces (by name) with some labels. Host-network pods are never among them. */
export interface PodPeer {
  readonly namespaces: readonly string[];
  readonly selector: LabelSelector;
  /** Every pod of every namespace, also of those that do not exist yet. */
  readonly everyPod: boolean;
}

/** `ipBlock`: addresses of one family, whoever has them. */
export interface AddressPeer {
  readonly block: Block;
  readonly except: readonly Block[];
}

/** One element of `ports`. `name`: a named port of the destination pod. Without both: every port of the protocol. */
export interface PortCondition {
  readonly protocol: Protocol;
  readonly range?: { readonly from: number; readonly to: number };
  readonly name?: string;
  /** Namespaces in which the name stands for nothing. */
  readonly closedIn?: readonly string[];
}

/** One element of a policy's `ingress` or `egress`, of a policy that isolates in this direction. */
export interface EntryFacts {
  readonly direction: Direction;
  readonly position: number;
  /** `from` or `to` is absent or empty: every source or destination. */
  readonly anyone: boolean;
  readonly pods: readonly PodPeer[];
  readonly addresses: readonly AddressPeer[];
  /** undefined: `ports` is absent or empty: every port of every protocol, and traffic without ports. */
  readonly ports: readonly PortCondition[] | undefined;
}

/** A policy as the proof judges it. */
export interface PolicyFacts {
  readonly id: PolicyId;
  readonly labels: StringMap;
  readonly annotations: StringMap;
  readonly subject: PodPeer;
  readonly isolatesIngress: boolean;
  readonly isolatesEgress: boolean;
  readonly entries: readonly EntryFacts[];
}

/** Which policies are judged, and as what. */
export interface PolicyChoice {
  readonly excludedNamespaces: readonly string[];
  readonly leftOut: readonly PolicyId[];
  readonly replaced: readonly RawObject[];
  /** Of these, by `namespace/name`: those that are no last good version as a whole. */
  readonly standIns: { readonly [policy: string]: StandIn };
}

/**
 * Reads the NetworkPolicies that count: without those of excluded namespaces and those that were left out, and with the
 * last good versions in place of the ones that they replace. `unjudgeable` receives what cannot be judged.
 */
export function readPolicies(
  objects: readonly RawObject[],
  namespaces: readonly NamespaceFacts[],
  choice: PolicyChoice,
  unjudgeable: string[],
): PolicyFacts[] {
  const replacedNames: { [key: string]: true } = {};
  for (const object of choice.replaced) replacedNames[policyKey(object)] = true;
  const current = objects.filter(
    (object) => isPolicy(object) && !hasKey(replacedNames, policyKey(object)) && !isLeftOut(object, choice.leftOut),
  );
  function read(object: RawObject): PolicyFacts {
    return readPolicy(object, namespaces, unjudgeable);
  }
  function counts(object: RawObject): boolean {
    return choice.excludedNamespaces.indexOf(namespaceOf(object)) < 0;
  }
  const judged = current.filter(counts).map(read);
  for (const object of choice.replaced.filter(counts)) {
    const key = policyKey(object);
    const policy = read(object);
    judged.push(hasKey(choice.standIns, key) ? withoutClosed(policy, choice.standIns[key].closed) : policy);
  }
  return sortedByName(judged);
}

/** What it isolates stays isolated. */
function withoutClosed(policy: PolicyFacts, closed: readonly string[]): PolicyFacts {
  const entries = policy.entries.filter(
    ({ direction, position }) => closed.indexOf(entryPath(direction, position)) < 0,
  );
  return { ...policy, entries: entries.map((entry) => withoutClosedNames(entry, closed)) };
}

/** `spec.egress[0].ports[1] in pay` closes a port name at the pods of a namespace. */
function withoutClosedNames(entry: EntryFacts, closed: readonly string[]): EntryFacts {
  const ports = (entry.ports || []).map((port, index): PortCondition => {
    const start = entryPath(entry.direction, entry.position) + '.ports[' + String(index) + '] in ';
    const closedIn = closed.filter((text) => text.indexOf(start) === 0).map((text) => text.slice(start.length));
    return closedIn.length === 0 ? port : { ...port, closedIn };
  });
  return entry.ports === undefined ? entry : { ...entry, ports };
}

function entryPath(direction: Direction, position: number): string {
  return 'spec.' + direction + '[' + String(position) + ']';
}

/**
 * The policies that were left out, as far as they can be read, each once, by namespace and name; those of excluded
 * namespaces are not among them.
 */
export function readLeftOut(
  objects: readonly RawObject[],
  namespaces: readonly NamespaceFacts[],
  choice: PolicyChoice,
): PolicyFacts[] {
  const seen: { [key: string]: true } = {};
  const found: PolicyFacts[] = [];
  for (const object of objects) {
    if (object.kind !== 'NetworkPolicy' || !isLeftOut(object, choice.leftOut)) continue;
    const key = policyKey(object);
    if (hasKey(seen, key) || choice.excludedNamespaces.indexOf(namespaceOf(object)) >= 0) continue;
    seen[key] = true;
    found.push(readPolicy(object, namespaces, []));
  }
  return sortedByName(found);
}

/** The policies of excluded namespaces, as `namespace/name`. */
export function excludedPolicies(objects: readonly RawObject[], excludedNamespaces: readonly string[]): string[] {
  const excluded = objects.filter((object) => isPolicy(object) && excludedNamespaces.indexOf(namespaceOf(object)) >= 0);
  return sortedUnique(excluded.map(policyKey));
}

function sortedByName(policies: readonly PolicyFacts[]): PolicyFacts[] {
  return stableSort(
    policies,
    (a, b) => compareText(a.id.namespace, b.id.namespace) || compareText(a.id.name, b.id.name),
  );
}

function isPolicy(object: RawObject): boolean {
  return object.kind === 'NetworkPolicy' && /^networking\.k8s\.io\//.test(asText(object.apiVersion));
}

function policyKey(object: RawObject): string {
  return namespaceOf(object) + '/' + nameOf(object);
}

function isLeftOut(object: RawObject, leftOut: readonly PolicyId[]): boolean {
  const uid = asText(at(object, ['metadata', 'uid']));
  return leftOut.some((id) => {
    const sameName = id.namespace === namespaceOf(object) && id.name === nameOf(object);
    return sameName && (id.uid === '' || uid === '' || id.uid === uid);
  });
}

function readPolicy(object: RawObject, namespaces: readonly NamespaceFacts[], unjudgeable: string[]): PolicyFacts {
  const namespace = namespaceOf(object);
  const spec = asObject(object.spec);
  const found: string[] = [];
  const types = asList(spec.policyTypes);
  // networking/v1 defaults: Ingress always; Egress when there is at least one egress entry.
  const isolatesIngress = types.length === 0 || types.indexOf('Ingress') >= 0;
  const isolatesEgress = types.length === 0 ? asList(spec.egress).length > 0 : types.indexOf('Egress') >= 0;
  const entries: EntryFacts[] = [];
  if (isolatesIngress) readEntries(spec.ingress, 'ingress', namespace, namespaces, entries, found);
  if (isolatesEgress) readEntries(spec.egress, 'egress', namespace, namespaces, entries, found);
  const policy: PolicyFacts = {
    id: { namespace, name: nameOf(object), uid: asText(at(object, ['metadata', 'uid'])) },
    labels: asStringMap(at(object, ['metadata', 'labels'])),
    annotations: asStringMap(at(object, ['metadata', 'annotations'])),
    subject: {
      namespaces: [namespace],
      selector: readSelector(spec.podSelector, 'spec.podSelector', found),
      everyPod: false,
    },
    isolatesIngress,
    isolatesEgress,
    entries,
  };
  for (const reason of found) unjudgeable.push('policy ' + policyKey(object) + ': ' + reason);
  return policy;
}

function readEntries(
  value: unknown,
  direction: Direction,
  namespace: string,
  namespaces: readonly NamespaceFacts[],
  entries: EntryFacts[],
  unjudgeable: string[],
): void {
  asList(value).forEach((item, index) => {
    const entry = asObject(item);
    const path = entryPath(direction, index);
    const field = direction === 'ingress' ? 'from' : 'to';
    const pods: PodPeer[] = [];
    const addresses: AddressPeer[] = [];
    asList(entry[field]).forEach((peer, at) => {
      const peerPath = path + '.' + field + '[' + String(at) + ']';
      readPeer(asObject(peer), peerPath, namespace, namespaces, pods, addresses, unjudgeable);
    });
    const ports = asList(entry.ports);
    entries.push({
      direction,
      position: index,
      anyone: asList(entry[field]).length === 0,
      pods,
      addresses,
      ports: ports.length === 0 ? undefined : ports.map(asObject).map(portReader(path, unjudgeable)),
    });
  });
}

function readPeer(
  peer: RawObject,
  path: string,
  namespace: string,
  namespaces: readonly NamespaceFacts[],
  pods: PodPeer[],
  addresses: AddressPeer[],
  unjudgeable: string[],
): void {
  if (!isAbsent(peer.ipBlock)) {
    const block = parseCidr(asText(at(peer, ['ipBlock', 'cidr'])));
    const except: Block[] = [];
    for (const text of asList(at(peer, ['ipBlock', 'except']))) {
      const exception = parseCidr(asText(text));
      if (exception) except.push(exception);
      else unjudgeable.push(path + '.ipBlock.except holds what is no network');
    }
    if (block) addresses.push({ block, except });
    else unjudgeable.push(path + '.ipBlock.cidr is no network');
    return;
  }
  if (isAbsent(peer.namespaceSelector) && isAbsent(peer.podSelector)) {
    unjudgeable.push(path + ' names neither pods nor addresses');
    return;
  }
  const selector = readSelector(peer.podSelector, path + '.podSelector', unjudgeable);
  if (isAbsent(peer.namespaceSelector)) {
    pods.push({ namespaces: [namespace], selector, everyPod: false });
    return;
  }
  const wanted = readSelector(peer.namespaceSelector, path + '.namespaceSelector', unjudgeable);
  const names = namespaces
    .filter((candidate) => selectorHolds(wanted, candidate.labels))
    .map((candidate) => candidate.name);
  pods.push({ namespaces: names, selector, everyPod: wanted.length === 0 && selector.length === 0 });
}

function portReader(path: string, unjudgeable: string[]): (port: RawObject) => PortCondition {
  return function (port) {
    const protocol = isAbsent(port.protocol) ? 'TCP' : port.protocol;
    if (protocol !== 'TCP' && protocol !== 'UDP' && protocol !== 'SCTP') {
      unjudgeable.push(path + '.ports holds an unknown protocol');
      return { protocol: 'TCP' };
    }
    if (isAbsent(port.port)) return { protocol };
    if (typeof port.port === 'string') return { protocol, name: port.port };
    const from = typeof port.port === 'number' ? port.port : 0;
    const to = typeof port.endPort === 'number' ? port.endPort : from;
    if (from < 1 || to < from || to > 65535) unjudgeable.push(path + '.ports holds a port that is none');
    return { protocol, range: { from, to } };
  };
}
