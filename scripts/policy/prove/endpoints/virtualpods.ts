import type { StringMap } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { canonicalJson, compareText, hasKey, sortedKeys, sortedUnique } from '../../text/canonical';
import type { ClusterFacts } from '../read/cluster';
import type { RowScheme } from './rows';
import { type LabelSelector, requirementHolds } from '../read/selectors';
import { namespaceTag, tagKey } from '../rules/tagmodel';

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
 * What a label can be: one of the values, or absent ('' stands for absent; label values can be empty, see `ABSENT`).
 */
interface Domain {
  readonly key: string;
  readonly options: readonly string[];
}

/** No label value holds a NUL. */
const ABSENT = '\0';

/**
 * Builds, for each namespace, pods with every mentioned value of every label key that matters there, with a value that
 * nobody mentions, and without the key. A value that nobody mentions is left out for keys whose mere existence some
 * selector asks for: the rulebase enumerates those values and is compiled again when a new one appears.
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
  const known = valuesByNamespace(facts, scheme);
  const byNamespace = tagsByNamespace(profile, facts, filterTags);
  for (const namespace of facts.namespaces) {
    const selectors = relevantSelectors(facts, scheme, namespace.name, profile, filterTags);
    const domains = keyDomains(selectors, hasKey(known, namespace.name) ? known[namespace.name] : {}, enumerated);
    const borne = hasKey(known, namespace.name) ? known[namespace.name] : {};
    addTagValues(domains, borne, byNamespace[namespace.name], profile);
    const list = finished(domains);
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
  for (const service of facts.services) {
    const tag = namespaceTag(profile, namespace) + '.svc_' + service.name.toLowerCase();
    const matters = profile.inspection === 'both-ends' || filterTags.indexOf(tag) >= 0;
    if (service.namespace === namespace && service.selector && matters) selectors.push(service.selector);
  }
  return selectors;
}

interface Values {
  readonly [key: string]: { readonly [value: string]: true };
}

/** By namespace: every value of every label key that a policy names there or a pod there has. */
function valuesByNamespace(facts: ClusterFacts, scheme: RowScheme): { readonly [namespace: string]: Values } {
  const known: { [namespace: string]: { [key: string]: { [value: string]: true } } } = {};
  function add(namespace: string, key: string, value: string): void {
    if (!hasKey(known, namespace)) known[namespace] = {};
    if (!hasKey(known[namespace], key)) known[namespace][key] = {};
    known[namespace][key][value] = true;
  }
  for (const namespace of sortedKeys(scheme.matchersIn)) {
    for (const matcher of scheme.matchersIn[namespace]) {
      for (const { key, values } of matcher.selector) for (const value of values) add(namespace, key, value);
    }
  }
  for (const pod of facts.pods) {
    if (pod.hostNetwork) continue;
    for (const key of sortedKeys(pod.labels)) add(pod.namespace, key, pod.labels[key]);
  }
  return known;
}

interface OpenDomain {
  readonly values: { [value: string]: true };
  enumerated: boolean;
}

function keyDomains(
  selectors: readonly LabelSelector[],
  known: Values,
  enumerated: string[],
): { [key: string]: OpenDomain } {
  const domains: { [key: string]: OpenDomain } = {};
  for (const selector of selectors) {
    for (const requirement of selector) {
      if (!hasKey(domains, requirement.key)) domains[requirement.key] = { values: {}, enumerated: false };
      const domain = domains[requirement.key];
      for (const value of requirement.values) domain.values[value] = true;
      if (requirement.operator === 'In' || requirement.operator === 'NotIn' || domain.enumerated) continue;
      domain.enumerated = true;
      enumerated.push(requirement.key);
    }
  }
  for (const key of sortedKeys(domains)) {
    if (!domains[key].enumerated || !hasKey(known, key)) continue;
    for (const value of sortedKeys(known[key])) domains[key].values[value] = true;
  }
  return domains;
}

/** Label parts (`key.value`) of the tags that filters name, by namespace. */
function tagsByNamespace(
  profile: ClusterProfile,
  facts: ClusterFacts,
  filterTags: readonly string[],
): { [namespace: string]: string[] } {
  const found: { [namespace: string]: string[] } = {};
  for (const namespace of facts.namespaces) found[namespace.name] = [];
  const prefix = namespaceTag(profile, '');
  for (const tag of filterTags) {
    const rest = tag.slice(0, prefix.length) === prefix ? tag.slice(prefix.length) : '';
    const dot = rest.indexOf('.');
    if (dot > 0 && hasKey(found, rest.slice(0, dot))) found[rest.slice(0, dot)].push(rest.slice(dot + 1));
  }
  return found;
}

/**
 * A tag that no policy explains gets a pod that carries it, so that a filter on a wrong label shows. One that a
 * mentioned label explains gets none under another key: `a.b` may be read as the key `a.b` or as the key `a`, and a pod
 * with a value that nobody mentions is not judged.
 */
function addTagValues(
  domains: { [key: string]: OpenDomain },
  known: Values,
  tags: readonly string[],
  profile: ClusterProfile,
): void {
  const explained: { [tag: string]: true } = {};
  // Pods that there are bear these, and show a wrong filter themselves.
  for (const key of sortedKeys(known)) {
    for (const value of sortedKeys(known[key])) explained[tagText(profile, key, value)] = true;
  }
  for (const key of sortedKeys(domains)) {
    for (const value of sortedKeys(domains[key].values)) {
      explained[tagText(profile, key, value)] = true;
    }
  }
  for (const tag of tags) if (!hasKey(explained, tag)) addTagValue(domains, tag, profile);
}

function tagText(profile: ClusterProfile, key: string, value: string): string {
  return (tagKey(profile, key) + '.' + value).toLowerCase();
}

function addTagValue(domains: { [key: string]: OpenDomain }, tag: string, profile: ClusterProfile): void {
  const key = longestKey(sortedKeys(domains), tag, profile);
  if (key !== undefined) {
    addUnlessKnown(domains[key], tag.slice(tagKey(profile, key).length + 1));
    return;
  }
  const dot = tag.indexOf('.', tag.lastIndexOf('/') + 1);
  if (dot < 0) return;
  const values: { [value: string]: true } = {};
  values[tag.slice(dot + 1)] = true;
  domains[tag.slice(0, dot)] = { values, enumerated: false };
}

/** The longest of the keys with which the tag can begin. */
function longestKey(keys: readonly string[], tag: string, profile: ClusterProfile): string | undefined {
  let longest: string | undefined;
  for (const key of keys) {
    const prefix = tagKey(profile, key).toLowerCase() + '.';
    if (tag.slice(0, prefix.length) !== prefix || !isLabelValue(tag.slice(prefix.length))) continue;
    if (longest === undefined || key.length > longest.length) longest = key;
  }
  return longest;
}

/** Kubernetes documentation, "Labels and Selectors": the slash of a key's prefix cannot stand in a value. */
function isLabelValue(text: string): boolean {
  return /^[a-z0-9]([-a-z0-9_.]*[a-z0-9])?$/.test(text);
}

function addUnlessKnown(domain: OpenDomain, value: string): void {
  for (const known of sortedKeys(domain.values)) if (known.toLowerCase() === value) return;
  domain.values[value] = true;
}

function finished(domains: { readonly [key: string]: OpenDomain }): Domain[] {
  return sortedKeys(domains).map((key) => {
    const options = sortedKeys(domains[key].values);
    if (!domains[key].enumerated) {
      let other = 'other';
      while (hasKey(domains[key].values, other)) other += '-x';
      options.push(other);
    }
    options.push(ABSENT);
    return { key, options };
  });
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
  for (const { selector, namespace: own } of facts.services) {
    if (own !== namespace || selector === undefined) continue;
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
  for (const pod of facts.pods) {
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
