import { canonicalJson, hasKey } from '../text/canonical';
import { numbersOf } from '../prove/numbers';
import { isAuditRule } from '../plan/audit';
import { heaviestIncreasing } from '../plan/moves';
import type { AddressGroupEntry, Rulebase, RuleEntry } from '../panos/entry';

/** Positions of rules in each of two rulebases. */
export interface Differing {
  /** Those that the other one lacks, or has elsewhere. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** For each rule of the old one that is in the new one, too: where it is there. */
  readonly kept: { readonly [before: number]: number | undefined };
}

/**
 * The rules that one of the rulebases lacks, or has at another place among those that both have. A connection that none
 * of them matches meets the same rule first in both.
 */
export function differingRules(before: Rulebase, after: Rulebase): Differing {
  const numbers = numbersOf(meaningsOf(before, after));
  const old = before.rules.length;
  const positions: { [meaning: number]: number[] | undefined } = {};
  numbers.slice(0, old).forEach((meaning, position) => {
    const known = positions[meaning];
    if (known === undefined) positions[meaning] = [position];
    else known.push(position);
  });
  const matched: { readonly before: number; readonly after: number }[] = [];
  numbers.slice(old).forEach((meaning, position) => {
    const first = (positions[meaning] || []).shift();
    if (first !== undefined) matched.push({ before: first, after: position });
  });
  const kept = heaviestIncreasing(
    matched.map((pair) => pair.before),
    matched.map(() => 1),
  ).map((position) => matched[position]);
  const keptBefore: { [before: number]: number } = {};
  const keptAfter: { [after: number]: number } = {};
  for (const pair of kept) {
    keptBefore[pair.before] = pair.after;
    keptAfter[pair.after] = pair.before;
  }
  return {
    before: others(before.rules.length, keptBefore),
    after: others(after.rules.length, keptAfter),
    kept: keptBefore,
  };
}

function others(count: number, kept: { readonly [position: number]: number | undefined }): number[] {
  const found: number[] = [];
  for (let position = 0; position < count; position++) if (kept[position] === undefined) found.push(position);
  return found;
}

/** For each rule a text that is equal for rules that match and do the same, whatever they and their objects are called. */
function meaningsOf(before: Rulebase, after: Rulebase): string[] {
  const filters = numbersOf(
    before.addressGroups.concat(after.addressGroups).map(({ match }) => (match.type === 'dynamic' ? match.filter : '')),
  );
  const of = ({ rules, addressGroups, services }: Rulebase, shift: number): string[] => {
    const ends = groupTexts(addressGroups, filters.slice(shift, shift + addressGroups.length));
    const ports: { [name: string]: string } = {};
    for (const service of services) ports[service.name] = service.protocol + '/' + service.port;
    return rules.map((rule) => meaningOf(rule, ends, ports));
  };
  return of(before, 0).concat(of(after, before.addressGroups.length));
}

/** What each group holds, through all static ones: what stands in one is named by numbers, so that texts stay short. */
function groupTexts(
  groups: readonly AddressGroupEntry[],
  filters: readonly number[],
): { readonly [name: string]: string } {
  const texts: { [name: string]: string } = {};
  groups.forEach(({ name, match }, position) => {
    // A group that holds itself is not readable; its own name stands for it within.
    texts[name] = match.type === 'dynamic' ? 'filter ' + String(filters[position]) : name;
  });
  const done: { [name: string]: true } = {};
  const byName: { [name: string]: AddressGroupEntry } = {};
  for (const group of groups) byName[group.name] = group;
  const resolve = (name: string): string => {
    if (!hasKey(byName, name)) return name;
    const { match } = byName[name];
    if (match.type === 'static' && !hasKey(done, name)) {
      done[name] = true;
      texts[name] = canonicalJson(match.members.map(resolve));
    }
    return texts[name];
  };
  for (const { name } of groups) resolve(name);
  return texts;
}

function meaningOf(
  rule: RuleEntry,
  ends: { readonly [name: string]: string },
  ports: { readonly [name: string]: string },
): string {
  return canonicalJson([
    [rule.from, rule.to, rule.application, rule.category, [rule.action]],
    rule.source.map((name) => (hasKey(ends, name) ? ends[name] : name)),
    rule.destination.map((name) => (hasKey(ends, name) ? ends[name] : name)),
    rule.service.map((name) => (hasKey(ports, name) ? ports[name] : name)),
    [rule.profileSetting, rule.logSetting, rule.logStart, rule.logEnd, isAuditRule(rule)],
  ]);
}
