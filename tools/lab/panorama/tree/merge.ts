import type { Journal } from './journal';
import { ConfigNode } from './node';

/** The other branches of a choice that `tag` belongs to, below `parent` (`static` against `dynamic`). */
export type Rivals = (parent: ConfigNode, tag: string) => readonly string[];

/**
 * `action=set`: merges one node into a parent. Entries of the same name are merged, members are added, leaves replaced;
 * nothing is ever removed but the other branches of a choice (source: pan-python documentation; the choice: inferred).
 */
export function mergeChild(parent: ConfigNode, incoming: ConfigNode, journal: Journal, rivals: Rivals): void {
  for (const tag of rivals(parent, incoming.tag)) {
    const rival = parent.child(tag);
    // Both branches in one request are a contradiction, which the check of the entry reports.
    if (rival !== undefined && !journal.touched.has(rival)) journal.remove(rival);
  }
  if (incoming.tag === 'member') {
    if (!parent.children.some((child) => child.tag === 'member' && child.text === incoming.text)) {
      journal.insert(parent, incoming);
    }
    return;
  }
  const existing = parent.child(incoming.tag, incoming.name);
  if (existing === undefined) {
    journal.insert(parent, emptyCopy(incoming));
    const created = parent.children[parent.children.length - 1];
    if (created !== undefined) mergeAll(created, incoming.children, journal, rivals);
    return;
  }
  if (incoming.uuid !== undefined) journal.setUuid(existing, incoming.uuid);
  if (incoming.children.length > 0) mergeAll(existing, incoming.children, journal, rivals);
  else if (existing.children.length === 0) journal.setText(existing, incoming.text);
}

function mergeAll(target: ConfigNode, children: readonly ConfigNode[], journal: Journal, rivals: Rivals): void {
  if (children.every((child) => child.tag === 'member')) mergeMembers(target, children, journal);
  else for (const child of [...children]) mergeChild(target, child, journal, rivals);
}

/** Members of long lists are compared through a set, not one by one. */
function mergeMembers(target: ConfigNode, members: readonly ConfigNode[], journal: Journal): void {
  const present = new Set(target.childrenOf('member').map((member) => member.text));
  for (const member of members) {
    if (present.has(member.text)) continue;
    present.add(member.text);
    journal.insert(target, new ConfigNode('member', undefined, undefined, member.text));
  }
}

function emptyCopy(node: ConfigNode): ConfigNode {
  return new ConfigNode(node.tag, node.name, node.uuid, node.text);
}
