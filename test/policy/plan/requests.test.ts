import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { Rulebase } from '../../../scripts/policy/panos/entry';
import { planRulebase } from '../../../scripts/policy/plan/plan';
import type { DeviceGroupState, Operation } from '../../../scripts/policy/plan/types';
import { generateCluster } from '../../../tools/bench/cluster';
import { compileCluster } from '../../property/pipeline';
import { EMPTY_STATE, foreignRule, ownRule, profile, stateOf } from './support';

/** How many write requests a plan needs: what is created of one kind goes in one `set`, everything else one by one. */

const PROFILE = profile({ inspection: 'server-only' });
const CLUSTER = generateCluster(300);

function compiled(objects: readonly RawObject[]): Rulebase {
  const { rulebase } = compileCluster({ objects, profile: PROFILE, services: [], lastGood: [] }).translation;
  if (!rulebase) throw new Error('the cluster has no rulebase');
  return rulebase;
}

function requests(operations: readonly Operation[]): number {
  return operations.filter(({ op, kind }, index) => {
    const last = operations[index - 1];
    return op !== 'create' || last?.op !== 'create' || last.kind !== kind;
  }).length;
}

const FOREIGN = Array.from({ length: 50 }, (_none, index) => foreignRule(`F${index}`));

/** Our rules between foreign ones. */
function applied(rulebase: Rulebase): DeviceGroupState {
  return stateOf(rulebase, [...FOREIGN.slice(0, 25), ...rulebase.rules.map(ownRule), ...FOREIGN.slice(25)]);
}

it('a first apply at the bottom needs four requests, below whatever others have', () => {
  const state = { ...EMPTY_STATE, rules: FOREIGN };
  expect(requests(planRulebase(compiled(CLUSTER), state, PROFILE).operations)).toBe(4);
});

it('a first apply elsewhere needs one more for each rule', () => {
  const rulebase = compiled(CLUSTER);
  const state = { ...EMPTY_STATE, rules: FOREIGN };
  const top = { ...PROFILE, position: { at: 'top', rule: '' } } as const;
  expect(requests(planRulebase(rulebase, state, top).operations)).toBe(4 + rulebase.rules.length);
});

it('one entry added in an isolated namespace needs at most four', () => {
  const changed = CLUSTER.map((object) => {
    const { namespace, name } = object.metadata as { readonly namespace?: string; readonly name: string };
    if (object.kind !== 'NetworkPolicy' || namespace !== 'billing-1' || name !== 'api') return object;
    const spec = object.spec as { readonly egress: readonly object[] };
    const entry = { to: [{ podSelector: { matchLabels: { app: 'mail' } } }], ports: [{ port: 2525 }] };
    return {
      ...object,
      spec: {
        ...spec,
        egress: [...spec.egress, entry, { to: [{ ipBlock: { cidr: '198.18.0.0/16' } }], ports: [{ port: 25 }] }],
      },
    };
  });
  const { operations } = planRulebase(compiled(changed), applied(compiled(CLUSTER)), PROFILE);
  expect(operations.length).toBeGreaterThan(0);
  expect(requests(operations)).toBeLessThanOrEqual(4);
});

it('no change needs none', () => {
  expect(planRulebase(compiled(CLUSTER), applied(compiled(CLUSTER)), PROFILE).operations).toEqual([]);
});
