import { hasKey, sortedKeys } from '../../text/canonical';
import type { PodFacts } from './pods';
import { mayLookUp, meaningText, type PortUsers } from './portusers';
import { podSelectors } from '../selector';
import type { PolicySpec, Service, StringMap } from '../types';
import { ONE_POD_KEYS } from './volatilekeys';

/** Which labels of pods matter to rules. */

/** The label keys by which policies and Services select pods, sorted. Namespace selectors do not count. */
export function mentionedLabelKeys(
  specs: readonly PolicySpec[],
  services: readonly Pick<Service, 'selector'>[],
): string[] {
  const keys: { [key: string]: true } = {};
  for (const spec of specs) {
    for (const selector of podSelectors(spec)) for (const term of selector) keys[term.key] = true;
  }
  for (const service of services) {
    if (service.selector) for (const key of Object.keys(service.selector)) keys[key] = true;
  }
  return sortedKeys(keys);
}

/** By what labels are chosen. */
export interface LabelChoice {
  readonly labelKeys: readonly string[];
  /** The label keys as they look in tags. */
  readonly tagKeys: { readonly [text: string]: true };
  readonly users: PortUsers;
}

/** The choice by mentioned keys, and by policies that name ports. */
export function labelChoice(labelKeys: readonly string[], users: PortUsers): LabelChoice {
  const tagKeys: { [text: string]: true } = {};
  for (const key of labelKeys) tagKeys[tagText(key)] = true;
  return { labelKeys, tagKeys, users };
}

/**
 * The labels of a pod that may matter: where a port name may be looked up on it, all that it shares with its template.
 */
export function keptLabels(choice: LabelChoice, pod: PodFacts): StringMap {
  const mentioned = mentionedLabels(choice, pod.labels);
  if (!isLookedUp(choice, pod)) return mentioned;
  const kept: { [key: string]: string } = {};
  for (const key of Object.keys(pod.labels)) {
    if (hasKey(mentioned, key) || ONE_POD_KEYS.indexOf(key) < 0) kept[key] = pod.labels[key];
  }
  return kept;
}

/** The labels that matter: of mentioned keys, and those whose tag may be that of a mentioned key. */
export function mentionedLabels(choice: LabelChoice, labels: StringMap): StringMap {
  const cut: { [key: string]: string } = {};
  for (const key of choice.labelKeys) if (hasKey(labels, key)) cut[key] = labels[key];
  for (const key of Object.keys(labels)) {
    if (!hasKey(cut, key) && mayBeTaken(key, labels[key], choice.tagKeys)) cut[key] = labels[key];
  }
  return cut;
}

/**
 * True where key and value, joined by a dot as in a tag, read as another key and its value as well: `app.v1=2` as
 * `app=v1.2`. Tags ignore case. A value has no slash, so that `app.example.com/name` never reads as `app`.
 */
function mayBeTaken(key: string, value: string, tagKeys: LabelChoice['tagKeys']): boolean {
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

/**
 * A group holds a host-network pod's address by its tags, whatever policies select: it counts wherever names are used.
 */
function isLookedUp(choice: LabelChoice, pod: PodFacts): boolean {
  return pod.hostNetwork ? choice.users.selectors.length > 0 : mayLookUp(choice.users, pod.labels);
}

interface Meaning {
  readonly labels: StringMap;
  readonly text: string;
}

/**
 * Namespaces with a pod whose mentioned labels another one has as well, on which the used port names mean something
 * else: there, further labels may tell the two apart.
 */
export function unclearNamespaces(
  choice: LabelChoice,
  pods: readonly PodFacts[],
): { readonly [namespace: string]: true } {
  const meanings: { [namespace: string]: { [key: string]: Meaning } } = {};
  for (const pod of pods) {
    if (pod.hostNetwork || !isLookedUp(choice, pod)) continue;
    const meaning = { labels: mentionedLabels(choice, pod.labels), text: meaningText(choice.users, pod.namedPorts) };
    if (!hasKey(meanings, pod.namespace)) meanings[pod.namespace] = {};
    meanings[pod.namespace][labelsText(meaning.labels) + '\n' + meaning.text] = meaning;
  }
  const unclear: { [namespace: string]: true } = {};
  for (const namespace of sortedKeys(meanings)) {
    const found = sortedKeys(meanings[namespace]).map((key) => meanings[namespace][key]);
    const isUnclear = found.some(
      (one) => one.text !== '' && found.some((other) => other.text !== one.text && hasAll(other.labels, one.labels)),
    );
    if (isUnclear) unclear[namespace] = true;
  }
  return unclear;
}

/** As tags see it: they ignore case, and an empty value makes none. */
function hasAll(labels: StringMap, wanted: StringMap): boolean {
  return Object.keys(wanted).every((key) => {
    if (wanted[key] === '') return true;
    return hasKey(labels, key) && labels[key].toLowerCase() === wanted[key].toLowerCase();
  });
}

/** A text that is equal for equal labels. */
export function labelsText(labels: StringMap): string {
  return sortedKeys(labels)
    .map((key) => JSON.stringify([key, labels[key]]))
    .join(',');
}
