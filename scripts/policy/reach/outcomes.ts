import { canonicalJson, hasKey, sortedKeys } from '../text/canonical';
import type { RuleEntry } from '../panos/entry';
import { isAuditRule } from '../plan/audit';
import type { RuleFacts } from '../prove/rules/rules';
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

/** What the firewall finds out about a connection; '' for what no rule names. */
export interface Kind {
  readonly application: string;
  readonly category: string;
}

/** What no managed rule matches is decided by whatever stands after them. */
const OPEN: Outcome = { allows: true, text: 'no managed rule' };

/** The rules, ready to be asked; `entries` are the same as they are written. */
export function readRules(rules: readonly RuleFacts[], entries: readonly RuleEntry[]): ReadRule[] {
  const numbers: { [text: string]: number } = {};
  let count = 0;
  return rules.map((facts, position) => {
    const outcome = outcomeOf(entries[position]);
    const ports = portsOfRule(facts);
    const text = canonicalJson([facts.applications, facts.categories, ports, outcome]);
    if (!hasKey(numbers, text)) {
      numbers[text] = count;
      count++;
    }
    return { facts, outcome, ports, number: numbers[text] };
  });
}

function outcomeOf(rule: RuleEntry): Outcome {
  if (isAuditRule(rule)) return { allows: true, text: 'allowed, and denied when enforced' };
  if (rule.action !== 'allow') return { allows: false, text: 'denied' };
  return { allows: true, text: inspectionText(rule) };
}

/** `pci-strict, log end to soc`. */
function inspectionText(rule: RuleEntry): string {
  const setting = rule.profileSetting;
  const texts = rule.service[0] === 'application-default' ? ['on the default ports of the application'] : [];
  const named = texts.length;
  if (setting.type === 'group') texts.push(setting.group);
  else if (setting.type === 'profiles') {
    for (const kind of sortedKeys(setting.profiles)) texts.push(kind + ' ' + String(setting.profiles[kind as never]));
  }
  if (texts.length === named) texts.push('not inspected');
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
    if (!takes(facts.applications, kind.application) || !takes(facts.categories, kind.category)) continue;
    const taken = bothSpaces(left, ports);
    if (isEmptySpace(taken)) continue;
    parts.push({ ports: taken, outcome });
    left = withoutSpace(left, ports);
  }
  return isEmptySpace(left) ? parts : parts.concat([{ ports: left, outcome: OPEN }]);
}

function takes(names: readonly string[] | undefined, name: string): boolean {
  return names === undefined || names.indexOf(name) >= 0;
}

/** Every kind of traffic that the rules tell apart. */
export function kindsOf(rules: readonly ReadRule[]): Kind[] {
  const applications = namesIn(rules.map(({ facts }) => facts.applications));
  const categories = namesIn(rules.map(({ facts }) => facts.categories));
  const kinds: Kind[] = [];
  for (const application of applications) for (const category of categories) kinds.push({ application, category });
  return kinds;
}

function namesIn(lists: readonly (readonly string[] | undefined)[]): string[] {
  const names: { [name: string]: true } = {};
  for (const list of lists) for (const name of list || []) names[name] = true;
  return [''].concat(sortedKeys(names));
}
