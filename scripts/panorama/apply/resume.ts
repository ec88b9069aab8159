import { hasKey } from '../../policy/text/canonical';
import type { ConfigEntry, Rulebase } from '../../policy/panos/entry';
import { clusterTags } from '../../policy/panos/ownership';
import { planHash, rulebaseHash } from '../../policy/plan/hash';
import { invertOperations } from '../../policy/plan/invert';
import type { Operation, Plan } from '../../policy/plan/types';
import type { ApplyProgress } from './types';
import { hasClusterPrefix, isTagOfCluster } from '../state/ownership';
import { originalTags, type Originals, type UndoableOperation } from './undo';
import type { ClusterProfile } from '../../policy/profile/types';

/**
 * A run between two slices, with the plan that it carries out: once something was written, the plan cannot be made
 * again from Panorama. Entries that are created are left out; they come from the rulebase, which is compiled again.
 */
export interface SavedRun {
  readonly desiredHash: string;
  readonly stateHash: string;
  readonly keptHash: string;
  readonly foreignHash: string;
  readonly leftOut: readonly string[];
  readonly operations: readonly SavedOperation[];
  readonly progress: ApplyProgress;
}

/** An operation with all that undoing it takes. */
export type SavedOperation = UndoableOperation;

/** What must survive until the next slice; the rulebase is compiled again then. */
export function saveRun(plan: Plan, progress: ApplyProgress): SavedRun {
  return {
    desiredHash: plan.desiredHash,
    stateHash: plan.stateHash,
    keptHash: plan.keptHash,
    foreignHash: plan.foreignHash,
    leftOut: plan.leftOut,
    operations: plan.operations.map(savedOperation),
    progress,
  };
}

function savedOperation(operation: Operation): SavedOperation {
  if (operation.op !== 'create') return operation;
  return { op: operation.op, kind: operation.kind, name: operation.name };
}

/**
 * The plan of a saved run; undefined where it is not the plan with this hash, because the policies changed or somebody
 * changed what was saved.
 *
 * @param rulebase compiled again, as the profile's `enforcement` wants it
 */
export function resumedPlan(saved: SavedRun, rulebase: Rulebase, hash: string): Plan | undefined {
  const entries = entriesByKey(rulebase);
  const operations: Operation[] = [];
  for (const one of saved.operations) {
    if (one.op !== 'create') operations.push(one);
    else {
      const key = one.kind + ' ' + one.name;
      if (!hasKey(entries, key)) return undefined;
      operations.push({ op: 'create', kind: one.kind, name: one.name, after: entries[key] });
    }
  }
  const hashes = { desiredHash: rulebaseHash(rulebase), stateHash: saved.stateHash, keptHash: saved.keptHash };
  if (planHash(hashes, operations) !== hash || saved.progress.planHash !== hash) return undefined;
  return {
    deviceGroup: rulebase.deviceGroup,
    rulebase: rulebase.rulebase,
    ...hashes,
    operations,
    inverse: invertOperations(operations),
    situations: [],
    closures: [],
    approvals: [],
    foreignHash: saved.foreignHash,
    leftOut: saved.leftOut,
    newlyLeftOut: [],
    refused: false,
    hash,
  };
}

/**
 * Whether a saved run may be undone: it is the one with this hash, on this cluster's own rules and objects. What
 * somebody edited may be another, and name those of others.
 */
export function isUndoable(saved: SavedRun, profile: ClusterProfile, hash: string): boolean {
  const found = planHash(saved, saved.operations);
  if (found !== hash || saved.progress.planHash !== hash) return false;
  return saved.operations.every((one) => isOfCluster(one, saved, profile));
}

/** By its name; what a person renamed or cloned by the tags that it had. */
function isOfCluster(one: SavedOperation, { progress }: SavedRun, profile: ClusterProfile): boolean {
  if (one.kind === 'tag') return isTagOfCluster(profile, one.name);
  if (hasClusterPrefix(profile, one.name)) return true;
  return clusterTags(profile).every((tag) => tagsOf(one, progress.originals).indexOf(tag) >= 0);
}

function tagsOf(one: SavedOperation, originals: Originals): readonly unknown[] {
  if (one.op !== 'delete' && one.op !== 'move') return [];
  const before = one.op === 'delete' ? one.before : undefined;
  if (before === undefined) return originalTags(originals, one.kind, one.name);
  return 'tags' in before && before.name === one.name ? before.tags : [];
}

function entriesByKey(rulebase: Rulebase): { readonly [key: string]: ConfigEntry } {
  const entries: { [key: string]: ConfigEntry } = {};
  const all = (rulebase.tags as readonly ConfigEntry[]).concat(
    rulebase.addressGroups,
    rulebase.services,
    rulebase.rules,
  );
  for (const entry of all) entries[entry.kind + ' ' + entry.name] = entry;
  return entries;
}
