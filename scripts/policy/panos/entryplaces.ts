import type { Pair, RankedEntry } from '../compile/model';
import type { EntryNameParts } from './names';

/** Texts that tell entries and pairs of them apart, by what is in their names: peers, neither ports nor attributes. */

/** What of an entry is in names. */
export function nameParts(entry: RankedEntry): EntryNameParts {
  return {
    namespace: entry.namespace,
    policy: entry.policy.id.name,
    direction: entry.direction,
    key: entry.entry.key + (entry.part === '' ? '' : '.' + entry.part),
  };
}

/** `<namespace>/<policy>/<direction>/<key>`. */
export function placeText(entry: EntryNameParts): string {
  return [entry.namespace, entry.policy, entry.direction, entry.key].join('/');
}

/** Both entries' texts, the sender's first. */
export function pairText(pair: Pick<Pair, 'egress' | 'ingress'>): string {
  return placeText(nameParts(pair.egress)) + ' ' + placeText(nameParts(pair.ingress));
}

/** The first of the pairs' texts. */
export function firstPair(pairs: readonly Pair[]): string {
  return pairs.map(pairText).reduce(lesser);
}

/** The one that comes first. */
export function lesser(a: string, b: string): string {
  return b < a ? b : a;
}

/** What a rule is named for. */
export interface Named {
  /** Equal for rules that want one name. */
  readonly identity: string;
  name(cluster: string, limit: number): string;
}

/** Of rules that want one name, the first text of what they are for: theirs is the bare name. */
export interface FirstTexts {
  readonly [name: string]: string;
}
