import { canonicalJson, hasKey, sortedKeys } from '../policy/text/canonical';
import type { Rulebase, RuleEntry } from '../policy/panos/entry';
import { hasNotes, markOf, shortUuid } from '../policy/plan/rulenotes';
import type { DeviceGroupState, Operation, RuleNotes } from '../policy/plan/types';
import type { Host } from '../xsoar/host';
import { recall } from './memory';
import { dropStored, readStoredText, writeStoredText } from './store';

/**
 * Under which names runs saw the cluster's rules, by uuid, and what these said: a rule that a person renames is known
 * again, its copies are not taken for it, and edits are told from changes of policies. It is a help and no more: without
 * it, rules are known by their tags and what they say.
 */

/** Lines `<uuid> <mark> <name>`, `-` for no mark, `+` for no uuid; whatever else somebody wrote there says nothing. */
const LINE = /^([0-9a-f-]{8,13}|\+) ([0-9a-z]{1,8}|-) (.+)$/;

/** Marks that one run makes: an old engine takes a millisecond or more for each. */
const MOST_MARKS = 300;

interface Notes extends RuleNotes {
  readonly names: { [uuid: string]: string };
  readonly marks: { [uuid: string]: string };
  readonly written: string[];
}

/** What earlier runs noted. */
export function readRuleNotes(host: Host, cluster: string): Notes {
  const notes: Notes = { names: {}, marks: {}, written: [] };
  for (const line of readStoredText(host, cluster, 'rules').split('\n')) {
    const match = LINE.exec(line);
    if (match === null) continue;
    const [, uuid, mark, name] = match;
    if (uuid === '+') notes.written.push(name);
    else {
      notes.names[uuid] = name;
      if (mark !== '-') notes.marks[uuid] = mark;
    }
  }
  return notes;
}

/**
 * Notes the rules that stand under their compiled names; of those that do not, what was seen before stays. While a run is
 * not over, nothing is noted: what it wrote may be taken back.
 */
export function rememberRules(host: Host, rulebase: Rulebase, state: DeviceGroupState): void {
  const { cluster } = rulebase;
  if (recall(host, cluster, 'run') !== undefined) return;
  const before = readRuleNotes(host, cluster);
  const isFirst = !hasNotes(before);
  const compiled: { [name: string]: RuleEntry } = {};
  for (const rule of rulebase.rules) compiled[rule.name] = rule;
  const notes: Notes = { names: {}, marks: {}, written: [] };
  const stands: { [name: string]: true } = {};
  let marks = 0;
  for (const { owned, uuid, name, entry, disabled } of state.rules) {
    const key = shortUuid(uuid);
    stands[name] = true;
    if (!owned || key === '') continue;
    if (hasKey(before.names, key)) notes.names[key] = before.names[key];
    else if (isFirst || hasKey(compiled, name)) notes.names[key] = name;
    else continue;
    if (hasKey(before.marks, key)) notes.marks[key] = before.marks[key];
    else if (marks < MOST_MARKS && entry !== undefined && !disabled && hasKey(compiled, name)) {
      if (canonicalJson(entry) !== canonicalJson(compiled[name])) continue;
      notes.marks[key] = markOf(entry);
      marks++;
    }
  }
  // What somebody deleted is told until it is made again.
  for (const uuid of Object.keys(before.names)) {
    const name = before.names[uuid];
    if (!hasKey(notes.names, uuid) && hasKey(compiled, name) && !hasKey(stands, name)) notes.names[uuid] = name;
  }
  const seen: { [name: string]: true } = {};
  for (const uuid of Object.keys(notes.names)) seen[notes.names[uuid]] = true;
  for (const name of before.written) if (hasKey(stands, name) && !hasKey(seen, name)) notes.written.push(name);
  keep(host, cluster, before, notes);
}

/** Before a run writes: what it changes is no longer as it was noted, and what it makes is not made by a person. */
export function noteWriting(host: Host, cluster: string, operations: readonly Operation[]): void {
  const before = readRuleNotes(host, cluster);
  if (!hasNotes(before) && before.written.length === 0) return;
  const changed: { [name: string]: Operation['op'] } = {};
  for (const { op, kind, name } of operations) if (kind === 'rule' && op !== 'move') changed[name] = op;
  const notes: Notes = { names: {}, marks: {}, written: before.written.slice() };
  const written: { [name: string]: true } = {};
  for (const name of before.written) written[name] = true;
  for (const uuid of Object.keys(before.names)) {
    const name = before.names[uuid];
    if (hasKey(changed, name) && changed[name] === 'delete') continue;
    notes.names[uuid] = name;
    if (!hasKey(changed, name) && hasKey(before.marks, uuid)) notes.marks[uuid] = before.marks[uuid];
  }
  for (const name of Object.keys(changed)) {
    if (changed[name] === 'create' && !hasKey(written, name)) notes.written.push(name);
  }
  keep(host, cluster, before, notes);
}

function keep(host: Host, cluster: string, before: RuleNotes, notes: RuleNotes): void {
  const text = textOf(notes);
  if (text === textOf(before)) return;
  if (!writeStoredText(host, cluster, 'rules', text)) dropStored(host, cluster, 'rules');
}

function textOf({ names, marks, written }: RuleNotes): string {
  return sortedKeys(names)
    .map((uuid) => uuid + ' ' + (hasKey(marks, uuid) ? marks[uuid] : '-') + ' ' + names[uuid])
    .concat(written.map((name) => '+ - ' + name))
    .join('\n');
}
