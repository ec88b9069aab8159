import type { Rulebase } from '../panos/entry';
import type { ClusterProfile } from '../profile/types';
import { relateAllowChanges } from './allowchanges';
import { foreignHash, foreignSituations, surroundingsOf } from './foreign';
import { approvalReasons } from './guardrails';
import { planHash, rulebaseHash, stateHash } from './hash';
import { invertOperations } from './invert';
import { compareObjects } from './objectchanges';
import { orderOperations } from './order';
import { placeOfBlock } from './place';
import { compareRules } from './rulechanges';
import { findSituations, refuses } from './situations';
import type { DeviceGroupState, Operation, Plan } from './types';

/**
 * The operations that make the candidate configuration what was compiled, and what a human should know of them.
 *
 * @param desired with the profile's `enforcement` applied (`auditRulebase`)
 * @param state of the same device group and rulebase
 * @param known the `foreignHash` that somebody approved last; undefined: nobody remembers. Then rules of others are
 * asked about only before the cluster has rules of its own.
 */
export function planRulebase(
  desired: Rulebase,
  state: DeviceGroupState,
  profile: ClusterProfile,
  known?: string,
): Plan {
  const place = placeOfBlock(state, desired.rules, profile.position);
  const surroundings = place ? surroundingsOf(desired, state, profile, place) : { preceding: [], shadowed: [] };
  const ofOthers = foreignHash(surroundings);
  const situations = findSituations(desired, state, profile, place).concat(
    foreignSituations(surroundings, state, profile),
  );
  const isRefused = situations.some(refuses);
  const operations: Operation[] =
    place === undefined || isRefused
      ? []
      : orderOperations(
          relateAllowChanges(compareRules(desired.rules, state)),
          compareObjects(desired, state),
          state,
          place,
        );
  const desiredHash = rulebaseHash(desired);
  const isKnown = known === undefined ? undefined : known === ofOthers;
  const ofState = stateHash(state, ofOthers);
  return {
    deviceGroup: state.deviceGroup,
    rulebase: state.rulebase,
    desiredHash,
    stateHash: ofState,
    operations,
    inverse: invertOperations(operations),
    situations,
    approvals: approvalReasons(desired, state, profile, operations, { surroundings, isKnown }),
    foreignHash: ofOthers,
    refused: isRefused,
    hash: planHash(desiredHash, ofState, operations),
  };
}
