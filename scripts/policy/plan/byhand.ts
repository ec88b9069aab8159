import { canonicalJson, hasKey } from '../text/canonical';
import type { ConfigEntry, Rulebase, RuleEntry } from '../panos/entry';
import { unneededObjects } from './objectchanges';
import { MATCH_FIELDS } from './rulematch';
import { hasNotes, knowsName, NO_NOTES, shortUuid } from './rulenotes';
import type { Closure, DeviceGroupState, MadeByHand, RuleNotes, Situation, StateRule } from './types';

/**
 * Managed rules and objects that a person renamed or cloned in Panorama: they carry both our tags, and a name that no run
 * gave them.
 *
 * A rule is known by its uuid where an earlier run saw it: renaming keeps it, a clone gets another one (vendor, "Track
 * Rules Within a Rulebase"). Otherwise it is known by what it says: its description names policy and entry.
 */

/**
 * The rules among those that are not compiled under their names.
 *
 * @param desired as compiled: what a closed rule stands as is not in it
 */
export function rulesMadeByHand(desired: Rulebase, state: DeviceGroupState, notes: RuleNotes = NO_NOTES): MadeByHand[] {
  const compiled: { [name: string]: true } = {};
  for (const { name } of desired.rules) compiled[name] = true;
  const unknown = state.rules.filter((rule) => rule.owned && !hasKey(compiled, rule.name));
  if (unknown.length === 0) return [];
  const origins = originsOf(desired.rules, state.rules, unknown);
  const seenAs = (rule: StateRule): string => {
    const uuid = shortUuid(rule.uuid);
    return hasKey(notes.names, uuid) ? notes.names[uuid] : '';
  };
  const found: MadeByHand[] = [];
  const add = (name: string, of: string): void => {
    const how = of === '' ? 'named' : origins.take(of) ? 'renamed' : 'copied';
    found.push({ entryKind: 'rule', name, how, of });
  };
  // What is known by its uuid is the rule itself; what merely says the same beside it is the copy.
  for (const rule of unknown) {
    const seen = seenAs(rule);
    if (seen !== '' && seen !== rule.name) add(rule.name, seen);
  }
  for (const rule of unknown) {
    if (seenAs(rule) !== '') continue;
    const of = origins.find(rule);
    const isOurs = hasPrefix(desired, rule.name) && (!hasNotes(notes) || knowsName(notes, rule.name));
    if (of !== undefined || !isOurs) add(rule.name, of || '');
  }
  return found;
}

interface Origins {
  /** The name of the rule that it is, or is a copy of. */
  find(rule: StateRule): string | undefined;
  /** Whether the name stood for nothing until now. */
  take(name: string): boolean;
}

/** A clone is named for what it was made of, with a number behind. */
const CLONED = /^(.+)-[0-9]{1,3}$/;

function originsOf(desired: readonly RuleEntry[], held: readonly StateRule[], unknown: readonly StateRule[]): Origins {
  const asked: { [description: string]: true } = {};
  for (const { description } of unknown) if (description !== '') asked['=' + description] = true;
  const descriptions: { [name: string]: readonly string[] } = {};
  const byContent: { [content: string]: string } = {};
  const stands: { [name: string]: true } = {};
  for (const rule of held) {
    if (!rule.owned) continue;
    descriptions[rule.name] = [rule.description];
    stands[rule.name] = true;
  }
  for (const rule of desired) {
    descriptions[rule.name] = [rule.description].concat(hasKey(descriptions, rule.name) ? descriptions[rule.name] : []);
    if (hasKey(asked, '=' + rule.description)) byContent[contentOf(rule)] = rule.name;
  }
  return {
    find(rule) {
      const match = CLONED.exec(rule.name);
      if (rule.description === '') return undefined;
      if (match !== null && hasKey(descriptions, match[1])) {
        // Numbers stand behind names of ours as well, of entries alike; their descriptions have them, too.
        if (descriptions[match[1]].indexOf(rule.description) >= 0) return match[1];
      }
      const content = rule.entry === undefined ? '' : contentOf(rule.entry);
      return hasKey(byContent, content) ? byContent[content] : undefined;
    },
    take(name) {
      const isFree = !hasKey(stands, name);
      stands[name] = true;
      return isFree;
    },
  };
}

/** What it matches and for whom, whatever it does with that: a person may have closed it. */
function contentOf(rule: RuleEntry): string {
  return canonicalJson([rule.description].concat(MATCH_FIELDS.map((field) => rule[field].slice().sort().join(','))));
}

function hasPrefix({ cluster }: Rulebase, name: string): boolean {
  return name.indexOf(cluster + '.') === 0;
}

/** The objects among those that are not needed. Objects have no uuids; what they hold is in their names. */
export function objectsMadeByHand(desired: Rulebase, state: DeviceGroupState): MadeByHand[] {
  const byContent: { [content: string]: string } = {};
  const stands: { [key: string]: true } = {};
  for (const object of state.objects) if (object.owned) stands[object.kind + ' ' + object.name] = true;
  for (const entry of (desired.addressGroups as readonly ConfigEntry[]).concat(desired.services)) {
    byContent[objectContent(entry)] = entry.name;
  }
  const found: MadeByHand[] = [];
  for (const { kind, name, entry, usedByOthers } of unneededObjects(desired, state)) {
    if (usedByOthers) continue;
    const content = entry === undefined ? '' : objectContent(entry);
    const of = hasKey(byContent, content) ? byContent[content] : '';
    if (of === '' && hasPrefix(desired, name)) continue;
    const key = kind + ' ' + of;
    found.push({ entryKind: kind, name, how: of === '' ? 'named' : hasKey(stands, key) ? 'copied' : 'renamed', of });
    stands[key] = true;
  }
  return found;
}

function objectContent(entry: ConfigEntry): string {
  return canonicalJson({ ...entry, name: '', description: '' });
}

/** As people see it, with what becomes of it. */
export function byHandSituations(
  made: readonly MadeByHand[],
  desired: Rulebase,
  closures: readonly Closure[],
): Situation[] {
  const compiled: { [key: string]: true } = {};
  const entries = (desired.rules as readonly ConfigEntry[]).concat(desired.addressGroups, desired.services);
  for (const { kind, name } of entries) compiled[kind + ' ' + name] = true;
  return made.map((one): Situation => {
    const isKept = one.entryKind === 'rule' && closures.some(({ standsAs }) => standsAs === one.name);
    const isBack = one.how === 'renamed' && hasKey(compiled, one.entryKind + ' ' + one.of);
    return { kind: 'by-hand', becomes: isKept ? 'kept' : isBack ? 'renamed-back' : 'deleted', ...one };
  });
}
