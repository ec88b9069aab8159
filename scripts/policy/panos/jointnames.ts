import { hasKey } from '../text/canonical';
import { endKey } from '../compile/compact/endkey';
import type { CompiledRule, RuleEnd } from '../compile/model';
import { addressMembers } from '../values/addresstext';
import type { Term } from '../values/term';
import { termsContent } from '../values/termtext';
import { firstPair, lesser, nameParts, pairText, placeText, type FirstTexts, type Named } from './entryplaces';
import { boundedName, contentHash, entryName, nameText, type EntryNameParts } from './names';

/**
 * Names of rules that stand for several (style `compact`): for the policy that all of these have in common, else for the
 * end that is the same in all, so that a rule keeps its name whoever joins it or leaves it.
 */

/** A rule that stands for several has a bare name where the first part of all that are named alike is one of its own. */
export function namedForParts(rule: CompiledRule, parts: readonly CompiledRule[], firstOf: FirstTexts): Named {
  const place = jointPlace(rule, parts);
  const first = firstPart(parts);
  const suffix = firstOf[place.identity] === first ? '' : '-' + contentHash(first);
  return {
    identity: place.identity + suffix,
    name: (cluster, limit) => place.name(cluster, limit - suffix.length) + suffix,
  };
}

/** The first texts of all rules that stand for several, by what these are named for. */
export function firstParts(rules: readonly CompiledRule[]): FirstTexts {
  const found: { [place: string]: string } = {};
  for (const rule of rules) {
    if (rule.subject.kind !== 'joined') continue;
    const { identity } = jointPlace(rule, rule.subject.parts);
    const first = firstPart(rule.subject.parts);
    if (!hasKey(found, identity) || first < found[identity]) found[identity] = first;
  }
  return found;
}

/** What a rule of these parts is named for; others may be named for the same. */
function jointPlace(rule: CompiledRule, parts: readonly CompiledRule[]): Named {
  const policy = commonPolicy(parts);
  if (policy) return { identity: placeText(policy), name: (cluster, limit) => entryName(cluster, policy, limit) };
  const name = (rule.layer === 'services' ? '_services_' : '_') + sharedText(rule, parts);
  return { identity: name, name: (cluster, limit) => boundedName(cluster + '.' + name, limit) };
}

/** Whether a rule of the cluster is named for what several policies or Services have in common. */
export function isSharedName(cluster: string, name: string): boolean {
  return name.indexOf(cluster + '.') === 0 && SHARED_NAME.test(name.slice(cluster.length + 1));
}

const SHARED_NAME = /^_(services_)?(to-|from-|shared)/;

/** The text of the part that comes first: it tells rules apart that are named for the same. */
function firstPart(parts: readonly CompiledRule[]): string {
  return parts.map(partText).reduce(lesser);
}

function partText({ subject }: CompiledRule): string {
  switch (subject.kind) {
    case 'entry':
      return placeText(nameParts(subject.entry));
    case 'pair':
      return pairText(subject);
    case 'pairs':
      return placeText(nameParts(subject.entry)) + ' ' + firstPair(subject.pairs);
    case 'service':
      return subject.name;
    case 'joined':
    case 'hosts':
    case 'block':
      return '';
  }
}

/** The policy and direction of all parts, in place of an entry; undefined where they have none in common. */
export function commonPolicy(parts: readonly CompiledRule[]): EntryNameParts | undefined {
  const texts = parts.map((part) => policiesOf(part).map(placeText));
  return policiesOf(parts[0]).filter((one) => texts.every((some) => some.indexOf(placeText(one)) >= 0))[0];
}

const JOINED_KEY = 'joined';

function policiesOf({ subject }: CompiledRule): EntryNameParts[] {
  switch (subject.kind) {
    case 'entry':
    case 'pairs':
      return [{ ...nameParts(subject.entry), key: JOINED_KEY }];
    case 'pair':
      return [subject.egress, subject.ingress].map((entry) => ({ ...nameParts(entry), key: JOINED_KEY }));
    case 'service':
    case 'joined':
    case 'hosts':
    case 'block':
      return [];
  }
}

/** `to-shop.app-web-<hash>`, `from-…`; `shared` where neither end is the same in all. */
function sharedText(rule: CompiledRule, parts: readonly CompiledRule[]): string {
  const to = endKey(rule.destinations);
  const from = endKey(rule.sources);
  if (parts.every((part) => endKey(part.destinations) === to)) return 'to-' + endText(rule.destinations);
  if (parts.every((part) => endKey(part.sources) === from)) return 'from-' + endText(rule.sources);
  return 'shared';
}

function endText(end: RuleEnd): string {
  if (end.kind === 'isolated') return 'isolated';
  const more = end.terms.length > 1 ? '-and-more' : '';
  return (termText(end.terms[0]) + more).slice(0, READABLE) + '-' + contentHash(termsContent(end.terms));
}

// Names with all of it fit but for clusters with the longest names.
const READABLE = 28;

function termText(term: Term): string {
  switch (term.kind) {
    case 'any':
      return 'any';
    case 'addresses':
      return nameText(addressMembers(term.addresses)[0]);
    case 'pods': {
      const names = term.namespaces.names;
      const values = term.requirements.map(({ values }) => values.join('-'));
      return nameText([names.length === 1 ? names[0] : 'namespaces'].concat(values).join('.'));
    }
  }
}
