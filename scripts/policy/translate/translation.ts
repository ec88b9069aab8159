import type { Reference } from '../attributes/references';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { PolicyId, RawObject, Snapshot } from '../kubernetes/types';
import type { Rulebase } from '../panos/entry';
import type { ClusterProfile, SecurityService } from '../profile/types';

/** What the translation of one cluster reads; nothing else reaches the result. */
export interface TranslationInput {
  readonly snapshot: Snapshot;
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  /** Last good versions of policies (raw objects), from the last verified commit; by namespace, name and UID. */
  readonly lastGood: readonly RawObject[];
  /** Live policies that somebody decided to close should they lose their exact rules; an empty UID fits every UID. */
  readonly closings?: readonly PolicyId[];
  /** Versions of policies that a person rejected, as they stand in the snapshot. */
  readonly rejections?: readonly Rejection[];
  /**
   * Names that were looked up in Panorama and are not there: a policy that asks for one is refused as for any other wrong
   * attribute.
   */
  readonly missing?: readonly Reference[];
}

/** A rejected version of one policy. */
export interface Rejection {
  readonly policy: PolicyId;
  /** What was rejected is that the policy goes: the snapshot holds it as it was approved. */
  readonly isDeletion: boolean;
  /** With the UID of the current one; undefined: none ever was. */
  readonly approved: RawObject | undefined;
  /** As the person gave it. */
  readonly reason: string;
}

/**
 * What holds instead of the current version of a policy. `nothing`: as if it had not been created; `last-good`: the
 * version that went live last, or its attributes; `no-entries`: its isolation alone, by the profile's `refused`;
 * `rejected`: the version that was approved last, or nothing where there is none, because a person rejected the current
 * one; `closed`: a live version without those entries that lost their exact rules; `held`: a live version whose rules stay as
 * they are, exact no longer, until somebody decides.
 */
export type Instead = 'nothing' | 'last-good' | 'rejected' | 'no-entries' | 'closed' | 'held';

/** A policy whose current version is not what the rulebase holds. */
export interface Refusal {
  readonly policy: PolicyId;
  readonly instead: Instead;
  /** What is compiled; undefined for `nothing`, and for a new policy that was rejected. */
  readonly standIn: RawObject | undefined;
  /** Field paths of the entries of `standIn` that allow nothing (`closed`). */
  readonly closed: readonly string[];
  /** The version to come back to: what went live last, or `standIn` when it does; undefined for one that never may. */
  readonly lastGood: RawObject | undefined;
  /** Which pods it is about, as a short hash of its selector and directions: of one that is left out, what may be open. */
  readonly selects: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** A live policy that lost its exact rules by what others did: a person decides whether it is closed. */
export interface Question {
  readonly policy: PolicyId;
  /** What closing it means, as words that end a sentence. */
  readonly closing: string;
}

/** What the rulebase depends on besides the policies: a change of one of these needs a new translation. */
export interface DependsOn {
  /** Namespace labels or the list of namespaces. */
  readonly namespaces: boolean;
  /** Label keys whose values in a namespace were enumerated (`Exists`, `DoesNotExist`). */
  readonly labelKeys: readonly string[];
  /**
   * Label keys by which groups hold pods: a label that makes the same tag as one of theirs, by another key or by letters
   * in another case, is taken for it.
   */
  readonly tagKeys: readonly string[];
  /**
   * Names of ports that policies use: which pods have them, their numbers, and the labels that tell these pods apart.
   */
  readonly namedPorts: readonly string[];
  /** Probe ports of isolated pods. */
  readonly probePorts: boolean;
  readonly nodes: boolean;
  /** Which host-network pods there are, their labels and addresses. */
  readonly hostNetwork: boolean;
  readonly podNetwork: boolean;
  /**
   * Blocks of policies that hold some addresses of pods and not all, or may where the pod network is not known: which
   * pods have an address there, and their labels.
   */
  readonly podAddresses: readonly string[];
  /** Services, their EndpointSlices, and the named ports of their pods. */
  readonly services: boolean;
}

/** Where a rule comes from: the entries that it belongs to. */
export interface RuleOrigin {
  readonly rule: string;
  readonly layer: 'services' | 'nodes' | 'hosts' | 'pairs' | 'deny-both' | 'entries' | 'deny-one';
  readonly entries: readonly { readonly policy: PolicyId; readonly path: string }[];
}

/** The outcome: a rulebase, or (cluster-wide refusal) none; diagnostics sorted by policy, path and code. */
export interface Translation {
  readonly rulebase: Rulebase | undefined;
  readonly origins: readonly RuleOrigin[];
  readonly dependsOn: DependsOn;
  readonly refusals: readonly Refusal[];
  readonly questions: readonly Question[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the compiled versions of policies name, also where no rule holds it; sorted, each once. */
  readonly references: readonly Reference[];
  /** Term intersections that were computed: the measure of the compiler's work. */
  readonly intersections: number;
}
