import type { Rulebase } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import { relateAllowChanges } from './allowchanges';
import { foreignHash, foreignSituations, surroundingsOf } from './foreign';
import { NO_NOTES } from './rulenotes';
import { approvalReasons, leftOutOf, newlyLeftOut } from './guardrails';
import { keptHash, planHash, rulebaseHash, stateHash } from './hash';
import { invertOperations } from './invert';
import { byHandSituations, objectsMadeByHand, rulesMadeByHand } from './byhand';
import { closuresOf, losesClosure, withClosures } from './closures';
import { compareObjects } from './objectchanges';
import { orderOperations } from './order';
import { placeOfBlock } from './place';
import { compareRules } from './rulechanges';
import { findSituations, refuses } from './situations';
import type { DeviceGroupState, Operation, Plan, PlanContext } from './types';

/**
 * The operations that make the candidate configuration what was compiled, and what a human should know of them.
 *
 * @param compiled with the profile's `enforcement` applied (`auditRulebase`)
 * @param state of the same device group and rulebase
 */
export function planRulebase(
  compiled: Rulebase,
  state: DeviceGroupState,
  profile: ClusterProfile,
  context: PlanContext = { known: undefined, kept: [] },
): Plan {
  const lifted = context.lifted || [];
  const notes = context.notes || NO_NOTES;
  const rulesByHand = rulesMadeByHand(compiled, state, notes);
  const closures = closuresOf(compiled.rules, state, lifted, rulesByHand);
  const desired = withClosures(compiled, closures, state);
  const made = rulesByHand.concat(objectsMadeByHand(desired, state));
  const place = placeOfBlock(state, desired.rules, profile.position);
  const surroundings = place ? surroundingsOf(desired, state, profile, place) : { preceding: [], shadowed: [] };
  const ofOthers = foreignHash(surroundings);
  const situations = findSituations(desired, state, profile, place, {
    closures,
    made,
    notes,
  }).concat(byHandSituations(made, compiled, closures), foreignSituations(surroundings, state, profile));
  const isRefused = situations.some(refuses);
  const operations: Operation[] =
    place === undefined || isRefused
      ? []
      : orderOperations(
          relateAllowChanges(compareRules(desired.rules, state, closures)),
          compareObjects(desired, state),
          state,
          place,
        );
  const desiredHash = rulebaseHash(compiled);
  const { known, kept } = context;
  const isKnown = known === undefined ? undefined : known.foreignHash === ofOthers;
  const leftOut = leftOutOf(kept);
  const newly = newlyLeftOut(leftOut, known);
  const hashes = { desiredHash, stateHash: stateHash(state, ofOthers), keptHash: keptHash(kept) };
  return {
    deviceGroup: state.deviceGroup,
    rulebase: state.rulebase,
    ...hashes,
    operations,
    inverse: invertOperations(operations),
    situations,
    closures,
    approvals: approvalReasons(desired, state, profile, operations, {
      surroundings,
      isKnown,
      newlyLeftOut: newly,
      losesClosure: losesClosure(desired.rules, state, closures, lifted, rulesByHand),
      made,
    }),
    foreignHash: ofOthers,
    leftOut,
    newlyLeftOut: newly,
    refused: isRefused,
    hash: planHash(hashes, operations),
  };
}
