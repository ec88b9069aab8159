import type { AdmittedPolicy, Blame } from '../compile/model';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Reference } from '../attributes/references';
import type { PolicyId, RawObject } from '../kubernetes/types';
import type { Instead } from './translation';

/** What the steps of the translation hand to each other. */

/** One error of a policy, with what is known of its cause. */
export interface PolicyError {
  readonly diagnostic: Diagnostic;
  readonly blame: Blame | undefined;
  /** The policy is exact itself, and names a label for pods of this namespace. */
  readonly claims: string | undefined;
}

/** A version of a policy that may be compiled, and the object that it was read from. */
export interface AdmittedVersion extends AdmittedPolicy {
  readonly raw: RawObject;
  /** What it is instead of the current version; `current`: that one. */
  readonly instead: Instead | 'current';
  /** Field paths of entries that it lacks although `raw` has them. */
  readonly closed: readonly string[];
  /** What its attributes name that must exist in Panorama. */
  readonly references: readonly Reference[];
}

/** One policy on its way into the rulebase. */
export interface Candidate {
  readonly id: PolicyId;
  /** The version that is compiled; undefined: left out, as if the policy had not been created. */
  readonly version: AdmittedVersion | undefined;
  /** What stands in where `version` turns out to have no exact rule, best first; read when it is asked for. */
  readonly standIns: () => readonly AdmittedVersion[];
  /** What went live last; undefined for a policy that never did, which may be left out. */
  readonly live: RawObject | undefined;
  /** A person rejected the current version. */
  readonly isRejected?: true;
  /** What took the exact rules of a held version away. */
  readonly lost?: readonly PolicyError[];
  /** As it stands in the cluster. */
  readonly current: RawObject;
  /** What is wrong with the current version; not empty where another one is compiled. */
  readonly errors: readonly Diagnostic[];
  readonly warnings: readonly Diagnostic[];
}
