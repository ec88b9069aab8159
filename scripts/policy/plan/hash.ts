import { canonicalJson, sortedKeys } from '../text/canonical';
import type { ConfigEntry, Rulebase } from '../panos/entry';
import { sha256, sha256OfJoined } from '../text/sha256';
import type { KeptPolicy } from '../translate/keptpolicies';
import { isManaged } from './objectchanges';
import { shortLines } from './shortlines';
import type { DeviceGroupState, Operation } from './types';

/**
 * SHA-256 of lists of texts: of their lengths, then of all texts one behind the other, so that no text can run into the
 * next.
 *
 * @example hashOfTexts(['a', 'b']) //=> '56ac55c508d79d6c54f731c37c25f02e1604ab53690b5fff3b19fe67d47552d2'
 */
export function hashOfTexts(texts: readonly string[]): string {
  const lengths = texts.map((text) => text.length).join(',') + '\n';
  return sha256OfJoined([lengths].concat(texts));
}

/** A run plans several times for one rulebase, and hashing is the dearest part of a plan in slow engines. */
let lastHashed: { readonly rulebase: Rulebase; readonly hash: string } | undefined;

/** Of the compiled block and its objects. */
export function rulebaseHash(rulebase: Rulebase): string {
  if (lastHashed === undefined || lastHashed.rulebase !== rulebase) {
    lastHashed = { rulebase, hash: computedHash(rulebase) };
  }
  return lastHashed.hash;
}

function computedHash(rulebase: Rulebase): string {
  const entries = (rulebase.tags as readonly ConfigEntry[]).concat(
    rulebase.addressGroups,
    rulebase.services,
    rulebase.rules,
  );
  const place: unknown[] = [rulebase.cluster, rulebase.deviceGroup, rulebase.rulebase];
  return hashOfRows([place].concat(entries.map(rowOf)));
}

/** Its fields, then their values. */
function rowOf(entry: ConfigEntry): unknown[] {
  const fields = entry as object as { readonly [field: string]: unknown };
  const keys = sortedKeys(fields).filter((key) => fields[key] !== undefined);
  const row: unknown[] = [keys.join(' ')];
  for (const key of keys) row.push(fields[key]);
  return row;
}

/** Line by line: in Otto, reading a long text takes time in step with its whole length. */
function hashOfRows(rows: readonly (readonly unknown[])[]): string {
  return sha256OfJoined(shortLines(rows).map((line) => line + '\n'));
}

/**
 * Of our rules in their order and our objects as read, and of the rules of others that decide before ours, which are
 * part of what is approved. Whatever else others do beside the block does not change it.
 *
 * @param ofOthers `foreignHash`
 */
export function stateHash(state: DeviceGroupState, ofOthers: string): string {
  const texts = [canonicalJson([state.deviceGroup, state.rulebase]), ofOthers];
  for (const rule of state.rules) if (rule.owned) texts.push(rule.name + '\n' + rule.text);
  const objects: string[] = [];
  for (const object of state.objects) {
    if (isManaged(object, state)) objects.push(object.kind + ' ' + object.name + '\n' + object.text);
  }
  return hashOfTexts(texts.concat(objects.sort()));
}

/** Of what the rules hold instead of current versions of policies; '' where that is nothing. */
export function keptHash(kept: readonly KeptPolicy[]): string {
  return kept.length === 0 ? '' : sha256(canonicalJson(kept));
}

type Create = Extract<Operation, { readonly op: 'create' }>;

/** What is created stands in the hash of the compiled block. */
type HashedOperation = Exclude<Operation, Create> | Omit<Create, 'after'>;

/** The hashes that the hash of a plan is made from, besides its operations. */
export interface HashedPlan {
  readonly desiredHash: string;
  readonly stateHash: string;
  readonly keptHash: string;
}

/** Of a plan: what an approval is bound to. */
export function planHash(plan: HashedPlan, operations: readonly HashedOperation[]): string {
  const head: unknown[][] = [[plan.desiredHash, plan.stateHash, plan.keptHash]];
  return hashOfRows(head.concat(operations.map(operationRow)));
}

/** What is created stands in the hash of the compiled block, what is deleted in that of the state. */
function operationRow(operation: HashedOperation): unknown[] {
  switch (operation.op) {
    case 'create':
    case 'delete':
      return [operation.op, operation.kind, operation.name];
    case 'move':
      return [operation.op, operation.name, operation.to.where, operation.to.anchor];
    case 'replace':
      return [operation.op, sha256(canonicalJson(operation))];
  }
}
