import { describeDiagnostic, type Diagnostic } from '../../../scripts/policy/diagnostics/diagnostic';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { clusterOf, namespace, pod, policy } from '../../property/handmade';
import { compileCluster, proofOf, type ClusterInput } from '../../property/pipeline';

const NAMESPACES = [namespace('shop'), namespace('pay')];

/** Code, policy and place of each diagnostic. */
function diagnosed(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(describeDiagnostic).map((found) => `${found.code} ${found.policy} ${found.path}`);
}

function ruleNames(input: ClusterInput): readonly string[] | undefined {
  return compileCluster(input).translation.rulebase?.rules.map((rule) => rule.name.replace(/-[a-z0-9]{6}(?=_|$)/g, ''));
}

const toBlock = (cidr: string): RawObject => ({
  podSelector: {},
  policyTypes: ['Egress'],
  egress: [{ to: [{ ipBlock: { cidr } }] }],
});
const fromAnyone = (app: string): RawObject => ({
  podSelector: { matchLabels: { app } },
  ingress: [{ ports: [{ port: 80 }] }],
});

it('a pod outside the known pod network refuses the cluster', () => {
  const input = clusterOf([
    ...NAMESPACES,
    pod('shop/web', { app: 'web' }, '10.99.0.1'),
    policy('shop/web', fromAnyone('web')),
  ]);

  const { translation } = compileCluster(input);

  expect(translation.rulebase).toBeUndefined();
  expect(diagnosed(translation.diagnostics)).toEqual(['pod-outside-network  podCIDRs']);
});

it('however many pods of its kind are inside, and come first', () => {
  const inside = ['a', 'b', 'c', 'd'].map((name, index) =>
    pod(`shop/${name}`, { app: 'web' }, `10.244.0.${index + 1}`),
  );
  const objects = [...NAMESPACES, ...inside, policy('shop/web', fromAnyone('web'))];
  expect(compileCluster(clusterOf(objects)).translation.rulebase).toBeDefined();

  const { translation } = compileCluster(clusterOf([...objects, pod('shop/z', { app: 'web' }, '10.99.0.1')]));

  expect(translation.rulebase).toBeUndefined();
  expect(translation.diagnostics.map((found) => describeDiagnostic(found).message)).toEqual([
    expect.stringContaining('shop/z has the address 10.99.0.1'),
  ]);
});

describe('a pair of policies without an exact rule', () => {
  const input = clusterOf([
    ...NAMESPACES,
    policy('shop/out', toBlock('10.244.3.0/24')),
    policy('pay/web', fromAnyone('web')),
    policy('pay/other', { podSelector: { matchLabels: { app: 'other' } } }),
  ]);

  it('is told to the authors of both, each with the place of the other', () => {
    const found = compileCluster(input).translation.diagnostics;

    expect(diagnosed(found)).toEqual([
      'address-with-labels pay/web spec.ingress[0]',
      'address-with-labels shop/out spec.egress[0]',
    ]);
    expect(describeDiagnostic(found[0]).message).toMatch(/together with shop\/out spec\.egress\[0\]\.$/);
    expect(describeDiagnostic(found[1]).message).toMatch(/together with pay\/web spec\.ingress\[0\]\.$/);
  });

  it('leaves out both, and nobody else', () => {
    expect(ruleNames(input)).toEqual(['c1._deny-ingress']);
    expect(proofOf(input, compileCluster(input))?.verdict).toBe('equal');
  });

  it('leaves the one alone that is at its last good version', () => {
    const withLastGood = { ...input, lastGood: [policy('pay/web', fromAnyone('web'))] };

    const { translation } = compileCluster(withLastGood);

    expect(translation.refusals.map((refusal) => [refusal.policy.name, refusal.instead])).toEqual([['out', 'nothing']]);
    expect(proofOf(withLastGood, compileCluster(withLastGood))?.verdict).toBe('equal');
  });
});

it('a policy that is inexpressible by itself takes no partner along', () => {
  const long = 'x'.repeat(60);
  const toAllApps = {
    podSelector: { matchLabels: { app: 'gate' } },
    policyTypes: ['Egress'],
    egress: [{ to: [{ namespaceSelector: {}, podSelector: { matchLabels: { app: 'a' } } }] }],
  };
  const tooLong = { podSelector: { matchLabels: { app: 'a', role: 'y'.repeat(60) } }, ingress: [{}] };
  const input = clusterOf([
    ...NAMESPACES,
    namespace(long),
    policy('shop/gate', toAllApps),
    policy('shop/a', fromAnyone('a')),
    policy('pay/a', fromAnyone('a')),
    policy(`${long}/a`, tooLong),
  ]);

  const { translation } = compileCluster(input);

  expect(translation.refusals.map((refusal) => refusal.policy.namespace)).toEqual([long]);
  expect(proofOf(input, compileCluster(input))?.verdict).toBe('equal');
});

it('attributes and spec that are wrong are told at once', () => {
  const spec = {
    podSelector: {},
    ingress: [{ ports: [{ protocol: 'SCTP', port: 80 }] }],
  };
  const input = clusterOf([...NAMESPACES, policy('shop/web', spec, { appidd: 'ssl' })]);

  expect(diagnosed(compileCluster(input).translation.diagnostics)).toEqual([
    'attribute-unknown shop/web metadata.annotations[np.panw.com/appidd]',
    'sctp-refused shop/web spec.ingress[0].ports[0]',
  ]);
});

describe('a policy that is refused', () => {
  const good = policy('shop/web', fromAnyone('web'), { antivirus: 'strict' });
  const wrongSpec = policy('shop/web', {
    ...fromAnyone('web'),
    ingress: [{ ports: [{ protocol: 'SCTP', port: 132 }] }],
  });
  const wrongAttributes = policy(
    'shop/web',
    { podSelector: {}, ingress: [{ ports: [{ port: 81 }] }] },
    { log: 'often' },
  );
  const withUid = (object: ReturnType<typeof policy>, uid: string): RawObject => ({
    ...object,
    metadata: { ...object.metadata, uid },
  });

  it('is left out where it never was good', () => {
    expect(ruleNames(clusterOf([...NAMESPACES, wrongSpec]))).toEqual([]);
  });

  it('is replaced by its last good version where its spec is wrong', () => {
    const input = { ...clusterOf([...NAMESPACES, wrongSpec]), lastGood: [good] };

    const { rulebase } = compileCluster(input).translation;

    expect(rulebase?.services.map((service) => service.port)).toEqual(['80']);
    expect(proofOf(input, compileCluster(input))?.verdict).toBe('equal');
  });

  it('keeps its new spec with its last good attributes where these are wrong', () => {
    const input = { ...clusterOf([...NAMESPACES, wrongAttributes]), lastGood: [good] };

    const { rulebase } = compileCluster(input).translation;

    expect(rulebase?.services.map((service) => service.port)).toEqual(['81']);
    expect(rulebase?.rules[0].profileSetting).toEqual({ type: 'profiles', profiles: { virus: 'strict' } });
    expect(proofOf(input, compileCluster(input))?.verdict).toBe('equal');
  });

  it('is read once, and its last good version only where that is needed', () => {
    let reads = 0;
    const watched = (object: RawObject) => ({
      ...object,
      spec: new Proxy(object.spec as RawObject, {
        get(spec, field: string) {
          if (field === 'policyTypes') reads++;
          return spec[field];
        },
      }),
    });
    const current = watched(policy('shop/web', fromAnyone('web')));

    expect(ruleNames({ ...clusterOf([...NAMESPACES, current]), lastGood: [{ ...current }] })).toHaveLength(2);

    expect(reads).toBe(1);
  });

  it('starts afresh under another UID', () => {
    const objects = [...NAMESPACES, withUid(wrongSpec, 'new')];

    expect(ruleNames({ ...clusterOf(objects), lastGood: [withUid(good, 'old')] })).toEqual([]);
  });
});
