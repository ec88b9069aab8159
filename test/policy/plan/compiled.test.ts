import { fc } from '../../support/seed';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import { inShort, statesOf } from './support';
import { caseOf, CASES, change } from './randomchange';
import { expectSafe } from './statejudge';

it('what any state on the way allows was allowed before or will be', () => {
  let planned = 0;
  let steps = 0;
  fc.assert(
    fc.property(change, (drawn) => {
      const one = caseOf(drawn);
      if (!one) return;
      const { operations } = planRulebase(one.desired, one.state, one.input.profile);
      expectSafe(one, statesOf(one.state, operations), inShort(operations));
      planned += 1;
      steps += operations.length;
    }),
    { numRuns: CASES },
  );
  // Random clusters that the compiler refuses would prove nothing.
  expect(planned).toBeGreaterThan(CASES / 3);
  expect(steps).toBeGreaterThan(planned * 3);
});
