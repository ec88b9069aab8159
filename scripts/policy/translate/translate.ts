import { indexReferences, sortedReferences, type Reference } from '../attributes/references';
import { admitPolicy } from './admit';
import type { Candidate } from './candidate';
import { closedWhole } from './close';
import { compile, type Compilation } from '../compile/compile';
import type { AdmittedPolicy, Inexpressible } from '../compile/model';
import { diagnosticAt } from '../compile/causes';
import { diagnose, isError, type Diagnostic } from '../diagnostics/diagnostic';
import { excludedDiagnostics, isExcluded } from './excluded';
import { idText } from '../kubernetes/identity';
import { canonicalJson, shortHash } from '../text/canonical';
import { withoutEntries } from '../kubernetes/withoutentries';
import { indexLastGood } from '../kubernetes/lastgood';
import type { PolicyId, RawObject, SnapshotPolicy } from '../kubernetes/types';
import type { Rulebase } from '../panos/entry';
import { renderRulebase, type Rendering } from '../panos/render';
import type { ClusterProfile } from '../profile/types';
import { withFallBacks, type StepContext } from './fallback';
import { lostNames } from './lost';
import { indexRejections, rejectedPolicy, rejectionOf } from './rejected';
import { questionsOf, type AskedQuestion } from './questions';
import { distinct, sortDiagnostics } from './sort';
import type { Instead, Refusal, Translation, TranslationInput } from './translation';

/**
 * The pipeline from a snapshot to a rulebase: admit, compile, render. A policy that has no exact rule gives way
 * (`fallback.ts`), and the cluster is translated again; a rejected change stops nobody else.
 */

// In each round at least one policy gives way; clusters that need more are refused as a whole.
const MOST_ROUNDS = 50;

/** Makes the rulebase of a cluster, with everything that was found on the way. Pure: equal input gives equal output. */
export function translate(input: TranslationInput): Translation {
  const early = excludedDiagnostics(input.snapshot.policies, input.profile);
  const missing = indexReferences(input.missing || []);
  const admission = { ...input, lastGood: indexLastGood(input.lastGood), missing };
  const context: StepContext = {
    isDecided: decided(input.closings || []),
    podClasses: input.snapshot.podClasses,
  };
  const rejections = indexRejections(input.rejections || []);
  let candidates = compiledPolicies(input).map((policy) => {
    const rejection = rejectionOf(rejections, policy);
    const candidate = rejection ? rejectedPolicy(admission, policy, rejection) : admitPolicy(admission, policy);
    return closedIfDecided(candidate, context);
  });
  let attempt = translateOnce(input, candidates);
  for (let round = 0; round < MOST_ROUNDS && attempt.inexpressible.length > 0; round++) {
    const next = withFallBacks(candidates, attempt.inexpressible, context);
    if (next === undefined) break;
    candidates = next;
    attempt = translateOnce(input, candidates);
  }
  const left = attempt.inexpressible.map((one) => diagnosticAt(one, one.causes[0]));
  const questions = questionsOf(input.snapshot, candidates, attempt.inexpressible);
  const ofCluster = early.concat(
    lostNames(candidates, missing, input.profile),
    attempt.compilation.clusterDiagnostics,
    left,
    questions.map((question) => question.diagnostic),
    capacityDiagnostics(input.profile, attempt.rendering),
  );
  return finish(candidates, attempt, ofCluster, questions);
}

function decided(closings: readonly PolicyId[]): StepContext['isDecided'] {
  return function (id) {
    return closings.some((one) => idText(one) === idText(id) && (one.uid === '' || one.uid === id.uid));
  };
}

/** A live policy of which no version can be admitted any more: somebody took away what its attributes name. */
function closedIfDecided(candidate: Candidate, context: StepContext): Candidate {
  if (candidate.version !== undefined || candidate.live === undefined) return candidate;
  if (!context.isDecided(candidate.id)) return candidate;
  return { ...candidate, version: closedWhole(candidate.live) };
}

/** The policies of namespaces that are not excluded. */
function compiledPolicies(input: TranslationInput): SnapshotPolicy[] {
  return input.snapshot.policies.filter((policy) => !isExcluded(policy, input.profile));
}

interface Attempt {
  readonly compilation: Compilation;
  readonly rendering: Rendering;
  readonly inexpressible: readonly Inexpressible[];
}

function translateOnce(input: TranslationInput, candidates: readonly Candidate[]): Attempt {
  const admitted: AdmittedPolicy[] = [];
  const held: { [id: string]: true } = {};
  for (const { id, version } of candidates) {
    if (version === undefined) continue;
    admitted.push(version);
    if (version.instead === 'held') held[idText(id)] = true;
  }
  const compilation = compile(input.snapshot, input.profile, admitted);
  const rendering = renderRulebase({
    profile: input.profile,
    model: compilation.model,
    rules: compilation.rules,
    labelUses: compilation.labelUses,
    held,
  });
  return {
    compilation,
    rendering,
    inexpressible: compilation.inexpressible.concat(rendering.inexpressible),
  };
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

function finish(
  candidates: readonly Candidate[],
  attempt: Attempt,
  ofCluster: readonly Diagnostic[],
  questions: readonly AskedQuestion[],
): Translation {
  const refusals: Refusal[] = [];
  const diagnostics: Diagnostic[] = ofCluster.concat(attempt.compilation.warnings, attempt.rendering.warnings);
  for (const candidate of candidates) {
    diagnostics.push.apply(diagnostics, candidate.errors.concat(candidate.warnings));
    if (candidate.errors.length === 0) continue;
    refusals.push(refusalOf(candidate));
  }
  const isRefused = ofCluster.some(isError);
  return {
    rulebase: isRefused ? undefined : attempt.rendering.rulebase,
    origins: isRefused ? [] : attempt.rendering.origins,
    dependsOn: attempt.compilation.dependsOn,
    refusals,
    questions: questions.map(({ policy, closing }) => ({ policy, closing })),
    diagnostics: sortDiagnostics(distinct(diagnostics)),
    references: referencesOf(candidates),
    intersections: attempt.compilation.model.space.intersections,
  };
}

function referencesOf(candidates: readonly Candidate[]): Translation['references'] {
  const found: Reference[] = [];
  for (const { version } of candidates) if (version !== undefined) found.push.apply(found, version.references.slice());
  return sortedReferences(indexReferences(found));
}

function insteadOf({ version, live, isRejected }: Candidate): Instead {
  if (version !== undefined && version.instead !== 'current') return version.instead;
  return isRejected && live === undefined ? 'rejected' : 'nothing';
}

function refusalOf(candidate: Candidate): Refusal {
  const { id, version, live, current, errors } = candidate;
  const instead = insteadOf(candidate);
  // What is closed or held comes back as it was when its rules are exact again.
  const isLive = instead === 'closed' || instead === 'held' || version === undefined;
  return {
    policy: id,
    instead,
    standIn: version && version.raw,
    closed: version === undefined ? [] : version.closed,
    lastGood: isLive ? live : instead === 'last-good' || instead === 'rejected' ? version.raw : undefined,
    selects: selectsText(current),
    diagnostics: errors,
  };
}

function selectsText(raw: RawObject): string {
  const { spec } = withoutEntries(raw);
  return shortHash(canonicalJson(spec === undefined ? {} : spec));
}
