import { isObject } from '../../scripts/policy/kubernetes/read';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { DependsOn } from '../../scripts/policy/translate/translation';
import { randomNumbers } from './shuffle';

/**
 * What happens to a cluster after its rules were compiled, and whether it is one of the things that `dependsOn` names. Both
 * look at raw objects alone.
 */

type Json = Record<string, unknown>;

const part = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const labelsIn = (object: RawObject): Record<string, string> =>
  (part(object, 'metadata', 'labels') ?? {}) as Record<string, string>;
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);

const LABELS = [
  { app: 'web' },
  { app: 'api', tier: 'front' },
  { app: 'db' },
  { app: 'WEB' },
  { app: 'API' },
  { 'app.kubernetes.io/part-of': 'STORE' },
  { app: 'new' },
  { tier: 'back' },
  { 'app.kubernetes.io/part-of': 'store', app: 'web-1' },
  {},
];

/** A copy of the cluster with some changes; the policies stay. */
export function later(objects: readonly RawObject[], seed: number): RawObject[] {
  const random = randomNumbers(seed);
  const below = (count: number): number => Math.floor(random() * count);
  const one = <T>(items: readonly T[]): T => items[below(items.length)];
  let changed = [...objects];

  const ofKind = (kind: string): RawObject[] => changed.filter((object) => object.kind === kind);
  function edit(kind: string, change: (copy: Json) => void): void {
    const found = ofKind(kind);
    if (found.length === 0) return;
    const chosen = one(found);
    const copy: Json = structuredClone(chosen);
    change(copy);
    changed = changed.map((object) => (object === chosen ? copy : object));
  }
  const metadata = (copy: Json): Json => copy.metadata as Json;
  // The API server has no two of one name.
  function newName(kind: string): string {
    const taken = new Set(ofKind(kind).map((object) => part(object, 'metadata', 'name')));
    let number = below(1000);
    while (taken.has(`later-${number}`)) number++;
    return `later-${number}`;
  }
  const changes: readonly (() => void)[] = [
    () => {
      const found = ofKind('Pod').filter((pod) => part(pod, 'spec', 'hostNetwork') !== true);
      if (found.length === 0) return;
      const copy: Json = structuredClone(one(found));
      metadata(copy).name = newName('Pod');
      if (random() < 0.7) metadata(copy).labels = { ...labelsIn(one(ofKind('Pod'))), ...one(LABELS) };
      copy.status = { phase: 'Running', podIPs: [] };
      changed.push(copy);
    },
    () => {
      edit('Pod', (copy) => (metadata(copy).labels = { ...labelsIn(copy), ...one(LABELS) }));
    },
    () => {
      edit('Pod', (copy) => {
        const labels = Object.entries(labelsIn(copy)).map(([key, value]) => [key, value.toUpperCase()]);
        metadata(copy).labels = Object.fromEntries(labels);
      });
    },
    () => {
      edit('Pod', (copy) => {
        metadata(copy).labels = { app: 'new', tier: 'new', 'app.kubernetes.io/part-of': 'new' };
      });
    },
    () => {
      const gone = one(ofKind('Pod'));
      changed = changed.filter((object) => object !== gone);
    },
    () => {
      edit('Pod', (copy) => {
        const [main] = list(part(copy, 'spec', 'containers'));
        if (main !== undefined) main.ports = one([[], [{ name: 'http', containerPort: one([80, 8080, 8099]) }]]);
      });
    },
    () => {
      edit('Pod', (copy) => {
        const [main] = list(part(copy, 'spec', 'containers'));
        if (main !== undefined) main.livenessProbe = { tcpSocket: { port: one([9090, 9191]) } };
      });
    },
    () => {
      changed.push({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: newName('Namespace'), labels: one([{}, { team: 'red' }]) },
      });
    },
    () => {
      edit('Namespace', (copy) => (metadata(copy).labels = one([{}, { team: 'blue' }, { env: 'prod' }])));
    },
    () => {
      edit('Service', (copy) => ((copy.spec as Json).ports = [{ port: one([80, 443]), targetPort: one([80, 8080]) }]));
    },
    () => {
      edit('Service', (copy) => ((copy.spec as Json).selector = one(LABELS)));
    },
    () => {
      edit('Service', (copy) => (metadata(copy).labels = one(LABELS)));
    },
    () => {
      const gone = one(ofKind('Service'));
      changed = changed.filter((object) => object !== gone);
    },
    () => {
      edit(
        'Node',
        (copy) => (copy.status = { addresses: [{ type: 'InternalIP', address: `192.168.0.${90 + below(9)}` }] }),
      );
    },
    () => {
      edit('Pod', (copy) => {
        (copy.spec as Json).hostNetwork = true;
        const addresses = list(part(one(ofKind('Node')), 'status', 'addresses'));
        copy.status = { phase: 'Running', podIPs: addresses.map(({ address }) => ({ ip: address })) };
      });
    },
    // It starts anew, perhaps on another node, with other addresses.
    () => {
      edit('Pod', (copy) => {
        if (isHost(copy)) return;
        const node = below(3);
        const number = 100 + below(100);
        const podIPs = list(part(copy, 'status', 'podIPs')).map(({ ip }) => ({
          ip: text(ip).includes(':') ? `fd00:244:0:${node}::${number}` : `10.244.${node}.${number}`,
        }));
        copy.status = { phase: 'Running', podIPs };
      });
    },
    () => {
      edit('EndpointSlice', (copy) => (copy.endpoints = [{ addresses: ['203.0.113.200'] }]));
    },
  ];
  for (let count = 1 + below(3); count > 0; count--) one(changes)();
  return changed;
}

const place = (object: RawObject): string => text(part(object, 'metadata', 'namespace')) || 'default';
const isRunning = (pod: RawObject): boolean => !/^(Succeeded|Failed)$/.test(text(part(pod, 'status', 'phase')));
const isHost = (pod: RawObject): boolean => part(pod, 'spec', 'hostNetwork') === true;

/** Pods and the templates of workloads. */
function podsIn(objects: readonly RawObject[]): RawObject[] {
  return objects.flatMap((object) => {
    if (object.kind === 'Pod') return isRunning(object) ? [object] : [];
    const template = part(object, 'spec', 'template') ?? part(object, 'spec', 'jobTemplate', 'spec', 'template');
    if (template === undefined) return [];
    const metadata = { ...(part(template, 'metadata') as Json), namespace: place(object) };
    return [{ kind: 'Pod', metadata, spec: part(template, 'spec') }];
  });
}

const ofKind = (objects: readonly RawObject[], ...kinds: readonly string[]): RawObject[] =>
  objects.filter((object) => kinds.includes(String(object.kind)));

const portsOf = (pod: RawObject): unknown =>
  ['containers', 'initContainers'].map((field) => list(part(pod, 'spec', field)).map((one) => one.ports));
const probesOf = (pod: RawObject): unknown =>
  ['containers', 'initContainers'].map((field) =>
    list(part(pod, 'spec', field)).map((one) => [
      one.livenessProbe,
      one.readinessProbe,
      one.startupProbe,
      one.lifecycle,
    ]),
  );

/** Each thing that `dependsOn` can name, as a text that changes when it does. */
function facts(objects: readonly RawObject[], dependsOn: DependsOn): { readonly [name: string]: unknown } {
  const pods = podsIn(objects);
  const distinct = (values: readonly unknown[]): string[] =>
    [...new Set(values.map((one) => JSON.stringify(one)))].sort();
  const hosts = distinct(
    pods.filter(isHost).map((pod) => [place(pod), labelsIn(pod), part(pod, 'status', 'podIPs'), portsOf(pod)]),
  );
  const nodes = distinct(ofKind(objects, 'Node').map((node) => [node.spec, node.status]));
  const named = distinct(pods.map((pod) => [place(pod), labelsIn(pod), portsOf(pod)]));
  const services = distinct(
    ofKind(objects, 'Service', 'EndpointSlice', 'Endpoints', 'ServiceCIDR').map((object) => [object.metadata, object]),
  );
  const found: Record<string, unknown> = {};
  if (dependsOn.namespaces) {
    found.namespaces = distinct([
      ...ofKind(objects, 'Namespace').map((one) => [part(one, 'metadata', 'name'), labelsIn(one)]),
      ...pods.map(place),
      ...ofKind(objects, 'Service').map(place),
    ]);
  }
  // A workload's template counts only while none of its pods runs.
  const makers = distinct(pods.map((pod) => [place(pod), part(pod, 'metadata', 'ownerReferences')]));
  for (const key of dependsOn.labelKeys) {
    found[key] = [makers, distinct(pods.map((pod) => [place(pod), labelsIn(pod)[key]]))];
  }
  if (dependsOn.namedPorts.length > 0) found.namedPorts = named;
  if (dependsOn.probePorts) {
    // Of isolated pods: labels say which these are.
    const probed = pods.filter((pod) => JSON.stringify(probesOf(pod)).includes('"port":'));
    found.probePorts = distinct(probed.map((pod) => [place(pod), labelsIn(pod), probesOf(pod), portsOf(pod)]));
  }
  if (dependsOn.nodes) found.nodes = nodes;
  if (dependsOn.hostNetwork) found.hostNetwork = hosts;
  if (dependsOn.podNetwork) found.podNetwork = [nodes, hosts];
  if (dependsOn.podAddresses.length > 0) {
    const placed = pods.filter((pod) => !isHost(pod) && list(part(pod, 'status', 'podIPs')).length > 0);
    found.podAddresses = distinct(placed.map((pod) => [place(pod), labelsIn(pod), part(pod, 'status', 'podIPs')]));
  }
  if (dependsOn.services) found.services = [services, named, hosts];
  // A Service's label says nothing of a pod that comes with it.
  const bearers = [podsIn(objects), ofKind(objects, 'Service')];
  found.tags = bearers.map((ofKinds) => collisions(objects, ofKinds, dependsOn.tagKeys));
  return found;
}

/** Labels of one namespace that make the same tag as one of the keys does. */
function collisions(objects: readonly RawObject[], bearers: readonly RawObject[], keys: readonly string[]): string[] {
  const wanted = ofKind(objects, 'NetworkPolicy').flatMap(
    (policy) => JSON.stringify(policy.spec).match(/"[^"]*"/g) ?? [],
  );
  const byTag = new Map<string, Set<string>>();
  for (const bearer of bearers) {
    for (const [key, value] of Object.entries(labelsIn(bearer))) {
      const tag = `${place(bearer)} ${key.replace(/\//g, '_')}.${value}`.toLowerCase();
      const isNamed = keys.some((one) => tag.includes(` ${one.replace(/\//g, '_').toLowerCase()}.`));
      if (!isNamed) continue;
      byTag.set(tag, (byTag.get(tag) ?? new Set()).add(`${key}=${value}`));
      for (const text of wanted) {
        const other = text.slice(1, -1);
        if (other.toLowerCase() === value.toLowerCase()) byTag.get(tag)?.add(`${key}=${other}`);
      }
    }
  }
  return [...byTag]
    .filter(([, labels]) => labels.size > 1)
    .map(([tag, labels]) => `${tag}: ${[...labels].sort().join()}`);
}

/** Whether something that the rules depend on changed, by their own account. */
export function isNamedChange(
  before: readonly RawObject[],
  after: readonly RawObject[],
  dependsOn: DependsOn,
): boolean {
  return JSON.stringify(facts(before, dependsOn)) !== JSON.stringify(facts(after, dependsOn));
}
