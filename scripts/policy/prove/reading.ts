import type { RawObject } from '../kubernetes/types';
import type { Rulebase } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import { type ClusterFacts, readCluster } from './read/cluster';
import { knownObjects } from './read/kinds';
import { type RulebaseFacts, readRulebase } from './rules/rules';

/** Who is in a cluster and what a rulebase says, as the proof reads both; reachability looks at the same. */
export interface Reading {
  /** Each once, and only those of kinds that the proof reads. */
  readonly objects: readonly RawObject[];
  readonly facts: ClusterFacts;
  /** What cannot be judged, in words. */
  readonly unjudgeable: readonly string[];
  readonly rulebase: RulebaseFacts;
}

/** What a reading is of. */
export interface Readable {
  readonly objects: readonly RawObject[];
  readonly profile: ClusterProfile;
  readonly rulebase: Rulebase;
}

/** Reads a cluster and a rulebase. */
export function readAll({ objects, profile, rulebase }: Readable): Reading {
  const known = knownObjects(objects);
  const unjudgeable: string[] = [];
  const facts = readCluster(known, profile, unjudgeable);
  return { objects: known, facts, unjudgeable, rulebase: readRulebase(rulebase, profile) };
}
