import { hasKey, sortedKeys } from '../../policy/text/canonical';
import { AUDIT_TAG } from '../../policy/plan/audit';
import { clusterTags, tagEntries } from '../../policy/panos/ownership';
import type { ClusterProfile } from '../../policy/profile/types';
import { childNodes, childTags, membersOf, nodeText } from '../api/nodes';
import type { JsonNode } from '../api/port';

/** What belongs to one cluster (docs/applying.md, "What is managed"). */

/**
 * The names of one cluster's rules and objects all start so.
 *
 * @example namePrefix(profile) //=> 'shop.', for the cluster `shop`
 */
function namePrefix(profile: ClusterProfile): string {
  return profile.cluster + '.';
}

/** Whether a name is of the kind that this cluster gives: the name alone makes nothing ours, the tags do. */
export function hasClusterPrefix(profile: ClusterProfile, name: string): boolean {
  return name.indexOf(namePrefix(profile)) === 0;
}

/** Whether an entry carries both our tags, without which nothing is changed or deleted. */
export function isOwnedByCluster(profile: ClusterProfile, node: JsonNode): boolean {
  const tags = membersOf(node, 'tag');
  return clusterTags(profile).every((tag) => tags.indexOf(tag) >= 0);
}

/** PAN-OS takes tags that differ only in case for the same (vendor, "Policy Object: Tags"). */
export function isTagOfCluster(profile: ClusterProfile, name: string): boolean {
  const names = [AUDIT_TAG].concat(tagEntries(profile).map((tag) => tag.name));
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

/** The names of ours that entries name which are not ours. */
export interface ForeignUses {
  add(node: JsonNode, paths: readonly MemberPath[]): void;
  /** Every text in a node, where it is not known which of them are names. */
  addTexts(node: JsonNode): void;
  addNames(names: readonly string[]): void;
  has(name: string): boolean;
  /** All of them, sorted. */
  names(): string[];
}

/** A tag whose members are names, or a tag in a tag. */
export type MemberPath = (node: JsonNode) => readonly string[];

/** Collects the names that rules and objects of others use, so that nothing is deleted under their feet. */
export function createForeignUses(): ForeignUses {
  const used: { [key: string]: true } = {};

  function addTexts(node: JsonNode): void {
    const text = nodeText(node);
    if (text !== '') used['=' + text] = true;
    for (const tag of childTags(node)) {
      for (const child of childNodes(node, tag)) addTexts(child);
    }
  }

  return {
    addTexts,
    add(node, paths) {
      for (const path of paths) {
        for (const name of path(node)) used['=' + name] = true;
      }
    },
    addNames(names) {
      for (const name of names) used['=' + name] = true;
    },
    has(name) {
      return hasKey(used, '=' + name);
    },
    names() {
      return sortedKeys(used).map((key) => key.slice(1));
    },
  };
}

function membersAt(tag: string): MemberPath {
  return function (node) {
    return membersOf(node, tag);
  };
}

/** Where a security rule names addresses and services. */
export const RULE_PATHS = [membersAt('source'), membersAt('destination'), membersAt('service')];

/** Where a group names its members: `static` of address groups, `members` of service groups. */
export const GROUP_PATHS = [membersAt('static'), membersAt('members')];

/** What stands beside the managed block and must stay as it is. */
export interface ForeignEntry {
  /** For people: `rule corporate-dns`, `address-group web`. */
  readonly label: string;
  readonly text: string;
}
