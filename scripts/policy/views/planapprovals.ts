import { externalRules } from '../plan/external';
import { changedEntries, countOperations, isService } from '../plan/guardrails';
import { renamesOf } from '../plan/renames';
import type { ApprovalReason, Plan, Situation } from '../plan/types';
import type { ClusterProfile } from '../profile/types';
import { namedRules } from './plansituations';
import { tableOf, type Cell, type Column, type Table } from './table';

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
  renamed: 'Rules get other names, and nothing else of them changes: their hit counts start anew.',
  'made-by-hand': 'What somebody renamed or copied by hand is deleted, or gets its name back.',
  restyled: 'Rules of several policies become one, or come apart: hit counts of those that go are lost.',
  'external-address': 'Rules allow connections with external networks.',
  'loses-closure':
    'A rule that somebody disabled or set to deny by hand goes, gets another name or comes to stand below a new rule: what it closed may open.',
  'empties-block': 'No rule of the cluster is left.',
  'first-enforce': 'Isolation is enforced for the first time: connections will be denied.',
  preceded: 'Rules of others decide before the managed ones.',
  'leaves-out': 'A policy is left out whose author takes it to isolate pods: they may be open.',
  'closes-ports': 'Ports of Services are closed, because no rule says who may use them.',
  'audit-opens': 'Under audit, the managed rules allow what rules of others would deny after them.',
};

/** Why a human must approve, in a sentence. */
export function approvalText(reason: ApprovalReason): string {
  return REASON_WORDS[reason];
}

/** Why a human must approve the plan, with what was found and how much the profile allows without. */
export function planApprovalsTable(plan: Plan, rails: ClusterProfile['guardRails']): Table {
  const counts = countOperations(plan.operations);
  const made = namesByHand(plan.situations);
  const found: { readonly [reason in ApprovalReason]: readonly [Cell, Cell] } = {
    always: ['', ''],
    'many-changes': [String(changedEntries(counts)), String(rails.maxChanges)],
    'many-deletes': [String(counts.deletedRules), String(rails.maxDeletes)],
    'large-deleted-share': [String(counts.deletedRules), String(Math.round(rails.maxDeletedShare * 100)) + ' %'],
    'many-moves': [String(counts.moved), String(rails.maxMoves)],
    renamed: [String(renamesOf(plan.operations).filter(({ from }) => made.indexOf(from) < 0).length), ''],
    'made-by-hand': [made, ''],
    restyled: ['', ''],
    'external-address': [externalRules(plan.operations, rails.approveExternal), ''],
    'loses-closure': ['', ''],
    'empties-block': ['', ''],
    'first-enforce': ['', ''],
    preceded: [rulesOf(plan.situations, 'preceded'), ''],
    'audit-opens': [rulesOf(plan.situations, 'audit-opens'), ''],
    'leaves-out': [plan.newlyLeftOut.filter((one) => !isService(one)).map((policy) => policy.split(' ')[0]), ''],
    'closes-ports': [plan.newlyLeftOut.filter(isService), ''],
  };
  const approvals = plan.approvals.map((reason): Approval => ({
    reason,
    found: found[reason][0],
    limit: found[reason][1],
  }));
  return tableOf('Approval', APPROVAL_COLUMNS, approvals);
}

/** What does not stay as it is. */
function namesByHand(situations: readonly Situation[]): string[] {
  const names: string[] = [];
  for (const found of situations) if (found.kind === 'by-hand' && found.becomes !== 'kept') names.push(found.name);
  return names;
}

function rulesOf(situations: readonly Situation[], kind: 'preceded' | 'audit-opens'): Cell {
  for (const situation of situations) {
    if (situation.kind === kind) return namedRules(situation);
  }
  return '';
}
