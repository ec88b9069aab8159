import type { Rulebase } from '../../policy/panos/entry';
import type { DeviceGroupState, Plan } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import type { Fingerprint } from './fence';
import type { Problem } from '../api/problems';
import type { ReferenceCheck } from '../prepare/references';
import type { Surroundings } from '../state/surroundings';
import type { Originals } from './undo';

/** What is to be done. The caller hands over the same job for every slice. */
export interface ApplyJob {
  readonly profile: ClusterProfile;
  readonly rulebase: Rulebase;
  /** The plan to carry out, as it was approved. */
  readonly plan: Plan;
  /** Plans for the same rulebase and profile: what must be `plan` before the first write, and empty after the last. */
  readonly planFor: (state: DeviceGroupState) => Plan;
  /** Administrators whose uncommitted changes do not count. */
  readonly ignoredAdmins: readonly string[];
  /** What the names in the rules came to; undefined: they are looked up before the first write. */
  readonly names?: ReferenceCheck | undefined;
  /** What stands around the device group, as it was read before; without it, it is read before the lock is taken. */
  readonly surroundings?: Surroundings;
}

/** A job with what stands around its device group. */
export interface SurroundedJob extends ApplyJob {
  readonly surroundings: Surroundings;
}

/** Everything that must be remembered between two slices, as plain JSON; the plan itself stays with the caller. */
export interface ApplyProgress {
  readonly phase: 'write' | 'check' | 'undo' | 'unlock';
  readonly planHash: string;
  /** Index of the next request of this phase. */
  readonly next: number;
  /** Operations that were, or may have been, carried out. */
  readonly operations: number;
  /** Operations that a slice may have carried out which was cut off: it could not say how far it got. */
  readonly reached?: number;
  /** Write requests sent, undoing and second attempts included. */
  readonly writes: number;
  readonly before: Fingerprint;
  readonly originals: Originals;
  /** Empty while all is well. */
  readonly failures: readonly Problem[];
  /** What could not be undone. */
  readonly leftovers: readonly string[];
  readonly warnings: readonly string[];
}

/** How a run ended. */
export type ApplyOutcome =
  /** Panorama's candidate holds the rulebase. `leftovers`: a lock that could not be released. */
  | {
      readonly kind: 'applied';
      readonly writes: number;
      readonly leftovers: readonly string[];
      readonly warnings: readonly string[];
    }
  /** It held the rulebase already; nothing was sent. */
  | { readonly kind: 'unchanged' }
  /** Nothing was written. */
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  /** Something went wrong while writing. Without leftovers the block is as it was before. */
  | {
      readonly kind: 'failed';
      readonly problems: readonly Problem[];
      readonly writes: number;
      readonly leftovers: readonly string[];
    };

/** What a slice came to: progress to go on from, or the end. */
export type ApplyStep =
  { readonly done: false; readonly progress: ApplyProgress } | { readonly done: true; readonly outcome: ApplyOutcome };

/** What is about to be done, for whoever has to go on if nothing more is heard. */
export interface StepNotice {
  /** Operations that are, or may be, carried out when it is. */
  readonly operations: number;
  /** Everything is written and checked; what is left is the lock. */
  readonly isChecked: boolean;
}
