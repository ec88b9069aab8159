import { hasKey, sortedKeys, sortedUnique } from '../../text/canonical';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic';
import { LIMITS } from '../../panos/limits';
import { podSelectors } from '../selector';
import type { PolicySpec, Service } from '../types';
import type { PodFacts } from './pods';
import { ONE_POD_KEYS, VOLATILE_KEYS } from './volatilekeys';

/**
 * What the firewall cannot hold of the tags that the Kubernetes plugin gives pods. The plugin gives a tag for the
 * namespace, each label, the owner and each Service (vendor's documentation, "IP-Address-to-Tag Mapping of Kubernetes
 * Attributes"), whether rules use it or not.
 */

const MOST_SAMPLES = 3;

/** Pods of one namespace that have the same to be said about them. */
interface Told {
  readonly namespace: string;
  readonly key: string;
  /** The greatest number of tags, or of characters. */
  most: number;
  pods: number;
  names: readonly string[];
}

/**
 * Warnings about pods with more tags than an address may have, and about labels whose tags are too long. A host-network
 * pod is passed over: rules decide the addresses of its node as addresses, whatever tags they bear.
 *
 * @param specs a label that one of these names is an error, if its tag is too long
 * @param tagCluster the cluster's name in tags
 */
export function podTagDiagnostics(
  pods: readonly PodFacts[],
  services: readonly Service[],
  specs: readonly PolicySpec[],
  tagCluster: string,
): Diagnostic[] {
  const isNamed = namedLabels(specs);
  const byNamespace = selectingServices(services);
  const crowded: { [id: string]: Told } = {};
  const cut: { [id: string]: Told } = {};
  for (const pod of pods) {
    if (pod.hostNetwork) continue;
    const found = hasKey(byNamespace, pod.namespace) ? byNamespace[pod.namespace] : [];
    const tags = tagCount(pod, found);
    if (tags > LIMITS.tagsOfAddress) tell(crowded, pod, '', tags);
    for (const key of Object.keys(pod.labels)) {
      const length = labelTagLength(tagCluster, pod.namespace, key, pod.labels[key]);
      const isTold = isOfOnePod(key) || isNamed(key, pod.labels[key]);
      if (length > LIMITS.tag && !isTold) tell(cut, pod, key, length);
    }
  }
  return sortedKeys(crowded)
    .map((id) => {
      const { namespace, most } = crowded[id];
      const params = { namespace, pods: podsText(crowded[id]), most, limit: LIMITS.tagsOfAddress };
      return diagnose('pod-tags-many', params, { path: 'Namespace ' + namespace });
    })
    .concat(
      sortedKeys(cut).map((id) => {
        const { namespace, key, most } = cut[id];
        const params = { namespace, pods: podsText(cut[id]), key, length: most, limit: LIMITS.tag };
        return diagnose('pod-tag-cut', params, { path: 'Namespace ' + namespace });
      }),
    );
}

/** Whether a selector of pods names the label, or enumerates the values of its key. */
function namedLabels(specs: readonly PolicySpec[]): (key: string, value: string) => boolean {
  const enumerated: { [key: string]: true } = {};
  const named: { [label: string]: true } = {};
  for (const spec of specs) {
    for (const selector of podSelectors(spec)) {
      for (const { key, operator, values } of selector) {
        if (operator === 'Exists' || operator === 'DoesNotExist') enumerated[key] = true;
        for (const value of values) named[key + '=' + value] = true;
      }
    }
  }
  return (key, value) => hasKey(enumerated, key) || hasKey(named, key + '=' + value);
}

function selectingServices(services: readonly Service[]): { readonly [namespace: string]: readonly Service[] } {
  const found: { [namespace: string]: Service[] } = {};
  for (const service of services) {
    if (service.selector === undefined) continue;
    if (!hasKey(found, service.namespace)) found[service.namespace] = [];
    found[service.namespace].push(service);
  }
  return found;
}

/** Services are looked at only where there may be too many. */
function tagCount(pod: PodFacts, services: readonly Service[]): number {
  const own = 1 + Object.keys(pod.labels).length + (pod.hasOwnerTag ? 1 : 0);
  if (own + services.length <= LIMITS.tagsOfAddress) return own;
  return own + services.filter((service) => isSelected(service, pod)).length;
}

function isSelected({ selector }: Service, { labels }: PodFacts): boolean {
  return (
    selector !== undefined && Object.keys(selector).every((key) => hasKey(labels, key) && labels[key] === selector[key])
  );
}

/** Of `k8s.cl_<cluster>.ns_<namespace>.<key>.<value>`; an empty value has a tag that nobody knows. */
function labelTagLength(tagCluster: string, namespace: string, key: string, value: string): number {
  if (value === '') return 0;
  return 'k8s.cl_.ns_..'.length + tagCluster.length + namespace.length + key.length + value.length;
}

/** Nobody selects by such a label. */
function isOfOnePod(key: string): boolean {
  return ONE_POD_KEYS.indexOf(key) >= 0 || VOLATILE_KEYS.indexOf(key) >= 0;
}

function tell(told: { [id: string]: Told }, pod: PodFacts, key: string, measure: number): void {
  const id = pod.namespace + ' ' + key;
  if (!hasKey(told, id)) told[id] = { namespace: pod.namespace, key, most: 0, pods: 0, names: [] };
  const group = told[id];
  group.most = Math.max(group.most, measure);
  group.pods++;
  group.names = sortedUnique(group.names.concat([pod.name])).slice(0, MOST_SAMPLES);
}

/** The first names in alphabetical order; workloads without pods stand for theirs. */
function podsText({ names, pods }: Told): string {
  const rest = pods - names.length;
  return names.join(', ') + (rest > 0 ? ' and ' + String(rest) + ' more' : '');
}
