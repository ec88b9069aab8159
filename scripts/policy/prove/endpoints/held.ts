import type { ClusterProfile } from '../../profile/types';
import { hasKey, sortedUnique } from '../../text/canonical';
import type { PodPeer, PolicyFacts } from '../read/policies';
import type { ClusterFacts } from '../read/cluster';
import { type LabelSelector, selectorHolds } from '../read/selectors';
import { MAX_TAG, namespaceTag, tagKey } from '../rules/tagmodel';
import type { StandIn } from '../types';
import type { Bearer, Identity } from './identities';

/**
 * Tags that held policies name, whose rules stay as they are until somebody decides. Whoever bears such a tag by another
 * label is taken for one of the pods that are meant: what is said of these connections is not judged.
 */
export interface HeldTags {
  isOdd(identity: Identity): boolean;
  /** What is not judged because of them, in words. */
  notJudged(identities: readonly Identity[]): string[];
}

/** What a held policy asks of a label. */
interface Naming {
  readonly policy: string;
  readonly namespaces: readonly string[];
  readonly key: string;
  readonly requirements: LabelSelector;
  /** Those that are named or, unless it is `In` alone, known: groups may hold their tags. */
  readonly values: readonly string[];
}

/** Of the policies that are held. */
export function readHeld(
  policies: readonly PolicyFacts[],
  facts: Pick<ClusterFacts, 'podKinds' | 'services'>,
  standIns: { readonly [policy: string]: StandIn },
  profile: ClusterProfile,
): HeldTags {
  const namings = namingsOf(policies, facts, standIns);

  /** The labels by which it is taken for others, each as `app=API`, with the policy. */
  function oddLabels({ namespace, labels }: Bearer): { readonly label: string; readonly policy: string }[] {
    const found: { readonly label: string; readonly policy: string }[] = [];
    for (const naming of namings) {
      if (naming.namespaces.indexOf(namespace) < 0) continue;
      for (const key of Object.keys(labels)) {
        if (isTaken(profile, naming, key, labels[key])) {
          found.push({ label: key + '=' + labels[key], policy: naming.policy });
        }
      }
    }
    return found;
  }
  return {
    isOdd(identity) {
      return namings.length > 0 && identity.bearers.some((bearer) => oddLabels(bearer).length > 0);
    },
    notJudged(identities) {
      const texts: string[] = [];
      for (const identity of namings.length === 0 ? [] : identities) {
        for (const bearer of identity.bearers) {
          for (const { label, policy } of oddLabels(bearer)) {
            const whose = label + ' in ' + bearer.namespace + onHost(identity);
            texts.push('connections of ' + whose + ', whose tag ' + policy + ' names for another label');
          }
        }
      }
      return sortedUnique(texts);
    },
  };
}

/** A node is not judged with the pods on it. */
function onHost({ kind, name }: Identity): string {
  return kind === 'node' || kind === 'outside' ? ' and of ' + (kind === 'node' ? 'node ' : '') + name : '';
}

function namingsOf(
  policies: readonly PolicyFacts[],
  facts: Pick<ClusterFacts, 'podKinds' | 'services'>,
  standIns: { readonly [policy: string]: StandIn },
): Naming[] {
  const namings: Naming[] = [];
  for (const policy of policies) {
    const name = policy.id.namespace + '/' + policy.id.name;
    if (!hasKey(standIns, name) || standIns[name].instead !== 'held') continue;
    for (const { namespaces, selector } of peersOf(policy)) {
      for (const key of sortedUnique(selector.map((requirement) => requirement.key))) {
        const requirements = selector.filter((requirement) => requirement.key === key);
        let values: readonly string[] = [];
        for (const requirement of requirements) {
          values = values.concat(requirement.values);
          if (requirement.operator !== 'In') values = values.concat(valuesOf(policies, facts, namespaces, key));
        }
        namings.push({ policy: name, namespaces, key, requirements, values: sortedUnique(values) });
      }
    }
  }
  return namings;
}

/** The pods that the policy selects or lets through. */
function peersOf(policy: PolicyFacts): readonly PodPeer[] {
  let peers: readonly PodPeer[] = [policy.subject];
  for (const entry of policy.entries) peers = peers.concat(entry.pods);
  return peers;
}

/** The values of a key that pods of the namespaces have, or that policies and Services name for them. */
function valuesOf(
  policies: readonly PolicyFacts[],
  facts: Pick<ClusterFacts, 'podKinds' | 'services'>,
  namespaces: readonly string[],
  key: string,
): string[] {
  let values: string[] = [];
  function isMeant(namespace: string): boolean {
    return namespaces.indexOf(namespace) >= 0;
  }
  function add(selector: LabelSelector): void {
    for (const requirement of selector) if (requirement.key === key) values = values.concat(requirement.values);
  }
  for (const pod of facts.podKinds) {
    if (isMeant(pod.namespace) && hasKey(pod.labels, key)) values.push(pod.labels[key]);
  }
  for (const policy of policies) {
    for (const peer of peersOf(policy)) if (peer.namespaces.some(isMeant)) add(peer.selector);
  }
  for (const service of facts.services) if (isMeant(service.namespace) && service.selector) add(service.selector);
  return sortedUnique(values);
}

/** Whether a label makes the tag of another one that is meant in another way; or is named, and makes none. */
function isTaken(
  profile: ClusterProfile,
  { namespaces, key, requirements, values }: Naming,
  otherKey: string,
  otherValue: string,
): boolean {
  const tag = tagText(profile, otherKey, otherValue);
  function isMeant(value: string): boolean {
    return selectorHolds(requirements, { [key]: value });
  }
  if (otherKey === key && values.indexOf(otherValue) >= 0) {
    if (otherValue === '' || namespaces.some((name) => isTooLong(profile, name, tag))) return true;
  }
  return values.some(
    (value) => tagText(profile, key, value) === tag && (otherKey !== key || isMeant(value) !== isMeant(otherValue)),
  );
}

function isTooLong(profile: ClusterProfile, namespace: string, tag: string): boolean {
  return namespaceTag(profile, namespace).length + 1 + tag.length > MAX_TAG;
}

function tagText(profile: ClusterProfile, key: string, value: string): string {
  return (tagKey(profile, key) + '.' + value).toLowerCase();
}
