import { compareText, hasKey, sortedKeys, sortedUnique, stableSort } from '../text/canonical';
import type { Change } from './comparepair';
import type { EndGroup } from './ends';
import type { Flow, Flows, Reachability } from './types';

/** More flows than this are read by nobody; they are counted. */
const MOST_FLOWS = 100;

/** Gathers what happens between pairs of ends, so that what happens to many is said once. */
export interface FlowTable {
  add(source: EndGroup, destination: EndGroup, change: Change): void;
  flows(): Pick<Reachability, Change['what']>;
}

/** An empty one. */
export function newFlowTable(): FlowTable {
  const found: { [key: string]: { readonly change: Change; destination: EndGroup; readonly sources: EndGroup[] } } = {};
  return {
    add(source, destination, change) {
      const key = textOf(change) + '\n' + String(destination.position);
      if (!hasKey(found, key)) found[key] = { change, destination, sources: [] };
      found[key].sources.push(source);
    },
    flows() {
      const joined: {
        [key: string]: { readonly change: Change; readonly sources: string[]; readonly destinations: string[] };
      } = {};
      for (const key of sortedKeys(found)) {
        const { change, sources, destination } = found[key];
        const names = namesOf(sources);
        const text = textOf(change) + '\n' + names.join('\n');
        if (!hasKey(joined, text)) joined[text] = { change, sources: names, destinations: [] };
        for (const name of destination.names) joined[text].destinations.push(name);
      }
      const all = sortedKeys(joined).map((key) => ({
        what: joined[key].change.what,
        flow: flowOf(joined[key].change, joined[key].sources, inOrder(joined[key].destinations)),
      }));
      const of = (what: Change['what']): Flows => {
        const flows = all.filter((one) => one.what === what).map((one) => one.flow);
        const ordered = stableSort(
          flows,
          (a, b) =>
            rankOf(a.sources[0]) - rankOf(b.sources[0]) ||
            compareText(a.sources[0], b.sources[0]) ||
            compareText(a.ports, b.ports),
        );
        return { flows: ordered.slice(0, MOST_FLOWS), count: flows.length };
      };
      return { gains: of('gains'), loses: of('loses'), otherwise: of('otherwise') };
    },
  };
}

function flowOf(change: Change, sources: readonly string[], destinations: readonly string[]): Flow {
  const { ports, traffic, before, after } = change;
  return { sources, destinations, ports, traffic, before, after };
}

function textOf({ what, ports, traffic, before, after }: Change): string {
  return [what, ports, traffic, before, after].join('\n');
}

function namesOf(groups: readonly EndGroup[]): string[] {
  const names: string[] = [];
  for (const group of groups) for (const name of group.names) names.push(name);
  return inOrder(names);
}

/** Workloads first, then Services, nodes and addresses: of long lists people see the beginning. */
function inOrder(names: readonly string[]): string[] {
  return stableSort(sortedUnique(names), (a, b) => rankOf(a) - rankOf(b));
}

/** Namespaces hold neither dots nor colons, and all addresses do. */
function rankOf(name: string): number {
  if (/^[a-z0-9-]+\//.test(name)) return 0;
  return name.indexOf('Service ') === 0 ? 1 : name.indexOf('node ') === 0 ? 2 : 3;
}
