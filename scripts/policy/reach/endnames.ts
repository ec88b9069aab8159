import { hasKey, sortedKeys, stableSort } from '../text/canonical';
import type { Rulebase } from '../panos/entry';
import { blockHolds, formatAddress, parseLiteral, type Address, type Block } from '../prove/read/addresses';
import type { Endpoint } from '../prove/endpoints/surroundings';

/** What people call the ends of connections. */

/** Networks that stand together at an end of a rule, or in a static group: an address in one of them is as good as in another. */
export interface NamedNetworks {
  readonly members: readonly { readonly text: string; readonly block: Block }[];
  /** How many addresses they hold, as nearly as a number can say. */
  readonly size: number;
}

/** All that rules and static groups name literally, the fewest addresses first. */
export function literalNetworks(rulebases: readonly Rulebase[]): NamedNetworks[] {
  const lists: { [key: string]: readonly string[] } = {};
  const add = (names: readonly string[]): void => {
    lists[names.join(' ')] = names;
  };
  for (const { rules, addressGroups } of rulebases) {
    for (const { source, destination } of rules) {
      add(source);
      add(destination);
    }
    for (const { match } of addressGroups) if (match.type === 'static') add(match.members);
  }
  const networks = sortedKeys(lists).map((key) => networksOf(lists[key]));
  return stableSort(
    networks.filter(({ members }) => members.length > 0),
    (a, b) => a.size - b.size,
  );
}

function networksOf(names: readonly string[]): NamedNetworks {
  const members: { text: string; block: Block }[] = [];
  let size = 0;
  for (const text of names) {
    const block = parseLiteral(text);
    if (block === undefined) continue;
    members.push({ text, block });
    size += parseInt(block.to, 16) - parseInt(block.from, 16) + 1;
  }
  return { members, size };
}

function holdsAddress(members: NamedNetworks['members'], address: Address): boolean {
  for (const { block } of members) if (blockHolds(block, address)) return true;
  return false;
}

/**
 * The names of an end. An outside address stands for all that rules do not tell apart from it: for the networks that
 * stand together with its own.
 */
export function namesOfEnd(
  { identity, address }: Endpoint,
  workloads: { readonly [pod: string]: string },
  networks: readonly NamedNetworks[],
): readonly string[] {
  const { kind, namespace, name } = identity;
  switch (kind) {
    case 'pod': {
      const pod = namespace + '/' + name;
      return [hasKey(workloads, pod) ? workloads[pod] : pod];
    }
    case 'workload':
      return [namespace + '/' + name.slice(name.lastIndexOf(' ') + 1)];
    case 'virtual':
      return [namespace];
    case 'node':
      return ['node ' + name];
    case 'service':
      return [name === '' ? formatAddress(address) : 'Service ' + namespace + '/' + name];
    case 'outside':
      break;
  }
  if (name !== '') return [name];
  for (const { members } of networks) {
    if (!holdsAddress(members, address)) continue;
    return members.filter(({ block }) => block.family === address.family).map(({ text }) => text);
  }
  return ['everywhere else (' + address.family + ')'];
}
