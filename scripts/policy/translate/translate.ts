import { admitPolicy, fallBack, type Candidate } from './admit';
import { compareText, hasKey, stableSort } from '../text/canonical';
import { compile, type Compilation } from '../compile/compile';
import type { AdmittedPolicy, Inexpressible } from '../compile/model';
import { diagnosticAt } from '../compile/causes';
import { diagnose, isError, type Diagnostic } from '../diagnostics/diagnostic';
import { excludedDiagnostics, isExcluded } from './excluded';
import { idText } from '../kubernetes/identity';
import { indexLastGood } from '../kubernetes/lastgood';
import type { SnapshotPolicy } from '../kubernetes/types';
import type { Rulebase } from '../panos/entry';
import { renderRulebase, type Rendering } from '../panos/render';
import type { ClusterProfile } from '../profile/types';
import type { Refusal, Translation, TranslationInput } from './translation';

/**
 * The pipeline from a snapshot to a rulebase: admit, compile, render. A policy that has no exact rule is replaced by
 * its last good version, or left out, and the cluster is translated again; a rejected change stops nobody else.
 */

// Each round replaces at least one policy's version; clusters that need more are refused as a whole.
const MOST_ROUNDS = 50;

/** Makes the rulebase of a cluster, with everything that was found on the way. Pure: equal input gives equal output. */
export function translate(input: TranslationInput): Translation {
  const early = clusterDiagnostics(input.profile).concat(excludedDiagnostics(input.snapshot.policies, input.profile));
  const admission = { ...input, lastGood: indexLastGood(input.lastGood) };
  let candidates = compiledPolicies(input).map((policy) => admitPolicy(admission, policy));
  let attempt = translateOnce(input, candidates);
  for (let round = 0; round < MOST_ROUNDS && attempt.inexpressible.length > 0; round++) {
    const next = withFallBacks(candidates, first(attempt.inexpressible));
    if (next === undefined) break;
    candidates = next;
    attempt = translateOnce(input, candidates);
  }
  const left = attempt.inexpressible.map((one) => diagnosticAt(one, one.causes[0]));
  const ofCluster = early.concat(
    attempt.compilation.clusterDiagnostics,
    left,
    capacityDiagnostics(input.profile, attempt.rendering),
  );
  return finish(candidates, attempt, ofCluster);
}

/** The policies of namespaces that are not excluded. */
function compiledPolicies(input: TranslationInput): SnapshotPolicy[] {
  return input.snapshot.policies.filter((policy) => !isExcluded(policy, input.profile));
}

/** What refuses a cluster before any policy is looked at. */
function clusterDiagnostics(profile: ClusterProfile): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  if (profile.style === 'compact') diagnostics.push(diagnose('style-compact', {}, { path: 'style' }));
  return diagnostics;
}

interface Attempt {
  readonly compilation: Compilation;
  readonly rendering: Rendering;
  readonly inexpressible: readonly Inexpressible[];
}

function translateOnce(input: TranslationInput, candidates: readonly Candidate[]): Attempt {
  const admitted: AdmittedPolicy[] = [];
  for (const candidate of candidates) if (candidate.version) admitted.push(candidate.version);
  const compilation = compile(input.snapshot, input.profile, admitted);
  const rendering = renderRulebase({
    profile: input.profile,
    model: compilation.model,
    rules: compilation.rules,
    labelUses: compilation.labelUses,
  });
  return {
    compilation,
    rendering,
    inexpressible: compilation.inexpressible.concat(rendering.inexpressible),
  };
}

/** What one policy alone causes comes first: without it, those that it has with others may be gone. */
function first(inexpressible: readonly Inexpressible[]): readonly Inexpressible[] {
  const alone = inexpressible.filter((one) =>
    one.causes.every((cause) => idText(cause.policy) === idText(one.causes[0].policy)),
  );
  return alone.length > 0 ? alone : inexpressible;
}

/**
 * The candidates with policies replaced that have no exact rule: of each such place, all that
 * have another version to fall back to. undefined: one lies between last good versions alone.
 */
function withFallBacks(
  candidates: readonly Candidate[],
  inexpressible: readonly Inexpressible[],
): Candidate[] | undefined {
  const errors: { [id: string]: Diagnostic[] } = {};
  const byId: { [id: string]: Candidate } = {};
  for (const candidate of candidates) byId[idText(candidate.id)] = candidate;
  for (const one of inexpressible) {
    let isReplaced = false;
    for (const cause of one.causes) {
      const text = idText(cause.policy);
      if (!canFallBack(byId[text])) continue;
      isReplaced = true;
      if (!hasKey(errors, text)) errors[text] = [];
      errors[text].push(diagnosticAt(one, cause));
    }
    if (!isReplaced) return undefined;
  }
  return candidates.map((candidate) => {
    const text = idText(candidate.id);
    return hasKey(errors, text) ? fallBack(candidate, distinct(errors[text])) : candidate;
  });
}

/**
 * False for a policy that is left out, or at its last good version as a whole. An isolated one may still be left out.
 */
function canFallBack(candidate: Candidate | undefined): boolean {
  if (candidate === undefined || candidate.version === undefined) return false;
  return candidate.errors.length === 0 || candidate.version.isolated || candidate.standIns().length > 0;
}

function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen: { [text: string]: true } = {};
  return diagnostics.filter((diagnostic) => {
    const text = sortText(diagnostic);
    if (hasKey(seen, text)) return false;
    seen[text] = true;
    return true;
  });
}

function capacityDiagnostics(profile: ClusterProfile, rendering: Rendering): Diagnostic[] {
  const limits = profile.capacity;
  const diagnostics: Diagnostic[] = [];
  const counts = [
    { what: 'rules', count: rendering.rulebase.rules.length, limit: limits.rules },
    { what: 'address groups', count: rendering.rulebase.addressGroups.length, limit: limits.groups },
    { what: 'members of one rule or group', count: mostMembers(rendering.rulebase), limit: limits.members },
  ];
  for (const one of counts) {
    if (one.count > one.limit) {
      diagnostics.push(
        diagnose('capacity', { count: one.count, what: one.what, limit: one.limit }, { path: 'capacity' }),
      );
    }
  }
  return diagnostics;
}

function mostMembers(rulebase: Rulebase): number {
  let most = 0;
  for (const rule of rulebase.rules) most = Math.max(most, rule.source.length, rule.destination.length);
  for (const group of rulebase.addressGroups) {
    if (group.match.type === 'static') most = Math.max(most, group.match.members.length);
  }
  return most;
}

function finish(candidates: readonly Candidate[], attempt: Attempt, ofCluster: readonly Diagnostic[]): Translation {
  const refusals: Refusal[] = [];
  let diagnostics: Diagnostic[] = ofCluster.concat(attempt.compilation.warnings);
  for (const candidate of candidates) {
    diagnostics = diagnostics.concat(candidate.errors, candidate.warnings);
    if (candidate.errors.length === 0) continue;
    refusals.push({
      policy: candidate.id,
      standIn: candidate.version && candidate.version.raw,
      isolated: candidate.version !== undefined && candidate.version.isolated,
      diagnostics: candidate.errors,
    });
  }
  const isRefused = ofCluster.some(isError);
  return {
    rulebase: isRefused ? undefined : attempt.rendering.rulebase,
    origins: isRefused ? [] : attempt.rendering.origins,
    dependsOn: attempt.compilation.dependsOn,
    refusals,
    diagnostics: sortDiagnostics(distinct(diagnostics)),
    intersections: attempt.compilation.model.space.intersections,
  };
}

/** By policy (those that concern none first), field path, code. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return stableSort(diagnostics, (a, b) => compareText(sortText(a), sortText(b)));
}

function sortText(diagnostic: Diagnostic): string {
  const policy = diagnostic.where.policy;
  const place = policy ? idText(policy) : '';
  const params = Object.keys(diagnostic.params)
    .sort()
    .map((name) => String(diagnostic.params[name]));
  return [place, diagnostic.where.path || '', diagnostic.code].concat(params).join('\n');
}
