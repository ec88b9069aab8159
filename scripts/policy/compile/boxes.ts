import type { EntryAttributes } from '../attributes/types';
import { canonicalJson, hasKey } from '../text/canonical';
import { diagnose, placed, type Diagnostic, type DiagnosticPlace } from '../diagnostics/diagnostic';
import type { Entry, Peer, Policy, Selector } from '../kubernetes/types';
import { addressSet, parseCidr, subtractAddresses, type AddressRange } from '../values/addresses';
import { EVERYTHING, LAST_PORT, portRanges, type PortRange, type PortSet } from '../values/ports';
import { intersectRequirements, type Requirements } from '../values/requirements';
import { addressesTerm, ANY, type PodsTerm, type Term, type TermSpace } from '../values/term';
import { normalTerms } from '../values/alternatives';
import { VOLATILE_KEYS } from '../kubernetes/pods/volatilekeys';
import type { LabelValues } from './labelvalues';
import { entryParts } from './entryparts';
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
  const subject = podsTerm(context, [policy.id.namespace], policy.subject, {
    diagnostics,
    where: placeOf(policy, 'spec.podSelector'),
  });
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

/** Pods of the namespaces that the selector selects; undefined where no pod can. */
function podsTerm(
  context: BoxContext,
  namespaces: readonly string[],
  selector: Selector,
  place: Place,
): PodsTerm | undefined {
  let requirements: Requirements | undefined = [];
  for (const term of selector) {
    if (term.operator === 'NotIn' || term.operator === 'DoesNotExist') {
      place.diagnostics.push(diagnose('selector-negated', { operator: term.operator, key: term.key }, place.where));
      continue;
    }
    const values = term.operator === 'In' ? term.values : existingValues(context, term.key, place);
    const one = values.length === 0 ? undefined : [{ key: term.key, negated: false, values }];
    requirements = requirements && one && intersectRequirements(requirements, one);
  }
  if (namespaces.length === 0 || !requirements) return undefined;
  return {
    kind: 'pods',
    namespaces: context.space.namespaces.of(namespaces),
    requirements,
    addresses: undefined,
  };
}

function existingValues(context: BoxContext, key: string, place: Place): readonly string[] {
  context.enumerated[key] = true;
  if (VOLATILE_KEYS.indexOf(key) >= 0) place.diagnostics.push(diagnose('key-volatile', { key }, place.where));
  return hasKey(context.labelValues, key) ? context.labelValues[key] : [];
}

function peerTerms(context: BoxContext, policy: Policy, entry: Entry, diagnostics: Diagnostic[]): Term[] {
  if (entry.peers.kind === 'anyone') return [ANY];
  const terms: Term[] = [];
  for (const peer of entry.peers.peers) {
    const place = { diagnostics, where: placeOf(policy, peer.path) };
    const term = peer.kind === 'ipBlock' ? blockTerm(peer) : podPeerTerm(context, policy, peer, place);
    if (term) terms.push(term);
    else diagnostics.push(diagnose('entry-matches-nothing', { reason: NO_PEER }, place.where));
  }
  return normalTerms(context.space, terms);
}

const NO_PEER = 'The peer selects no namespace, label value or address that exists or that a policy names';

function blockTerm(peer: Peer & { kind: 'ipBlock' }): Term | undefined {
  const block = rangesOf([peer.cidr]);
  const rest = subtractAddresses(addressSet(block), addressSet(rangesOf(peer.except)));
  return rest.length === 0 ? undefined : addressesTerm(rest);
}

function rangesOf(cidrs: readonly string[]): AddressRange[] {
  const ranges: AddressRange[] = [];
  for (const cidr of cidrs) {
    const range = parseCidr(cidr);
    if (range) ranges.push(range);
  }
  return ranges;
}

function podPeerTerm(
  context: BoxContext,
  policy: Policy,
  peer: Peer & { kind: 'pods' },
  place: Place,
): Term | undefined {
  if (peer.namespaces.kind === 'own') return podsTerm(context, [policy.id.namespace], peer.pods, place);
  const selector = peer.namespaces.selector;
  const everyPod = selector.length === 0 && peer.pods.length === 0;
  if (everyPod && context.space.podNetworkKnown) return addressesTerm(context.space.podAddresses);
  return podsTerm(context, context.namespaces.find(selector), peer.pods, place);
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
      names.push({ name: port.name, protocol: port.protocol, path: port.path });
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
