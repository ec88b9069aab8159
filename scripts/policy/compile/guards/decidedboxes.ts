import { hasKey } from '../../text/canonical';
import { isPortSubset } from '../../values/ports';
import type { CompiledRule, CompileModel, RuleEnd } from '../model';
import { isEndCovered } from './ruleends';

/** Connections between two ends. */
export type Region = Pick<CompiledRule, 'sources' | 'destinations' | 'ports'>;

/** Boxes of connections that rules so far have decided, so that no later rule is asked about them. */
export interface DecidedBoxes {
  /** Of a rule without negations. */
  add(rule: CompiledRule): void;
  /** Whether one box holds the whole region. */
  hold(region: Region): boolean;
}

/** Whether nothing of the region is left behind the rule. One for some applications leaves the others. */
export function decides(
  model: CompileModel,
  rule: CompiledRule,
  region: Region,
  how: 'together' | 'alone' = 'together',
): boolean {
  return (
    isForEverything(rule) &&
    isPortSubset(region.ports, rule.ports) &&
    isEndCovered(model, region.sources, rule.sources, how) &&
    isEndCovered(model, region.destinations, rule.destinations, how)
  );
}

function isForEverything({ verdict }: CompiledRule): boolean {
  if (verdict.kind === 'deny') return true;
  const { applications, categories, applicationDefault } = verdict.record;
  return applications.length === 0 && categories.length === 0 && !applicationDefault;
}

/** None yet; they are found by a namespace of their destinations. There may be many, so that each is asked briefly. */
export function createDecidedBoxes(model: CompileModel): DecidedBoxes {
  const byNamespace: { [namespace: string]: CompiledRule[] } = {};
  const anywhere: CompiledRule[] = [];
  return {
    add(rule) {
      if (!isForEverything(rule)) return;
      const names = namespacesOf(rule.destinations);
      if (names === undefined) anywhere.push(rule);
      for (const name of names || []) {
        if (!hasKey(byNamespace, name)) byNamespace[name] = [];
        byNamespace[name].push(rule);
      }
    },
    hold(region) {
      const names = namespacesOf(region.destinations);
      const near = names !== undefined && hasKey(byNamespace, names[0]) ? byNamespace[names[0]] : [];
      return [anywhere, near].some((rules) => rules.some((rule) => decides(model, rule, region, 'alone')));
    },
  };
}

/** The namespaces of an end that is pods alone; undefined for all others. */
export function namespacesOf(end: RuleEnd): string[] | undefined {
  if (end.kind === 'isolated') return undefined;
  const names: { [name: string]: true } = {};
  for (const term of end.terms) {
    if (term.kind !== 'pods') return undefined;
    for (const name of term.namespaces.names) names[name] = true;
  }
  return Object.keys(names);
}
