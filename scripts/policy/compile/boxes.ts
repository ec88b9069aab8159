import type { EntryAttributes } from '../attributes/types';
import { canonicalJson, hasKey, sortedKeys } from '../text/canonical';
import { diagnose, placed, type Diagnostic, type DiagnosticPlace } from '../diagnostics/diagnostic';
import type { Entry, Peer, Policy, Selector, SelectorTerm } from '../kubernetes/types';
import { EVERYTHING, LAST_PORT, portRanges, type PortRange, type PortSet } from '../values/ports';
import { intersectRequirements, isImpossible, type Requirement, type Requirements } from '../values/requirements';
import { addressesTerm, ANY, type PodsTerm, type Term, type TermSpace } from '../values/term';
import { normalTerms } from '../values/alternatives';
import { VOLATILE_KEYS } from '../kubernetes/pods/volatilekeys';
import type { LabelValues } from './labelvalues';
import { entryParts } from './entryparts';
import { blockAddresses } from './ipblocks';
import type { EntryBox, PortName } from './model';
import type { PodIndex } from './namedports';
import type { NamespaceFinder } from './namespacefinder';

/** From a policy's selectors, peers and ports to terms and port sets. */

/** What the translation of selectors looks up. */
export interface BoxContext {
  readonly space: TermSpace;
  readonly namespaces: NamespaceFinder;
  readonly labelValues: LabelValues;
  readonly pods: PodIndex;
  readonly sctp: 'refuse' | 'service';
  /** Label keys whose values were enumerated, by key; grows. */
  readonly enumerated: { [key: string]: true };
}

/** A policy's subject and boxes, or what keeps it from having any. */
export interface PolicyBoxes {
  /** undefined: no pod can be selected. */
  readonly subject: PodsTerm | undefined;
  readonly boxes: readonly EntryBox[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Translates one policy; any error diagnostic means that the policy cannot be expressed. */
export function policyBoxes(context: BoxContext, policy: Policy, attributes: readonly EntryAttributes[]): PolicyBoxes {
  const diagnostics: Diagnostic[] = [];
  // Of one namespace, there is one term at most.
  const subject = podsTerms(context, [policy.id.namespace], policy.subject, {
    diagnostics,
    where: placeOf(policy, 'spec.podSelector'),
  })[0] as PodsTerm | undefined;
  const boxes: EntryBox[] = [];
  policy.entries.forEach((entry, index) => {
    const isolates = entry.direction === 'ingress' ? policy.isolates.ingress : policy.isolates.egress;
    if (!isolates) return;
    const peers = peerTerms(context, policy, entry, diagnostics);
    const ports = entryPorts(context, policy, entry, diagnostics);
    if (!subject || peers.length === 0) return;
    const shape = { subject, peers, ports: ports.numbers, names: ports.names };
    const made = entryParts(context, entry, shape);
    for (const { diagnostic, path } of made.found) diagnostics.push(placed([diagnostic], placeOf(policy, path))[0]);
    for (const part of made.parts) {
      boxes.push({
        direction: entry.direction,
        policy,
        entry,
        namespace: policy.id.namespace,
        subject: part.subject,
        peers: part.peers,
        ports: part.ports,
        attributes: attributes[index],
        attributesKey: canonicalJson(attributes[index]),
        shape,
        part: part.name,
      });
    }
  });
  return { subject, boxes, diagnostics };
}

function placeOf(policy: Policy, path: string): DiagnosticPlace {
  return { policy: { namespace: policy.id.namespace, name: policy.id.name }, path };
}

interface Place {
  readonly diagnostics: Diagnostic[];
  readonly where: DiagnosticPlace;
}

/**
 * Pods of the namespaces that the selector selects; none where no pod can. `Exists` and `DoesNotExist` stand for the
 * values of each namespace, so that namespaces with other values are terms of their own.
 */
function podsTerms(context: BoxContext, namespaces: readonly string[], selector: Selector, place: Place): PodsTerm[] {
  for (const { key, operator } of selector) {
    if (operator === 'Exists' || operator === 'DoesNotExist') noteEnumerated(context, key, place);
  }
  const terms: PodsTerm[] = [];
  for (const group of alikeNamespaces(context, namespaces, selector)) {
    const requirements = requirementsOf(context, group[0], selector);
    if (!requirements) continue;
    terms.push({
      kind: 'pods',
      namespaces: context.space.namespaces.of(group),
      requirements,
      addresses: undefined,
    });
  }
  return terms;
}

function noteEnumerated(context: BoxContext, key: string, place: Place): void {
  context.enumerated[key] = true;
  if (VOLATILE_KEYS.indexOf(key) >= 0) place.diagnostics.push(diagnose('key-volatile', { key }, place.where));
}

/** The namespaces in groups in which the selector stands for the same values. */
function alikeNamespaces(
  context: BoxContext,
  namespaces: readonly string[],
  selector: Selector,
): readonly (readonly string[])[] {
  if (selector.every(({ operator }) => operator === 'In' || operator === 'NotIn')) {
    return namespaces.length === 0 ? [] : [namespaces];
  }
  const groups: { [text: string]: string[] } = {};
  for (const namespace of namespaces) {
    const text = JSON.stringify(selector.map((term) => requirementFor(context, namespace, term).values));
    if (!hasKey(groups, text)) groups[text] = [];
    groups[text].push(namespace);
  }
  return sortedKeys(groups).map((text) => groups[text]);
}

/** undefined: no pod of the namespace can meet them. */
function requirementsOf(context: BoxContext, namespace: string, selector: Selector): Requirements | undefined {
  let requirements: Requirements | undefined = [];
  for (const term of selector) {
    const one = requirementFor(context, namespace, term);
    if (one.negated && one.values.length === 0) continue;
    requirements = isImpossible(one) ? undefined : requirements && intersectRequirements(requirements, [one]);
  }
  return requirements;
}

/** A missing label counts as "not one of them" (meta/v1 LabelSelectorRequirement), as it does in requirements. */
function requirementFor(context: BoxContext, namespace: string, { key, operator, values }: SelectorTerm): Requirement {
  switch (operator) {
    case 'In':
      return { key, negated: false, values };
    case 'NotIn':
      return { key, negated: true, values };
    case 'Exists':
      return { key, negated: false, values: context.labelValues.of(key, namespace) };
    case 'DoesNotExist':
      return { key, negated: true, values: context.labelValues.of(key, namespace) };
  }
}

function peerTerms(context: BoxContext, policy: Policy, entry: Entry, diagnostics: Diagnostic[]): Term[] {
  if (entry.peers.kind === 'anyone') return [ANY];
  const terms: Term[] = [];
  for (const peer of entry.peers.peers) {
    const place = { diagnostics, where: placeOf(policy, peer.path) };
    const found = peer.kind === 'ipBlock' ? blockTerms(peer) : podPeerTerms(context, policy, peer, place);
    terms.push.apply(terms, found);
    if (found.length === 0) diagnostics.push(diagnose('entry-matches-nothing', { reason: NO_PEER }, place.where));
  }
  return normalTerms(context.space, terms);
}

const NO_PEER = 'The peer selects no namespace, label value or address that exists or that a policy names';

function blockTerms(peer: Peer & { kind: 'ipBlock' }): Term[] {
  const addresses = blockAddresses(peer);
  return addresses.length === 0 ? [] : [addressesTerm(addresses)];
}

function podPeerTerms(context: BoxContext, policy: Policy, peer: Peer & { kind: 'pods' }, place: Place): Term[] {
  if (peer.namespaces.kind === 'own') return podsTerms(context, [policy.id.namespace], peer.pods, place);
  const selector = peer.namespaces.selector;
  const everyPod = selector.length === 0 && peer.pods.length === 0;
  if (everyPod && context.space.podNetworkKnown) return [addressesTerm(context.space.podAddresses)];
  return podsTerms(context, context.namespaces.find(selector), peer.pods, place);
}

/** The ports of an entry by number, and those by name. */
interface EntryPorts {
  readonly numbers: PortSet;
  readonly names: readonly PortName[];
}

function entryPorts(context: BoxContext, policy: Policy, entry: Entry, diagnostics: Diagnostic[]): EntryPorts {
  if (entry.ports.kind === 'anything') return { numbers: EVERYTHING, names: [] };
  const ranges: { TCP: PortRange[]; UDP: PortRange[]; SCTP: PortRange[] } = { TCP: [], UDP: [], SCTP: [] };
  const names: PortName[] = [];
  for (const port of entry.ports.ports) {
    if (port.protocol === 'SCTP' && context.sctp === 'refuse') {
      diagnostics.push(diagnose('sctp-refused', {}, placeOf(policy, port.path)));
    } else if (port.kind === 'named') {
      names.push({ name: port.name, protocol: port.protocol, closedIn: port.closedIn || [], path: port.path });
    } else if (port.kind === 'every') ranges[port.protocol].push({ from: 1, to: LAST_PORT });
    else ranges[port.protocol].push({ from: port.from, to: port.to });
  }
  const numbers: PortSet = {
    kind: 'ports',
    tcp: portRanges(ranges.TCP),
    udp: portRanges(ranges.UDP),
    sctp: portRanges(ranges.SCTP),
  };
  return { numbers, names };
}
