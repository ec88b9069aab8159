import { sortedUnique } from '../../text/canonical';
import type { ClusterFacts } from '../read/cluster';
import type { EndpointClass } from './classes';
import type { JudgedEntry } from './rows';

/**
 * What is not judged of pods to come because of where they will be, in words.
 *
 * @param rules how many there are: entries are numbered behind them in rows
 */
export function placesNotJudged(
  facts: ClusterFacts,
  classes: readonly EndpointClass[],
  entries: readonly JudgedEntry[],
  rules: number,
): string[] {
  const seen: { [bit: number]: true } = {};
  for (const { optional } of classes) {
    for (const bit of optional.source.concat(optional.destination)) seen[bit] = true;
  }
  const places = Object.keys(seen).map((bit) => {
    const { policy, facts: entry } = entries[Number(bit) - rules];
    return policy.id.namespace + '/' + policy.id.name + ' spec.' + entry.direction + '[' + String(entry.position) + ']';
  });
  const texts: string[] = [];
  if (places.length > 0) {
    texts.push(
      'pods to come, as far as only a block over a part of the pod network lets them through: rules name the addresses of today (' +
        sortedUnique(places).join(', ') +
        ')',
    );
  }
  const hasAddresses = facts.pods.some((pod) => !pod.hostNetwork && pod.addressText !== '');
  if (
    facts.podNetwork.length === 0 &&
    hasAddresses &&
    entries.some(({ facts: { addresses } }) => addresses.length > 0)
  ) {
    texts.push(
      "pods to come at addresses that blocks tell apart from those of all of today's: the pod network is not known",
    );
  }
  return texts;
}
