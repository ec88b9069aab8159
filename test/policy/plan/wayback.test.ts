import { fc } from '../../support/seed';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import { statesOf, withoutIdentity } from './support';
import { caseOf, CASES, change } from './randomchange';

it('a plan leads to the rules of the cluster and touches no others, and the way back leads to what was there', () => {
  let planned = 0;
  fc.assert(
    fc.property(change, (drawn) => {
      const one = caseOf(drawn);
      if (!one) return;
      const plan = planRulebase(one.desired, one.state, one.input.profile);
      const states = statesOf(one.state, plan.operations);
      const final = states[states.length - 1];
      expect(final.rules.filter(({ owned }) => owned).map(({ entry }) => entry)).toEqual(one.desired.rules);
      expect(final.rules.filter(({ owned }) => !owned)).toEqual(one.state.rules.filter(({ owned }) => !owned));
      expect(planRulebase(one.desired, final, one.input.profile).operations).toEqual([]);
      const back = statesOf(final, plan.inverse);
      expect(withoutIdentity(back[back.length - 1])).toEqual(withoutIdentity(one.state));
      planned += 1;
    }),
    { numRuns: CASES },
  );
  // Random clusters that the compiler refuses would prove nothing.
  expect(planned).toBeGreaterThan(CASES / 3);
});
