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
      const bySource = meeting(indexes[0], region.sources);
      const byDestination = meeting(indexes[1], region.destinations);
      const found = fewer(bySource, byDestination);
      if (found === undefined) return rules.slice(position + 1);
      return found.filter((at) => at > position).map((at) => rules[at]);
    },
  };
}

function fewer(a: readonly number[] | undefined, b: readonly number[] | undefined): readonly number[] | undefined {
  if (a === undefined || b === undefined) return a || b;
  return a.length < b.length ? a : b;
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

/** Positions in order; undefined: all. */
function meeting(index: EndIndex, end: RuleEnd): readonly number[] | undefined {
  const names = namespacesOf(end);
  if (names === undefined) return undefined;
  const found: { [position: number]: true } = {};
  for (const position of index.anywhere) found[position] = true;
  for (const name of names) {
    for (const position of hasKey(index.byNamespace, name) ? index.byNamespace[name] : []) found[position] = true;
  }
  return Object.keys(found)
    .map(Number)
    .sort((a, b) => a - b);
}
