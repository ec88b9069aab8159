import { canonicalJson, hasKey, sortedKeys } from '../canonical';
import type { ConfigEntry } from '../panos/entry';
import { externalRules } from '../plan/external';
import { countOperations } from '../plan/guardrails';
import type { ApprovalReason, EntryKind, Operation, Plan, RuleList, RulePosition, Situation } from '../plan/types';
import type { ClusterProfile } from '../profile/types';
import { tableOf, type Cell, type Column, type Table } from './table';

/** One entry of a plan: what becomes of it in the end, whatever the steps on the way. */
interface EntryChange {
  readonly kind: EntryKind;
  readonly name: string;
  readonly what: 'create' | 'change' | 'move' | 'delete';
  readonly before: ConfigEntry | undefined;
  readonly after: ConfigEntry | undefined;
  readonly to: RulePosition | undefined;
}

interface ChangeRow {
  readonly change: EntryChange;
  readonly field: string;
  readonly before: Cell;
  readonly after: Cell;
}

const CHANGE_COLUMNS: readonly Column<ChangeRow>[] = [
  { heading: 'What', cell: (row) => row.change.what },
  { heading: 'Kind', cell: (row) => KIND_WORDS[row.change.kind] },
  { heading: 'Name', cell: (row) => row.change.name },
  { heading: 'Field', cell: (row) => row.field, unlessAll: '' },
  { heading: 'Before', cell: (row) => row.before, unlessAll: '' },
  { heading: 'After', cell: (row) => row.after, unlessAll: '' },
];

const KIND_WORDS: { readonly [kind in EntryKind]: string } = {
  tag: 'tag',
  'address-group': 'address group',
  service: 'service',
  rule: 'rule',
};

const SITUATION_COLUMNS: readonly Column<Situation>[] = [
  { heading: 'Situation', cell: situationText },
  { heading: 'Answer', cell: answerText },
];

interface Approval {
  readonly reason: ApprovalReason;
  readonly found: Cell;
  readonly limit: Cell;
}

const APPROVAL_COLUMNS: readonly Column<Approval>[] = [
  { heading: 'Why', cell: (approval) => approvalText(approval.reason) },
  { heading: 'Found', cell: (approval) => approval.found, unlessAll: '' },
  { heading: 'Without approval', cell: (approval) => approval.limit, unlessAll: '' },
];

const REASON_WORDS: { readonly [reason in ApprovalReason]: string } = {
  always: 'This cluster profile asks for approval of every plan.',
  'many-changes': 'Many entries are created, changed or deleted.',
  'many-deletes': 'Many rules are deleted.',
  'large-deleted-share': 'A large share of the rules is deleted.',
  'many-moves': 'Many rules are moved.',
  'external-address': 'Rules allow connections with external networks.',
  'empties-block': 'No rule of the cluster is left.',
  'first-enforce': 'Isolation is enforced for the first time: connections will be denied.',
  preceded: 'Rules of others decide before the managed ones.',
  'audit-opens': 'Under audit, the managed rules allow what rules of others would deny after them.',
};

/** Why a human must approve, in a sentence. */
export function approvalText(reason: ApprovalReason): string {
  return REASON_WORDS[reason];
}

/** What becomes of each rule and object; one row for each field that changes, with its old and its new value. */
export function planChangesTable(plan: Plan): Table {
  const rows: ChangeRow[] = [];
  for (const change of entryChanges(plan.operations)) {
    if (change.what !== 'change') rows.push({ change: change, field: '', before: '', after: placeText(change.to) });
    else for (const row of fieldRows(change)) rows.push(row);
  }
  return tableOf('Changes', CHANGE_COLUMNS, rows);
}

/** What was found in Panorama that is not as the last run left it. */
export function planSituationsTable(plan: Plan): Table {
  return tableOf('Situations', SITUATION_COLUMNS, plan.situations);
}

/** Why a human must approve the plan, with what was found and how much the profile allows without. */
export function planApprovalsTable(plan: Plan, rails: ClusterProfile['guardRails']): Table {
  const counts = countOperations(plan.operations);
  const changes = counts.created + counts.changed + counts.deleted;
  const found: { readonly [reason in ApprovalReason]: readonly [Cell, Cell] } = {
    always: ['', ''],
    'many-changes': [String(changes), String(rails.maxChanges)],
    'many-deletes': [String(counts.deletedRules), String(rails.maxDeletes)],
    'large-deleted-share': [String(counts.deletedRules), String(Math.round(rails.maxDeletedShare * 100)) + ' %'],
    'many-moves': [String(counts.moved), String(rails.maxMoves)],
    'external-address': [externalRules(plan.operations, rails.approveExternal), ''],
    'empties-block': ['', ''],
    'first-enforce': ['', ''],
    preceded: [rulesOf(plan.situations, 'preceded'), ''],
    'audit-opens': [rulesOf(plan.situations, 'audit-opens'), ''],
  };
  const approvals = plan.approvals.map(function (reason): Approval {
    return { reason: reason, found: found[reason][0], limit: found[reason][1] };
  });
  return tableOf('Approval', APPROVAL_COLUMNS, approvals);
}

function rulesOf(situations: readonly Situation[], kind: 'preceded' | 'audit-opens'): Cell {
  for (const situation of situations) {
    if (situation.kind === kind) return namedRules(situation);
  }
  return '';
}

function namedRules(list: RuleList): readonly string[] {
  const more = list.count - list.rules.length;
  return more === 0 ? list.rules : list.rules.concat(['and ' + String(more) + ' more']);
}

function entryChanges(operations: readonly Operation[]): EntryChange[] {
  const index: { [key: string]: number } = {};
  const changes: EntryChange[] = [];
  for (const operation of operations) {
    const key = operation.kind + ' ' + operation.name;
    if (hasKey(index, key)) changes[index[key]] = joined(changes[index[key]], operation);
    else {
      index[key] = changes.length;
      changes.push(changeOf(operation));
    }
  }
  return changes;
}

function changeOf(operation: Operation): EntryChange {
  const named = { kind: operation.kind, name: operation.name, before: undefined, after: undefined, to: undefined };
  switch (operation.op) {
    case 'create':
      return { ...named, what: 'create', after: operation.after };
    case 'replace':
      return { ...named, what: 'change', before: operation.before, after: operation.after };
    case 'move':
      return { ...named, what: 'move', to: operation.to };
    case 'delete':
      return { ...named, what: 'delete', before: operation.before };
  }
}

function joined(change: EntryChange, operation: Operation): EntryChange {
  switch (operation.op) {
    case 'create':
    case 'delete':
      return changeOf(operation);
    case 'replace':
      if (change.what === 'change') return { ...change, after: operation.after };
      return { ...changeOf(operation), to: change.to };
    case 'move':
      return { ...change, to: operation.to };
  }
}

function fieldRows(change: EntryChange): ChangeRow[] {
  const rows: ChangeRow[] = [];
  const before = (change.before || {}) as { readonly [field: string]: unknown };
  const after = (change.after || {}) as { readonly [field: string]: unknown };
  if (change.before === undefined) {
    rows.push({ change: change, field: 'all', before: 'changed by hand', after: 'as compiled' });
  } else {
    for (const field of sortedKeys({ ...before, ...after })) {
      if (canonicalJson(before[field]) === canonicalJson(after[field])) continue;
      const values = valueCells(before[field], after[field]);
      rows.push({ change: change, field: field, before: values[0], after: values[1] });
    }
  }
  if (change.to) rows.push({ change: change, field: 'position', before: '', after: placeText(change.to) });
  return rows;
}

/** Old and new value. Of lists only what differs: a group may have two thousand members. */
function valueCells(before: unknown, after: unknown): [Cell, Cell] {
  const old = memberTexts(before);
  const now = memberTexts(after);
  if (!old || !now) return [valueText(before), valueText(after)];
  const kept = old.filter((member) => now.indexOf(member) >= 0);
  const others = kept.length > 0 ? ['(' + String(kept.length) + ' unchanged)'] : [];
  return [
    old.filter((member) => kept.indexOf(member) < 0).concat(others),
    now.filter((member) => kept.indexOf(member) < 0).concat(others),
  ];
}

function memberTexts(value: unknown): readonly string[] | undefined {
  if (Array.isArray(value)) return value.map(String);
  const match = value as { readonly type?: unknown; readonly members?: unknown } | undefined;
  return match && match.type === 'static' && Array.isArray(match.members) ? match.members.map(String) : undefined;
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return value === '' ? '-' : value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  const match = value as { readonly type?: unknown; readonly filter?: unknown } | undefined;
  if (match && match.type === 'dynamic') return String(match.filter);
  return canonicalJson(value);
}

function placeText(position: RulePosition | undefined): string {
  if (position === undefined) return '';
  switch (position.where) {
    case 'top':
    case 'bottom':
      return 'at the ' + position.where;
    case 'before':
    case 'after':
      return position.where + ' ' + position.anchor;
  }
}

function situationText(situation: Situation): string {
  switch (situation.kind) {
    case 'drift': {
      const what = situation.what === 'changed' ? ' was changed by hand.' : ' has fields that are never written.';
      return 'The ' + KIND_WORDS[situation.entryKind] + ' ' + situation.name + what;
    }
    case 'foreign-rule-inside':
      return 'The rule ' + situation.name + ', which is not managed, stands between managed rules.';
    case 'foreign-name':
      return (
        'The ' +
        KIND_WORDS[situation.entryKind] +
        ' ' +
        situation.name +
        (situation.location === '' ? ' is there already' : ' is there already in ' + situation.location) +
        ' and is not managed.'
      );
    case 'block-moved':
      return situation.above === ''
        ? 'The managed rules stand at the top, not where the cluster profile creates them.'
        : 'The managed rules stand below ' + situation.above + ', not where the cluster profile creates them.';
    case 'object-in-use':
      return (
        'The ' +
        KIND_WORDS[situation.entryKind] +
        ' ' +
        situation.name +
        ' is no longer needed, but something that is not managed names it.'
      );
    case 'anchor-missing':
      return 'The rule ' + situation.rule + ', which the cluster profile names as position, is not there.';
    case 'group-overfull':
      return (
        'The address group ' +
        situation.name +
        ' would have ' +
        String(situation.members) +
        ' members while it changes, old and new ones; at most ' +
        String(situation.limit) +
        ' are allowed.'
      );
    case 'preceded':
      return 'These rules decide before the managed ones: ' + namedRules(situation).join(', ') + '.';
    case 'audit-opens':
      return 'Under audit, these deny nothing that the managed rules match: ' + namedRules(situation).join(', ') + '.';
    case 'unmatched':
      return (
        'What no rule matches: within a zone ' +
        situation.intrazone +
        ', between zones ' +
        situation.interzone +
        ' (intrazone-default, interzone-default).'
      );
  }
}

function answerText(situation: Situation): string {
  switch (situation.kind) {
    case 'drift':
      return 'It is put right.';
    case 'foreign-rule-inside':
      return 'It stays where it is; the managed rules are gathered where most of them stand.';
    case 'foreign-name':
      return 'Nothing is written. Rename or remove it.';
    case 'block-moved':
      return 'They stay where they are.';
    case 'object-in-use':
      return 'It stays.';
    case 'anchor-missing':
      return 'Nothing is written. Create the rule, or change "position" in the cluster profile.';
    case 'group-overfull':
      return 'Nothing is written. Change fewer policies at a time, or raise "capacity" in the cluster profile.';
    case 'preceded':
      return 'They stay. What they match is decided by them, whatever the policies say.';
    case 'audit-opens':
      return 'They stay. What they deny is open until "enforcement" is "enforce".';
    case 'unmatched':
      return 'It stays so. Pods that no policy isolates meet it, although Kubernetes would let everything through.';
  }
}
