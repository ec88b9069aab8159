import { hasKey } from '../text/canonical';
import { isSameData } from '../text/same';
import type { Rulebase, RuleEntry } from '../panos/entry';
import { markOf, shortUuid } from './rulenotes';
import type { DeviceGroupState, RuleNotes } from './types';

/** Names of managed rules that somebody edited in Panorama since a run wrote them. */
export interface HandEdits {
  readonly what: 'changed' | 'deleted';
  readonly rules: readonly string[];
}

/**
 * Tells edits by people from changes of policies, as far as notes say what rules were. What is disabled, or has settings
 * that are never made here, is told without notes, and not here.
 */
export function handEdits(desired: Rulebase, state: DeviceGroupState, { names, marks }: RuleNotes): HandEdits[] {
  const compiled: { [name: string]: RuleEntry } = {};
  for (const rule of desired.rules) compiled[rule.name] = rule;
  const stands: { [name: string]: true } = {};
  const uuids: { [uuid: string]: true } = {};
  const changed: string[] = [];
  for (const { owned, name, uuid, entry, disabled } of state.rules) {
    const key = shortUuid(uuid);
    stands[name] = true;
    uuids[key] = true;
    if (!owned || disabled || entry === undefined || !hasKey(compiled, name) || !hasKey(marks, key)) continue;
    if (!isSameData(entry, compiled[name]) && markOf(entry) !== marks[key]) changed.push(name);
  }
  const deleted: string[] = [];
  for (const uuid of Object.keys(names)) {
    const name = names[uuid];
    if (!hasKey(uuids, uuid) && hasKey(compiled, name) && !hasKey(stands, name)) deleted.push(name);
  }
  const found: HandEdits[] = [
    { what: 'changed', rules: changed },
    { what: 'deleted', rules: deleted.sort() },
  ];
  return found.filter(({ rules }) => rules.length > 0);
}
