import type { ConfigEntry, RuleEntry } from '../panos/entry';
import type { KeptPolicy } from '../translate/keptpolicies';

/** What Panorama holds where a cluster's block goes, and the operations that make it what was compiled. */

/** What rules can name, and a cluster can own. */
export type ObjectKind = 'tag' | 'address-group' | 'service';
/** What an operation can be about. */
export type EntryKind = ObjectKind | 'rule';

/**
 * An enabled rule of somebody else, as far as it matters to ours: PAN-OS evaluates rules in order, and the first match
 * decides. An empty list, and one that is negated, stands for everything.
 */
export interface ForeignRule {
  readonly name: string;
  /** The device group that holds it, or `shared`. */
  readonly location: string;
  readonly action: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly source: readonly string[];
  readonly destination: readonly string[];
}

/** What becomes of connections that no rule matches (PAN-OS: `allow` within a zone, `deny` between zones). */
export interface DefaultRules {
  readonly intrazone: string;
  readonly interzone: string;
}

/** A rule of the rulebase as read from the candidate configuration, in its place. */
export interface StateRule {
  readonly name: string;
  readonly uuid: string;
  /** Carries both our tags (docs/applying.md). */
  readonly owned: boolean;
  readonly disabled: boolean;
  /** Whatever else the rule has: a person who closes it may set more than the action. */
  readonly action: string;
  readonly description: string;
  /** What its source, destination and service name. */
  readonly named: readonly string[];
  readonly tags: readonly string[];
  /** An owned rule, field by field; undefined where it has fields that we never write (drift). */
  readonly entry: RuleEntry | undefined;
  /** What an enabled rule of somebody else decides; undefined for ours and for a disabled one. */
  readonly foreign: ForeignRule | undefined;
  /** Canonical text of the whole node as read: equal for equal content. */
  readonly text: string;
}

/**
 * An object that is owned, or has a name that we may need. Addresses count as address groups and service groups as
 * services: PAN-OS keeps their names apart from no other.
 */
export interface StateObject {
  readonly kind: ObjectKind;
  readonly name: string;
  readonly owned: boolean;
  /** Something that is not ours names it: a foreign rule or group, here or in a device group below. */
  readonly usedByOthers: boolean;
  /** The device group that holds it, or `shared`. */
  readonly location: string;
  /** None where its kind is never managed: an address, a service group. */
  readonly tags: readonly string[];
  readonly entry: ConfigEntry | undefined;
  readonly text: string;
}

/** A rule with both our tags outside of the block's rulebase. */
export interface TaggedRule {
  readonly name: string;
  /** The device group that holds it, or `shared`. */
  readonly location: string;
}

/** One device group's rulebase and objects in the candidate configuration. */
export interface DeviceGroupState {
  readonly deviceGroup: string;
  readonly rulebase: 'pre' | 'post';
  /** Of the device group's rulebase, in order, foreign ones included. */
  readonly rules: readonly StateRule[];
  /** Objects of the device group, and tags of its ancestors and shared. */
  readonly objects: readonly StateObject[];
  /** Names of rules elsewhere in the hierarchy (other rulebase, ancestors, descendants): not to be used. */
  readonly ruleNamesInOtherRulebases: readonly string[];
  /** Rules there that carry both our tags: people copied or moved them. */
  readonly taggedElsewhere: readonly TaggedRule[];
  /** Enabled rules that Panorama evaluates before this rulebase, in order. */
  readonly above: readonly ForeignRule[];
  /** Enabled rules that it evaluates after this rulebase, in no order. */
  readonly below: readonly ForeignRule[];
  /** As they hold for this device group. */
  readonly defaultRules: DefaultRules;
}

/** Where a rule goes or stood. `anchor` is '' for `top` and `bottom`. */
export interface RulePosition {
  readonly where: 'top' | 'bottom' | 'before' | 'after';
  readonly anchor: string;
}

/** One step. Each carries what it replaces, so that its inverse can be made. */
export type Operation =
  | { readonly op: 'create'; readonly kind: EntryKind; readonly name: string; readonly after: ConfigEntry }
  | {
      readonly op: 'replace';
      readonly kind: EntryKind;
      readonly name: string;
      /** undefined where it cannot be restored field by field: a disabled rule, or fields that we never write. */
      readonly before: ConfigEntry | undefined;
      readonly after: ConfigEntry;
      /** For rules: sent back, so that the rule keeps its identity. */
      readonly uuid: string;
    }
  | {
      readonly op: 'move';
      readonly kind: 'rule';
      readonly name: string;
      readonly from: RulePosition;
      readonly to: RulePosition;
    }
  | {
      readonly op: 'delete';
      readonly kind: EntryKind;
      readonly name: string;
      /** undefined where it cannot be restored field by field: a disabled rule, or fields that we never write. */
      readonly before: ConfigEntry | undefined;
      /** For rules: where it stood. */
      readonly position: RulePosition;
    };

/** An allow that a person closed in Panorama; it stays so until somebody lifts that. */
export interface Closure {
  readonly rule: string;
  /** `disabled`, `set to deny`. */
  readonly how: string;
  /** Its name in Panorama, where a person renamed it as well; absent: its own. */
  readonly standsAs?: string;
}

/**
 * A managed rule or object under a name that no run gave it. `renamed`: what `of` names stands nowhere else. `copied`: it
 * does. `named`: what it comes from is not known, and `of` is ''.
 */
export interface MadeByHand {
  readonly entryKind: EntryKind;
  readonly name: string;
  readonly how: 'renamed' | 'copied' | 'named';
  readonly of: string;
}

/** What was found that is not as the last run left it; each has a defined answer (docs/applying.md). */
export type Situation =
  /** An owned entry was changed, disabled or deleted by hand: it is put right. */
  | {
      readonly kind: 'drift';
      readonly entryKind: EntryKind;
      readonly name: string;
      readonly what: 'changed' | 'unknown';
    }
  /** An allow was disabled or set to deny by hand: it stays as it is. */
  | { readonly kind: 'closed-by-hand'; readonly name: string; readonly how: string }
  /** A foreign rule stands between ours: ours are gathered where most of them stand; it stays where it is. */
  | { readonly kind: 'foreign-rule-inside'; readonly name: string }
  /** A person renamed or copied it: it gets its name back, goes, or stays as long as it is closed. */
  | ({ readonly kind: 'by-hand'; readonly becomes: 'renamed-back' | 'deleted' | 'kept' } & MadeByHand)
  /**
   * A foreign object or rule has a name that we need: the plan is refused. `missingTags`: it was ours until somebody took
   * these off.
   */
  | {
      readonly kind: 'foreign-name';
      readonly entryKind: EntryKind;
      readonly name: string;
      readonly location: string;
      readonly missingTags?: readonly string[];
    }
  /** What no policy needs any more was ours until somebody took a tag off: it stays. */
  | {
      readonly kind: 'tag-missing';
      readonly entryKind: EntryKind;
      readonly name: string;
      readonly missingTags: readonly string[];
    }
  /** Managed rules that somebody changed, or deleted, since a run wrote them: they are put right. */
  | ({ readonly kind: 'hand-edits'; readonly what: 'changed' | 'deleted' } & RuleList)
  /** Rules carry both our tags, and stand in another rulebase or device group: they stay. */
  | ({ readonly kind: 'tagged-elsewhere'; readonly location: string } & RuleList)
  /** The block is not where the profile creates it: it stays where somebody moved it. `above`: '' for the top. */
  | { readonly kind: 'block-moved'; readonly above: string }
  /** An object of ours is no longer needed, but something that is not ours names it: it stays, with its members. */
  | { readonly kind: 'object-in-use'; readonly entryKind: ObjectKind; readonly name: string }
  /** The rule that the profile names as position does not exist: the plan is refused (only for a first apply). */
  | { readonly kind: 'anchor-missing'; readonly rule: string }
  /**
   * While a static group changes, it holds its old and its new members, which are more than `capacity.members`: the
   * plan is refused.
   */
  | { readonly kind: 'group-overfull'; readonly name: string; readonly members: number; readonly limit: number }
  /** Rules of others decide before ours, for connections that ours are about: they are named, and stay. */
  | ({ readonly kind: 'preceded' } & RuleList)
  /** Under audit our allows decide before rules of others that deny: what they deny is open until it is enforced. */
  | ({ readonly kind: 'audit-opens' } & RuleList)
  /** What no rule matches is not allowed everywhere; pods that no policy isolates meet it. */
  | ({ readonly kind: 'unmatched' } & DefaultRules);

/** Some rules of many. */
export interface RuleList {
  /** The first ones, for people: `corporate-dns (allow, shared)`. */
  readonly rules: readonly string[];
  readonly count: number;
}

/** Why a human must approve before anything is written. */
export type ApprovalReason =
  | 'always'
  | 'many-changes'
  | 'many-deletes'
  | 'large-deleted-share'
  | 'many-moves'
  /** Rules that an earlier version of this program named in another way get their names of today. */
  | 'renamed'
  /** What a person renamed or copied in Panorama is deleted, or gets its name back. */
  | 'made-by-hand'
  | 'restyled'
  | 'external-address'
  /** A rule that somebody closed by hand goes, gets another name or comes below a new one: what it closed may open. */
  | 'loses-closure'
  | 'empties-block'
  | 'first-enforce'
  | 'preceded'
  | 'audit-opens'
  /** A policy that never was live is left out where others are enforced: its pods may be open. */
  | 'leaves-out'
  /** Ports of Services are closed where others are enforced, because no rule says who may use them. */
  | 'closes-ports';

/** What is remembered of the plan that was carried out last; somebody approved it, or nobody had to. */
export interface KnownPlan {
  /** `Plan.foreignHash`. */
  readonly foreignHash: string;
  /** `Plan.leftOut`. */
  readonly leftOut: readonly string[];
}

/** What runs remember of the cluster's rules; all of it is a help and no more, and may be empty. */
export interface RuleNotes {
  /** Names by `shortUuid`: a rule keeps its uuid when it is renamed, and a clone gets another one. */
  readonly names: { readonly [shortUuid: string]: string };
  /** `markOf` what a rule said when it last was as it was compiled, by `shortUuid`. */
  readonly marks: { readonly [shortUuid: string]: string };
  /** Names that a run wrote and that no later one has seen. */
  readonly written: readonly string[];
}

/** What a plan depends on besides the compiled block, the state and the profile. */
export interface PlanContext {
  /**
   * undefined: nobody remembers. Then rules of others are asked about only before the cluster has rules of its own, and
   * policies that are left out each time.
   */
  readonly known: KnownPlan | undefined;
  readonly kept: readonly KeptPolicy[];
  /** Closed rules that somebody decided to open again, by name; absent: none. */
  readonly lifted?: readonly string[];
  /** What earlier runs remember of the cluster's rules; absent: nothing. */
  readonly notes?: RuleNotes;
}

/**
 * What makes a device group hold a compiled rulebase: a value that can be shown, approved by its hash, and carried out
 * later if nothing changed.
 */
export interface Plan {
  readonly deviceGroup: string;
  readonly rulebase: 'pre' | 'post';
  /** Hash of the compiled block. */
  readonly desiredHash: string;
  /** Hash of the managed block and our objects as read. */
  readonly stateHash: string;
  /** In an order in which every prefix may go live. */
  readonly operations: readonly Operation[];
  /** Undoes the operations, in its own safe order. */
  readonly inverse: readonly Operation[];
  readonly situations: readonly Situation[];
  /** Allows that stay closed; the proof is about the rules as compiled. */
  readonly closures: readonly Closure[];
  readonly approvals: readonly ApprovalReason[];
  /**
   * Hash of the rules of others because of which a human must look once (`preceded`, `audit-opens`); '' where there are
   * none. Handed to later plans as `known`, once somebody approved this one.
   */
  readonly foreignHash: string;
  /** Policies that are left out, by `KeptPolicy.policy`, and closed ports of Services. */
  readonly leftOut: readonly string[];
  /** Those of them that were not by the plan that was carried out last. */
  readonly newlyLeftOut: readonly string[];
  /** Hash of all that the rules hold instead of current versions; '' where that is nothing. */
  readonly keptHash: string;
  /** True: nothing may be written; the situations say why. */
  readonly refused: boolean;
  /** SHA-256 over desiredHash, stateHash, keptHash and operations: what an approval is bound to. */
  readonly hash: string;
}
