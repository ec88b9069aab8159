import { canonicalJson, shortHash } from '../text/canonical';
import type { RuleEntry } from '../panos/entry';
import type { RuleNotes } from './types';

/** Nothing is remembered. */
export const NO_NOTES: RuleNotes = { names: {}, marks: {}, written: [] };

/** So much of a uuid tells the rules of a cluster apart, and lets the notes on some thousands stand in one list. */
const SHORT = 13;

/** The beginning of a rule's uuid, by which runs remember it. */
export function shortUuid(uuid: string): string {
  return uuid.slice(0, SHORT);
}

/** A few characters that are others when a rule says anything else. */
export function markOf(rule: RuleEntry): string {
  return shortHash(canonicalJson(rule)).slice(0, 8);
}

/** Whether earlier runs noted the cluster's rules. */
export function hasNotes({ names }: RuleNotes): boolean {
  return Object.keys(names).length > 0;
}

/** Whether a run gave this name, as far as that is noted. */
export function knowsName({ names, written }: RuleNotes, name: string): boolean {
  return written.indexOf(name) >= 0 || Object.keys(names).some((uuid) => names[uuid] === name);
}
