import type { ClusterProfile } from '../../profile/types';
import { hasKey, sortedUnique } from '../../text/canonical';
import type { PodPeer, PolicyFacts } from '../read/policies';
import { tagKey } from '../rules/tagmodel';
import type { StandIn } from '../types';
import type { Identity } from './identities';

/**
 * Tags that held policies name, whose rules stay as they are until somebody decides. Whoever bears such a tag by another
 * label is taken for one of the pods that are meant: what is said of these connections is not judged.
 */
export interface HeldTags {
  isOdd(identity: Identity): boolean;
  /** What is not judged because of them, in words. */
  notJudged(identities: readonly Identity[]): string[];
}

/** By namespace and the text of the tag behind it: the labels that are meant, and the policies that name them. */
interface Meant {
  readonly [tag: string]: { readonly labels: string[]; readonly policies: string[] };
}

/** Of the policies that are held. */
export function readHeld(
  policies: readonly PolicyFacts[],
  standIns: { readonly [policy: string]: StandIn },
  profile: ClusterProfile,
): HeldTags {
  const meant = meantTags(policies, standIns, profile);
  function odd(identity: Identity): { readonly label: string; readonly policies: readonly string[] }[] {
    const found: { readonly label: string; readonly policies: readonly string[] }[] = [];
    for (const key of Object.keys(identity.labels)) {
      const tag = tagOf(profile, identity.namespace, key, identity.labels[key]);
      const label = key + '=' + identity.labels[key];
      if (hasKey(meant, tag) && meant[tag].labels.indexOf(label) < 0)
        found.push({ label, policies: meant[tag].policies });
    }
    return found;
  }
  return {
    isOdd(identity) {
      return odd(identity).length > 0;
    },
    notJudged(identities) {
      const texts: string[] = [];
      for (const identity of identities) {
        for (const { label, policies: names } of odd(identity)) {
          const whose = sortedUnique(names).join(', ');
          texts.push(
            'connections of ' +
              label +
              ' in ' +
              identity.namespace +
              ', whose tag ' +
              whose +
              ' names for another label',
          );
        }
      }
      return sortedUnique(texts);
    },
  };
}

function meantTags(
  policies: readonly PolicyFacts[],
  standIns: { readonly [policy: string]: StandIn },
  profile: ClusterProfile,
): Meant {
  const meant: { [tag: string]: { readonly labels: string[]; readonly policies: string[] } } = {};
  for (const policy of policies) {
    const name = policy.id.namespace + '/' + policy.id.name;
    if (!hasKey(standIns, name) || standIns[name].instead !== 'held') continue;
    let peers: readonly PodPeer[] = [policy.subject];
    for (const entry of policy.entries) peers = peers.concat(entry.pods);
    for (const { namespaces, selector } of peers) {
      for (const { key, values } of selector) {
        for (const value of values) {
          for (const namespace of namespaces) {
            const tag = tagOf(profile, namespace, key, value);
            if (!hasKey(meant, tag)) meant[tag] = { labels: [], policies: [] };
            meant[tag].labels.push(key + '=' + value);
            meant[tag].policies.push(name);
          }
        }
      }
    }
  }
  return meant;
}

function tagOf(profile: ClusterProfile, namespace: string, key: string, value: string): string {
  return namespace + ' ' + (tagKey(profile, key) + '.' + value).toLowerCase();
}
