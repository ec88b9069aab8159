import { canonicalJson, sortedKeys } from '../text/canonical';
import { numbersOf } from '../prove/numbers';
import type { RuleEntry } from '../panos/entry';
import { isAuditRule } from '../plan/audit';
import type { RuleFacts } from '../prove/rules/rules';
import type { Kind } from './traffictext';
import { bothSpaces, isEmptySpace, portsOfRule, WHOLE, withoutSpace, type PortSpace } from './portspace';

/** What a rulebase does with connections. */
export interface Outcome {
  readonly allows: boolean;
  /** For people, and equal for equal outcomes. */
  readonly text: string;
}

/** A rule in both forms: as its names resolve, and as it is written. */
export interface ReadRule {
  readonly facts: RuleFacts;
  readonly outcome: Outcome;
  readonly ports: PortSpace;
  /** Equal for rules that take the same traffic and do the same with it. */
  readonly number: number;
}

/** What no managed rule matches is decided by whatever stands after them. */
const OPEN: Outcome = { allows: true, text: 'no managed rule' };

/** The rules, ready to be asked; `entries` are the same as they are written. */
export function readRules(rules: readonly RuleFacts[], entries: readonly RuleEntry[]): ReadRule[] {
  const read = rules.map((facts, position) => ({
    facts,
    outcome: outcomeOf(entries[position]),
    ports: portsOfRule(facts),
  }));
  const numbers = numbersOf(
    read.map(({ facts: { applications, categories, applicationDefault }, outcome, ports }) =>
      canonicalJson([applications, categories, applicationDefault, ports, outcome]),
    ),
  );
  return read.map((rule, position) => ({ ...rule, number: numbers[position] }));
}

function outcomeOf(rule: RuleEntry): Outcome {
  if (isAuditRule(rule)) return { allows: true, text: 'allowed, and denied when enforced' };
  if (rule.action !== 'allow') return { allows: false, text: 'denied' };
  return { allows: true, text: inspectionText(rule) };
}

/** `pci-strict, log end to soc`. */
function inspectionText(rule: RuleEntry): string {
  const setting = rule.profileSetting;
  const texts: string[] = [];
  if (setting.type === 'group') texts.push(setting.group);
  else if (setting.type === 'profiles') {
    for (const kind of sortedKeys(setting.profiles)) texts.push(kind + ' ' + String(setting.profiles[kind as never]));
  }
  if (texts.length === 0) texts.push('not inspected');
  const moments = (rule.logStart ? ['start'] : []).concat(rule.logEnd ? ['end'] : []);
  const to = rule.logSetting === '' ? '' : ' to ' + rule.logSetting;
  texts.push(moments.length === 0 ? 'not logged' : 'log ' + moments.join(' and ') + to);
  return texts.join(', ');
}

/** Some ports, and what becomes of connections with them. */
export interface Part {
  readonly ports: PortSpace;
  readonly outcome: Outcome;
}

/** All ports, divided among the first rules that match. */
export function decide(rules: readonly ReadRule[], kind: Kind): Part[] {
  const parts: Part[] = [];
  let left = WHOLE;
  for (const { facts, ports, outcome } of rules) {
    if (!takes(facts, kind)) continue;
    const taken = bothSpaces(left, ports);
    if (isEmptySpace(taken)) continue;
    parts.push({ ports: taken, outcome });
    left = withoutSpace(left, ports);
  }
  return isEmptySpace(left) ? parts : parts.concat([{ ports: left, outcome: OPEN }]);
}

function takes({ applications, categories, applicationDefault }: RuleFacts, kind: Kind): boolean {
  return (
    lists(applications, kind.application) &&
    lists(categories, kind.category) &&
    (!applicationDefault || kind.onDefaultPort === true)
  );
}

function lists(names: readonly string[] | undefined, name: string): boolean {
  return names === undefined || names.indexOf(name) >= 0;
}

/** Every kind of traffic that the rules tell apart. */
export function kindsOf(rules: readonly ReadRule[]): Kind[] {
  const applications = namesIn(rules.map(({ facts }) => facts.applications));
  const categories = namesIn(rules.map(({ facts }) => facts.categories));
  const ports = rules.some(({ facts }) => facts.applicationDefault) ? [true, false] : [undefined];
  const kinds: Kind[] = [];
  for (const application of applications) {
    for (const category of categories) {
      for (const onDefaultPort of ports) kinds.push({ application, category, onDefaultPort });
    }
  }
  return kinds;
}

function namesIn(lists: readonly (readonly string[] | undefined)[]): string[] {
  const names: { [name: string]: true } = {};
  for (const list of lists) for (const name of list || []) names[name] = true;
  return [''].concat(sortedKeys(names));
}
