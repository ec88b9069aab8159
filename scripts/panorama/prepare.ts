import { isError, type Diagnostic } from '../policy/diagnostics';
import { judgedVersions } from '../policy/judged';
import type { RawObject } from '../policy/kubernetes/types';
import type { Rulebase } from '../policy/panos/entry';
import { auditRulebase } from '../policy/plan/audit';
import { planRulebase } from '../policy/plan/plan';
import type { Plan } from '../policy/plan/types';
import type { ClusterProfile, SecurityService } from '../policy/profile/types';
import { prove } from '../policy/prove/prove';
import type { Proof } from '../policy/prove/types';
import type { Translation } from '../policy/translation';
import type { PanoramaPort } from './port';
import { precheck } from './precheck';
import type { Problem } from './problems';
import { readState } from './readstate';

/** From a translated cluster to a plan that may be applied, or to everything that stands in its way. Only reads. */

export interface PlanRequest {
  /** As they came in; the proof reads these by itself. */
  readonly objects: readonly RawObject[];
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  readonly translation: Translation;
  /** Of reading the objects, and of the translation. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A reason not to apply. `input`: part of the cluster is missing, so that its rules would be taken away. */
export type Hindrance = 'input' | 'translation' | 'proof' | 'preflight' | 'refused';

export interface Preparation {
  /** As the profile's `enforcement` wants it; undefined: the cluster has none. */
  readonly rulebase: Rulebase | undefined;
  /** Of the compiled rulebase, which denies: `audit` is no matter of semantics. */
  readonly proof: Proof | undefined;
  /** undefined: there is no rulebase, or Panorama cannot be read. */
  readonly plan: Plan | undefined;
  /** Of the preflight. */
  readonly problems: readonly Problem[];
  /** Names that could not be looked up; the device decides. */
  readonly unverified: readonly string[];
  /** Empty: the plan may be applied, where it needs approval after that. */
  readonly hindrances: readonly Hindrance[];
}

export function preparePlan(port: PanoramaPort, request: PlanRequest): Preparation {
  const compiled = request.translation.rulebase;
  if (compiled === undefined) return withoutRulebase(request);
  const rulebase = auditRulebase(compiled, request.profile);
  const proof = prove({
    objects: request.objects,
    profile: request.profile,
    services: request.services,
    rulebase: compiled,
    ...judgedVersions(request.translation.refusals, request.diagnostics),
  });
  const checked = precheck(port, request.profile, rulebase, { ignoredAdmins: [] });
  const answer = readState(port, request.profile);
  // What keeps the state from being read keeps the preflight from ending, and is told there.
  const unread = answer.kind === 'failed' && checked.problems.length === 0 ? [answer.problem] : [];
  const problems = checked.problems.concat(unread);
  const plan = answer.kind === 'read' ? planRulebase(rulebase, answer.reading.state, request.profile) : undefined;
  return {
    rulebase: rulebase,
    proof: proof,
    plan: plan,
    problems: problems,
    unverified: checked.unverified,
    hindrances: hindrancesOf(request, proof, problems, plan),
  };
}

function withoutRulebase(request: PlanRequest): Preparation {
  const input: Hindrance[] = isWhole(request.diagnostics) ? [] : ['input'];
  return {
    rulebase: undefined,
    proof: undefined,
    plan: undefined,
    problems: [],
    unverified: [],
    hindrances: input.concat(['translation']),
  };
}

function hindrancesOf(
  request: PlanRequest,
  proof: Proof,
  problems: readonly Problem[],
  plan: Plan | undefined,
): Hindrance[] {
  const found: [Hindrance, boolean][] = [
    ['input', !isWhole(request.diagnostics)],
    ['proof', proof.verdict !== 'equal'],
    ['preflight', problems.length > 0],
    ['refused', plan !== undefined && plan.refused],
  ];
  return found
    .filter(function (one) {
      return one[1];
    })
    .map(function (one) {
      return one[0];
    });
}

/** Whether all documents could be read: what is missing would look deleted. */
function isWhole(diagnostics: readonly Diagnostic[]): boolean {
  return !diagnostics.some(function (found) {
    return isError(found) && (found.code === 'object-unreadable' || found.code === 'list-incomplete');
  });
}
