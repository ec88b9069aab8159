import { hasKey } from '../text/canonical';
import type { RuleEntry } from '../panos/entry';
import { addressSet, intersectAddresses, type Address, type AddressSet } from '../values/addresses';
import { isAuditRule } from './audit';
import { literalAddresses } from './literals';
import type { Operation } from './types';

/** Allows that open to the networks of `guardRails.approveExternal`, by default the whole Internet. */

/**
 * The names of new or changed allows one of whose ends is `any`, or literal addresses that hold more than half of one
 * of the networks: "the Internet without private networks" is written as many ranges of which none holds all of it. A
 * change of attributes alone opens nothing.
 */
export function externalRules(operations: readonly Operation[], cidrs: readonly string[]): string[] {
  const networks: AddressSet[] = [];
  for (const cidr of cidrs) networks.push(literalAddresses(cidr));
  const found: { [key: string]: true } = {};
  const names: string[] = [];
  for (const operation of operations) {
    if (!opens(operation) || hasKey(found, '=' + operation.name)) continue;
    if (!isExternal(operation.after.source, networks) && !isExternal(operation.after.destination, networks)) continue;
    found['=' + operation.name] = true;
    names.push(operation.name);
  }
  return names;
}

function opens(operation: Operation): operation is Operation & { readonly after: RuleEntry } {
  if (operation.op !== 'create' && operation.op !== 'replace') return false;
  const after = operation.after;
  if (after.kind !== 'rule' || after.action !== 'allow' || isAuditRule(after)) return false;
  const before = operation.op === 'replace' ? operation.before : undefined;
  return before === undefined || before.kind !== 'rule' || matchText(before) !== matchText(after);
}

/** What decides which connections the rule takes, and what it does with them. */
function matchText(rule: RuleEntry): string {
  return [rule.from, rule.to, rule.source, rule.destination, rule.application, rule.service, rule.category]
    .map((names) => names.join(','))
    .concat([rule.action, String(isAuditRule(rule))])
    .join(' ');
}

function isExternal(members: readonly string[], networks: readonly AddressSet[]): boolean {
  if (networks.length === 0) return false;
  if (members.indexOf('any') >= 0) return true;
  let literals: AddressSet = [];
  for (const member of members) literals = literals.concat(literalAddresses(member));
  if (literals.length === 0) return false;
  const all = addressSet(literals);
  return networks.some((network) => sizeOf(intersectAddresses(all, network)) * 2 > sizeOf(network));
}

/** How many addresses, as nearly as a number can say. */
function sizeOf(set: AddressSet): number {
  let size = 0;
  for (const range of set) size += numberOf(range.to) - numberOf(range.from) + 1;
  return size;
}

function numberOf(address: Address): number {
  return address.reduce((number, word) => number * 0x10000 + word, 0);
}
