import { keptPolicies } from '../../../scripts/policy/translate/keptpolicies';
import { verdictText } from '../../../scripts/policy/views/verdict';
import { clusterOf, namespace, pod, policy } from '../../property/handmade';
import { compileCluster, proofOf } from '../../property/pipeline';

/** A Service with an SCTP port where the profile refuses SCTP: one tenant's Service stops nobody else. */

const service = (ports: readonly object[]) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { namespace: 'shop', name: 'web' },
  spec: { clusterIP: '10.96.0.10', selector: { app: 'web' }, ports },
});
const SCTP = { name: 'sctp', port: 5000, targetPort: 8000, protocol: 'SCTP' };
const TCP = { name: 'tcp', port: 80, targetPort: 8080 };

function cluster(ports: readonly object[], sctp: 'refuse' | 'service' = 'refuse') {
  const objects = [
    namespace('shop'),
    pod('shop/web', { app: 'web' }, '10.244.0.1'),
    pod('shop/api', { app: 'api' }, '10.244.0.2'),
    policy('shop/web', { podSelector: { matchLabels: { app: 'web' } }, ingress: [{}] }),
    policy('shop/out', {
      podSelector: { matchLabels: { app: 'api' } },
      policyTypes: ['Egress'],
      egress: [{ to: [{ podSelector: { matchLabels: { app: 'web' } } }] }],
    }),
    service(ports),
  ];
  return clusterOf(objects, { inspection: 'both-ends', sctp });
}

function verdict(ports: readonly object[], sctp: 'refuse' | 'service' = 'refuse'): string | undefined {
  const input = cluster(ports, sctp);
  const proof = proofOf(input, compileCluster(input));
  return proof && verdictText(proof);
}

it('only that port is closed, and the verdict says so', () => {
  expect(verdict([TCP, SCTP])).toBe(
    'equal, without Service shop/web (service-sctp): sctp/5000 is closed where one end is isolated',
  );
  expect(verdict([TCP])).toBe('equal');
  expect(verdict([TCP, SCTP], 'service')).toBe('equal');
});

it('the proof does not take it for open, nor the other ports for closed', () => {
  const input = cluster([TCP, SCTP]);
  const compiled = compileCluster(input);
  const rulebase = compiled.translation.rulebase;
  const rules = rulebase?.rules.filter(({ name }) => !name.includes('_services-shop.web')) ?? [];
  expect(rules.length).toBeLessThan(rulebase?.rules.length ?? 0);
  const without = {
    ...compiled,
    translation: { ...compiled.translation, rulebase: rulebase && { ...rulebase, rules } },
  };
  expect(proofOf(input, without)?.reason).toContain('tcp/80');
  const open = { ...compiled, diagnostics: [] };
  expect(proofOf(input, open)?.reason).toContain('sctp/5000');
});

it('a plan is approved with it', () => {
  const { translation, diagnostics } = compileCluster(cluster([TCP, SCTP]));
  expect(keptPolicies(translation.refusals, diagnostics)).toEqual([
    { policy: 'Service shop/web', instead: 'closed', closed: ['sctp/5000'] },
  ]);
});

describe('a Service whose pods policies tell apart in too many ways', () => {
  const keys = Array.from({ length: 17 }, (_none, index) => `key${index}`);
  const input = clusterOf(
    [
      namespace('shop'),
      pod('shop/web', { app: 'web' }, '10.244.0.1'),
      service([TCP]),
      policy('shop/web', {
        podSelector: { matchExpressions: keys.map((key) => ({ key, operator: 'In', values: ['a', 'b'] })) },
      }),
      ...keys.flatMap((key) =>
        ['a', 'b'].map((value) =>
          policy(`shop/${key}-${value}`, { podSelector: { matchLabels: { [key]: value } }, ingress: [{}] }),
        ),
      ),
    ],
    { inspection: 'both-ends' },
  );

  it('has its port closed, and stops nobody else', () => {
    const { translation, diagnostics } = compileCluster(input);
    expect(diagnostics.map(({ code }) => code)).toEqual(['service-too-complex']);
    expect(translation.rulebase?.rules.length).toBeGreaterThan(keys.length);
    expect(keptPolicies(translation.refusals, diagnostics)).toEqual([
      { policy: 'Service shop/web', instead: 'closed', closed: ['tcp/80'] },
    ]);
  });

  it('is judged as closed', () => {
    const proof = proofOf(input, compileCluster(input));
    expect(proof && verdictText(proof)).toBe(
      'equal, without Service shop/web (service-too-complex): tcp/80 is closed where one end is isolated',
    );
  });
});
