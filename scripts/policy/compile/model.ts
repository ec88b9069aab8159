import type { AttributeRecord, EntryAttributes } from '../attributes/types';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Direction, Entry, Policy, PolicyId, Protocol } from '../kubernetes/types';
import type { PortSet } from '../values/ports';
import type { PodsTerm, Term, TermSpace } from '../values/term';
import type { PresentPods } from './presentpods';

/** What the compiler's steps hand to each other. Which policies mean what stands in docs/semantics.md. */

/** A policy that may be compiled: read, its attributes resolved (in the order of its entries). */
export interface AdmittedPolicy {
  readonly policy: Policy;
  readonly attributes: readonly EntryAttributes[];
}

/** A place in a policy that has a part in what is inexpressible. */
export interface Cause {
  readonly policy: PolicyId;
  readonly path: string;
  /**
   * Only where the policy is exact itself, and names a label of this namespace that makes the tag of another one: pods
   * with it may come.
   */
  readonly claims?: string;
}

/** A label of a pod. */
export interface NamedLabel {
  readonly key: string;
  readonly value: string;
}

/** What in a cluster takes an exact group away: pods or Services of one namespace. */
export interface Blame {
  readonly namespace: string;
  /** Two labels that make one tag: the one that is meant, and the other. */
  readonly labels?: readonly [NamedLabel, NamedLabel];
}

/** Something that has no exact rule, with all places that together cause it. */
export interface Inexpressible {
  readonly causes: readonly Cause[];
  /** Without a place: it concerns each cause alike. */
  readonly diagnostic: Diagnostic;
  /** undefined: policies alone cause it, or it is not known what does. */
  readonly blame?: Blame;
}

/** A port of a policy entry that is given by name; `path` is its field path. */
export interface PortName {
  readonly name: string;
  readonly protocol: Protocol;
  /** Namespaces in which it stands for nothing, because no group tells its numbers apart there. */
  readonly closedIn: readonly string[];
  readonly path: string;
}

/**
 * What an entry says before port names are looked up: by this, narrower entries come first, whatever pods there are.
 */
export interface EntryShape {
  readonly subject: PodsTerm;
  readonly peers: readonly Term[];
  /** Ports given by number. */
  readonly ports: PortSet;
  readonly names: readonly PortName[];
}

/**
 * What one entry allows as a box: subject x peers x ports. `subject` is the isolated end, `peers` the alternatives at
 * the other. An entry with named ports may have several, which differ in their destinations.
 */
export interface EntryBox {
  readonly direction: Direction;
  readonly policy: Policy;
  readonly entry: Entry;
  readonly namespace: string;
  readonly subject: PodsTerm;
  readonly peers: readonly Term[];
  readonly ports: PortSet;
  readonly attributes: EntryAttributes;
  /** Equal for equal attributes. */
  readonly attributesKey: string;
  readonly shape: EntryShape;
  /** Tells the boxes of one entry apart in names; '' for the only one, and for the one that has all destinations. */
  readonly part: string;
}

/** An entry with its place in the order in which entries of its side and namespace decide (docs/attributes.md). */
export interface RankedEntry extends EntryBox {
  /** Direction, namespace and rank: one for each box of the cluster. */
  readonly id: string;
  readonly rank: number;
  /** True where another entry of its side allows some of the same connections with other attributes. */
  readonly contested: boolean;
  /** Entries of other policies that say the same: they are worked out once, and each has its rules (`twins.ts`). */
  readonly twins: readonly RankedEntry[];
}

/** The pods that one policy isolates in one direction. */
export interface Isolation {
  readonly subject: PodsTerm;
  readonly policies: readonly PolicyId[];
}

/** One direction of the cluster: who is isolated, and what is allowed; by the namespace of the isolated pods. */
export interface Side {
  readonly direction: Direction;
  /** Sorted; those with an isolation. */
  readonly namespaces: readonly string[];
  readonly isolations: { readonly [namespace: string]: readonly Isolation[] };
  readonly entries: { readonly [namespace: string]: readonly RankedEntry[] };
  /** Of the isolations of a namespace, those that may meet the term. */
  isolationsMeeting(namespace: string, term: Term): readonly Isolation[];
  /** Of the entries of a namespace, those whose isolated end may meet the term. */
  entriesMeeting(namespace: string, term: Term): readonly RankedEntry[];
}

/** The cluster as boxes. */
export interface CompileModel {
  readonly space: TermSpace;
  readonly egress: Side;
  readonly ingress: Side;
  readonly defaults: EntryAttributes;
  readonly presentPods: PresentPods;
}

/** The three coordinates of a box of connections; the terms of one end are alternatives. */
export interface Box {
  readonly sources: readonly Term[];
  readonly destinations: readonly Term[];
  readonly ports: PortSet;
}

/** An allowed meeting of an egress and an ingress entry. */
export interface Pair extends Box {
  readonly egress: RankedEntry;
  readonly ingress: RankedEntry;
  readonly record: AttributeRecord;
  readonly recordKey: string;
}

/**
 * The blocks of a rulebase in their order (docs/semantics.md): what may reach Service addresses, what nodes may, what becomes of node addresses that
 * groups may hold, what both sides allow, denials between isolated pods, what one side allows and the other does not
 * restrict, denials of what is left.
 */
export type Layer = 'services' | 'nodes' | 'hosts' | 'pairs' | 'deny-both' | 'entries' | 'deny-one';

/** What a rule is named for. */
export type RuleSubject =
  | { readonly kind: 'entry'; readonly entry: RankedEntry }
  | { readonly kind: 'pair'; readonly egress: RankedEntry; readonly ingress: RankedEntry }
  | { readonly kind: 'pairs'; readonly entry: RankedEntry; readonly pairs: readonly Pair[] }
  | { readonly kind: 'hosts'; readonly direction: Direction; readonly entries: readonly RankedEntry[] }
  | {
      /** What is let through to ports of a Service: `name` behind `<cluster>._services-`, and words for people. */
      readonly kind: 'service';
      readonly name: string;
      readonly text: string;
      readonly entries: readonly RankedEntry[];
    }
  | {
      /** Style `compact`: several rules as one. What they would be by themselves: rules of entries, of pairs, of Services. */
      readonly kind: 'joined';
      readonly parts: readonly CompiledRule[];
    }
  | { readonly kind: 'block'; readonly name: BlockName };

/** The rules that no entry is behind, or all of them are. */
export type BlockName =
  | 'services-deny-egress'
  | 'services-deny'
  | 'services-deny-nodes'
  | 'services-open-nodes'
  | 'services-open'
  | 'nodes'
  | 'open'
  | 'hosts-both'
  | 'hosts-deny-ingress'
  | 'hosts-deny-egress'
  | 'hosts-from'
  | 'hosts-to'
  | 'deny-both'
  | 'deny-egress'
  | 'deny-ingress';

/** A rule before it is rendered. A deny's ends may name all isolated pods of a direction at once. */
export interface CompiledRule {
  readonly layer: Layer;
  readonly subject: RuleSubject;
  readonly sources: RuleEnd;
  readonly destinations: RuleEnd;
  readonly ports: PortSet;
  readonly verdict: { readonly kind: 'allow'; readonly record: AttributeRecord } | { readonly kind: 'deny' };
  /** Of a guard: what it stands before. */
  readonly guard?: Guard;
  /** Style `compact`: rules that are not there, because this one and others say all of it. */
  readonly covers?: readonly CompiledRule[];
}

/**
 * Why a guard stands before a rule: the rule's group takes in too much at one side, and what that is (`guards.ts`).
 */
export interface Guard {
  /** May be a guard itself. */
  readonly of: CompiledRule;
  readonly side: 'from' | 'to';
  /** Both ends of what the rule takes in too much. */
  readonly sources: RuleEnd;
  readonly destinations: RuleEnd;
}

/**
 * One end of a rule: endpoints, or all pods that are isolated in a direction, which one static group stands for
 * (widened: with those that this group takes in because there is no "not").
 */
export type RuleEnd =
  | { readonly kind: 'terms'; readonly terms: readonly Term[] }
  | { readonly kind: 'isolated'; readonly direction: Direction; readonly isWidened?: true };
