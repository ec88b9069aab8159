import { hasKey } from '../../text/canonical';
import { podNamespaces } from '../../values/alternatives';
import { isPortSubset } from '../../values/ports';
import type { CompiledRule, CompileModel, RuleEnd } from '../model';
import { isEndCovered, mayHoldPods } from './ruleends';

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

/**
 * None yet; they are found by a namespace of their destinations or else of their sources. There may be many, so that
 * each is asked briefly.
 */
export function createDecidedBoxes(model: CompileModel): DecidedBoxes {
  const toPods: { [namespace: string]: CompiledRule[] } = {};
  const fromPods: { [namespace: string]: CompiledRule[] } = {};
  const toAddresses: CompiledRule[] = [];
  const anywhere: CompiledRule[] = [];
  function addTo(index: { [namespace: string]: CompiledRule[] }, names: readonly string[], rule: CompiledRule): void {
    for (const name of names) {
      if (!hasKey(index, name)) index[name] = [];
      index[name].push(rule);
    }
  }
  return {
    add(rule) {
      if (!isForEverything(rule)) return;
      const destinations = namespacesOf(rule.destinations);
      const sources = namespacesOf(rule.sources);
      if (destinations !== undefined) addTo(toPods, destinations, rule);
      else if (sources !== undefined) addTo(fromPods, sources, rule);
      else (mayHoldPods(model, rule.destinations) ? anywhere : toAddresses).push(rule);
    },
    hold(region) {
      const ofAddresses = mayHoldPods(model, region.destinations) ? [] : toAddresses;
      const near = [anywhere, ofAddresses, nearOf(toPods, region.destinations), nearOf(fromPods, region.sources)];
      return near.some((rules) => rules.some((rule) => decides(model, rule, region, 'alone')));
    },
  };
}

/** Whoever holds the end holds its first namespace. */
function nearOf(
  index: { readonly [namespace: string]: readonly CompiledRule[] },
  end: RuleEnd,
): readonly CompiledRule[] {
  const names = namespacesOf(end);
  return names !== undefined && hasKey(index, names[0]) ? index[names[0]] : [];
}

/** The namespaces of an end that is pods alone; undefined for all others. */
export function namespacesOf(end: RuleEnd): string[] | undefined {
  return end.kind === 'isolated' ? undefined : podNamespaces(end.terms);
}
