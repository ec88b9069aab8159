import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { Add } from './featurenames';
import { type Metadata, metadataOf } from './metadata';

/** What one NetworkPolicy contains. */

interface Spec {
  readonly podSelector?: Selector;
  readonly policyTypes?: readonly string[] | null;
  readonly ingress?: readonly Entry[] | null;
  readonly egress?: readonly Entry[] | null;
}

interface Entry {
  readonly from?: readonly Peer[] | null;
  readonly to?: readonly Peer[] | null;
  readonly ports?: readonly Port[] | null;
}

interface Peer {
  readonly podSelector?: Selector;
  readonly namespaceSelector?: Selector;
  readonly ipBlock?: { readonly cidr: string; readonly except?: readonly string[] };
}

interface Port {
  readonly protocol?: string;
  readonly port?: number | string;
  readonly endPort?: number;
}

interface Selector {
  readonly matchLabels?: Readonly<Record<string, string>>;
  readonly matchExpressions?: readonly {
    readonly key: string;
    readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
    readonly values?: readonly string[];
  }[];
}

export function addPolicy(object: RawObject, add: Add): void {
  const spec = object.spec as Spec;
  const types = spec.policyTypes ?? undefined;
  add(types === undefined, 'policyTypes: absent');
  add(types?.length === 0, 'policyTypes: empty');
  add(types?.join() === 'Ingress', 'policyTypes: Ingress');
  add(types?.join() === 'Egress', 'policyTypes: Egress');
  add(types?.length === 2, 'policyTypes: both');
  add(JSON.stringify(spec).includes('null'), 'null for an absent field');
  add(metadataOf(object).name.length > 100, 'long name');
  addPodSelector(spec.podSelector ?? {}, add);
  for (const direction of ['ingress', 'egress'] as const) {
    const isEffective = types?.length ? types.some((type) => type.toLowerCase() === direction) : true;
    if (!isEffective) continue;
    const entries = spec[direction] ?? undefined;
    add(entries === undefined, `${direction}: absent`);
    add(entries?.length === 0, `${direction}: empty`);
    add((entries?.length ?? 0) > 1, `${direction}: several entries`);
    for (const entry of entries ?? []) {
      addEntry(entry, add);
      add(
        (entry.ports ?? []).some(({ port }) => typeof port === 'string'),
        `port: name, ${direction}`,
      );
    }
  }
  addAttributes(metadataOf(object), add);
}

function addEntry(entry: Entry, add: Add): void {
  const peers = entry.from ?? entry.to ?? undefined;
  add(peers === undefined, 'peers: absent');
  add(peers?.length === 0, 'peers: empty');
  add((peers?.length ?? 0) > 1, 'peers: several');
  for (const peer of peers ?? []) addPeer(peer, add);
  const ports = entry.ports ?? undefined;
  add(ports === undefined, 'ports: absent');
  add(ports?.length === 0, 'ports: empty');
  add((ports?.length ?? 0) > 1, 'ports: several');
  for (const port of ports ?? []) {
    add(port.port === undefined, 'port: by protocol only');
    add(typeof port.port === 'number' && port.endPort === undefined, 'port: number');
    add(port.endPort !== undefined, 'port: range');
    add(port.protocol === 'SCTP', 'port: SCTP');
    add(port.protocol === 'UDP', 'port: UDP');
  }
}

function addPeer(peer: Peer, add: Add): void {
  add(peer.ipBlock !== undefined, 'peer: block');
  add(peer.podSelector !== undefined && peer.namespaceSelector === undefined, 'peer: pods');
  add(peer.podSelector === undefined && peer.namespaceSelector !== undefined, 'peer: namespaces');
  add(peer.podSelector !== undefined && peer.namespaceSelector !== undefined, 'peer: namespaces and pods');
  if (peer.podSelector) addPodSelector(peer.podSelector, add);
  if (peer.namespaceSelector) addNamespaceSelector(peer.namespaceSelector, add);
  if (peer.ipBlock) addBlock(peer.ipBlock.cidr, peer.ipBlock.except ?? [], add);
}

function operatorsOf(selector: Selector): readonly string[] {
  return (selector.matchExpressions ?? []).map((expression) => expression.operator);
}

function addPodSelector(selector: Selector, add: Add): void {
  const labels = Object.keys(selector.matchLabels ?? {});
  const expressions = selector.matchExpressions ?? [];
  const inLists = expressions.filter(({ operator }) => operator === 'In').map(({ values }) => values?.length ?? 0);
  add(labels.length + expressions.length === 0, 'podSelector: all');
  add(labels.length > 0, 'podSelector: matchLabels');
  add(inLists.includes(1), 'podSelector: In, one value');
  add(
    inLists.some((count) => count > 1),
    'podSelector: In, several values',
  );
  add(
    inLists.some((count) => count > 30),
    'more values than one match expression takes',
  );
  add(operatorsOf(selector).includes('Exists'), 'podSelector: Exists');
  add(operatorsOf(selector).includes('NotIn'), 'podSelector: NotIn');
  add(operatorsOf(selector).includes('DoesNotExist'), 'podSelector: DoesNotExist');
  add(labels.length + expressions.length > 1, 'podSelector: several conditions');
}

function addNamespaceSelector(selector: Selector, add: Add): void {
  const labels = selector.matchLabels ?? {};
  const operators = operatorsOf(selector);
  add(Object.keys(labels).length + operators.length === 0, 'namespaceSelector: all');
  add('kubernetes.io/metadata.name' in labels, 'namespaceSelector: by name');
  add(Object.keys(labels).length > 0, 'namespaceSelector: matchLabels');
  add(operators.includes('In'), 'namespaceSelector: In');
  add(operators.includes('NotIn'), 'namespaceSelector: NotIn');
  add(operators.includes('Exists'), 'namespaceSelector: Exists');
  add(operators.includes('DoesNotExist'), 'namespaceSelector: DoesNotExist');
}

/**
 * By text: the generated clusters have their pods in 10.244.0.0/16 and fd00:244::/48, their nodes in 192.168.0.0/24 and
 * fd00:192::/64.
 */
function addBlock(cidr: string, except: readonly string[], add: Add): void {
  const cutsPods = /^(10\.244\.[0-9.]+|fd00:244:0:[0-9:]+)\/(2[4-9]|3[0-2]|6[4-9]|12[0-8])$/;
  const isWhole = cidr === '0.0.0.0/0' || cidr === '::/0';
  const isPodNetwork = cidr === '10.244.0.0/16' || cidr === 'fd00:244::/48';
  const isAround = ['10.0.0.0/8', '10.244.0.0/15', 'fd00::/8', 'fd00:244::/47'].includes(cidr);
  const isAtNodes = /^(192\.168|fd00:192:)/.test(cidr);
  add(isWhole, 'block: all addresses');
  add(isPodNetwork, 'block: the pod network');
  add(isAround, 'block: around the pod network');
  add(isAtNodes, 'block: holds nodes');
  add(
    [cidr, ...except].some((text) => cutsPods.test(text)),
    'block: cuts the pod network',
  );
  add(/^(203|172|2001)/.test(cidr), 'block: outside');
  add(/^(172\.16\.5\.9|2001:DB8:5::9)/.test(cidr), 'block: with host bits');
  add(except.length > 0, 'block: with exceptions');
}

function addAttributes({ labels = {}, annotations = {} }: Metadata, add: Add): void {
  const prefix = 'np.panw.com/';
  add(
    Object.keys(labels).some((key) => key.startsWith(prefix)),
    'attribute as a label',
  );
  for (const [name, value] of Object.entries({ ...labels, ...annotations })) {
    if (!name.startsWith(prefix)) continue;
    const scope = /^((in|e)gress)(\.[0-9]+)?\./.exec(name.slice(prefix.length));
    add(scope === null, 'attribute of the policy');
    add(scope !== null && scope[3] === undefined, 'attribute of a direction');
    add(scope?.[3] !== undefined, 'attribute of an entry');
    const key = name.slice(prefix.length + (scope?.[0].length ?? 0));
    add(key === 'appid', 'attribute: application');
    add(value === 'application-default', 'attribute: application-default');
    add(value === 'ports', 'attribute: ports');
    add(key === 'log', 'attribute: log');
    add(key === 'logprofile', 'attribute: log profile');
    add(key === 'profile-group', 'attribute: profile group');
    add(key === 'security-service', 'attribute: security service');
    add(['antivirus', 'vuln-protection', 'wildfire'].includes(key), 'attribute: single profile');
    add(key === 'ticket', 'attribute: ticket');
    add(key === 'url-category', 'attribute: URL category');
    add(value === 'none', 'attribute: none');
  }
}
