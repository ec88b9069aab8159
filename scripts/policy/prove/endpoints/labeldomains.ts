import type { ClusterProfile } from '../../profile/types';
import { hasKey, sortedKeys } from '../../text/canonical';
import type { ClusterFacts } from '../read/cluster';
import type { LabelSelector } from '../read/selectors';
import { namespaceTag, tagKey } from '../rules/tagmodel';
import type { RowScheme } from './rows';

/**
 * Which values of which labels tell pods of a namespace apart: those that selectors mention and those whose tags filters
 * hold, with one that nobody mentions. Of keys whose mere existence some selector asks for, all that are known, and no
 * other: the rulebase enumerates those values and is compiled again when a new one appears.
 */

/** What a label can be: one of the values, or `ABSENT`. */
export interface Domain {
  readonly key: string;
  readonly options: readonly string[];
}

/** Stands for no label: a value can be empty, and holds no NUL. */
export const ABSENT = '\0';

/** The domains of a namespace's labels; `enumerated` receives keys of which only known values are among them. */
export type LabelDomains = (
  namespace: string,
  selectors: readonly LabelSelector[],
  enumerated: string[],
) => readonly Domain[];

/** Looks up what is known of all namespaces once. */
export function createLabelDomains(
  facts: ClusterFacts,
  scheme: RowScheme,
  filterTags: readonly string[],
  profile: ClusterProfile,
): LabelDomains {
  const known = valuesByNamespace(facts, scheme);
  const tags = tagsByNamespace(profile, facts, filterTags);
  return function (namespace, selectors, enumerated) {
    const borne = hasKey(known, namespace) ? known[namespace] : {};
    const domains = keyDomains(selectors, borne, enumerated);
    addTagValues(domains, borne, tags[namespace], profile);
    return finished(domains);
  };
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
  for (const pod of facts.podKinds) {
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
