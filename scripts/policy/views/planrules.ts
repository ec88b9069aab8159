import { hasKey } from '../text/canonical';
import type { RuleEntry, Rulebase } from '../panos/entry';
import { renamesOf } from '../plan/renames';
import type { DeviceGroupState, Operation, Plan, StateRule } from '../plan/types';
import { differenceCells } from './differencecells';
import { RULE_FIELDS } from './rulebase';
import { tableOf, type Cell, type Column, type Table } from './table';

/** What becomes of the rules of a plan, as people read rules: with all that they match and do, before and after. */

/** A plan, with what it is about. */
export interface PlannedRules {
  readonly plan: Plan;
  readonly state: DeviceGroupState;
  /** As it will stand in Panorama. */
  readonly rulebase: Rulebase;
  /** Which policies and entries a rule comes from, by its name; for people. */
  readonly behind: { readonly [rule: string]: Cell };
}

interface WholeRule {
  readonly entry: RuleEntry;
  readonly behind: Cell;
}

const WHOLE_COLUMNS: readonly Column<WholeRule>[] = [
  { heading: 'Rule', cell: ({ entry }) => entry.name },
  ...RULE_FIELDS.map((field): Column<WholeRule> => ({
    ...field,
    cell: ({ entry }, index) => field.cell(entry, index),
  })),
  { heading: 'Behind it', cell: (rule) => rule.behind, unlessAll: '' },
];

interface FieldChange {
  readonly rule: string;
  readonly field: string;
  readonly before: Cell;
  readonly after: Cell;
  readonly behind: Cell;
}

const CHANGE_COLUMNS: readonly Column<FieldChange>[] = [
  { heading: 'Rule', cell: (change) => change.rule },
  { heading: 'Field', cell: (change) => change.field },
  { heading: 'Before', cell: (change) => change.before },
  { heading: 'After', cell: (change) => change.after },
  { heading: 'Behind it', cell: (change) => change.behind, unlessAll: '' },
];

interface Move {
  readonly rule: string;
  readonly before: string;
  readonly after: string;
}

const MOVE_COLUMNS: readonly Column<Move>[] = [
  { heading: 'Rule', cell: (move) => move.rule },
  { heading: 'Was', cell: (move) => move.before },
  { heading: 'Will be', cell: (move) => move.after },
];

const RENAME_COLUMNS: readonly Column<{ readonly from: string; readonly to: string }>[] = [
  { heading: 'Before', cell: (rename) => rename.from },
  { heading: 'After', cell: (rename) => rename.to },
];

/** New, changed, deleted, moved and renamed rules, each kind with its count; kinds that there are none of are left out. */
export function planRulesTables(planned: PlannedRules): Table[] {
  const { operations } = planned.plan;
  const renames = renamesOf(operations);
  const isRenamed: { [name: string]: true } = {};
  for (const { from, to } of renames) isRenamed[from] = isRenamed[to] = true;
  const old = byName(planned.state.rules);
  const now = byName(planned.rulebase.rules);
  const named = (op: Operation['op'], order: readonly { readonly name: string }[]): string[] => {
    const names: { [name: string]: true } = {};
    for (const one of operations) if (one.kind === 'rule' && one.op === op) names[one.name] = true;
    return order.map(({ name }) => name).filter((name) => hasKey(names, name) && !hasKey(isRenamed, name));
  };
  const whole = (entry: RuleEntry): WholeRule => ({ entry, behind: behindOf(planned, entry) });
  const created = named('create', planned.rulebase.rules);
  const replaced = named('replace', planned.rulebase.rules);
  const moved = named('move', planned.rulebase.rules).filter((name) => created.indexOf(name) < 0);
  const deleted = named('delete', planned.state.rules);
  const entries: RuleEntry[] = [];
  const unreadable: string[] = [];
  for (const name of deleted) {
    const { entry } = old[name];
    if (entry === undefined) unreadable.push(name);
    else entries.push(entry);
  }
  return [
    tableOf(
      counted('New rules', created),
      WHOLE_COLUMNS,
      created.map((name) => whole(now[name])),
    ),
    tableOf(
      counted('Changed rules', replaced),
      CHANGE_COLUMNS,
      flattened(replaced.map((name) => fieldChanges(planned, old[name], now[name]))),
    ),
    tableOf(counted('Deleted rules', entries), WHOLE_COLUMNS, entries.map(whole)),
    unreadableTable(unreadable),
    tableOf(
      counted('Moved rules', moved),
      MOVE_COLUMNS,
      moved.map((name) => ({
        rule: name,
        before: placeOf(planned.state.rules, name),
        after: placeOf(planned.rulebase.rules, name),
      })),
    ),
    tableOf(counted('Renamed rules', renames), RENAME_COLUMNS, renames),
  ].filter((table) => table.rows.length > 0);
}

function counted(title: string, list: readonly unknown[]): string {
  return title + ' (' + String(list.length) + ')';
}

function byName<T extends { readonly name: string }>(rules: readonly T[]): { readonly [name: string]: T } {
  const found: { [name: string]: T } = {};
  for (const rule of rules) found[rule.name] = rule;
  return found;
}

/** The entries, or what the rule says of itself where no policy's entry is behind it any more. */
function behindOf({ behind }: PlannedRules, entry: RuleEntry): Cell {
  return hasKey(behind, entry.name) ? behind[entry.name] : entry.description;
}

function fieldChanges(planned: PlannedRules, old: StateRule, now: RuleEntry): FieldChange[] {
  const found: FieldChange[] = [];
  const behind = behindOf(planned, now);
  const add = (field: string, before: Cell, after: Cell): void => {
    found.push({ rule: now.name, field, before, after, behind });
  };
  if (old.disabled) add('Enabled', 'no, disabled by hand', 'yes');
  if (old.entry === undefined) {
    add('All', 'has settings that this pack never writes: somebody changed it by hand', 'as the policies say');
    return found;
  }
  for (const { heading, cell } of FIELDS) {
    const cells = differenceCells(cell(old.entry, 0), cell(now, 0));
    if (cells !== undefined) add(heading, cells[0], cells[1]);
  }
  return found;
}

const FIELDS: readonly Column<RuleEntry>[] = RULE_FIELDS.concat([
  { heading: 'Tags', cell: (rule) => rule.tags },
  { heading: 'Group tag', cell: (rule) => rule.groupTag },
  { heading: 'Description', cell: (rule) => rule.description },
]);

function unreadableTable(names: readonly string[]): Table {
  return tableOf(
    counted('Deleted rules that somebody changed by hand', names),
    [{ heading: 'Rule', cell: (name) => name }],
    names,
  );
}

/** Between which rules it stands. */
function placeOf(rules: readonly { readonly name: string }[], name: string): string {
  const position = rules.map((rule) => rule.name).indexOf(name);
  const above = position > 0 ? 'below ' + rules[position - 1].name : 'at the top';
  return position + 1 < rules.length ? above + ', above ' + rules[position + 1].name : above + ', at the bottom';
}

function flattened<T>(lists: readonly (readonly T[])[]): T[] {
  let all: readonly T[] = [];
  for (const list of lists) all = all.concat(list);
  return all.slice();
}
