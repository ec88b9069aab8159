import { hasKey, sortedKeys, stableSort } from '../text/canonical';
import type { RawObject } from '../kubernetes/types';
import type { Rulebase } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import { blockHolds, formatAddress, parseLiteral, type Block, type Family } from '../prove/read/addresses';
import { readCluster } from '../prove/read/cluster';
import { knownObjects } from '../prove/read/kinds';
import { workloadNames } from '../prove/read/workloads';
import { classOf } from '../prove/endpoints/classes';
import { allEndpoints } from '../prove/endpoints/endpoints';
import { rowScheme, type Row, type RowScheme } from '../prove/endpoints/rows';
import type { Endpoint } from '../prove/endpoints/surroundings';
import type { RulebaseFacts } from '../prove/rules/rules';

/** Who is at the ends of connections today, folded by the rules that they meet. */
export interface Ends {
  readonly scheme: RowScheme;
  readonly groups: readonly EndGroup[];
  /** Whether any pod or workload is among them. */
  readonly hasPods: boolean;
}

/** Ends that no rule tells apart. */
export interface EndGroup {
  /** Among the groups. */
  readonly position: number;
  readonly family: Family;
  readonly source: Row;
  readonly destination: Row;
  /** For people, each once. */
  readonly names: readonly string[];
  /** One pod with one address: it sends nothing to itself that a firewall sees. */
  readonly isSingle: boolean;
  readonly isService: boolean;
}

/**
 * Reads who is in the cluster, as the proof does, and asks which rules each meets.
 *
 * @param rules of both rulebases
 * @param written the same, for the texts of their blocks
 */
export function endsOf(
  objects: readonly RawObject[],
  profile: ClusterProfile,
  rules: RulebaseFacts,
  written: readonly Rulebase[],
): Ends {
  const known = knownObjects(objects);
  const facts = readCluster(known, profile, []);
  const scheme = rowScheme([], [], rules);
  const workloads = workloadNames(known);
  const context = { profile, scheme, policies: [], servicesIn: facts.servicesIn };
  // Pods without a workload are told by their own names.
  const endpoints = allEndpoints(
    context,
    facts,
    [],
    ({ namespace, name }) => !hasKey(workloads, namespace + '/' + name),
  ).judged;
  const blocks = literalBlocks(written);
  const index: { [key: string]: number } = {};
  const groups: {
    family: Family;
    source: Row;
    destination: Row;
    names: string[];
    count: number;
    isService: boolean;
  }[] = [];
  const placed: { [pod: string]: true } = {};
  for (const pod of facts.pods) if (pod.addressText !== '') placed[pod.namespace + '/' + pod.name] = true;
  for (const endpoint of endpoints) {
    // Where else a pod may come back is not where it is today.
    if (endpoint.toCome && hasKey(placed, endpoint.identity.namespace + '/' + endpoint.identity.name)) continue;
    const { source, destination } = classOf(endpoint, 0, undefined);
    const family = endpoint.address.family;
    const isService = endpoint.identity.kind === 'service';
    const key = family + String(isService) + source.join(',') + ';' + destination.join(',');
    if (!hasKey(index, key)) {
      index[key] = groups.length;
      groups.push({ family, source, destination, names: [], count: 0, isService });
    }
    const group = groups[index[key]];
    const name = nameOfEnd(endpoint, workloads, blocks);
    if (group.names.indexOf(name) < 0) group.names.push(name);
    group.count += endpoint.identity.kind === 'pod' ? 1 : 2;
  }
  return {
    scheme,
    hasPods: facts.pods.length > 0,
    groups: groups.map(({ count, ...group }, position) => ({ ...group, position, isSingle: count === 1 })),
  };
}

interface NamedBlock {
  readonly block: Block;
  readonly text: string;
}

/** What rules and static groups name literally, the narrowest first. */
function literalBlocks(rulebases: readonly Rulebase[]): NamedBlock[] {
  const texts: { [text: string]: true } = {};
  for (const { rules, addressGroups } of rulebases) {
    for (const rule of rules) for (const name of rule.source.concat(rule.destination)) texts[name] = true;
    for (const { match } of addressGroups) {
      if (match.type === 'static') for (const name of match.members) texts[name] = true;
    }
  }
  const blocks: NamedBlock[] = [];
  for (const text of sortedKeys(texts)) {
    const block = parseLiteral(text);
    if (block !== undefined) blocks.push({ block, text });
  }
  return stableSort(blocks, (a, b) => sizeOf(a.block) - sizeOf(b.block));
}

function sizeOf({ from, to }: Block): number {
  return parseInt(to, 16) - parseInt(from, 16);
}

function nameOfEnd(
  { identity, address }: Endpoint,
  workloads: { readonly [pod: string]: string },
  blocks: readonly NamedBlock[],
): string {
  const { kind, namespace, name } = identity;
  switch (kind) {
    case 'pod': {
      const pod = namespace + '/' + name;
      return hasKey(workloads, pod) ? workloads[pod] : pod;
    }
    case 'workload':
      return namespace + '/' + name.slice(name.lastIndexOf(' ') + 1);
    case 'virtual':
      return namespace;
    case 'node':
      return 'node ' + name;
    case 'service':
      return name === '' ? formatAddress(address) : 'Service ' + namespace + '/' + name;
    case 'outside':
      break;
  }
  if (name !== '') return name;
  for (const { block, text } of blocks) if (blockHolds(block, address)) return text;
  return 'everywhere else (' + address.family + ')';
}
