import { hasKey, sortedKeys } from '../policy/text/canonical';
import { shortUuid } from '../policy/plan/byhand';
import type { DeviceGroupState, RuleNames } from '../policy/plan/types';
import type { Rulebase } from '../policy/panos/entry';
import type { Host } from '../xsoar/host';
import { dropStored, readStoredText, writeStoredText } from './store';

/**
 * Under which names runs saw the cluster's rules, by uuid: a rule that a person renames is known again, and its copies
 * are not taken for it. It is a help and no more: without it, rules are known by their tags and what they say.
 */

/** Lines `<uuid> <name>`; whatever else somebody wrote there says nothing. */
const LINE = /^([0-9a-f-]{8,13}) (.+)$/;

/** What earlier runs saw. */
export function readRuleNames(host: Host, cluster: string): RuleNames {
  const names: { [uuid: string]: string } = {};
  for (const line of readStoredText(host, cluster, 'rules').split('\n')) {
    const match = LINE.exec(line);
    if (match !== null) names[match[1]] = match[2];
  }
  return names;
}

/** Notes the rules that stand under their compiled names; of those that do not, what was seen before stays. */
export function rememberRuleNames(host: Host, rulebase: Rulebase, state: DeviceGroupState): void {
  const { cluster } = rulebase;
  const before = readRuleNames(host, cluster);
  const compiled: { [name: string]: true } = {};
  for (const { name } of rulebase.rules) compiled[name] = true;
  const names: { [uuid: string]: string } = {};
  for (const { owned, uuid, name } of state.rules) {
    const key = shortUuid(uuid);
    if (!owned || key === '') continue;
    if (hasKey(before, key)) names[key] = before[key];
    else if (hasKey(compiled, name)) names[key] = name;
  }
  const text = textOf(names);
  if (text === textOf(before)) return;
  if (!writeStoredText(host, cluster, 'rules', text)) dropStored(host, cluster, 'rules');
}

function textOf(names: RuleNames): string {
  return sortedKeys(names)
    .map((uuid) => uuid + ' ' + names[uuid])
    .join('\n');
}
