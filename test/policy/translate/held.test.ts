import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { clusterOf, endpointSlice, pod, policy, service } from '../../property/handmade';
import { compileCluster, proofOf } from '../../property/pipeline';
import { NAMESPACES, DB, PODS, ODD_ELSEWHERE, live, outcome } from './closedcluster';

/** Live policies whose rules stay as they are until somebody decides: which pods the proof leaves aside. */

it('a label that is taken for a value of a key that is asked for at all is not judged, either', () => {
  const exists = { matchExpressions: [{ key: 'app', operator: 'Exists' }] };
  const any = policy('pay/any', { podSelector: exists, ingress: [{ from: [{ podSelector: exists }] }] });
  const objects = [...NAMESPACES, ...PODS, any, pod('pay/odd', { App: 'api' }, '10.244.3.1')];
  expect(outcome({ ...clusterOf(objects), lastGood: [any] })).toMatchObject({
    refusals: ['any held'],
    proof: expect.stringMatching(/^equal, without pay\/any/) as unknown,
    asked: ['spec.ingress[0] allows nothing; all pods of pay are isolated, which hits odd as well'],
  });
});

it.each<[string, RawObject]>([
  ['a Service', service('pay/front', { clusterIP: 'None', selector: { tier: 'front' } })],
  ['a policy', policy('pay/front', { podSelector: { matchLabels: { tier: 'front' } }, ingress: [{}] })],
  ['a host-network pod', pod('pay/agent', { tier: 'front' }, '192.168.0.1', { spec: { hostNetwork: true } })],
])('nor is one whose value only %s has or names', (_what, naming) => {
  const exists = { matchExpressions: [{ key: 'tier', operator: 'Exists' }] };
  const any = policy('pay/any', { podSelector: exists, ingress: [] });
  const objects = [...NAMESPACES, ...PODS, any, naming, pod('pay/odd', { TIER: 'front' }, '10.244.3.1')];
  const input = { ...clusterOf(objects), lastGood: [any, naming].filter(({ kind }) => kind === 'NetworkPolicy') };
  const { refusals, proof } = outcome(input);
  expect(refusals).toContain('any held');
  expect(proof).toMatch(/^equal, without/);
});

it('a policy that leaves pods out by such a label cannot stay, since it would let others through', () => {
  const unlike = policy('pay/unlike', {
    podSelector: { matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
  });
  const web = policy('pay/web', { podSelector: { matchLabels: { app: 'web' } } });
  const objects = [...NAMESPACES, unlike, web, pod('pay/odd', { app: 'WEB' }, '10.244.3.1')];
  const { rules, asked } = outcome({ ...clusterOf(objects), lastGood: [unlike, web] });
  expect(rules).toBeUndefined();
  expect(asked).toHaveLength(2);
});

describe('the proof of a held policy', () => {
  const exists = { matchExpressions: [{ key: 'app', operator: 'Exists' }] };

  it('judges pods with labels whose keys begin alike', () => {
    const any = policy('pay/any', { podSelector: exists, ingress: [{ from: [{ podSelector: exists }] }] });
    const objects = [
      ...NAMESPACES,
      ...PODS,
      any,
      pod('pay/odd', { App: 'api' }, '10.244.3.1'),
      pod('pay/other', { 'app.kubernetes.io/name': 'x' }, '10.244.3.2'),
    ];
    const input = { ...clusterOf(objects), lastGood: [any] };
    const compiled = compileCluster(input);
    expect(proofOf(input, compiled)?.scope.notJudged.join()).not.toContain('app.kubernetes.io/name');
  });

  it('does not judge a port of a Service that only an odd pod serves', () => {
    const at = (name: string, spec: RawObject): RawObject => service(name, { clusterIP: '10.96.0.9', ...spec });
    const slice = endpointSlice('pay/listed', '10.244.1.4', 53);
    const isolated = policy('pay/front', { podSelector: { matchLabels: { tier: 't' } }, ingress: [] });
    const more = [
      at('pay/listed', { ports: [{ name: 'p', port: 53 }] }),
      slice,
      at('pay/front', { selector: { tier: 't' }, ports: [] }),
      isolated,
      pod('pay/t1', { tier: 't' }, '10.244.8.1'),
      ODD_ELSEWHERE,
    ];
    const base = live(more, { lastGood: [DB, isolated] });
    const { refusals, proof } = outcome({ ...base, profile: { ...base.profile, inspection: 'both-ends' as const } });
    expect(refusals).toEqual(['db held']);
    expect(proof).toMatch(/^equal, without/);
  });

  it('does not take Services with an odd pod for proved', () => {
    const behind = service('pay/front', { clusterIP: '10.96.0.9', selector: { tier: 't' }, ports: [{ port: 80 }] });
    const front = policy('pay/front', {
      podSelector: { matchLabels: { tier: 't' } },
      ingress: [{ from: [{ podSelector: { matchLabels: { tier: 'x' } } }] }],
    });
    const more = [
      behind,
      front,
      pod('pay/t1', { tier: 't' }, '10.244.8.1'),
      pod('pay/t2', { tier: 't', app: 'API' }, '10.244.8.2'),
    ];
    const base = live(more, { lastGood: [DB, front] });
    const input = { ...base, profile: { ...base.profile, inspection: 'both-ends' as const } };
    const compiled = compileCluster(input);
    const { rulebase } = compiled.translation;
    expect(proofOf(input, compiled)?.verdict).toBe('equal');
    expect(rulebase?.rules.some(({ name }) => name.includes('_services-pay.front'))).toBe(true);
    const rules = rulebase?.rules.map((rule) =>
      rule.name.includes('_services-pay.front') ? { ...rule, source: ['any'] } : rule,
    );
    const wide = {
      ...compiled,
      translation: { ...compiled.translation, rulebase: rulebase && { ...rulebase, rules: rules ?? [] } },
    };
    expect(proofOf(input, wide)?.verdict).toBe('different');
  });
});
