import { canonicalJson, hasKey } from '../text/canonical';
import type { RuleEntry } from '../panos/entry';
import type { Operation } from './types';

/**
 * Rules that come back under another name. The `pan-os` command of the integration has no argument for a new name
 * (docs/pan-os-integration.md), so a rule is renamed by one that is made and one that is deleted, and its hit count
 * starts anew. People see it as what it is: nothing else is allowed or denied.
 */
export interface Rename {
  readonly from: string;
  readonly to: string;
}

/**
 * The rules that an earlier version of this program named in another way: one is deleted and one created, which say the
 * same for an entry of the same policy; only the keys of entries may differ.
 */
export function renamesOf(operations: readonly Operation[]): Rename[] {
  const deleted: { [content: string]: string[] } = {};
  for (const operation of operations) {
    if (operation.op !== 'delete' || operation.before === undefined || operation.before.kind !== 'rule') continue;
    const content = contentOf(operation.before);
    if (content === undefined) continue;
    if (!hasKey(deleted, content)) deleted[content] = [];
    deleted[content].push(operation.name);
  }
  const renames: Rename[] = [];
  // Most plans of many rules only create.
  if (Object.keys(deleted).length === 0) return renames;
  const used: { [content: string]: number } = {};
  for (const operation of operations) {
    if (operation.op !== 'create' || operation.after.kind !== 'rule') continue;
    const content = contentOf(operation.after);
    if (content === undefined || !hasKey(deleted, content)) continue;
    const position = hasKey(used, content) ? used[content] : 0;
    if (position >= deleted[content].length) continue;
    used[content] = position + 1;
    renames.push({ from: deleted[content][position], to: operation.name });
  }
  return renames;
}

const ENTRY_KEY = / entry [0-9a-z-]+/g;

/** All of a rule but its name and the keys in its description; undefined for rules that belong to no policy's entry. */
function contentOf(rule: RuleEntry): string | undefined {
  const description = rule.description.replace(ENTRY_KEY, ' entry');
  return description === rule.description ? undefined : canonicalJson({ ...rule, name: '', description });
}
