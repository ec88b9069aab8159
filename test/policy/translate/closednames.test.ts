import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { clusterOf, namespace, pod, policy } from '../../property/handmade';
import { compileCluster, proofOf, type ClusterInput } from '../../property/pipeline';
import { NAMESPACES, FROM_WEB, outcome } from './closedcluster';

/** Live policies with a port name that has several numbers on pods alike. */

describe('where pods alike give a port name several numbers', () => {
  const sql = (containerPort: number) => ({
    spec: { containers: [{ ports: [{ name: 'sql', containerPort, protocol: 'TCP' }] }] },
  });
  const anywhere = { namespaceSelector: {}, podSelector: { matchLabels: { app: 'api' } } };
  const out = policy('shop/out', {
    ...FROM_WEB,
    policyTypes: ['Egress'],
    egress: [{ to: [anywhere], ports: [{ port: 'sql' }, { port: 443 }] }, { to: [FROM_WEB] }],
  });
  const alike = [
    pod('pay/a', { app: 'api', x: 'y' }, '10.244.2.1', sql(5432)),
    pod('pay/b', { app: 'api', x: 'y' }, '10.244.2.2', sql(5555)),
  ];
  const elsewhere = pod('ops/a', { app: 'api' }, '10.244.2.3', sql(5432));
  const ops = namespace('ops');

  function given(pods: readonly RawObject[], more: Partial<ClusterInput> = {}): ClusterInput {
    return { ...clusterOf([...NAMESPACES, ops, elsewhere, ...pods, out]), lastGood: [out], ...more };
  }

  it('the name is closed in their namespace at once, whoever sends to them; other ports and namespaces stay', () => {
    const before = outcome(given(alike.slice(0, 1))).rules ?? [];
    const { refusals, rules, proof, asked } = outcome(given(alike));
    expect(refusals).toEqual(['out closed spec.egress[0].ports[0] in pay']);
    const named = (rule: string) => rule.endsWith(' c1.tcp-5432');
    expect(rules?.filter(named)).toHaveLength(1);
    expect(rules?.filter((rule) => !named(rule))).toEqual(before.filter((rule) => !named(rule)));
    expect(proof).toBe(
      'equal, without shop/out (named-port): its pods are isolated, and nothing is allowed by spec.egress[0].ports[0] in pay',
    );
    expect(asked).toEqual([]);
  });

  it('it is closed on a Service before them, too', () => {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace: 'pay', name: 'front' },
      spec: { clusterIP: '10.96.0.9', selector: { app: 'api' }, ports: [{ port: 80, targetPort: 'sql' }] },
    };
    const base = given([...alike, service]);
    const input = { ...base, profile: { ...base.profile, inspection: 'both-ends' as const } };
    const { rules, proof } = outcome(input);
    expect(rules?.filter((rule) => rule.includes('_services-pay.front'))).toEqual([]);
    expect(proof).toMatch(/^equal, without/);
  });

  it('a policy that never was live is left out', () => {
    expect(outcome(given(alike, { lastGood: [] })).refusals).toEqual(['out nothing']);
  });

  it('a rule that opens it all the same is seen', () => {
    const input = given(alike);
    const compiled = compileCluster(given(alike.slice(0, 1)));
    const closed = compileCluster(input);
    const rulebase = compiled.translation.rulebase;
    const wide = { ...closed, translation: { ...closed.translation, rulebase } };
    expect(proofOf(input, wide)?.verdict).toBe('different');
  });

  it('in its own namespace likewise', () => {
    const own = policy('pay/in', {
      podSelector: { matchLabels: { app: 'api' } },
      ingress: [{ ports: [{ port: 'sql' }] }, { ports: [{ port: 80 }] }],
    });
    const input = { ...clusterOf([...NAMESPACES, ...alike, own]), lastGood: [own] };
    expect(outcome(input)).toMatchObject({ refusals: ['in closed spec.ingress[0].ports[0] in pay'], asked: [] });
    expect(outcome(input).proof).toMatch(/^equal, without/);
  });
});
