import { admitPolicy, fallBack, type Candidate } from './admit';
import { compareText, hasKey, stableSort } from '../text/canonical';
import { compile, type Compilation } from '../compile/compile';
import type { AdmittedPolicy, Problem } from '../compile/model';
import { findingAt } from '../compile/problems';
import { diagnose, isError, type Diagnostic } from '../diagnostics/diagnostic';
import { idText } from '../kubernetes/identity';
import { indexLastGood } from '../kubernetes/lastgood';
import type { Service, Snapshot, SnapshotPolicy } from '../kubernetes/types';
import type { Rulebase } from '../panos/entry';
import { renderRulebase, type Rendering } from '../panos/render';
import type { ClusterProfile } from '../profile/types';
import type { Refusal, Translation, TranslationInput } from './translation';

/**
 * The pipeline from a snapshot to a rulebase: admit, compile, render. A policy that has no exact rule is replaced by its
 * last good version, or left out, and the cluster is translated again; a rejected change stops nobody else.
 */

// Each round replaces at least one policy's version; clusters that need more are refused as a whole.
const MOST_ROUNDS = 50;

export function translate(input: TranslationInput): Translation {
  const refused = clusterFaults(input.snapshot, input.profile);
  const admission = { ...input, lastGood: indexLastGood(input.lastGood) };
  let candidates = compiledPolicies(input).map((policy) => admitPolicy(admission, policy));
  let attempt = translateOnce(input, candidates);
  for (let round = 0; round < MOST_ROUNDS && attempt.problems.length > 0; round++) {
    const next = withoutProblems(candidates, first(attempt.problems));
    if (next === undefined) break;
    candidates = next;
    attempt = translateOnce(input, candidates);
  }
  const left = attempt.problems.map((problem) => findingAt(problem, problem.causes[0]));
  const faults = refused.concat(attempt.compilation.refusals, left, capacityFaults(input.profile, attempt.rendering));
  return finish(candidates, attempt, faults);
}

/** The policies of namespaces that are not excluded. */
function compiledPolicies(input: TranslationInput): SnapshotPolicy[] {
  return input.snapshot.policies.filter(({ id }) => input.profile.excludedNamespaces.indexOf(id.namespace) < 0);
}

/** What refuses a cluster before any policy is looked at. */
function clusterFaults(snapshot: Snapshot, profile: ClusterProfile): Diagnostic[] {
  const faults: Diagnostic[] = [];
  if (profile.style === 'compact') faults.push(diagnose('style-compact', {}, { path: 'style' }));
  const addressed = snapshot.services.filter(hasAddress);
  if (profile.inspection === 'both-ends' && addressed.length > 0) {
    const sample = idText(addressed[0]);
    faults.push(diagnose('service-addresses', { count: addressed.length, sample }, { path: 'inspection' }));
  }
  return faults;
}

function hasAddress(service: Service): boolean {
  return service.clusterIPs.length > 0;
}

interface Attempt {
  readonly compilation: Compilation;
  readonly rendering: Rendering;
  readonly problems: readonly Problem[];
}

function translateOnce(input: TranslationInput, candidates: readonly Candidate[]): Attempt {
  const admitted: AdmittedPolicy[] = [];
  for (const candidate of candidates) if (candidate.version) admitted.push(candidate.version);
  const compilation = compile(input.snapshot, input.profile, admitted);
  const rendering = renderRulebase({
    profile: input.profile,
    model: compilation.model,
    rules: compilation.rules,
    podClasses: input.snapshot.podClasses,
    knownLabels: compilation.labelValues,
  });
  return {
    compilation,
    rendering,
    problems: compilation.problems.concat(rendering.problems),
  };
}

/** Problems of one policy alone come first: without it, those that it has with others may be gone. */
function first(problems: readonly Problem[]): readonly Problem[] {
  const alone = problems.filter((problem) =>
    problem.causes.every((cause) => idText(cause.policy) === idText(problem.causes[0].policy)),
  );
  return alone.length > 0 ? alone : problems;
}

/**
 * The candidates with the problems' policies replaced: of each problem, those that still are at a version that has not
 * been committed. undefined: some problem lies between last good versions alone.
 */
function withoutProblems(candidates: readonly Candidate[], problems: readonly Problem[]): Candidate[] | undefined {
  const errors: { [id: string]: Diagnostic[] } = {};
  const byId: { [id: string]: Candidate } = {};
  for (const candidate of candidates) byId[idText(candidate.id)] = candidate;
  for (const problem of problems) {
    let isReplaced = false;
    for (const cause of problem.causes) {
      const text = idText(cause.policy);
      if (!canFallBack(byId[text])) continue;
      isReplaced = true;
      if (!hasKey(errors, text)) errors[text] = [];
      errors[text].push(findingAt(problem, cause));
    }
    if (!isReplaced) return undefined;
  }
  return candidates.map((candidate) => {
    const text = idText(candidate.id);
    return hasKey(errors, text) ? fallBack(candidate, distinct(errors[text])) : candidate;
  });
}

/** False for a policy that is left out, or at its last good version as a whole. */
function canFallBack(candidate: Candidate | undefined): boolean {
  if (candidate === undefined || candidate.version === undefined) return false;
  return candidate.errors.length === 0 || candidate.standIns().length > 0;
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

function capacityFaults(profile: ClusterProfile, rendering: Rendering): Diagnostic[] {
  const limits = profile.capacity;
  const faults: Diagnostic[] = [];
  const counts = [
    { what: 'rules', count: rendering.rulebase.rules.length, limit: limits.rules },
    { what: 'address groups', count: rendering.rulebase.addressGroups.length, limit: limits.groups },
    { what: 'members of one rule or group', count: mostMembers(rendering.rulebase), limit: limits.members },
  ];
  for (const one of counts) {
    if (one.count > one.limit) {
      faults.push(diagnose('capacity', { count: one.count, what: one.what, limit: one.limit }, { path: 'capacity' }));
    }
  }
  return faults;
}

function mostMembers(rulebase: Rulebase): number {
  let most = 0;
  for (const rule of rulebase.rules) most = Math.max(most, rule.source.length, rule.destination.length);
  for (const group of rulebase.addressGroups) {
    if (group.match.type === 'static') most = Math.max(most, group.match.members.length);
  }
  return most;
}

function finish(candidates: readonly Candidate[], attempt: Attempt, faults: readonly Diagnostic[]): Translation {
  const refusals: Refusal[] = [];
  let diagnostics: Diagnostic[] = faults.concat(attempt.compilation.warnings);
  for (const candidate of candidates) {
    diagnostics = diagnostics.concat(candidate.errors, candidate.warnings);
    if (candidate.errors.length === 0) continue;
    refusals.push({
      policy: candidate.id,
      standIn: candidate.version && candidate.version.raw,
      diagnostics: candidate.errors,
    });
  }
  const isRefused = faults.some(isError);
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
