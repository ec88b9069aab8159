import { hasKey, sortedKeys } from '../text/canonical';
import { isSameData } from '../text/same';
import type { Diagnostic } from '../diagnostics/diagnostic';
import { groupOf, nameOf, namespaceOf, objectPath } from './identity';
import { FOLDED_PODS } from './foldedpods';
import { isFirewallAnnotated, readNamespaces } from './namespaces';
import { readNodes, readServiceCidrs } from './nodes';
import { withoutDuplicates } from './duplicates';
import { createFolding, foldPod, podClasses } from './pods/podclass';
import { mentionedLabelKeys } from './pods/podlabels';
import { podTagDiagnostics } from './pods/podtags';
import { portUsers } from './pods/portusers';
import { readFoldedPods } from './pods/readfoldedpods';
import { hasEnded, readPod, readTemplate, type PodFacts } from './pods/pods';
import { indexLastGood, lastGoodOf } from './lastgood';
import { readPolicy } from './policy';
import { foreignPolicy, isNetworkPolicy } from './policykinds';
import { readPolicies } from './snapshotpolicies';
import { createReader, report, type Reader } from './read';
import { readServices, withEndpointPods } from './services';
import type { PolicySpec, RawObject, Snapshot, SnapshotPolicy, StringMap } from './types';
import { withoutEntries } from './withoutentries';
import { isWorkload, templateOf, unlistedWorkloads } from './pods/workloads';

/** From the objects of one cluster to the snapshot that the compiler reads. */

/** A snapshot, and what was wrong with objects other than policies, or with policies given twice. */
export interface SnapshotReading {
  readonly snapshot: Snapshot;
  readonly diagnostics: readonly Diagnostic[];
}

/** The kinds that a snapshot is made of, with their API groups and resources. */
const RESOURCES: { readonly [kind: string]: { readonly group: string; readonly resource: string } } = {
  EndpointSlice: { group: 'discovery.k8s.io', resource: 'endpointslices' },
  Endpoints: { group: '', resource: 'endpoints' },
  [FOLDED_PODS.kind]: { group: groupOf(FOLDED_PODS) || '', resource: 'pods' },
  Namespace: { group: '', resource: 'namespaces' },
  Node: { group: '', resource: 'nodes' },
  Pod: { group: '', resource: 'pods' },
  Service: { group: '', resource: 'services' },
  ServiceCIDR: { group: 'networking.k8s.io', resource: 'servicecidrs' },
};

interface Sorted {
  readonly policies: readonly RawObject[];
  readonly workloads: readonly RawObject[];
  /** By resource. */
  readonly others: { readonly [resource: string]: readonly RawObject[] };
}

/**
 * Builds the snapshot of one cluster from its objects; kinds that it has no use for are passed over.
 *
 * @param objects in any order; what is wrong with a NetworkPolicy stands in its reading, not in the diagnostics here
 * @param lastGood last good versions of policies, whose label keys must stay on the pods too
 * @param tagCluster the cluster's name in the plugin's tags (`tags.cluster` of its profile)
 */
export function buildSnapshot(
  objects: readonly RawObject[],
  cluster: string,
  lastGood: readonly RawObject[] = [],
  tagCluster = cluster,
): SnapshotReading {
  const reader = createReader();
  const sorted = sortObjects(reader, objects);
  const policies = readPolicies(sorted.policies);
  const services = readServices(reader, {
    services: of(sorted, 'services'),
    endpointSlices: of(sorted, 'endpointslices'),
    endpoints: of(sorted, 'endpoints'),
  });
  const specs = possibleSpecs(policies.policies, lastGood);
  const pods = readPods(reader, sorted);
  const annotated = of(sorted, 'namespaces').filter(isFirewallAnnotated).map(nameOf);
  const folding = createFolding(mentionedLabelKeys(specs, services), annotated, portUsers(specs));
  for (const pod of pods) foldPod(folding, pod);
  // Whatever is listed in a namespace shows that it exists, pods that have ended too.
  const named = sorted.policies.concat(sorted.workloads, of(sorted, 'pods'), of(sorted, 'services')).map(namespaceOf);
  const snapshot: Snapshot = {
    cluster,
    lists: wholeLists(sorted),
    namespaces: readNamespaces(reader, of(sorted, 'namespaces'), named),
    policies: policies.policies,
    podClasses: podClasses(folding),
    podAddresses: addressesOfPods(pods),
    services: withEndpointPods(services, pods),
    nodes: readNodes(reader, of(sorted, 'nodes')),
    serviceCIDRs: readServiceCidrs(reader, of(sorted, 'servicecidrs')),
  };
  return {
    snapshot,
    diagnostics: policies.diagnostics.concat(reader.found, podTagDiagnostics(pods, services, specs, tagCluster)),
  };
}

function sortObjects(reader: Reader, objects: readonly RawObject[]): Sorted {
  const policies: RawObject[] = [];
  const workloads: RawObject[] = [];
  const others: { [resource: string]: RawObject[] } = {};
  for (const object of objects) {
    const foreign = foreignPolicy(object);
    const resource = resourceOf(object);
    if (foreign !== undefined) {
      const code = foreign.scope === 'namespaced' ? 'foreign-policy' : 'cluster-wide-policy';
      report(reader, code, { policyKind: foreign.kind }, objectPath(object, ''));
    } else if (isNetworkPolicy(object)) {
      policies.push(object);
    } else if (isWorkload(object)) {
      workloads.push(object);
    } else if (resource !== undefined) {
      if (!hasKey(others, resource)) others[resource] = [];
      others[resource].push(object);
    }
  }
  const unique: { [resource: string]: RawObject[] } = {};
  for (const resource of sortedKeys(others)) unique[resource] = withoutDuplicates(reader, others[resource]);
  return { policies, workloads: withoutDuplicates(reader, workloads), others: unique };
}

/** The resource of a kind that snapshots are made of; other groups have such kinds too (`Service` of Knative). */
function resourceOf(object: RawObject): string | undefined {
  const kind = String(object.kind);
  if (!hasKey(RESOURCES, kind)) return undefined;
  const group = groupOf(object);
  return group === undefined || group === RESOURCES[kind].group ? RESOURCES[kind].resource : undefined;
}

function of(sorted: Sorted, resource: string): readonly RawObject[] {
  return hasKey(sorted.others, resource) ? sorted.others[resource] : [];
}

/**
 * The specs by which policies may be compiled: as they are now, and as they were when they were good last. Where they
 * are alike, one is enough. Labels and annotations do not count: where these are wrong, the new spec is compiled with
 * the last good ones.
 */
function possibleSpecs(policies: readonly SnapshotPolicy[], lastGood: readonly RawObject[]): PolicySpec[] {
  const index = indexLastGood(lastGood);
  const specs: PolicySpec[] = [];
  for (const policy of policies) {
    // What cannot be read may still isolate its pods.
    const now = policy.reading.spec || readPolicy(withoutEntries(policy.raw)).spec;
    if (now) specs.push(now);
    const good = lastGoodOf(index, policy.id);
    if (good === undefined || (policy.reading.spec && isSameData(good.spec, policy.raw.spec))) continue;
    const spec = readPolicy(good).spec;
    if (spec) specs.push(spec);
  }
  return specs;
}

/** The pods that run, and the templates of workloads of which none runs: an evicted pod stays listed, and another comes. */
function readPods(reader: Reader, sorted: Sorted): PodFacts[] {
  const pods = of(sorted, 'pods').filter((pod) => !hasEnded(pod));
  const found: PodFacts[] = [];
  for (const pod of pods) {
    if (pod.kind === FOLDED_PODS.kind) for (const facts of readFoldedPods(reader, pod)) found.push(facts);
    else found.push(readPod(reader, pod));
  }
  for (const workload of unlistedWorkloads(sorted.workloads, pods)) {
    const template = templateOf(workload);
    if (template) found.push(readTemplate(reader, workload, template));
  }
  return found;
}

/** Where two pods have an address, one of them has ended, or the listing is older than the other. */
function addressesOfPods(pods: readonly PodFacts[]): StringMap {
  const found: { [address: string]: string } = {};
  for (const pod of pods) {
    if (pod.hostNetwork) continue;
    for (const address of pod.addresses) found[address] = pod.namespace + '/' + pod.name;
  }
  return found;
}

/** What comes from files counts as whole; NetworkPolicies do even where there are none. */
function wholeLists(sorted: Sorted): Snapshot['lists'] {
  const lists: { [resource: string]: { resourceVersion: string; complete: boolean } } = {};
  for (const resource of sortedKeys(sorted.others).concat(['networkpolicies'])) {
    lists[resource] = { resourceVersion: '', complete: true };
  }
  return lists;
}
