import type { EntryAttributes, EntryInspection, LogSetting } from '../../attributes/types';
import type { ProfileKind, ProfileSetting, RuleEntry } from '../../panos/entry';
import { canonicalJson, sortedKeys } from '../../text/canonical';

type Profiles = { readonly [kind in ProfileKind]?: string };

/** How an allowed connection must be inspected and logged: the part of the attribute record that a rule shows. */
export interface InspectionRecord {
  readonly profileSetting: ProfileSetting;
  readonly logSetting: string;
  readonly logStart: boolean;
  readonly logEnd: boolean;
}

/** What the two sides of a connection and the cluster's defaults ask for together. */
export interface Wanted {
  /** undefined: any. */
  readonly applications: readonly string[] | undefined;
  readonly categories: readonly string[] | undefined;
  readonly applicationDefault: boolean;
  readonly record: InspectionRecord;
  /** Equal for equal records. */
  readonly recordKey: string;
}

/** One side: the attributes of the entry that decides there. */
export interface Side {
  readonly attributes: EntryAttributes;
  /** The entry names no ports. */
  readonly everyPort: boolean;
}

/**
 * Combines the sender's and the receiver's side (docs/attributes.md). A side without isolation has no entry and says
 * nothing.
 */
export function combineSides(sender: Side | undefined, receiver: Side | undefined, defaults: EntryAttributes): Wanted {
  const from: EntryAttributes = sender ? sender.attributes : {};
  const to: EntryAttributes = receiver ? receiver.attributes : {};
  const log = combinedLog(from.log, to.log) || defaults.log || 'end';
  const record: InspectionRecord = {
    profileSetting: profileSetting(combinedInspection(from.inspection, to.inspection), defaults.inspection),
    logSetting: to.logProfile || from.logProfile || defaults.logProfile || '',
    logStart: log === 'start' || log === 'both',
    logEnd: log === 'end' || log === 'both',
  };
  return {
    applications: narrowed(from.applications, to.applications) || defaults.applications,
    categories: narrowed(from.categories, to.categories) || defaults.categories,
    applicationDefault: asksForApplicationDefault(sender, receiver, defaults),
    record,
    recordKey: canonicalJson(record),
  };
}

/** The record that a rule gives to what it allows. */
export function ruleRecord(rule: RuleEntry): InspectionRecord {
  const setting = rule.profileSetting;
  const empty = setting.type === 'profiles' && sortedKeys(setting.profiles).length === 0;
  return {
    profileSetting: empty ? { type: 'none' } : setting,
    logSetting: rule.logSetting,
    logStart: rule.logStart,
    logEnd: rule.logEnd,
  };
}

/** The record of the implicit `intrazone-default`: nothing inspected, nothing logged. */
export const DEFAULT_RECORD: InspectionRecord = {
  profileSetting: { type: 'none' },
  logSetting: '',
  logStart: false,
  logEnd: false,
};

function narrowed(a: readonly string[] | undefined, b: readonly string[] | undefined): readonly string[] | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return a.filter((item) => b.indexOf(item) >= 0);
}

function combinedLog(a: LogSetting | undefined, b: LogSetting | undefined): LogSetting | undefined {
  if (a === undefined || a === 'none') return b === undefined ? a : b;
  if (b === undefined || b === 'none' || a === b) return a;
  return 'both';
}

function asksForApplicationDefault(
  sender: Side | undefined,
  receiver: Side | undefined,
  defaults: EntryAttributes,
): boolean {
  let said = false;
  let everyPort = true;
  for (const side of [sender, receiver]) {
    if (side === undefined) continue;
    if (side.attributes.service === 'application-default' && side.everyPort) return true;
    if (side.attributes.service !== undefined) said = true;
    if (!side.everyPort) everyPort = false;
  }
  return !said && everyPort && defaults.service === 'application-default';
}

function combinedInspection(
  sender: EntryInspection | undefined,
  receiver: EntryInspection | undefined,
): EntryInspection | undefined {
  if (receiver === undefined) return sender;
  if (sender === undefined || sender.type === 'group' || receiver.type === 'group') return receiver;
  const profiles: { [kind in ProfileKind]?: string } = {};
  copyProfiles(sender.profiles, profiles);
  for (const kind of kindsOf(receiver.profiles)) {
    const other = profiles[kind];
    // `none` beats the cluster's default, not the other policy's profile.
    if (other === undefined || receiver.profiles[kind] !== 'none') profiles[kind] = receiver.profiles[kind];
  }
  return { type: 'profiles', profiles };
}

function profileSetting(
  inspection: EntryInspection | undefined,
  defaults: EntryInspection | undefined,
): ProfileSetting {
  const said = inspection || defaults;
  if (said === undefined) return { type: 'none' };
  if (said.type === 'group') return said;
  const filled: { [kind in ProfileKind]?: string } = {};
  if (defaults && defaults.type === 'profiles') copyProfiles(defaults.profiles, filled);
  copyProfiles(said.profiles, filled);
  const profiles: { [kind in ProfileKind]?: string } = {};
  for (const kind of kindsOf(filled)) if (filled[kind] !== 'none') profiles[kind] = filled[kind];
  return kindsOf(profiles).length > 0 ? { type: 'profiles', profiles } : { type: 'none' };
}

function kindsOf(profiles: Profiles): ProfileKind[] {
  return sortedKeys(profiles) as ProfileKind[];
}

function copyProfiles(from: Profiles, to: { [kind in ProfileKind]?: string }): void {
  for (const kind of kindsOf(from)) to[kind] = from[kind];
}
