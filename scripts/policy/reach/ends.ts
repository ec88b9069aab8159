import { hasKey } from '../text/canonical';
import type { Rulebase } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import type { Family } from '../prove/read/addresses';
import type { Reading } from '../prove/reading';
import { workloadNames } from '../prove/read/workloads';
import { allEndpoints } from '../prove/endpoints/endpoints';
import { joinedRow, rowScheme, type Row, type RowScheme } from '../prove/endpoints/rows';
import type { RulebaseFacts } from '../prove/rules/rules';
import { literalNetworks, namesOfEnd } from './endnames';

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
 * Asks which rules those meet who are in the cluster.
 *
 * @param known what the proof reads of the cluster
 * @param rules of both rulebases
 * @param written the same, for the texts of their blocks
 */
export function endsOf(
  known: Pick<Reading, 'objects' | 'facts'>,
  profile: ClusterProfile,
  rules: RulebaseFacts,
  written: readonly Rulebase[],
): Ends {
  const { facts } = known;
  const scheme = rowScheme([], [], rules);
  const workloads = workloadNames(known.objects);
  const context = { profile, scheme, policies: [], servicesIn: facts.servicesIn };
  // Pods without a workload are told by their own names.
  const endpoints = allEndpoints(
    context,
    facts,
    [],
    ({ namespace, name }) => !hasKey(workloads, namespace + '/' + name),
  ).judged;
  const networks = literalNetworks(written);
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
    const { identity, addressRows } = endpoint;
    const source = joinedRow(identity.rows.source, addressRows.source);
    const destination = joinedRow(identity.rows.destination, addressRows.destination);
    const family = endpoint.address.family;
    const isService = endpoint.identity.kind === 'service';
    const key = family + String(isService) + source.join(',') + ';' + destination.join(',');
    if (!hasKey(index, key)) {
      index[key] = groups.length;
      groups.push({ family, source, destination, names: [], count: 0, isService });
    }
    const group = groups[index[key]];
    for (const name of namesOfEnd(endpoint, workloads, networks)) {
      if (group.names.indexOf(name) < 0) group.names.push(name);
    }
    group.count += endpoint.identity.kind === 'pod' ? 1 : 2;
  }
  return {
    scheme,
    hasPods: facts.pods.length > 0,
    groups: groups.map(({ count, ...group }, position) => ({ ...group, position, isSingle: count === 1 })),
  };
}
