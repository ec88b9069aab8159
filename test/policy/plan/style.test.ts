import { planRulebase } from '../../../scripts/policy/plan/plan';
import { benchCluster, BENCH_PROFILE, rulebaseOf, translateCluster } from '../../../tools/bench/compile';
import { stateOf } from './support';

/** Another style for a live cluster. */

const CLUSTER = benchCluster(60).snapshot;
const COMPACT = { ...BENCH_PROFILE, style: 'compact', enforcement: 'enforce' } as const;
const READABLE = { ...COMPACT, style: 'readable' } as const;

it('is a plan that a person sees first, back and forth', () => {
  const compact = rulebaseOf(translateCluster(CLUSTER, COMPACT));
  const readable = rulebaseOf(translateCluster(CLUSTER, READABLE));
  for (const [from, to] of [
    [readable, compact],
    [compact, readable],
  ]) {
    const plan = planRulebase(to, stateOf(from), COMPACT);
    expect(plan.approvals).toContain('restyled');
  }
});

it('is nothing to ask for where nothing changes', () => {
  const compact = rulebaseOf(translateCluster(CLUSTER, COMPACT));
  expect(planRulebase(compact, stateOf(compact), COMPACT)).toMatchObject({ operations: [], approvals: [] });
});
