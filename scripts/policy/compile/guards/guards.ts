import { recordKey } from '../../attributes/combine';
import { diagnose } from '../../diagnostics/diagnostic';
import { doPortsMeet, EVERYTHING, intersectPorts } from '../../values/ports';
import { ANY } from '../../values/term';
import { entriesOf } from '../ruleentries';
import { causesOfGuarded } from './guardcauses';
import type { CompiledRule, CompileModel, Inexpressible, RuleEnd } from '../model';
import { UNTOUCHED } from '../openrecord';
import { createDecidedBoxes, decides, type DecidedBoxes, type Region } from './decidedboxes';
import { excessOf, hasNegation, intersectEnds, isPartOfPods, positiveEnd } from './ruleends';
import { createRuleFinder } from './rulefinder';

/**
 * Negations (`NotIn`, `DoesNotExist`) in a rulebase whose groups have no "not" (docs/semantics.md). A rule with a
 * negation is written in its positive form, which takes in too much. What it takes in too much, its excess, is decided
 * by guards directly before it, as the rules behind it would: these are exact with their negations, cut to the excess,
 * and guarded in turn. It ends, since in each excess one more label has a value.
 */

/** Rules without negations. */
export interface GuardedRules {
  readonly rules: readonly CompiledRule[];
  /** Policies whose negations need more guards than there may be; not empty: the rules are not complete. */
  readonly inexpressible: readonly Inexpressible[];
}

/**
 * Guards that a rule of entries may need, and all rules together. What stands before the denials of all isolated pods is
 * about all policies, and grows as the cluster does.
 */
const MOST_OF_ENTRY = 200;
const MOST_OF_CLUSTER = 20000;

/** The two ends of a region. */
type Ends = Pick<Region, 'sources' | 'destinations'>;

/** The rules behind one in its list that may meet a region, in order. */
type Later = (position: number, region: Region) => readonly CompiledRule[];

/** What the guards of one rule are made with. */
interface Making {
  readonly model: CompileModel;
  readonly done: DecidedBoxes;
  readonly guards: CompiledRule[];
  /** How many may come yet. */
  left: number;
}

/** The rules in their order, each behind its guards. */
export function withGuards(model: CompileModel, rules: readonly CompiledRule[]): GuardedRules {
  if (!rules.some((rule) => hasNegations(model, rule))) return { rules, inexpressible: [] };
  const ordered = negationsLast(model, rules);
  const finder = createRuleFinder(ordered);
  const done = createDecidedBoxes(model);
  const guarded: CompiledRule[] = [];
  const inexpressible: Inexpressible[] = [];
  let left = MOST_OF_CLUSTER;
  ordered.forEach((rule, position) => {
    const limit = rule.subject.kind === 'block' ? left : Math.min(left, MOST_OF_ENTRY);
    const making: Making = { model, done, guards: [], left: limit };
    addGuards(making, rule, position, (at, region) => finder.after(at, region), EVERYWHERE);
    left -= making.guards.length;
    guarded.push.apply(guarded, making.guards);
    guarded.push(addPositive(making, rule));
    if (making.left >= 0) return;
    for (const cause of causesOfGuarded(model, rule)) {
      inexpressible.push({ causes: [cause], diagnostic: diagnose('negation-too-complex', { limit }, {}) });
    }
  });
  return { rules: guarded, inexpressible };
}

/**
 * Within the layers of entries, rules with negations stand behind the others, so that these have decided what their
 * guards would repeat. Where entries contend, their order decides, and stays.
 */
function negationsLast(model: CompileModel, rules: readonly CompiledRule[]): readonly CompiledRule[] {
  const ordered: CompiledRule[] = [];
  let waiting: CompiledRule[] = [];
  rules.forEach((rule, position) => {
    const isFree = isOfEntries(rule) && !entriesOf(rule).some((entry) => entry.contested);
    (isFree && hasNegations(model, rule) ? waiting : ordered).push(rule);
    if (position + 1 < rules.length && rules[position + 1].layer === rule.layer) return;
    ordered.push.apply(ordered, waiting);
    waiting = [];
  });
  return ordered;
}

function isOfEntries({ layer }: CompiledRule): boolean {
  return layer === 'pairs' || layer === 'entries';
}

function hasNegations(model: CompileModel, { sources, destinations }: CompiledRule): boolean {
  return hasNegation(model, sources) || hasNegation(model, destinations);
}

const EVERYWHERE: Ends = { sources: { kind: 'terms', terms: [ANY] }, destinations: { kind: 'terms', terms: [ANY] } };

/**
 * Adds the guards of one rule, in order; incomplete where no more may come.
 *
 * @param bounds where the list that the rule stands in holds
 */
function addGuards(making: Making, rule: CompiledRule, position: number, later: Later, bounds: Ends): void {
  const { model, done } = making;
  for (const { side, region } of excessRegions(model, rule, bounds)) {
    if (done.hold(region)) continue;
    const inside = decidedWhole(model, rule, side, region, (one) => later(position, one));
    inside.forEach((one, at) => {
      if (making.left < 0 || done.hold(one)) return;
      making.left--;
      addGuards(making, one, at, (from) => inside.slice(from + 1), region);
      making.guards.push(addPositive(making, one));
    });
  }
}

/** With its guards before it, the positive form is decided as a whole. */
function addPositive({ model, done }: Making, rule: CompiledRule): CompiledRule {
  const positive = {
    ...rule,
    sources: positiveEnd(model, rule.sources),
    destinations: positiveEnd(model, rule.destinations),
  };
  done.add(positive);
  return positive;
}

interface Excess {
  readonly side: 'from' | 'to';
  readonly region: Region;
}

function excessRegions(model: CompileModel, rule: CompiledRule, bounds: Ends): Excess[] {
  const { sources, destinations, ports } = rule;
  const from = excessOf(model, sources);
  const to = excessOf(model, destinations);
  const found: Excess[] = [];
  function otherEnd(which: keyof Ends): RuleEnd {
    const positive = positiveEnd(model, rule[which]);
    // Before, groups may hold Nodes, which are not decided yet.
    return isBehindHosts(rule) && isPartOfPods(model, positive) ? bounds[which] : positive;
  }
  if (from.length > 0) {
    const region: Region = {
      sources: { kind: 'terms', terms: from },
      destinations: otherEnd('destinations'),
      ports,
    };
    found.push({ side: 'from', region });
  }
  if (to.length > 0) {
    const region: Region = {
      sources: otherEnd('sources'),
      destinations: { kind: 'terms', terms: to },
      ports,
    };
    found.push({ side: 'to', region });
  }
  return found;
}

function isBehindHosts({ layer }: CompiledRule): boolean {
  return layer !== 'services' && layer !== 'nodes' && layer !== 'hosts';
}

/** The default ports of applications cannot be cut to some of them: then the region is decided on every port. */
function decidedWhole(
  model: CompileModel,
  rule: CompiledRule,
  side: 'from' | 'to',
  region: Region,
  later: (region: Region) => readonly CompiledRule[],
): CompiledRule[] {
  const inside = decided(model, rule, side, region, later(region));
  const isCut = inside.some(
    ({ verdict, ports }) =>
      verdict.kind === 'allow' && verdict.record.applicationDefault && ports.kind !== 'everything',
  );
  const whole: Region = { ...region, ports: EVERYTHING };
  return isCut ? decided(model, rule, side, whole, later(whole)) : inside;
}

/**
 * What becomes of the region: the rule itself as far as it is meant there, and the rules behind it, cut to the region;
 * empty where the rule may have it all. What none of them takes is isolated by nobody, and open.
 */
function decided(
  model: CompileModel,
  rule: CompiledRule,
  side: 'from' | 'to',
  region: Region,
  later: readonly CompiledRule[],
): CompiledRule[] {
  const guard = { of: rule, side, sources: region.sources, destinations: region.destinations };
  const inside: CompiledRule[] = [];
  let isDecided = false;
  for (const one of [rule].concat(later)) {
    const cut = cutRule(model, one, region);
    if (!cut || inside.some((earlier) => decides(model, earlier, cut))) continue;
    isDecided = decides(model, cut, region);
    inside.push({ ...cut, layer: rule.layer, guard });
    if (isDecided) break;
  }
  if (!isDecided) inside.push({ ...openRule(rule), guard });
  const last = inside[inside.length - 1];
  const key = verdictKey(last);
  while (inside.length > 1 && verdictKey(inside[inside.length - 2]) === key) inside.splice(inside.length - 2, 1);
  inside[inside.length - 1] = { ...last, ...region };
  return inside.length === 1 && key === verdictKey(rule) ? [] : inside;
}

function cutRule(model: CompileModel, rule: CompiledRule, region: Region): CompiledRule | undefined {
  if (!doPortsMeet(rule.ports, region.ports)) return undefined;
  const sources = intersectEnds(model, rule.sources, region.sources);
  const destinations = sources && intersectEnds(model, rule.destinations, region.destinations);
  if (!sources || !destinations) return undefined;
  return { ...rule, sources, destinations, ports: intersectPorts(rule.ports, region.ports) };
}

function openRule(rule: CompiledRule): CompiledRule {
  return { ...rule, subject: { kind: 'block', name: 'open' }, verdict: { kind: 'allow', record: UNTOUCHED } };
}

/** Equal for rules that do the same; blocks let through what no policy asks for. */
function verdictKey({ subject, verdict }: CompiledRule): string {
  if (verdict.kind === 'deny') return 'deny';
  return subject.kind === 'block' ? 'open' : recordKey(verdict.record);
}
