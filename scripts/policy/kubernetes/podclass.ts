import { compareText, hasKey, sortedKeys, sortedUnique, stableSort } from '../text/canonical';
import type { PodFacts } from './pods';
import type { PodClass, PolicySpec, Selector, Service, StringMap } from './types';

/**
 * Folding pods into classes: pods that no policy and no Service can tell apart are counted, not kept. Used with all pods
 * at hand, and page by page.
 */

const MOST_SAMPLES = 3;

type Sample = PodClass['samples'][number];

/** A class while it grows. */
interface GrowingClass {
  readonly key: string;
  readonly facts: PodFacts;
  readonly labels: StringMap;
  readonly firewallAnnotated: boolean;
  families: readonly ('IPv4' | 'IPv6')[];
  count: number;
  samples: readonly Sample[];
  readonly nodeAddresses: { [address: string]: true };
}

/** The state of a folding; make it with `createFolding`. */
export interface Folding {
  readonly labelKeys: readonly string[];
  /** The label keys as they look in tags. */
  readonly tagKeys: { readonly [text: string]: true };
  readonly annotatedNamespaces: { readonly [name: string]: true };
  readonly classes: { [key: string]: GrowingClass };
}

/** The label keys by which policies and Services select pods, sorted. Namespace selectors do not count. */
export function mentionedLabelKeys(specs: readonly PolicySpec[], services: readonly Service[]): string[] {
  const keys: { [key: string]: true } = {};
  for (const spec of specs) {
    addKeys(keys, spec.subject);
    for (const entry of spec.entries) {
      if (entry.peers.kind === 'anyone') continue;
      for (const peer of entry.peers.peers) if (peer.kind === 'pods') addKeys(keys, peer.pods);
    }
  }
  for (const service of services) {
    if (service.selector) for (const key of Object.keys(service.selector)) keys[key] = true;
  }
  return sortedKeys(keys);
}

function addKeys(keys: { [key: string]: true }, selector: Selector): void {
  for (const term of selector) keys[term.key] = true;
}

/**
 * Starts to fold pods into classes: pods alike in everything that rules can depend on are one class, with a count.
 *
 * @param labelKeys what `mentionedLabelKeys` says
 * @param annotatedNamespaces names of namespaces with the CN-Series firewall annotation
 */
export function createFolding(labelKeys: readonly string[], annotatedNamespaces: readonly string[]): Folding {
  const annotated: { [name: string]: true } = {};
  for (const name of annotatedNamespaces) annotated[name] = true;
  const tagKeys: { [text: string]: true } = {};
  for (const key of labelKeys) tagKeys[tagText(key)] = true;
  return { labelKeys, tagKeys, annotatedNamespaces: annotated, classes: {} };
}

/** Adds one pod (or workload) to its class. */
export function foldPod(folding: Folding, pod: PodFacts): void {
  const labels = cutLabels(pod.labels, folding);
  const annotated = pod.firewallAnnotated || hasKey(folding.annotatedNamespaces, pod.namespace);
  const key = classKey(pod, labels, annotated);
  if (!hasKey(folding.classes, key)) {
    folding.classes[key] = {
      key,
      facts: pod,
      labels,
      firewallAnnotated: annotated,
      families: [],
      count: 0,
      samples: [],
      nodeAddresses: {},
    };
  }
  const growing = folding.classes[key];
  growing.count += pod.count;
  growing.families = joinFamilies(growing.families, pod.families);
  growing.samples = withSample(growing.samples, pod);
  if (pod.hostNetwork) for (const address of pod.addresses) growing.nodeAddresses[address] = true;
}

/** The classes found so far, in an order that does not depend on the order of the pods. */
export function podClasses(folding: Folding): PodClass[] {
  return sortedKeys(folding.classes).map((key) => {
    const growing = folding.classes[key];
    return {
      namespace: growing.facts.namespace,
      labels: growing.labels,
      namedPorts: growing.facts.namedPorts,
      probePorts: growing.facts.probePorts,
      hostNetwork: growing.facts.hostNetwork,
      firewallAnnotated: growing.firewallAnnotated,
      families: growing.families,
      count: growing.count,
      samples: growing.samples,
      nodeAddresses: sortedKeys(growing.nodeAddresses),
    };
  });
}

/** The labels that matter: of mentioned keys, and those whose tag may be that of a mentioned key. */
function cutLabels(labels: StringMap, folding: Folding): StringMap {
  const cut: { [key: string]: string } = {};
  for (const key of folding.labelKeys) if (hasKey(labels, key)) cut[key] = labels[key];
  for (const key of Object.keys(labels)) {
    if (!hasKey(cut, key) && mayBeTaken(key, labels[key], folding.tagKeys)) cut[key] = labels[key];
  }
  return cut;
}

/**
 * True where key and value, joined by a dot as in a tag, read as another key and its value as well: `app.v1=2` as
 * `app=v1.2`. Tags ignore case. A value has no slash, so that `app.example.com/name` never reads as `app`.
 */
function mayBeTaken(key: string, value: string, tagKeys: Folding['tagKeys']): boolean {
  const text = key + '.' + value;
  for (let dot = text.indexOf('.'); dot >= 0; dot = text.indexOf('.', dot + 1)) {
    if (hasKey(tagKeys, tagText(text.slice(0, dot))) && text.indexOf('/', dot) < 0) return true;
  }
  return false;
}

/** A key as it looks in tags, where the plugin may write `_` for `/`. */
function tagText(key: string): string {
  return key.toLowerCase().replace(/\//g, '_');
}

/** A text that is equal for pods of one class; label values, names and numbers hold none of its separators. */
function classKey(pod: PodFacts, labels: StringMap, annotated: boolean): string {
  const labelTexts = sortedKeys(labels).map((key) => JSON.stringify([key, labels[key]]));
  const portTexts = pod.namedPorts.map((port) => port.name + ':' + port.protocol + ':' + String(port.port));
  return [
    pod.namespace,
    labelTexts.join(','),
    portTexts.join(','),
    pod.probePorts.join(','),
    pod.hostNetwork ? 'host' : 'pod',
    annotated ? 'annotated' : 'plain',
  ].join('\n');
}

function joinFamilies(
  known: readonly ('IPv4' | 'IPv6')[],
  more: readonly ('IPv4' | 'IPv6')[],
): readonly ('IPv4' | 'IPv6')[] {
  if (more.length === 0 || known.length === 2) return known;
  return sortedUnique(known.concat(more)) as ('IPv4' | 'IPv6')[];
}

/** The first names in alphabetical order stay. */
function withSample(samples: readonly Sample[], pod: PodFacts): readonly Sample[] {
  if (samples.length === MOST_SAMPLES && compareText(pod.name, samples[MOST_SAMPLES - 1].name) >= 0) return samples;
  const sample = { name: pod.name, addresses: pod.addresses };
  return stableSort(samples.concat([sample]), compareSamples).slice(0, MOST_SAMPLES);
}

function compareSamples(a: Sample, b: Sample): number {
  return compareText(a.name, b.name) || compareText(a.addresses.join(','), b.addresses.join(','));
}
