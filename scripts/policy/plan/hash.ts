import { canonicalJson, hasKey, sortedKeys } from '../text/canonical';
import type { ConfigEntry, Rulebase } from '../panos/entry';
import { sha256, sha256OfJoined } from '../text/sha256';
import type { KeptPolicy } from '../translate/keptpolicies';
import { isManaged } from './objectchanges';
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
  const place = canonicalJson([rulebase.cluster, rulebase.deviceGroup, rulebase.rulebase]);
  return hashOfTexts([place].concat(shortTexts(entries)));
}

/**
 * All entries as texts that say each thing once: the fields of a kind and values that several entries have stand in
 * texts of their own, the first ones, and are named by their number. What is hashed is less than half as long so.
 */
function shortTexts(entries: readonly ConfigEntry[]): string[] {
  const numbers: { [text: string]: number } = {};
  const shared: string[] = [];
  function numberOf(text: string): string {
    if (!hasKey(numbers, text)) {
      numbers[text] = shared.length;
      shared.push(text);
    }
    return String(numbers[text]);
  }
  const texts = entries.map((entry) => {
    const fields: { readonly [field: string]: unknown } = { ...entry };
    const keys = sortedKeys(fields).filter((key) => fields[key] !== undefined);
    // A text stands for itself, in quotes: names and descriptions are hardly ever those of another entry.
    const values = keys.map((key) => {
      const text = canonicalJson(fields[key]);
      return typeof fields[key] === 'string' ? text : numberOf(text);
    });
    return [numberOf(keys.join(' '))].concat(values).join(',');
  });
  return [String(shared.length)].concat(shared, texts);
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
  const head = [plan.desiredHash, plan.stateHash, plan.keptHash];
  return sha256(head.concat(operations.map(operationText)).join('\n'));
}

/** What is created stands in the hash of the compiled block, what is deleted in that of the state. */
function operationText(operation: HashedOperation): string {
  switch (operation.op) {
    case 'create':
    case 'delete':
      return canonicalJson([operation.op, operation.kind, operation.name]);
    case 'move':
      return canonicalJson([operation.op, operation.name, operation.to.where, operation.to.anchor]);
    case 'replace':
      return sha256(canonicalJson(operation));
  }
}
