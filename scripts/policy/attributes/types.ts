import type { ProfileKind, ProfileSetting } from '../panos/entry';

/** The log moments of an attribute record. */
export type LogSetting = 'end' | 'start' | 'both' | 'none';

/**
 * What one policy entry asks for, as its levels (entry, direction, policy, security service) resolve it, without the
 * cluster's defaults. `undefined` means that no level says anything.
 */
export interface EntryAttributes {
  /** Sorted App-IDs; undefined: any. */
  readonly applications?: readonly string[];
  /** Sorted URL categories; undefined: any. */
  readonly categories?: readonly string[];
  /** Inspection: a group, or single profiles where `none` is kept as said. */
  readonly inspection?: EntryInspection;
  readonly logProfile?: string;
  readonly log?: LogSetting;
  readonly service?: 'ports' | 'application-default';
  readonly ticket?: string;
}

/** How traffic is inspected: by a profile group, or by single profiles; PAN-OS takes one of the two. */
export type EntryInspection =
  | { readonly type: 'group'; readonly group: string }
  | { readonly type: 'profiles'; readonly profiles: { readonly [kind in ProfileKind]?: string } };

/**
 * The attribute record of one allowed connection, both sides and the cluster's defaults combined: exactly what the rule
 * that allows it carries. Two rules with equal records (by `recordKey`) inspect alike.
 */
export interface AttributeRecord {
  /** Sorted; the empty list means any. */
  readonly applications: readonly string[];
  /** Sorted; the empty list means any. */
  readonly categories: readonly string[];
  readonly profileSetting: ProfileSetting;
  readonly logProfile: string;
  readonly logStart: boolean;
  readonly logEnd: boolean;
  /** True: PAN-OS service `application-default`; only ever with every port. */
  readonly applicationDefault: boolean;
  /** Sorted, without duplicates. */
  readonly tickets: readonly string[];
}
