import { compareText, hasKey, sortedKeys, sortedUnique, stableSort } from '../../text/canonical';
import type { PodFacts } from './pods';
import { keptLabels, labelChoice, labelsText, mentionedLabels, unclearNamespaces, type LabelChoice } from './podlabels';
import type { PortUsers } from './portusers';
import type { PodClass, StringMap } from '../types';

/**
 * Folding pods into classes: pods that no policy and no Service can tell apart are counted, not kept.
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
  readonly podAddresses: string[];
}

interface Growing {
  readonly [key: string]: GrowingClass;
}

/** The state of a folding; make it with `createFolding`. */
export interface Folding {
  readonly choice: LabelChoice;
  readonly annotatedNamespaces: { readonly [name: string]: true };
  readonly classes: { [key: string]: GrowingClass };
}

/**
 * Starts to fold pods into classes: pods alike in everything that rules can depend on are one class, with a count.
 *
 * @param labelKeys what `mentionedLabelKeys` says
 * @param annotatedNamespaces names of namespaces with the CN-Series firewall annotation
 * @param users what `portUsers` says: where their port names mean one thing on one pod and another on the next, further
 * labels may tell these pods apart
 */
export function createFolding(
  labelKeys: readonly string[],
  annotatedNamespaces: readonly string[],
  users: PortUsers,
): Folding {
  const annotated: { [name: string]: true } = {};
  for (const name of annotatedNamespaces) annotated[name] = true;
  return { choice: labelChoice(labelKeys, users), annotatedNamespaces: annotated, classes: {} };
}

/** Adds one pod (or workload) to its class. */
export function foldPod(folding: Folding, pod: PodFacts): void {
  const annotated = pod.firewallAnnotated || hasKey(folding.annotatedNamespaces, pod.namespace);
  const labels = keptLabels(folding.choice, pod);
  addTo(folding.classes, {
    key: classKey(pod, labels, annotated),
    facts: pod,
    labels,
    firewallAnnotated: annotated,
    families: pod.families,
    count: pod.count,
    samples: [{ name: pod.name, addresses: pod.addresses }],
    nodeAddresses: pod.hostNetwork ? addressSet(pod.addresses) : {},
    podAddresses: pod.hostNetwork ? [] : pod.addresses.slice(),
  });
}

function addressSet(addresses: readonly string[]): { [address: string]: true } {
  const found: { [address: string]: true } = {};
  for (const address of addresses) found[address] = true;
  return found;
}

function addTo(classes: { [key: string]: GrowingClass }, more: GrowingClass): void {
  if (!hasKey(classes, more.key)) {
    classes[more.key] = {
      ...more,
      nodeAddresses: { ...more.nodeAddresses },
      podAddresses: more.podAddresses.slice(),
    };
    return;
  }
  const growing = classes[more.key];
  growing.count += more.count;
  growing.families = joinFamilies(growing.families, more.families);
  growing.samples = firstSamples(growing.samples, more.samples);
  for (const address of Object.keys(more.nodeAddresses)) growing.nodeAddresses[address] = true;
  for (const address of more.podAddresses) growing.podAddresses.push(address);
}

/** The classes found so far, in an order that does not depend on the order of the pods. */
export function podClasses(folding: Folding): PodClass[] {
  const classes = withoutSpareLabels(folding);
  return sortedKeys(classes).map((key) => {
    const growing = classes[key];
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
      podAddresses: growing.podAddresses,
    };
  });
}

/** Classes folded once more by mentioned labels alone, where these tell apart on which pods port names mean what. */
function withoutSpareLabels(folding: Folding): Growing {
  if (folding.choice.users.selectors.length === 0) return folding.classes;
  const pods = sortedKeys(folding.classes).map((key) => folding.classes[key].facts);
  const unclear = unclearNamespaces(folding.choice, pods);
  const classes: { [key: string]: GrowingClass } = {};
  for (const key of sortedKeys(folding.classes)) {
    const growing = folding.classes[key];
    const isKept = hasKey(unclear, growing.facts.namespace);
    const labels = isKept ? growing.labels : mentionedLabels(folding.choice, growing.facts.labels);
    addTo(classes, {
      key: classKey(growing.facts, labels, growing.firewallAnnotated),
      facts: growing.facts,
      labels,
      firewallAnnotated: growing.firewallAnnotated,
      families: growing.families,
      count: growing.count,
      samples: growing.samples,
      nodeAddresses: growing.nodeAddresses,
      podAddresses: growing.podAddresses,
    });
  }
  return classes;
}

/** A text that is equal for pods of one class; label values, names and numbers hold none of its separators. */
function classKey(pod: PodFacts, labels: StringMap, annotated: boolean): string {
  const portTexts = pod.namedPorts.map((port) => port.name + ':' + port.protocol + ':' + String(port.port));
  return [
    pod.namespace,
    labelsText(labels),
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
function firstSamples(samples: readonly Sample[], more: readonly Sample[]): readonly Sample[] {
  const isFull = samples.length === MOST_SAMPLES;
  if (isFull && more.every((sample) => compareText(sample.name, samples[MOST_SAMPLES - 1].name) >= 0)) return samples;
  return stableSort(samples.concat(more), compareSamples).slice(0, MOST_SAMPLES);
}

function compareSamples(a: Sample, b: Sample): number {
  return compareText(a.name, b.name) || compareText(a.addresses.join(','), b.addresses.join(','));
}
