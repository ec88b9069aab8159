import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { keptPolicies } from '../../../scripts/policy/translate/keptpolicies';
import { clusterOf, namespace, pod, policy } from '../../property/handmade';
import { compileCluster, proofOf, type ClusterInput } from '../../property/pipeline';

/** The profile's `refused`: what becomes of a policy that has no exact rules and never was live. */

const NAMELESS = { podSelector: { matchLabels: { app: '' } } };
const WEB = { podSelector: { matchLabels: { app: 'web' } } };
const GOOD = { ...WEB, ingress: [{ ports: [{ port: 80 }] }] };

function input(
  objects: readonly RawObject[],
  refused: 'leave-out' | 'isolate',
  lastGood: RawObject[] = [],
): ClusterInput {
  const pods = [pod('shop/web-1', { app: 'web' }, '10.244.1.1'), pod('shop/api-1', { app: 'api' }, '10.244.1.2')];
  const cluster = clusterOf([namespace('shop'), ...pods, ...objects]);
  return { ...cluster, profile: { ...cluster.profile, refused }, lastGood };
}

/** The names of the rules without keys, what stands in for the policy, and what the proof says of the rulebase. */
function outcome(given: ClusterInput) {
  const compiled = compileCluster(given);
  const { rulebase, refusals } = compiled.translation;
  const [refusal] = refusals;
  return {
    rules: rulebase?.rules.map(({ name }) => name.replace(/(in|eg)-[a-z2-7]{6}$/, '$1')),
    standIn:
      refusal?.standIn === undefined
        ? 'none'
        : refusal.instead === 'no-entries'
          ? 'isolation'
          : refusal.instead.replace('-', ' '),
    verdict: proofOf(given, compiled)?.verdict,
  };
}

const DENY = 'c1._deny-ingress';
const BOTH = ['c1._deny-both', 'c1._deny-egress', DENY];

describe.each<[string, RawObject, readonly string[]]>([
  [
    'an entry without exact rules',
    policy('shop/web', { ...GOOD, ingress: [...GOOD.ingress, { from: [NAMELESS] }] }),
    [DENY],
  ],
  ['an egress entry without exact rules', policy('shop/web', { ...WEB, egress: [{ to: [NAMELESS] }] }), BOTH],
  ['a wrong annotation', policy('shop/web', GOOD, { appidd: 'ssl' }), [DENY]],
])('a policy with %s that never was live', (_what, object, isolated) => {
  it('is left out by default', () => {
    expect(outcome(input([object], 'leave-out'))).toEqual({ rules: [], standIn: 'none', verdict: 'nothing' });
  });

  it('isolates its pods in its directions, where the profile says so', () => {
    expect(outcome(input([object], 'isolate'))).toEqual({ rules: isolated, standIn: 'isolation', verdict: 'equal' });
  });

  it('takes nothing from what others allow its pods', () => {
    const { rules, verdict } = outcome(input([object, policy('shop/other', GOOD)], 'isolate'));
    expect(rules).toContain('c1.shop.other.in');
    expect(verdict).toBe('equal');
  });

  it('keeps its last good version where it has one', () => {
    const lastGood = [policy('shop/web', GOOD)];
    expect(outcome(input([object], 'isolate', lastGood))).toMatchObject({ standIn: 'last good', verdict: 'equal' });
  });
});

it('pods that no exact group can name are not isolated: their policy is left out, and stops nobody else', () => {
  const given = input([policy('shop/web', { ...NAMELESS, ingress: [] }), policy('shop/other', GOOD)], 'isolate');
  expect(outcome(given)).toEqual({ rules: ['c1.shop.other.in', DENY], standIn: 'none', verdict: 'equal' });
});

it('policies that have no exact rule together are isolated both', () => {
  const anyPort = { podSelector: {}, policyTypes: ['Egress'], egress: [{}] };
  const out = policy('shop/out', anyPort, { service: 'application-default' });
  const given = input([out, policy('shop/web', GOOD)], 'isolate');
  expect(outcome(given)).toEqual({ rules: BOTH, standIn: 'isolation', verdict: 'equal' });
});

it('a policy that is left out is another one to approve where it is about other pods or directions', () => {
  const bad = (spec: object) => policy('shop/web', { ...spec, ingress: [{ ports: [{ protocol: 'SCTP', port: 1 }] }] });
  const kept = (spec: object) => {
    const { translation, diagnostics } = compileCluster(input([bad(spec)], 'leave-out'));
    return keptPolicies(translation.refusals, diagnostics);
  };
  expect(kept(WEB)).toMatchObject([{ instead: 'nothing', policy: expect.stringMatching(/^shop\/web /) as unknown }]);
  expect(kept({ ...WEB, policyTypes: ['Ingress'] })).toEqual(kept(WEB));
  expect(kept({ podSelector: {} })).not.toEqual(kept(WEB));
  expect(kept({ ...WEB, policyTypes: ['Ingress', 'Egress'] })).not.toEqual(kept(WEB));
});
