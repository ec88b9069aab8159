import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { AddressGroupEntry, RuleEntry, Rulebase, ServiceEntry } from '../../../scripts/policy/panos/entry';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import type { Proof, ProofInput } from '../../../scripts/policy/prove/types';
import { prove } from '../../../scripts/policy/prove/prove';

/** A cluster profile in which nothing happens beside the policies: no nodes, no Service addresses. */
export function profile(changes: Partial<ClusterProfile> = {}): ClusterProfile {
  return {
    cluster: 'c1',
    deviceGroup: 'dg',
    panoramaInstance: '',
    watcherInstance: '',
    panoramaAdmin: '',
    clusterUID: '',
    enforcement: 'enforce',
    autoCommit: false,
    autoPush: false,
    commit: { minIntervalMinutes: 5 },
    rulebase: 'pre',
    position: { at: 'bottom', rule: '' },
    applyMode: 'batch',
    style: 'readable',
    zones: { from: ['any'], to: ['any'] },
    excludedNamespaces: ['kube-system'],
    podCIDRs: ['10.1.0.0/16'],
    serviceCIDRs: undefined,
    inspection: 'server-only',
    refused: 'leave-out',
    nodes: { toPods: 'off', ports: [], addresses: [] },
    tags: { cluster: 'c1', labelKey: 'identity', hostNetwork: 'registered' },
    tagPruning: false,
    sctp: 'refuse',
    filterNot: false,
    capacity: { rules: 10000, groups: 10000, members: 2000 },
    isolation: { action: 'deny', log: 'end' },
    defaults: {},
    allowed: {},
    guardRails: {
      approveAlways: false,
      maxChanges: 200,
      maxDeletes: 20,
      maxDeletedShare: 0.3,
      maxMoves: 50,
      approveExternal: [],
    },
    approverRoles: [],
    ...changes,
  };
}

export function namespace(name: string, labels: Record<string, string> = {}): RawObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** A pod with addresses (none: not known); `more` is laid over its spec. */
export function pod(
  name: string,
  labels: Record<string, string>,
  ips: readonly string[] = [],
  more: RawObject = {},
): RawObject {
  const [space, short] = name.split('/');
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: space, name: short, labels },
    spec: { containers: [], ...more },
    status: { podIPs: ips.map((ip) => ({ ip })) },
  };
}

export function node(name: string, ...addresses: readonly string[]): RawObject {
  const listed = addresses.map((address) => ({ type: 'InternalIP', address }));
  return { apiVersion: 'v1', kind: 'Node', metadata: { name }, status: { addresses: listed } };
}

export function service(name: string, spec: RawObject, labels: Record<string, string> = {}): RawObject {
  const [space, short] = name.split('/');
  return { apiVersion: 'v1', kind: 'Service', metadata: { namespace: space, name: short, labels }, spec };
}

export function policy(name: string, spec: RawObject, annotations: Record<string, string> = {}): RawObject {
  const [space, short] = name.split('/');
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: space, name: short, annotations },
    spec,
  };
}

/** A container port as `spec.containers` has it. */
export function port(name: string, containerPort: number, protocol = 'TCP'): RawObject {
  return { name, containerPort, protocol };
}

/** A dynamic group when the text starts with a quote or a parenthesis, else a static one of comma-separated members. */
export function group(name: string, text: string): AddressGroupEntry {
  const dynamic = /^['"(]/.test(text);
  const match = dynamic
    ? { type: 'dynamic' as const, filter: text }
    : { type: 'static' as const, members: text.split(',') };
  return { kind: 'address-group', name, description: '', match, tags: ['cnseries'] };
}

export function serviceObject(name: string, protocol: ServiceEntry['protocol'], ports: string): ServiceEntry {
  return { kind: 'service', name, protocol, port: ports, tags: ['cnseries'] };
}

/** `rule('allow web api tcp-80')`: action, source, destination, service; `more` is laid over the entry. */
export function rule(text: string, more: Partial<RuleEntry> = {}): RuleEntry {
  const [action, source, destination, services] = text.split(' ');
  return {
    kind: 'rule',
    name: text.replace(/ /g, '_'),
    from: ['any'],
    to: ['any'],
    source: source.split(','),
    destination: destination.split(','),
    application: ['any'],
    service: (services || 'any').split(','),
    category: ['any'],
    action: action as RuleEntry['action'],
    logStart: false,
    logEnd: true,
    logSetting: '',
    profileSetting: { type: 'none' },
    tags: ['cnseries'],
    groupTag: '',
    description: '',
    ...more,
  };
}

export function rulebase(
  rules: readonly RuleEntry[],
  groups: readonly AddressGroupEntry[] = [],
  services: readonly ServiceEntry[] = [],
): Rulebase {
  return { cluster: 'c1', deviceGroup: 'dg', rulebase: 'pre', tags: [], addressGroups: groups, services, rules };
}

/** Proves with the ordinary profile unless `more` says otherwise. */
export function proofOf(objects: readonly RawObject[], rules: Rulebase, more: Partial<ProofInput> = {}): Proof {
  return prove({ objects, profile: profile(), services: [], rulebase: rules, leftOut: [], ...more });
}

/** A verdict in one line: `equal`, or source, destination and port of the counter-example with both verdicts. */
export function inShort(proof: Proof): string {
  const example = proof.counterExample;
  if (!example) return proof.verdict === 'equal' ? 'equal' : `${proof.verdict}: ${proof.reason}`;
  const name = (end: typeof example.source): string => {
    if (end.kind === 'service' && end.name === '') return end.text;
    return end.kind === 'outside' || end.kind === 'node' ? end.address : `${end.namespace}/${end.name}`;
  };
  const application = example.application ? ` ${example.application}` : '';
  const verdicts = `${example.policySide.verdict}/${example.ruleSide.verdict}`;
  return `${name(example.source)} -> ${name(example.destination)} ${example.port}${application} ${verdicts}`;
}
