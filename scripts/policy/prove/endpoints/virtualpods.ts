import type { StringMap } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { canonicalJson, compareText, hasKey, sortedKeys, sortedUnique } from '../../text/canonical';
import { inNamespace } from '../read/bynamespace';
import type { ClusterFacts } from '../read/cluster';
import type { RowScheme } from './rows';
import { type LabelSelector, requirementHolds } from '../read/selectors';
import { namespaceTag } from '../rules/tagmodel';
import { ABSENT, createLabelDomains, type Domain } from './labeldomains';

/** A pod that could exist: labels that some selector tells apart. */
export interface VirtualPod {
  readonly namespace: string;
  readonly labels: StringMap;
}

/** The virtual pods of a cluster and what they leave out, in words. */
export interface VirtualPods {
  readonly pods: readonly VirtualPod[];
  readonly notJudged: readonly string[];
}

/** Up to this many label combinations a namespace's keys are combined in full. */
const MAX_PRODUCT = 48;
/** Beyond it, at most so many virtual pods for one namespace. */
const MAX_MUTATED = 600;

/**
 * Builds, for each namespace, pods with every value of every label key that matters there, and without the key
 * (`labeldomains.ts`).
 */
export function virtualPods(
  facts: ClusterFacts,
  scheme: RowScheme,
  filterTags: readonly string[],
  profile: ClusterProfile,
): VirtualPods {
  const pods: VirtualPod[] = [];
  const enumerated: string[] = [];
  const bounded: string[] = [];
  const domainsOf = createLabelDomains(facts, scheme, filterTags, profile);
  for (const namespace of facts.namespaces) {
    const selectors = relevantSelectors(facts, scheme, namespace.name, profile, filterTags);
    const list = domainsOf(namespace.name, selectors, enumerated);
    const behind = profile.inspection === 'both-ends' ? behindServices(list, facts, namespace.name) : [];
    const maps = combinations(list) || mutations(list, selectors, facts, namespace.name, behind, bounded);
    for (const labels of maps) pods.push({ namespace: namespace.name, labels });
  }
  const notJudged: string[] = [];
  for (const key of sortedUnique(enumerated)) {
    notJudged.push('pods with a value of the label "' + key + '" that nobody mentions: the values are enumerated');
  }
  for (const name of sortedUnique(bounded)) {
    notJudged.push('some label combinations of the namespace "' + name + '", which has too many of them');
  }
  return { pods, notJudged };
}

function relevantSelectors(
  facts: ClusterFacts,
  scheme: RowScheme,
  namespace: string,
  profile: ClusterProfile,
  filterTags: readonly string[],
): LabelSelector[] {
  const matchers = hasKey(scheme.matchersIn, namespace) ? scheme.matchersIn[namespace] : [];
  const selectors: LabelSelector[] = matchers.map((matcher) => matcher.selector);
  for (const service of inNamespace(facts.servicesIn, namespace)) {
    const tag = namespaceTag(profile, namespace) + '.svc_' + service.name.toLowerCase();
    const matters = profile.inspection === 'both-ends' || filterTags.indexOf(tag) >= 0;
    if (service.selector && matters) selectors.push(service.selector);
  }
  return selectors;
}

function combinations(domains: readonly Domain[]): StringMap[] | undefined {
  let size = 1;
  for (const domain of domains) {
    size *= domain.options.length;
    if (size > MAX_PRODUCT) return undefined;
  }
  let maps: StringMap[] = [{}];
  for (const domain of domains) {
    const next: StringMap[] = [];
    for (const map of maps) for (const option of domain.options) next.push(changed(map, domain.key, option));
    maps = next;
  }
  return maps;
}

function changed(labels: StringMap, key: string, option: string): StringMap {
  const copy: { [key: string]: string } = {};
  for (const name of sortedKeys(labels)) if (name !== key) copy[name] = labels[name];
  if (option !== ABSENT) copy[key] = option;
  return copy;
}

/**
 * Whether a Service may be reached depends on all pods behind it, those to come included: all combinations with the
 * labels that it selects, where they are few.
 */
function behindServices(domains: readonly Domain[], facts: ClusterFacts, namespace: string): StringMap[] {
  let found: StringMap[] = [];
  for (const { selector } of inNamespace(facts.servicesIn, namespace)) {
    if (selector === undefined) continue;
    const fixed = domains.map((domain) => {
      const wanted = selector.filter((requirement) => requirement.key === domain.key);
      return wanted.length === 0 ? domain : { key: domain.key, options: wanted[0].values };
    });
    found = found.concat(combinations(fixed) || []);
  }
  return found;
}

/** One-label changes of real pods and of the smallest label map that meets each selector; and `more`. */
function mutations(
  domains: readonly Domain[],
  selectors: readonly LabelSelector[],
  facts: ClusterFacts,
  namespace: string,
  more: readonly StringMap[],
  bounded: string[],
): StringMap[] {
  const found: { [text: string]: StringMap } = {};
  let count = 0;
  function add(labels: StringMap): void {
    const text = canonicalJson(labels);
    if (hasKey(found, text)) return;
    if (count >= MAX_MUTATED) bounded.push(namespace);
    else {
      found[text] = labels;
      count++;
    }
  }
  const bases: StringMap[] = [{}];
  for (const selector of selectors) {
    const smallest = smallestLabels(selector, domains);
    if (smallest) bases.push(smallest);
  }
  for (const pod of facts.podKinds) {
    if (pod.namespace === namespace && !pod.hostNetwork) bases.push(restricted(pod.labels, domains));
  }
  for (const base of bases.concat(more)) add(base);
  for (const base of bases) {
    for (const domain of domains) for (const option of domain.options) add(changed(base, domain.key, option));
  }
  return sortedKeys(found).map((text) => found[text]);
}

function restricted(labels: StringMap, domains: readonly Domain[]): StringMap {
  const copy: { [key: string]: string } = {};
  for (const domain of domains) if (hasKey(labels, domain.key)) copy[domain.key] = labels[domain.key];
  return copy;
}

/** The label map with the fewest labels that the selector selects; undefined where nothing can meet it. */
function smallestLabels(selector: LabelSelector, domains: readonly Domain[]): StringMap | undefined {
  let labels: StringMap = {};
  for (const domain of domains) {
    const conditions = selector.filter((requirement) => requirement.key === domain.key);
    const options = domain.options
      .slice()
      .sort((a, b) => (a === ABSENT ? 0 : 1) - (b === ABSENT ? 0 : 1) || compareText(a, b));
    const fitting = options.filter((option) => {
      const tried = changed({}, domain.key, option);
      return conditions.every((requirement) => requirementHolds(requirement, tried));
    });
    if (fitting.length === 0) return undefined;
    labels = changed(labels, domain.key, fitting[0]);
  }
  return labels;
}
