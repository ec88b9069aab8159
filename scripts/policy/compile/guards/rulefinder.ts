import { hasKey } from '../../text/canonical';
import type { CompiledRule, RuleEnd } from '../model';
import { namespacesOf } from './decidedboxes';

/** Finds the rules that may meet a region, by the namespaces of their ends. */
export interface RuleFinder {
  /** Those behind the position, in order. */
  after(position: number, region: Pick<CompiledRule, 'sources' | 'destinations'>): readonly CompiledRule[];
}

interface EndIndex {
  readonly byNamespace: { readonly [namespace: string]: readonly number[] };
  /** Those whose end is more than pods of named namespaces. */
  readonly anywhere: readonly number[];
}

/** Indexes the list when it is first asked: most clusters have no negation. */
export function createRuleFinder(rules: readonly CompiledRule[]): RuleFinder {
  let indexes: readonly [EndIndex, EndIndex] | undefined;
  return {
    after(position, region) {
      if (indexes === undefined) {
        indexes = [indexEnds(rules.map((rule) => rule.sources)), indexEnds(rules.map((rule) => rule.destinations))];
      }
      const bySource = listsOf(indexes[0], region.sources);
      const byDestination = listsOf(indexes[1], region.destinations);
      const lists = fewer(bySource, byDestination);
      return lists === undefined ? rules.slice(position + 1) : inOrder(lists, position).map((at) => rules[at]);
    },
  };
}

type Lists = readonly (readonly number[])[];

function fewer(a: Lists | undefined, b: Lists | undefined): Lists | undefined {
  if (a === undefined || b === undefined) return a || b;
  return countOf(a) < countOf(b) ? a : b;
}

function countOf(lists: Lists): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}

/** Positions behind the given one, each once. */
function inOrder(lists: Lists, position: number): number[] {
  const found: number[] = [];
  for (const list of lists) for (const at of list) if (at > position) found.push(at);
  found.sort((a, b) => a - b);
  return found.filter((at, index) => index === 0 || at !== found[index - 1]);
}

function indexEnds(ends: readonly RuleEnd[]): EndIndex {
  const byNamespace: { [namespace: string]: number[] } = {};
  const anywhere: number[] = [];
  ends.forEach((end, position) => {
    const names = namespacesOf(end);
    if (names === undefined) anywhere.push(position);
    for (const name of names || []) {
      if (!hasKey(byNamespace, name)) byNamespace[name] = [];
      byNamespace[name].push(position);
    }
  });
  return { byNamespace, anywhere };
}

/** Lists of positions; undefined: all. */
function listsOf(index: EndIndex, end: RuleEnd): Lists | undefined {
  const names = namespacesOf(end);
  if (names === undefined) return undefined;
  const near = names.filter((name) => hasKey(index.byNamespace, name)).map((name) => index.byNamespace[name]);
  return [index.anywhere].concat(near);
}
