import { hasKey } from '../../text/canonical';
import { podNamespaces } from '../../values/alternatives';
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
export function decides(model: CompileModel, rule: CompiledRule, region: Region): boolean {
  return isForEverything(rule) && holdsRegion(model, rule, region, 'together');
}

function holdsRegion(model: CompileModel, rule: CompiledRule, region: Region, how: 'together' | 'alone'): boolean {
  return (
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
 * None yet; they are found by a namespace of one of their ends, whichever names fewer. There may be many, so that each is
 * asked briefly.
 */
export function createDecidedBoxes(model: CompileModel): DecidedBoxes {
  const bySource = createEndBoxes();
  const byDestination = createEndBoxes();
  return {
    add(rule) {
      if (!isForEverything(rule)) return;
      bySource.add(rule.sources, rule);
      byDestination.add(rule.destinations, rule);
    },
    hold(region) {
      const near = [bySource.near(region.sources), byDestination.near(region.destinations)];
      const lists = countOf(near[0]) < countOf(near[1]) ? near[0] : near[1];
      return lists.some((rules) => rules.some((rule) => holdsRegion(model, rule, region, 'alone')));
    },
  };
}

/** Rules by the namespaces of one end. */
interface EndBoxes {
  add(end: RuleEnd, rule: CompiledRule): void;
  /** Those that may hold the end: whoever does holds its first namespace. */
  near(end: RuleEnd): readonly (readonly CompiledRule[])[];
}

function createEndBoxes(): EndBoxes {
  const byNamespace: { [namespace: string]: CompiledRule[] } = {};
  const anywhere: CompiledRule[] = [];
  return {
    add(end, rule) {
      const names = namespacesOf(end);
      if (names === undefined) anywhere.push(rule);
      for (const name of names || []) {
        if (!hasKey(byNamespace, name)) byNamespace[name] = [];
        byNamespace[name].push(rule);
      }
    },
    near(end) {
      const names = namespacesOf(end);
      return names !== undefined && hasKey(byNamespace, names[0]) ? [anywhere, byNamespace[names[0]]] : [anywhere];
    },
  };
}

function countOf(lists: readonly (readonly CompiledRule[])[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}

/** The namespaces of an end that is pods alone; undefined for all others. */
export function namespacesOf(end: RuleEnd): string[] | undefined {
  return end.kind === 'isolated' ? undefined : podNamespaces(end.terms);
}
