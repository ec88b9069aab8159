import type { RawObject } from '../../scripts/policy/kubernetes/types';

/**
 * Realistic clusters of any size: application namespaces that deny by default and allow their tiers, name servers, a
 * gateway that reaches every web tier, monitoring that reaches every pod. The same count gives the same cluster.
 */

/** The objects of a cluster with exactly `policies` NetworkPolicies, without Services. */
export function plainCluster(policies: number): RawObject[] {
  const platform = [...nameServers(), ...gateway(), ...monitoring()];
  const objects: RawObject[] = [...platform];
  let wanted = policies - platform.filter(isPolicy).length;
  let index = 0;
  for (; wanted > 0; index++) {
    const application = applicationNamespace(index, wanted);
    wanted -= application.filter(isPolicy).length;
    objects.push(...application);
  }
  return [...objects, ...nodes(index)];
}

/** Whether it is a NetworkPolicy. */
export function isPolicy(object: RawObject): boolean {
  return object.kind === 'NetworkPolicy';
}

/** Policies beside default-deny that an application namespace has, at the least and at the most. */
const FEWEST = 3;
const MOST = 6;

function applicationNamespace(index: number, wanted: number): RawObject[] {
  const namespace = `${APPLICATIONS[index % APPLICATIONS.length]}-${index}`;
  const size = FEWEST + (index % (MOST - FEWEST + 1));
  const tiers: Tier[] = ['web', 'api', ...OPTIONAL_TIERS.slice(0, Math.max(0, size - FEWEST))];
  const policies = [
    defaultDeny(namespace),
    baseline(namespace),
    ...tiers.map((tier) => tierPolicy(namespace, index, tier, tiers)),
  ];
  return [
    namespaceObject(namespace, { kind: 'application', team: `team-${index % 12}` }),
    ...tiers.map((tier) => deployment(namespace, tier, PORTS[tier])),
    ...policies.slice(0, wanted),
  ];
}

/** Workloads of an application. */
export type Tier = 'web' | 'api' | 'db' | 'cache' | 'worker';

const APPLICATIONS = ['shop', 'billing', 'search', 'accounts', 'catalogue', 'delivery', 'reports'];
const OPTIONAL_TIERS: readonly Tier[] = ['db', 'cache', 'worker'];
/** What they listen on. */
export const PORTS: Readonly<Record<Tier, number>> = { web: 8080, api: 8000, db: 5432, cache: 6379, worker: 9100 };

/** Which tiers a tier calls, where they are there. */
const CALLS: Readonly<Record<Tier, readonly Tier[]>> = {
  web: ['api'],
  api: ['db', 'cache'],
  db: [],
  cache: [],
  worker: ['db'],
};

function tierPolicy(namespace: string, index: number, tier: Tier, tiers: readonly Tier[]): RawObject {
  const callers = tiers.filter((other) => CALLS[other].includes(tier)).map((other) => podPeer(other));
  const called = CALLS[tier].filter((other) => tiers.includes(other));
  const ingress = [
    ...(tier === 'web' ? [entry('from', [podsIn({ name: 'gateway' }, 'gateway')], PORTS.web)] : []),
    ...(callers.length > 0 ? [entry('from', callers, PORTS[tier])] : []),
  ];
  const egress = [
    ...called.map((other) => entry('to', [podPeer(other)], PORTS[other])),
    ...(tier === 'api' && index % 3 === 0 ? [entry('to', [partnerNetwork(index)], 443)] : []),
  ];
  const spec = { podSelector: { matchLabels: { app: tier } }, ...directions(ingress, egress) };
  return policy(namespace, tier, spec, attributes(index, tier));
}

/** Every fourth namespace has its database, every eighth its web tier inspected by attributes. */
function attributes(index: number, tier: Tier): Readonly<Record<string, string>> {
  if (tier === 'db' && index % 4 === 1)
    return { 'np.panw.com/appid': 'postgres', 'np.panw.com/ticket': `SEC-${index}` };
  if (tier === 'web' && index % 8 === 2) return { 'np.panw.com/vuln-protection': 'strict' };
  if (tier === 'api' && index % 6 === 3)
    return { 'np.panw.com/profile-group': 'outbound', 'np.panw.com/logprofile': 'soc' };
  return {};
}

/** What every pod of a namespace may do: ask the name servers, and be scraped. */
function baseline(namespace: string): RawObject {
  const names = [
    { port: 53, protocol: 'UDP' },
    { port: 53, protocol: 'TCP' },
  ];
  const dns = { to: [podsIn({ name: 'kube-system' }, 'kube-dns')], ports: names };
  const scraping = entry('from', [podsIn({ name: 'monitoring' }, 'prometheus')], METRICS);
  return policy(namespace, 'baseline', { podSelector: {}, ...directions([scraping], [dns]) });
}

/** What every workload is scraped on. */
export const METRICS = 9090;

function nameServers(): RawObject[] {
  return [namespaceObject('kube-system', {}), deployment('kube-system', 'kube-dns', 53)];
}

function gateway(): RawObject[] {
  const internet = [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] } }];
  const spec = {
    podSelector: { matchLabels: { app: 'gateway' } },
    ...directions([entry('from', internet, 8443)], [entry('to', [podsIn({ kind: 'application' }, 'web')], PORTS.web)]),
  };
  const attributes = {
    'np.panw.com/ingress.appid': 'ssl, web-browsing',
    'np.panw.com/ingress.vuln-protection': 'strict',
  };
  return [
    namespaceObject('gateway', {}),
    deployment('gateway', 'gateway', 8443),
    defaultDeny('gateway'),
    policy('gateway', 'gateway', spec, attributes),
  ];
}

function monitoring(): RawObject[] {
  const everyApplication = { namespaceSelector: { matchLabels: { kind: 'application' } } };
  const spec = {
    podSelector: { matchLabels: { app: 'prometheus' } },
    ...directions([], [entry('to', [everyApplication], METRICS)]),
  };
  return [
    namespaceObject('monitoring', {}),
    deployment('monitoring', 'prometheus', 9090),
    defaultDeny('monitoring'),
    policy('monitoring', 'prometheus', spec),
  ];
}

function defaultDeny(namespace: string): RawObject {
  return policy(namespace, 'default-deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] });
}

function podPeer(app: string): object {
  return { podSelector: { matchLabels: { app } } };
}

function podsIn(namespaceLabels: Readonly<Record<string, string>>, app: string): object {
  const { name, ...labels } = namespaceLabels;
  const matchLabels = name === undefined ? labels : { 'kubernetes.io/metadata.name': name };
  return { namespaceSelector: { matchLabels }, ...podPeer(app) };
}

/** A network outside the cluster that an application calls. */
function partnerNetwork(index: number): object {
  return { ipBlock: { cidr: `198.51.${index % 256}.0/24` } };
}

/** One entry with peers and a port. */
export function entry(field: 'from' | 'to', peers: readonly object[], port: number): object {
  return { [field]: peers, ports: [{ port }] };
}

function directions(ingress: readonly object[], egress: readonly object[]): object {
  return { policyTypes: ['Ingress', 'Egress'], ingress, egress };
}

function policy(
  namespace: string,
  name: string,
  spec: object,
  annotations: Readonly<Record<string, string>> = {},
): RawObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace, name, uid: `${namespace}/${name}`, annotations },
    spec,
  };
}

function namespaceObject(name: string, labels: Readonly<Record<string, string>>): RawObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

function deployment(namespace: string, app: string, port: number): RawObject {
  const labels = { app };
  const container = {
    name: app,
    image: `registry.example/${app}`,
    ports: [{ containerPort: port }],
    readinessProbe: { tcpSocket: { port } },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace, name: app },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers: [container] } } },
  };
}

/** A node for every twenty namespaces, each with its part of the pod network. */
function nodes(namespaces: number): RawObject[] {
  const count = 3 + Math.ceil(namespaces / 20);
  return Array.from({ length: count }, (_none, index) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: `node-${index}` },
    spec: { podCIDR: `10.${128 + Math.floor(index / 256)}.${index % 256}.0/24` },
    status: { addresses: [{ type: 'InternalIP', address: `192.168.${Math.floor(index / 250)}.${1 + (index % 250)}` }] },
  }));
}
