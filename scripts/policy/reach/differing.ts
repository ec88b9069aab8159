import { canonicalJson, hasKey } from '../text/canonical';
import { isAuditRule } from '../plan/audit';
import { heaviestIncreasing } from '../plan/moves';
import type { Rulebase, RuleEntry } from '../panos/entry';

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
  const old = meanings(before);
  const positions: { [meaning: string]: number[] } = {};
  old.forEach((meaning, position) => {
    if (!hasKey(positions, meaning)) positions[meaning] = [];
    positions[meaning].push(position);
  });
  const matched: { readonly before: number; readonly after: number }[] = [];
  meanings(after).forEach((meaning, position) => {
    const first = hasKey(positions, meaning) ? positions[meaning].shift() : undefined;
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
function meanings({ rules, addressGroups, services }: Rulebase): string[] {
  const ends: { [name: string]: string } = {};
  for (const group of addressGroups) ends[group.name] = canonicalJson(group.match);
  const ports: { [name: string]: string } = {};
  for (const service of services) ports[service.name] = service.protocol + '/' + service.port;
  return rules.map((rule) => meaningOf(rule, ends, ports));
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
