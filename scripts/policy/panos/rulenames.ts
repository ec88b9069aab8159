import { hasKey, shortHash } from '../text/canonical';
import { termsContent } from '../values/termtext';
import type { CompiledRule, Pair, RankedEntry } from '../compile/model';
import type { ClusterProfile } from '../profile/types';
import { firstPair, lesser, nameParts, pairText, placeText, type FirstTexts, type Named } from './entryplaces';
import { firstParts, namedForParts } from './jointnames';
import { LIMITS } from './limits';
import { contentHash, createNameTable, entryName, pairName, type EntryNameParts } from './names';

/**
 * Names of rules. A name says which entries a rule is for, by their peers. Ports, attributes and what
 * else a rule matches are in no part of it, so that a rule whose policy changes there is edited in place, and keeps its
 * uuid, its hit count and the log filters that name it.
 */

/** Gives every rule of one rulebase a name of its own. */
export interface RuleNames {
  /**
   * The name of one of the rules that a compiled rule becomes.
   *
   * @param part 0 for the first or only one, 1 for that of the second address family
   */
  name(rule: CompiledRule, part: number): string;
}

/**
 * Names rules in the order in which it is asked; the same rules in the same order get the same names.
 *
 * @param rules all rules of the rulebase
 */
export function createRuleNames(profile: ClusterProfile, rules: readonly CompiledRule[]): RuleNames {
  const table = createNameTable();
  const counts: { [identity: string]: number } = {};
  const firsts: Firsts = {
    pairs: firstPairs(rules),
    hosts: firstHostEntries(rules),
    joined: firstParts(rules),
  };
  return {
    name(rule, part) {
      const named = namedFor(rule, firsts);
      const suffix = PART_SUFFIXES[part];
      const identity = [rule.layer, named.identity, suffix].join(' ');
      const count = (hasKey(counts, identity) ? counts[identity] : 0) + 1;
      counts[identity] = count;
      // What tells rules apart that want one name is what they are for, and never what they match.
      const content = count === 1 ? identity : identity + ' ' + String(count);
      return table.name(
        named.name(profile.cluster, LIMITS.ruleName - suffix.length) + suffix,
        content,
        LIMITS.ruleName,
      );
    },
  };
}

/** `_` stands in no Kubernetes name. IPv4 comes first, and keeps its name where IPv6 joins it. */
const PART_SUFFIXES = ['', '_ipv6'] as const;

function namedFor(rule: CompiledRule, firsts: Firsts): Named {
  if (!rule.guard) return namedForSubject(rule, firsts);
  const of = namedFor(rule.guard.of, firsts);
  // A denial has no more to its name than the rule before which it stands.
  if (rule.verdict.kind === 'deny') return withSuffix(of, GUARD + rule.guard.side);
  return withSuffix(
    namedForSubject(rule, firsts),
    GUARD + shortHash(of.identity + ' ' + rule.guard.side).slice(0, GUARD_HASH),
  );
}

const GUARD = '_not-';
const GUARD_HASH = 4;

function withSuffix(named: Named, suffix: string): Named {
  return {
    identity: named.identity + suffix,
    name: (cluster, limit) => named.name(cluster, limit - suffix.length) + suffix,
  };
}

function namedForSubject(rule: CompiledRule, firsts: Firsts): Named {
  const subject = rule.subject;
  switch (subject.kind) {
    case 'entry':
      return namedForEntry(nameParts(subject.entry));
    case 'pair':
      return namedForPair(subject);
    case 'pairs':
      return namedForPairs(subject, firsts.pairs);
    case 'hosts':
      return namedForHosts(rule, subject, firsts.hosts);
    case 'service':
      return {
        identity: '_services-' + subject.name,
        name: (cluster) => cluster + '._services-' + subject.name,
      };
    case 'joined':
      return namedForParts(rule, subject.parts, firsts.joined);
    case 'block':
      return {
        identity: '_' + subject.name,
        name: (cluster) => cluster + '._' + subject.name,
      };
  }
}

type HostEntries = Extract<CompiledRule['subject'], { readonly kind: 'hosts' }>;

/**
 * A rule for node addresses is named for these. Where several have the same, for other ports or attributes, the first of
 * their entries by name tells the others apart.
 */
function namedForHosts(rule: CompiledRule, subject: HostEntries, firstOf: FirstTexts): Named {
  const place = hostsPlace(rule, subject);
  const first = firstEntry(subject.entries);
  const suffix = firstOf[place] === first ? '' : '-' + contentHash(first);
  const direction = subject.direction === 'ingress' ? 'in-' : 'eg-';
  const name = '._hosts-' + direction + contentHash(place) + suffix;
  return { identity: name, name: (cluster) => cluster + name };
}

/** The direction and the node addresses. */
function hostsPlace(rule: CompiledRule, { direction }: HostEntries): string {
  const nodes = direction === 'ingress' ? rule.sources : rule.destinations;
  return direction + '|' + (nodes.kind === 'terms' ? termsContent(nodes.terms) : '');
}

function firstEntry(entries: readonly RankedEntry[]): string {
  return entries.map((entry) => placeText(nameParts(entry))).reduce(lesser);
}

function firstHostEntries(rules: readonly CompiledRule[]): FirstTexts {
  const found: { [place: string]: string } = {};
  for (const rule of rules) {
    if (rule.subject.kind !== 'hosts') continue;
    const place = hostsPlace(rule, rule.subject);
    const first = firstEntry(rule.subject.entries);
    if (!hasKey(found, place) || first < found[place]) found[place] = first;
  }
  return found;
}

function namedForEntry(entry: EntryNameParts): Named {
  return {
    identity: placeText(entry),
    name: (cluster, limit) => entryName(cluster, entry, limit),
  };
}

function namedForPair(pair: Pick<Pair, 'egress' | 'ingress'>): Named {
  return {
    identity: pairText(pair),
    name: (cluster, limit) => pairName(cluster, nameParts(pair.egress), nameParts(pair.ingress), limit),
  };
}

/**
 * A rule that joins an entry's pairs is named for the entry alone, so that it keeps its name whoever joins it or leaves
 * it. Where an entry has several such rules, for other ports or attributes, the first of its pairs by name tells the
 * others apart.
 */
function namedForPairs(subject: JoinedPairs, firstOf: FirstTexts): Named {
  const entry = nameParts(subject.entry);
  const first = firstPair(subject.pairs);
  const suffix = firstOf[placeText(entry)] === first ? JOINED : JOINED + '-' + contentHash(first);
  return {
    identity: placeText(entry) + suffix,
    name: (cluster, limit) => entryName(cluster, entry, limit - suffix.length) + suffix,
  };
}

const JOINED = '_pairs';

type JoinedPairs = Extract<CompiledRule['subject'], { readonly kind: 'pairs' }>;

/** First texts by what rules are named for: an entry that joins pairs, node addresses, what parts have in common. */
interface Firsts {
  readonly pairs: FirstTexts;
  readonly hosts: FirstTexts;
  readonly joined: FirstTexts;
}

/** By the entry that joins pairs. */
function firstPairs(rules: readonly CompiledRule[]): FirstTexts {
  const found: { [entry: string]: string } = {};
  for (const { subject } of rules) {
    if (subject.kind !== 'pairs') continue;
    const entry = placeText(nameParts(subject.entry));
    const first = firstPair(subject.pairs);
    if (!hasKey(found, entry) || first < found[entry]) found[entry] = first;
  }
  return found;
}
