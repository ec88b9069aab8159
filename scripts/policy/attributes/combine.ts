import { canonicalJson, sortedUnique } from '../text/canonical';
import type { ProfileKind, ProfileSetting } from '../panos/entry';
import { kindsOf, overlaid, type Profiles } from './inspection';
import type { AttributeRecord, EntryAttributes, EntryInspection, LogSetting } from './types';

/** The two sides of one connection; an end that is not isolated has no entry and says nothing. */
export interface Sides {
  readonly sender?: EntryAttributes;
  readonly receiver?: EntryAttributes;
}

/** The record of an allowed connection, or that the two sides allow nothing together, because of which list. */
export type Combined =
  | {
      readonly kind: 'record';
      readonly record: AttributeRecord;
      /** True: one side names a profile group and the other something else; the receiver's side was taken. */
      readonly inspectionDiffers: boolean;
    }
  | { readonly kind: 'nothing'; readonly why: 'applications' | 'categories' };

const SILENT: EntryAttributes = {};

/** Combines what both sides and the cluster's defaults ask for (docs/attributes.md, "When two policies meet"). */
export function combineAttributes(sides: Sides, defaults: EntryAttributes): Combined {
  const sender = sides.sender || SILENT;
  const receiver = sides.receiver || SILENT;
  const applications = intersection(sender.applications, receiver.applications);
  if (applications && applications.length === 0) return { kind: 'nothing', why: 'applications' };
  const categories = intersection(sender.categories, receiver.categories);
  if (categories && categories.length === 0) return { kind: 'nothing', why: 'categories' };
  const log = combinedLog(sender.log, receiver.log) || defaults.log || 'end';
  return {
    kind: 'record',
    record: {
      applications: applications || defaults.applications || [],
      categories: categories || defaults.categories || [],
      profileSetting: profileSetting(combinedInspection(sender.inspection, receiver.inspection), defaults.inspection),
      logProfile: receiver.logProfile || sender.logProfile || defaults.logProfile || '',
      logStart: log === 'start' || log === 'both',
      logEnd: log === 'end' || log === 'both',
      applicationDefault: isApplicationDefault(sender, receiver, defaults),
      tickets: tickets(sender, receiver),
    },
    inspectionDiffers: doInspectionsDiffer(sender.inspection, receiver.inspection),
  };
}

/** Equal for equal records, and only for these. */
export function recordKey(record: AttributeRecord): string {
  return canonicalJson(record);
}

/** What both lists name; undefined, which is any, where neither side says anything. */
function intersection(
  a: readonly string[] | undefined,
  b: readonly string[] | undefined,
): readonly string[] | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return a.filter((name) => b.indexOf(name) >= 0);
}

/** Start and end make both; whoever logs beats `none`. */
function combinedLog(a: LogSetting | undefined, b: LogSetting | undefined): LogSetting | undefined {
  if (a === undefined || a === 'none') return b === undefined ? a : b;
  if (b === undefined || b === 'none' || a === b) return a;
  return 'both';
}

/** Either side may ask; the default holds where neither says anything. */
function isApplicationDefault(sender: EntryAttributes, receiver: EntryAttributes, defaults: EntryAttributes): boolean {
  if (sender.service === 'application-default' || receiver.service === 'application-default') return true;
  const said = sender.service !== undefined || receiver.service !== undefined;
  return !said && defaults.service === 'application-default';
}

function tickets(sender: EntryAttributes, receiver: EntryAttributes): string[] {
  const named: string[] = [];
  if (sender.ticket !== undefined) named.push(sender.ticket);
  if (receiver.ticket !== undefined) named.push(receiver.ticket);
  return sortedUnique(named);
}

/** True where a group meets anything but the same group. */
function doInspectionsDiffer(sender: EntryInspection | undefined, receiver: EntryInspection | undefined): boolean {
  if (!sender || !receiver) return false;
  if (sender.type === 'group' && receiver.type === 'group') return sender.group !== receiver.group;
  return sender.type === 'group' || receiver.type === 'group';
}

/** Single profiles join kind by kind; where a group is involved, the receiver's side wins whole. */
function combinedInspection(
  sender: EntryInspection | undefined,
  receiver: EntryInspection | undefined,
): EntryInspection | undefined {
  if (!sender) return receiver;
  if (!receiver) return sender;
  if (sender.type === 'group' || receiver.type === 'group') return receiver;
  const profiles: { [kind in ProfileKind]?: string } = {};
  for (const kind of kindsOf(sender.profiles)) profiles[kind] = sender.profiles[kind];
  for (const kind of kindsOf(receiver.profiles)) {
    // `none` beats the cluster's default, not the other policy's profile.
    if (receiver.profiles[kind] !== 'none' || profiles[kind] === undefined) profiles[kind] = receiver.profiles[kind];
  }
  return { type: 'profiles', profiles };
}

/** Default single profiles fill the kinds that nobody names; a default group holds only where nobody names anything. */
function profileSetting(said: EntryInspection | undefined, defaults: EntryInspection | undefined): ProfileSetting {
  const decided = said || defaults;
  if (!decided) return { type: 'none' };
  if (decided.type === 'group') return { type: 'group', group: decided.group };
  const base: Profiles = defaults && defaults.type === 'profiles' ? defaults.profiles : {};
  return withoutNone(overlaid(base, decided.profiles));
}

function withoutNone(profiles: Profiles): ProfileSetting {
  const real: { [kind in ProfileKind]?: string } = {};
  let named = false;
  for (const kind of kindsOf(profiles)) {
    if (profiles[kind] === 'none') continue;
    real[kind] = profiles[kind];
    named = true;
  }
  return named ? { type: 'profiles', profiles: real } : { type: 'none' };
}
