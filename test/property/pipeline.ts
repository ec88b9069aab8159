import type { Reference } from '../../scripts/policy/attributes/references';
import type { Diagnostic } from '../../scripts/policy/diagnostics/diagnostic';
import { collectObjects } from '../../scripts/policy/kubernetes/objects';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import type { PolicyId, RawObject } from '../../scripts/policy/kubernetes/types';
import type { ClusterProfile, SecurityService } from '../../scripts/policy/profile/types';
import { prove } from '../../scripts/policy/prove/prove';
import type { Proof, ProofInput } from '../../scripts/policy/prove/types';
import { translate } from '../../scripts/policy/translate/translate';
import type { Rejection, Translation } from '../../scripts/policy/translate/translation';
import { judgedVersions } from '../../scripts/policy/translate/judgedversions';

/** From the objects of a cluster to its rulebase and the proof, as the command line does it. */

export interface ClusterInput {
  readonly objects: readonly RawObject[];
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  readonly lastGood: readonly RawObject[];
  /** Live policies that somebody decided to close. */
  readonly closings?: readonly PolicyId[];
  /** Versions that a person rejected. */
  readonly rejections?: readonly Rejection[];
  /** Names that Panorama does not have. */
  readonly missing?: readonly Reference[];
}

/** The functions of the compiler that are used here, so that another build of it can be judged too. */
export interface Compiler {
  readonly collectObjects: typeof collectObjects;
  readonly buildSnapshot: typeof buildSnapshot;
  readonly translate: typeof translate;
}

export const COMPILER: Compiler = { collectObjects, buildSnapshot, translate };

export interface CompiledCluster {
  readonly translation: Translation;
  /** Of reading the objects and of the translation. */
  readonly diagnostics: readonly Diagnostic[];
}

export function compileCluster(input: ClusterInput, compiler: Compiler = COMPILER): CompiledCluster {
  const collected = compiler.collectObjects(input.objects.map((value) => ({ value, file: '' })));
  const built = compiler.buildSnapshot(
    collected.objects,
    input.profile.cluster,
    input.lastGood,
    input.profile.tags.cluster,
  );
  const translation = compiler.translate({
    snapshot: built.snapshot,
    profile: input.profile,
    services: input.services,
    lastGood: input.lastGood,
    ...(input.closings && { closings: input.closings }),
    ...(input.rejections && { rejections: input.rejections }),
    ...(input.missing && { missing: input.missing }),
  });
  return { translation, diagnostics: [...collected.diagnostics, ...built.diagnostics, ...translation.diagnostics] };
}

/** What the proof judges; undefined where the cluster as a whole was refused. */
export function proofInput(input: ClusterInput, { translation, diagnostics }: CompiledCluster): ProofInput | undefined {
  if (!translation.rulebase) return undefined;
  return {
    objects: input.objects,
    profile: input.profile,
    services: input.services,
    rulebase: translation.rulebase,
    ...judgedVersions(translation.refusals, diagnostics),
  };
}

export function proofOf(input: ClusterInput, compiled: CompiledCluster): Proof | undefined {
  const judged = proofInput(input, compiled);
  return judged && prove(judged);
}
