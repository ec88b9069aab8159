import { hasKey } from '../text/canonical';
import type { KeptPolicy } from '../translate/keptpolicies';
import type { Rulebase } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import { AUDIT_TAG } from './audit';
import { externalRules } from './external';
import type { Surroundings } from './foreign';
import { renamesOf } from './renames';
import { isRestyled } from './restyled';
import type { ApprovalReason, DeviceGroupState, KnownPlan, MadeByHand, Operation } from './types';

/**
 * What of a plan the guard rails count. An entry that is replaced twice on the way is one change; a rule that is
 * renamed is neither created nor deleted.
 */
export interface PlanCounts {
  readonly created: number;
  readonly changed: number;
  readonly deleted: number;
  readonly deletedRules: number;
  readonly moved: number;
  readonly renamed: number;
}

/** Counts entries, not requests: an entry that is replaced twice (a group that grows, then shrinks) is changed once. */
export function countOperations(operations: readonly Operation[]): PlanCounts {
  const renamed = renamesOf(operations).length;
  const counts = {
    created: 0 - renamed,
    changed: 0,
    deleted: 0 - renamed,
    deletedRules: 0 - renamed,
    moved: 0,
    renamed,
  };
  const changed: { [key: string]: true } = {};
  for (const operation of operations) {
    switch (operation.op) {
      case 'create':
        counts.created++;
        break;
      case 'replace': {
        const key = operation.kind + ' ' + operation.name;
        if (!hasKey(changed, key)) counts.changed++;
        changed[key] = true;
        break;
      }
      case 'move':
        counts.moved++;
        break;
      case 'delete':
        counts.deleted++;
        if (operation.kind === 'rule') counts.deletedRules++;
        break;
    }
  }
  return counts;
}

/** How many entries the plan changes in any way but their place. */
export function changedEntries(counts: PlanCounts): number {
  return counts.created + counts.changed + counts.deleted + counts.renamed;
}

/** What was found beside the operations. */
export interface Findings {
  readonly surroundings: Surroundings;
  /** Whether somebody approved just these rules of others before; undefined: nobody remembers. */
  readonly isKnown: boolean | undefined;
  /** Policies that are left out and ports of Services that are closed, and were not by the last plan carried out. */
  readonly newlyLeftOut: readonly string[];
  /** A rule that somebody closed by hand goes, gets another name or comes below a new one. */
  readonly losesClosure: boolean;
  readonly made: readonly MadeByHand[];
}

/** Policies that are left out by `KeptPolicy.policy`, and closed ports of Services as `Service shop/web tcp/80`. */
export function leftOutOf(kept: readonly KeptPolicy[]): string[] {
  const leftOut: string[] = [];
  for (const { policy, instead, closed } of kept) {
    if (instead === 'nothing') leftOut.push(policy);
    else if (isService(policy)) for (const port of closed) leftOut.push(policy + ' ' + port);
  }
  return leftOut;
}

/** Whether what is left out is a port of a Service. */
export function isService(leftOut: string): boolean {
  return leftOut.indexOf('Service ') === 0;
}

/** Those that are left out for the first time. */
export function newlyLeftOut(leftOut: readonly string[], known: KnownPlan | undefined): string[] {
  const before: { [policy: string]: true } = {};
  for (const policy of known === undefined ? [] : known.leftOut) before[policy] = true;
  return leftOut.filter((policy) => !hasKey(before, policy));
}

/**
 * Why a human must approve the operations (docs/profile.md, `guardRails`). Nothing to do needs no approval, unless a
 * policy that its author takes to isolate pods is left out, or a Service's port is closed.
 */
export function approvalReasons(
  desired: Rulebase,
  state: DeviceGroupState,
  profile: ClusterProfile,
  operations: readonly Operation[],
  findings: Findings,
): ApprovalReason[] {
  const rails = profile.guardRails;
  const counts = countOperations(operations);
  const owned = state.rules.filter((rule) => rule.owned);
  const wasAudited = owned.some(isAudited);
  const compiled: { [name: string]: true } = {};
  for (const { name } of desired.rules) compiled[name] = true;
  // A stray rule with our tags is no enforcement.
  const isInForce = ({ name, action, disabled }: DeviceGroupState['rules'][number]): boolean =>
    !disabled && (action !== 'allow' || hasKey(compiled, name));
  const wasEnforced = !wasAudited && owned.some(isInForce);
  const { isKnown, made } = findings;
  const { preceding, shadowed } = findings.surroundings;
  const newly = profile.enforcement === 'enforce' && wasEnforced ? findings.newlyLeftOut : [];
  const ofLeftOut: [ApprovalReason, boolean][] = [
    ['leaves-out', newly.some((one) => !isService(one))],
    ['closes-ports', newly.some(isService)],
  ];
  const ofOperations: [ApprovalReason, boolean][] = [
    ['always', rails.approveAlways],
    ['many-changes', changedEntries(counts) > rails.maxChanges],
    ['many-deletes', counts.deletedRules > rails.maxDeletes],
    ['large-deleted-share', counts.deletedRules > rails.maxDeletedShare * owned.length],
    ['many-moves', counts.moved > rails.maxMoves],
    ['renamed', renamesOf(operations).some(({ from }) => !isAnyOf(made, 'rule', from))],
    ['made-by-hand', operations.some(({ op, kind, name }) => op === 'delete' && isAnyOf(made, kind, name))],
    ['restyled', isRestyled(desired, state, operations)],
    ['external-address', externalRules(operations, rails.approveExternal).length > 0],
    ['loses-closure', findings.losesClosure],
    ['empties-block', desired.rules.length === 0 && owned.length > 0],
    ['first-enforce', profile.enforcement === 'enforce' && desired.rules.length > 0 && !wasEnforced],
    ['preceded', preceding.length > 0 && !(isKnown === undefined ? owned.length > 0 : isKnown)],
    ['audit-opens', shadowed.length > 0 && !(isKnown === undefined ? wasAudited : isKnown)],
  ];
  const found: ApprovalReason[] = [];
  const reasons = operations.length === 0 ? ofLeftOut : ofOperations.concat(ofLeftOut);
  for (const reason of reasons) if (reason[1]) found.push(reason[0]);
  return found;
}

function isAudited(rule: DeviceGroupState['rules'][number]): boolean {
  return rule.owned && rule.tags.indexOf(AUDIT_TAG) >= 0;
}

function isAnyOf(made: readonly MadeByHand[], kind: Operation['kind'], name: string): boolean {
  return made.some((one) => one.entryKind === kind && one.name === name);
}
