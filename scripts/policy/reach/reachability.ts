import { stableSort } from '../text/canonical';
import type { RawObject } from '../kubernetes/types';
import type { Rulebase } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import type { Row } from '../prove/endpoints/rows';
import { readAll, type Reading } from '../prove/reading';
import type { RulebaseFacts, RuleEnd } from '../prove/rules/rules';
import { readHeld, type HeldRulebase } from './before';
import { differingRules, type Differing } from './differing';
import { endsOf, type EndGroup, type Ends } from './ends';
import { newFlowTable } from './flows';
import { comparePair } from './comparepair';
import { readRules } from './outcomes';
import type { Reachability } from './types';

/** What is compared. */
export interface ReachabilityInput {
  readonly objects: readonly RawObject[];
  readonly profile: ClusterProfile;
  readonly before: HeldRulebase;
  /** As it will stand in Panorama. */
  readonly after: Rulebase;
  /** Pairs of kinds of ends that are compared at most. */
  readonly most: number;
  /** Of objects, profile and `after`, where the proof has read them. */
  readonly reading?: Reading | undefined;
}

/**
 * Compares what two rulebases do with connections between today's pods, Services and nodes and the addresses that rules
 * tell apart. Looks only at ends that some differing rule matches: all others meet the same rule first in both.
 */
export function reachability(input: ReachabilityInput): Reachability {
  const { profile, before, after, most } = input;
  const old = before.rulebase;
  const reading = input.reading || readAll({ objects: input.objects, profile, rulebase: after });
  const all = old.rules.length === 0 ? everyRule(after) : differingRules(old, after);
  const gone = readHeld(old, profile, all.before);
  const differing = { ...all, before: gone.positions };
  const facts = bothFacts(reading.rulebase, gone.facts);
  const ends = endsOf(reading, profile, facts, [{ ...old, rules: gone.rules }, after]);
  const entries = after.rules.concat(gone.rules);
  const orders = {
    rules: readRules(facts.rules, entries),
    after: after.rules.length,
    before: ranksBefore(old.rules.length, after.rules.length, differing),
    known: {},
  };
  const bits = differing.after.concat(gone.rules.map((_rule, index) => after.rules.length + index));
  const table = newFlowTable();
  const pairs = pairsOf(ends, bits, most);
  for (const [source, destination] of pairs.found) {
    for (const change of comparePair(ends.scheme, orders, source, destination)) table.add(source, destination, change);
  }
  return {
    ...table.flows(),
    hasPods: ends.hasPods,
    compared: pairs.found.length,
    skipped: pairs.skipped,
    unreadable: before.unreadable.concat(gone.unreadable),
  };
}

/** Where there was no rule before, all differ. */
function everyRule({ rules }: Rulebase): Differing {
  return { before: [], after: rules.map((_rule, position) => position), kept: {} };
}

/** Each rule once: those of the new rulebase, then those that only the old one has. */
function bothFacts(now: RulebaseFacts, gone: RulebaseFacts): RulebaseFacts {
  const shift = now.filters.length;
  const moved = (end: RuleEnd): RuleEnd => ({ ...end, filters: end.filters.map((filter) => filter + shift) });
  return {
    rules: now.rules.concat(
      gone.rules.map((rule) => ({ ...rule, source: moved(rule.source), destination: moved(rule.destination) })),
    ),
    filters: now.filters.concat(gone.filters),
    filterTags: now.filterTags.concat(gone.filterTags),
    failures: now.failures.concat(gone.failures),
  };
}

function ranksBefore(old: number, now: number, { before, kept }: Differing): { [bit: number]: number } {
  const ranks: { [bit: number]: number } = {};
  before.forEach((position, index) => {
    ranks[now + index] = position;
  });
  for (let position = 0; position < old; position++) {
    const bit = kept[position];
    if (bit !== undefined) ranks[bit] = position;
  }
  return ranks;
}

type Pair = readonly [EndGroup, EndGroup];

/** Who meets some of these rules at both ends, those of the narrowest rules first. */
function pairsOf(
  { scheme, groups }: Ends,
  bits: readonly number[],
  most: number,
): { readonly found: readonly Pair[]; readonly skipped: number } {
  const judged = groups.filter((group) => !group.isService);
  const senders = groupsByBit(judged, (group) => group.source);
  const receivers = groupsByBit(groups, (group) => group.destination);
  const sides = bits.map((bit) => ({
    senders: scheme.always.source[bit] ? judged : senders[bit] || [],
    receivers: scheme.always.destination[bit] ? groups : receivers[bit] || [],
  }));
  const ordered = stableSort(
    sides,
    (a, b) => a.senders.length * a.receivers.length - b.senders.length * b.receivers.length,
  );
  const seen: { [pair: number]: true | undefined } = {};
  const found: Pair[] = [];
  let skipped = 0;
  for (const side of ordered) {
    if (found.length + side.senders.length * side.receivers.length > most) {
      skipped++;
      continue;
    }
    for (const sender of side.senders) {
      for (const receiver of side.receivers) {
        if (sender.family !== receiver.family || (sender === receiver && sender.isSingle)) continue;
        const pair = sender.position * groups.length + receiver.position;
        if (seen[pair]) continue;
        seen[pair] = true;
        found.push([sender, receiver]);
      }
    }
  }
  return { found, skipped };
}

function groupsByBit(
  groups: readonly EndGroup[],
  rowOf: (group: EndGroup) => Row,
): { readonly [bit: number]: readonly EndGroup[] | undefined } {
  const found: { [bit: number]: EndGroup[] | undefined } = {};
  for (const group of groups) {
    for (const bit of rowOf(group)) {
      const known = found[bit];
      if (known === undefined) found[bit] = [group];
      else known.push(group);
    }
  }
  return found;
}
