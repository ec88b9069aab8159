import { isError, type Diagnostic } from '../../policy/diagnostics/diagnostic';
import { keptPolicies } from '../../policy/translate/keptpolicies';
import { judgedVersions } from '../../policy/translate/judgedversions';
import type { RawObject } from '../../policy/kubernetes/types';
import type { Rulebase } from '../../policy/panos/entry';
import { auditRulebase } from '../../policy/plan/audit';
import { standingName, withClosures } from '../../policy/plan/closures';
import { planRulebase } from '../../policy/plan/plan';
import type { DeviceGroupState, KnownPlan, Plan, PlanContext, RuleNotes } from '../../policy/plan/types';
import type { ClusterProfile, SecurityService } from '../../policy/profile/types';
import { isRight, prove } from '../../policy/prove/prove';
import { readAll, type Reading } from '../../policy/prove/reading';
import type { Proof } from '../../policy/prove/types';
import { heldRulebase } from '../../policy/reach/before';
import { reachability } from '../../policy/reach/reachability';
import type { Reachability } from '../../policy/reach/types';
import type { Translation } from '../../policy/translate/translation';
import type { PanoramaPort } from '../api/port';
import { preflight, type Preflight } from './preflight';
import { referencesOfRules, type ReferenceCheck } from './references';
import type { Problem } from '../api/problems';
import { readState, readStateWithin, type StateAnswer, type StateReading } from '../state/readstate';
import type { Surroundings } from '../state/surroundings';

/** From a translated cluster to a plan that may be applied, or to everything that stands in its way. Only reads. */

/** A cluster as it was read and translated. */
export interface PlanRequest {
  /** As they came in; the proof reads these by itself. */
  readonly objects: readonly RawObject[];
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  readonly translation: Translation;
  /** Of reading the objects, and of the translation. */
  readonly diagnostics: readonly Diagnostic[];
  /** The plan that was carried out last; undefined: nobody remembers. */
  readonly known: KnownPlan | undefined;
  /** What the names in it came to; undefined: the preflight looks them up by itself. */
  readonly names?: ReferenceCheck | undefined;
  /** Rules closed by hand that somebody decided to open again, by name. */
  readonly lifted: readonly string[];
  /** What earlier runs remember of the cluster's rules; absent: nothing. */
  readonly ruleNotes?: RuleNotes;
}

/** What plans of the cluster depend on besides rules, state and profile. */
export function planContext(request: PlanRequest): PlanContext {
  const { known, lifted, ruleNotes, translation, diagnostics } = request;
  return { known, kept: keptPolicies(translation.refusals, diagnostics), lifted, notes: ruleNotes };
}

/**
 * A reason not to apply. `input`: part of the cluster is missing, so that its rules would be taken away. `held`: a person
 * wants nothing to be applied. `no-approvers`: nobody may decide about it.
 */
export type Blocker = 'input' | 'translation' | 'proof' | 'preflight' | 'refused' | 'held' | 'no-approvers';

/** A plan, its proof, and what was found on the way. */
export interface Preparation {
  /** As the profile's `enforcement` wants it; undefined: the cluster has none. */
  readonly rulebase: Rulebase | undefined;
  /** Of the compiled rulebase, which denies: `audit` is no matter of semantics. */
  readonly proof: Proof | undefined;
  /** The proof was made by an earlier run, of the very same things. */
  readonly isProofEarlier: boolean;
  /** undefined: there is no rulebase, or Panorama cannot be read. */
  readonly plan: Plan | undefined;
  /** What Panorama holds, with `plan`. */
  readonly state: DeviceGroupState | undefined;
  /** The same with what stands beside the block. */
  readonly reading: StateReading | undefined;
  /** Of the preflight. */
  readonly problems: readonly Problem[];
  /** Names that could not be looked up; the device decides. */
  readonly unverified: readonly string[];
  /** Earlier runs of this cluster wrote rules that are not committed yet. */
  readonly uncommitted: boolean;
  /** What becomes of connections; undefined where nothing changes, or no plan was made. */
  readonly reach: Reachability | undefined;
  /** Empty: the plan may be applied, where it needs approval after that. */
  readonly blockers: readonly Blocker[];
}

/** Whether the policies and the rendered rules say the same; undefined: there is no rulebase to judge. */
export function proveRulebase(request: PlanRequest): Proof | undefined {
  const compiled = request.translation.rulebase;
  return compiled && proveRead(request, compiled, undefined);
}

function proveRead(request: PlanRequest, rulebase: Rulebase, reading: Reading | undefined): Proof {
  const { objects, profile, services, translation, diagnostics } = request;
  const judged = judgedVersions(translation.refusals, diagnostics);
  return prove({ objects, profile, services, rulebase, ...judged }, reading);
}

/** What was compiled against what Panorama holds, without preflight and proof. */
export interface PlanReading {
  readonly rulebase: Rulebase | undefined;
  /** undefined: there is no rulebase, or Panorama cannot be read. */
  readonly plan: Plan | undefined;
  readonly state: DeviceGroupState | undefined;
  readonly reading: StateReading | undefined;
  readonly problem: Problem | undefined;
}

/** What a run knows already, so that it is not done twice. */
export interface KnownBefore {
  /** The device group, if this run has read it. */
  readonly state?: StateAnswer | undefined;
  /** What stands around it, if that was read. */
  readonly surroundings?: Surroundings | undefined;
  /** What is in the way and the preflight does not look for. */
  readonly problems?: readonly Problem[];
  /** What an earlier run proved of the same objects, settings and versions, with this rulebase (as `enforcement` wants it). */
  readonly proofOf?: (rulebase: Rulebase) => Proof | undefined;
}

/** Reads the device group and plans, without preflight and proof: what a run does again before it writes. */
export function readPlan(port: PanoramaPort, request: PlanRequest, before: KnownBefore = {}): PlanReading {
  const compiled = request.translation.rulebase;
  if (compiled === undefined) return NOT_READ;
  const rulebase = auditRulebase(compiled, request.profile);
  const answer = before.state || stateOf(port, request.profile, before.surroundings);
  if (answer.kind === 'failed') return { ...NOT_READ, rulebase, problem: answer.problem };
  const { state } = answer.reading;
  const plan = planRulebase(rulebase, state, request.profile, planContext(request));
  return { rulebase, plan, state, reading: answer.reading, problem: undefined };
}

const NOT_READ: PlanReading = {
  rulebase: undefined,
  plan: undefined,
  state: undefined,
  reading: undefined,
  problem: undefined,
};

function stateOf(port: PanoramaPort, profile: ClusterProfile, surroundings: Surroundings | undefined): StateAnswer {
  return surroundings === undefined ? readState(port, profile) : readStateWithin(port, profile, surroundings);
}

/** Proves, reads, plans and looks ahead; everything in the way is told at once, not only the first thing. */
export function preparePlan(port: PanoramaPort, request: PlanRequest, before: KnownBefore = {}): Preparation {
  const reading = readPlan(port, request, before);
  const earlier = reading.rulebase && before.proofOf && before.proofOf(reading.rulebase);
  const compiled = request.translation.rulebase;
  const read = earlier || !compiled ? undefined : readAll({ ...request, rulebase: compiled });
  const proof = earlier || (compiled && proveRead(request, compiled, read));
  const checked = reading.rulebase && lookAhead(port, request, reading.rulebase, before.surroundings);
  const problems = (before.problems || []).concat(checked ? checked.problems : []);
  // What keeps the state from being read keeps the preflight from ending, and is told there.
  if (reading.problem !== undefined && problems.length === 0) problems.push(reading.problem);
  return {
    rulebase: reading.rulebase,
    proof,
    isProofEarlier: earlier !== undefined,
    plan: reading.plan,
    state: reading.state,
    reading: reading.reading,
    problems,
    unverified: checked ? checked.unverified : [],
    uncommitted: checked !== undefined && checked.uncommitted,
    reach: reachOf(request, reading, read),
    blockers: blockersOf(request, proof, problems, reading.plan),
  };
}

/** More pairs than this take an engine of a server longer than people wait for a plan. */
const MOST_PAIRS = 2000;

/** @param read of the compiled rulebase, where that was done for the proof */
function reachOf(
  { objects, profile, translation }: PlanRequest,
  { rulebase, plan, state }: PlanReading,
  read: Reading | undefined,
): Reachability | undefined {
  if (!rulebase || !plan || !state || plan.refused || plan.operations.length === 0) return undefined;
  const after = inForce(rulebase, plan, state);
  return reachability({
    objects,
    profile,
    before: heldRulebase(state, profile.cluster),
    after,
    most: MOST_PAIRS,
    reading: after === translation.rulebase ? read : undefined,
  });
}

/** With what stays closed by hand: a disabled rule does nothing, and one that is set to deny denies, whatever else it has. */
function inForce(rulebase: Rulebase, { closures }: Plan, state: DeviceGroupState): Rulebase {
  if (closures.length === 0) return rulebase;
  const held = withClosures(rulebase, closures, state);
  const disabled = closures.filter(({ how }) => how === 'disabled').map(standingName);
  const denied = closures.filter(({ how }) => how !== 'disabled').map(standingName);
  const rules = held.rules
    .filter(({ name }) => disabled.indexOf(name) < 0)
    .map((rule) => (denied.indexOf(rule.name) < 0 ? rule : { ...rule, action: 'deny' as const }));
  return { ...held, rules };
}

function lookAhead(
  port: PanoramaPort,
  { profile, names }: PlanRequest,
  rulebase: Rulebase,
  surroundings: Surroundings | undefined,
): Preflight {
  return preflight(port, profile, referencesOfRules(rulebase.rules), { ignoredAdmins: [], names }, surroundings);
}

/** What keeps a plan from being applied. `proof` undefined: there is no rulebase. */
export function blockersOf(
  request: PlanRequest,
  proof: Pick<Proof, 'verdict'> | undefined,
  problems: readonly Problem[],
  plan: Plan | undefined,
): Blocker[] {
  const found: [Blocker, boolean][] = [
    ['input', !isWhole(request.diagnostics)],
    ['translation', request.translation.rulebase === undefined],
    ['proof', proof !== undefined && !isRight(proof.verdict)],
    ['preflight', problems.length > 0],
    ['refused', plan !== undefined && plan.refused],
    ['no-approvers', plan !== undefined && lacksApprovers(request.profile, plan)],
  ];
  return found.filter((one) => one[1]).map((one) => one[0]);
}

/** Who enforces isolation first decides about outages: that is not for everybody who may run automations. */
function lacksApprovers({ approverRoles }: ClusterProfile, { approvals }: Plan): boolean {
  return approverRoles.length === 0 && approvals.indexOf('first-enforce') >= 0;
}

/** Whether all documents could be read: what is missing would look deleted. */
function isWhole(diagnostics: readonly Diagnostic[]): boolean {
  return !diagnostics.some(
    (found) => isError(found) && (found.code === 'object-unreadable' || found.code === 'list-incomplete'),
  );
}
