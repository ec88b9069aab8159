import { isExcluded } from '../policy/translate/excluded';
import { idText, policyIdOf } from '../policy/kubernetes/identity';
import { isNetworkPolicy } from '../policy/kubernetes/policykinds';
import { versionHash } from '../policy/kubernetes/versiontext';
import type { PolicyId, RawObject } from '../policy/kubernetes/types';
import type { ClusterProfile } from '../policy/profile/types';
import { hasKey, sortedKeys } from '../policy/text/canonical';
import { isSameData } from '../policy/text/same';
import type { Refusal, Rejection } from '../policy/translate/translation';
import type { Host } from '../xsoar/host';
import { readLastGood, recall, remember, type HeldVersion } from './memory';

/**
 * Versions of policies that somebody rejected. As long as a policy says what was rejected, whatever its UID, its last
 * approved version holds; it stops no other policy.
 */

/** What is held for a cluster; empty where nothing is. */
export function readHeld(host: Host, cluster: string): readonly HeldVersion[] {
  const record = recall(host, cluster, 'rejections');
  return record === undefined ? [] : record.held;
}

/** Keeps it, where it is not what is kept already. */
export function rememberHeld(host: Host, cluster: string, held: readonly HeldVersion[]): void {
  if (!isSameData(readHeld(host, cluster), held)) remember(host, cluster, 'rejections', { held });
}

/** A cluster with what is held of it. */
export interface WithRejections {
  /** With the policies whose deletion was rejected. */
  readonly objects: readonly RawObject[];
  /** Before what else is last good: the last approved versions. */
  readonly approved: readonly RawObject[];
  readonly rejections: readonly Rejection[];
}

/** The rejections that are in force: the policy still says, or is gone, as it was rejected. */
export function withRejections(objects: readonly RawObject[], held: readonly HeldVersion[]): WithRejections {
  if (held.length === 0) return { objects, approved: [], rejections: [] };
  const current = policiesByName(objects);
  const rejections: Rejection[] = [];
  const approved: RawObject[] = [];
  const kept: RawObject[] = [];
  for (const one of held) {
    const found = currentOf(current, one);
    if ((found === undefined ? '' : versionHash(found)) !== one.version) continue;
    const uid = found === undefined ? one.uid : policyIdOf(found).uid;
    const version = one.approved && withUid(one.approved, uid);
    if (version !== undefined) approved.push(version);
    if (found === undefined && version !== undefined) kept.push(version);
    const policy: PolicyId = { namespace: one.namespace, name: one.name, uid };
    rejections.push({ policy, isDeletion: found === undefined, approved: version, reason: one.reason });
  }
  return { objects: kept.length === 0 ? objects : objects.concat(kept), approved, rejections };
}

/** A change of one policy since its last approved version. */
export interface PolicyChange extends PolicyId {
  /** `versionHash` of it as it stands in the cluster; '' for a deletion. */
  readonly version: string;
  readonly approved: RawObject | undefined;
}

/**
 * What a plan takes in that was not approved yet: policies that are new, say something else, or are gone.
 *
 * @param kept policies of which it takes nothing in, as `namespace/name`
 */
export function changedPolicies(
  host: Host,
  profile: ClusterProfile,
  objects: readonly RawObject[],
  kept: readonly string[],
): readonly PolicyChange[] {
  const approved = approvedVersions(host, profile.cluster);
  const current = policiesByName(objects);
  const held = withRejections(objects, readHeld(host, profile.cluster)).rejections.map(({ policy }) => idText(policy));
  const names: { [id: string]: true } = {};
  for (const id of sortedKeys(current).concat(sortedKeys(approved))) names[id] = true;
  const changes: PolicyChange[] = [];
  for (const id of sortedKeys(names)) {
    const now = hasKey(current, id) ? current[id] : undefined;
    const before = hasKey(approved, id) ? approved[id] : undefined;
    const version = now === undefined ? '' : versionHash(now);
    if (version === (before === undefined ? '' : versionHash(before))) continue;
    if (held.indexOf(id) >= 0 || kept.indexOf(id) >= 0) continue;
    const policy = policyIdOf(now || before || {});
    if (!isExcluded({ id: policy }, profile)) changes.push({ ...policy, version, approved: before });
  }
  return changes;
}

/** Of the refused policies, those whose rules stay what was approved: a rejection of the plan is not about them. */
export function unchangedRefusals(host: Host, cluster: string, refusals: readonly Refusal[]): string[] {
  if (refusals.length === 0) return [];
  const approved = approvedVersions(host, cluster);
  return refusals
    .filter(({ policy, lastGood }) => {
      const before = hasKey(approved, idText(policy)) ? approved[idText(policy)] : undefined;
      if (lastGood === undefined || before === undefined) return lastGood === before;
      return versionHash(lastGood) === versionHash(before);
    })
    .map(({ policy }) => idText(policy));
}

/**
 * Without those of which another version is applied now: somebody approved that, or nobody had to.
 *
 * @param applied the versions that the rules come from
 */
export function stillHeld(held: readonly HeldVersion[], applied: readonly RawObject[]): readonly HeldVersion[] {
  const now = policiesByName(applied);
  return held.filter((one) => {
    const version = currentOf(now, one);
    if (version === undefined || one.approved === undefined) return version === one.approved;
    return versionHash(version) === versionHash(one.approved);
  });
}

/** The versions that stand in Panorama by somebody's leave: those applied last, committed or not. */
function approvedVersions(host: Host, cluster: string): { readonly [id: string]: RawObject } {
  const applied = recall(host, cluster, 'applied');
  return policiesByName(applied === undefined ? readLastGood(host, cluster) : applied.policies);
}

function policiesByName(objects: readonly RawObject[]): { readonly [id: string]: RawObject } {
  const found: { [id: string]: RawObject } = {};
  for (const object of objects) if (isNetworkPolicy(object)) found[idText(policyIdOf(object))] = object;
  return found;
}

function currentOf(policies: { readonly [id: string]: RawObject }, policy: PolicyId): RawObject | undefined {
  const id = idText(policy);
  return hasKey(policies, id) ? policies[id] : undefined;
}

function withUid(raw: RawObject, uid: string): RawObject {
  return { ...raw, metadata: { ...(raw.metadata as RawObject), uid } };
}
