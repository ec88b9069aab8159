import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { verdictText } from '../../../scripts/policy/views/verdict';
import { clusterOf, namespace, pod, policy } from '../../property/handmade';
import { compileCluster, proofOf, type ClusterInput } from '../../property/pipeline';

/** Live policies that lose their exact rules by a change of the cluster, not of their own. */

const NAMESPACES = [namespace('shop'), namespace('pay', { team: 'pay' })];
const FROM_PAY = { namespaceSelector: { matchLabels: { team: 'pay' } }, podSelector: { matchLabels: { app: 'api' } } };
const FROM_WEB = { podSelector: { matchLabels: { app: 'web' } } };
const DB = policy('shop/db', {
  podSelector: { matchLabels: { app: 'db' } },
  ingress: [
    { from: [FROM_PAY], ports: [{ port: 5432 }] },
    { from: [FROM_WEB], ports: [{ port: 5433 }] },
  ],
});
const PODS = [
  pod('shop/db-1', { app: 'db' }, '10.244.1.1'),
  pod('shop/web-1', { app: 'web' }, '10.244.1.2'),
  pod('pay/api-1', { app: 'api' }, '10.244.1.3'),
];
const ODD_ELSEWHERE = pod('pay/odd-1', { app: 'API' }, '10.244.1.4');
const ODD_HERE = pod('shop/odd-1', { app: 'WEB' }, '10.244.1.5');
const ODD_SUBJECT = pod('shop/odd-2', { app: 'DB' }, '10.244.1.6');

function live(objects: readonly RawObject[], more: Partial<ClusterInput> = {}): ClusterInput {
  return { ...clusterOf([...NAMESPACES, ...PODS, DB, ...objects]), lastGood: [DB], ...more };
}

const closings = [{ namespace: 'shop', name: 'db', uid: '' }];

/** What becomes of the policies, of the rules, and what the proof says of it. */
function outcome(input: ClusterInput) {
  const compiled = compileCluster(input);
  const { rulebase, refusals, questions } = compiled.translation;
  const proof = proofOf(input, compiled);
  return {
    refusals: refusals.map(({ policy: { name }, instead, closed }) => [name, instead, ...closed].join(' ')),
    rules: rulebase?.rules.map((rule) => `${rule.name} ${rule.service.join()}`),
    proof: proof && verdictText(proof),
    asked: questions.map((question) => question.closing),
  };
}

const exact = outcome(live([]));
const [fromPay = '', fromWeb = '', deny = ''] = exact.rules ?? [];

it('its rules as they were', () => {
  expect(exact).toMatchObject({ refusals: [], proof: 'equal', asked: [] });
  expect([fromPay, fromWeb]).toEqual([expect.stringContaining('tcp-5432'), expect.stringContaining('tcp-5433')]);
});

describe('where the cause lies in its own namespace', () => {
  it('the entry is closed at once; the others keep their rules and names, and nobody is asked', () => {
    expect(outcome(live([ODD_HERE]))).toEqual({
      refusals: ['db closed spec.ingress[1]'],
      rules: [fromPay, deny],
      proof:
        'equal, without shop/db (label-ambiguous): its pods are isolated, and nothing is allowed by spec.ingress[1]',
      asked: [],
    });
  });

  it('the whole version is what it comes back to', () => {
    const { refusals } = compileCluster(live([ODD_HERE])).translation;
    expect(refusals[0]?.lastGood).toBe(DB);
  });

  it('a policy that never was live is left out', () => {
    const { refusals, proof } = outcome(live([ODD_HERE], { lastGood: [] }));
    expect(refusals).toEqual(['db nothing']);
    expect(proof).toContain('pods of app=db are open');
  });

  it('a changed version gives way to the live one first', () => {
    const changed = policy('shop/db', {
      ...(DB.spec as RawObject),
      ingress: [{ from: [FROM_WEB], ports: [{ port: 5434 }] }],
    });
    const objects = [...NAMESPACES, ...PODS, ODD_HERE, changed];
    expect(outcome({ ...clusterOf(objects), lastGood: [DB] })).toMatchObject({
      refusals: ['db closed spec.ingress[1]'],
      rules: [fromPay, deny],
    });
  });
});

describe('where the cause lies elsewhere', () => {
  it('its rules stay as they are, what they say of the odd pod is not judged, and a person is asked', () => {
    expect(outcome(live([ODD_ELSEWHERE]))).toEqual({
      refusals: ['db held'],
      rules: exact.rules,
      proof:
        'equal, without shop/db (label-ambiguous): its rules stay as they are, as far as those of others go with them, until somebody decides',
      asked: ['spec.ingress[0] allows nothing; its pods stay isolated'],
    });
  });

  it('the proof says which connections it does not judge', () => {
    const input = live([ODD_ELSEWHERE]);
    expect(proofOf(input, compileCluster(input))?.scope.notJudged).toContain(
      'connections of app=API in pay, whose tag shop/db names for another label',
    );
  });

  it('changes of others go on, and are proved', () => {
    const other = policy('shop/web', { ...FROM_WEB, ingress: [{ from: [FROM_WEB], ports: [{ port: 80 }] }] });
    const { rules, proof, refusals } = outcome(live([ODD_ELSEWHERE, other]));
    expect(refusals).toEqual(['db held']);
    expect(rules).toEqual(expect.arrayContaining([fromPay, fromWeb, expect.stringContaining('tcp-80')]));
    expect(proof).toMatch(/^equal, without shop\/db/);
  });

  it('a wrong rule between other pods is seen still', () => {
    const input = live([ODD_ELSEWHERE]);
    const compiled = compileCluster(input);
    const rulebase = compiled.translation.rulebase;
    const rules = rulebase?.rules.filter((rule) => !rule.name.endsWith('_deny-ingress')) ?? [];
    const wrong = {
      ...compiled,
      translation: { ...compiled.translation, rulebase: rulebase && { ...rulebase, rules } },
    };
    expect(proofOf(input, wrong)?.verdict).toBe('different');
  });

  it('a new policy that names the same tag is left out, and closes nobody', () => {
    const same = policy('shop/web', { ...FROM_WEB, ingress: [{ from: [FROM_PAY], ports: [{ port: 80 }] }] });
    expect(outcome(live([ODD_ELSEWHERE, same]))).toMatchObject({
      refusals: ['db held', 'web nothing'],
      rules: exact.rules,
    });
  });

  it('a policy of somebody else that makes a tag ambiguous is left out, and the live one is exact', () => {
    const odd = { podSelector: { matchLabels: { app: 'API' } } };
    const foreign = policy('pay/odd', { ...odd, ingress: [{ from: [odd] }] });
    expect(outcome(live([foreign]))).toMatchObject({ refusals: ['odd nothing'], rules: exact.rules, asked: [] });
  });

  it('once somebody decided, the entry is closed', () => {
    expect(outcome(live([ODD_ELSEWHERE], { closings }))).toEqual({
      refusals: ['db closed spec.ingress[0]'],
      rules: [fromWeb, deny],
      proof:
        'equal, without shop/db (label-ambiguous): its pods are isolated, and nothing is allowed by spec.ingress[0]',
      asked: [],
    });
  });

  it('a decision about another policy of the name says nothing', () => {
    const others = [{ namespace: 'shop', name: 'db', uid: 'another' }];
    const uid = { ...DB, metadata: { ...DB.metadata, uid: 'this' } };
    const objects = [...NAMESPACES, ...PODS, uid, ODD_ELSEWHERE];
    const input = { ...clusterOf(objects), lastGood: [uid], closings: others };
    expect(outcome(input).refusals).toEqual(['db held']);
  });

  it('a decision is of no effect where the rules are exact', () => {
    expect(outcome(live([], { closings }))).toEqual(exact);
  });
});

describe('where its pods have no exact group', () => {
  it('a person is asked, and told whom a wider isolation hits', () => {
    expect(outcome(live([ODD_SUBJECT]))).toMatchObject({
      refusals: ['db held'],
      rules: exact.rules,
      asked: [
        'spec.ingress[0], spec.ingress[1] allow nothing; pods of app in (DB,db) are isolated, which hits odd-2 as well',
      ],
    });
  });

  it('once somebody decided, the pods with the same tag are isolated, and nothing is allowed', () => {
    expect(outcome(live([ODD_SUBJECT], { closings }))).toEqual({
      refusals: ['db closed spec.ingress[0] spec.ingress[1]'],
      rules: [deny],
      proof:
        'equal, without shop/db (label-ambiguous): its pods are isolated, and nothing is allowed by spec.ingress[0], spec.ingress[1]',
      asked: [],
    });
  });
});

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

describe('where what its attributes name was taken away', () => {
  const secured = policy('shop/db', DB.spec as RawObject, { 'security-service': 'pci-strict' });

  function given(more: Partial<ClusterInput> = {}): ClusterInput {
    return { ...clusterOf([...NAMESPACES, ...PODS, secured]), services: [], lastGood: [secured], ...more };
  }

  it('its pods are not opened: nothing of the cluster changes until somebody decides', () => {
    expect(outcome(given())).toMatchObject({
      refusals: ['db nothing'],
      rules: undefined,
      asked: ['spec.ingress[0], spec.ingress[1] allow nothing; its pods stay isolated'],
    });
  });

  it('then its pods stay isolated, and it allows nothing', () => {
    expect(outcome(given({ closings }))).toMatchObject({
      refusals: ['db closed spec.ingress[0] spec.ingress[1]'],
      rules: [deny],
    });
    expect(outcome(given({ closings })).proof).toMatch(/^equal, without/);
  });
});

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
  [
    'a Service',
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace: 'pay', name: 'front' },
      spec: { clusterIP: 'None', selector: { tier: 'front' } },
    },
  ],
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

describe('what others can do', () => {
  const naming = (...values: readonly string[]) =>
    policy('pay/evil', {
      podSelector: { matchLabels: { z: 'zz' } },
      ingress: [
        {
          from: [
            {
              namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } },
              podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values }] },
            },
          ],
        },
      ],
    });

  it.each([
    [['web', 'WEB'], [DB]],
    [['db', 'DB'], [DB]],
    [['db', 'DB'], []],
  ])('a policy that names %j for their pods gives way, and closes nobody', (values, lastGood) => {
    const { refusals, rules, asked } = outcome(live([naming(...values)], { lastGood }));
    expect(refusals).toEqual(['evil nothing']);
    expect(rules).toEqual(exact.rules);
    expect(asked).toEqual([]);
  });

  it('a policy for pods of its own namespace does not give way to a foreign one', () => {
    const both = { podSelector: { matchExpressions: [{ key: 'app', operator: 'In', values: ['web', 'WEB'] }] } };
    const objects = [...NAMESPACES, ...PODS, policy('shop/both', both), naming('web')];
    expect(outcome(clusterOf(objects)).refusals).toEqual(['evil nothing']);
  });

  const anyApp = policy('shop/any', {
    podSelector: { matchLabels: { app: 'db' } },
    ingress: [{ from: [{ podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }] }],
  });
  const given = (pods: readonly RawObject[], lastGood: readonly RawObject[], object = anyApp): ClusterInput => ({
    ...clusterOf([...NAMESPACES, ...PODS, ...pods, object]),
    lastGood,
  });

  it('labels without a tag of pods elsewhere are no matter', () => {
    const pods = [pod('pay/a', { app: '' }, '10.244.5.1'), pod('pay/b', { app: 'v'.repeat(63) }, '10.244.5.2')];
    expect(outcome(given(pods, [])).refusals).toEqual([]);
    expect(outcome(given(pods, [])).proof).toBe('equal');
  });

  it('in its own namespace they close the entry of a live policy', () => {
    expect(outcome(given([pod('shop/a', { app: '' }, '10.244.5.1')], [anyApp]))).toMatchObject({
      refusals: ['any closed spec.ingress[0]'],
      asked: [],
    });
  });

  it('where it lets pods of that namespace in, its rules stay, without them', () => {
    const fromPay = policy('shop/any', {
      podSelector: { matchLabels: { app: 'db' } },
      ingress: [{ from: [{ ...FROM_PAY, podSelector: { matchExpressions: [{ key: 'app', operator: 'Exists' }] } }] }],
    });
    const { refusals, rules, proof } = outcome(given([pod('pay/a', { app: '' }, '10.244.5.1')], [fromPay], fromPay));
    expect(refusals).toEqual(['any held']);
    expect(rules).toHaveLength(2);
    expect(proof).toMatch(/^equal, without shop\/any/);
  });
});

describe('faults of several kinds', () => {
  it('own ones are closed, and for those of others the rest stays as it is', () => {
    expect(outcome(live([ODD_HERE, ODD_ELSEWHERE]))).toMatchObject({
      refusals: ['db held spec.ingress[1]'],
      rules: [fromPay, deny],
      asked: ['spec.ingress[0] allows nothing; its pods stay isolated'],
    });
    expect(outcome(live([ODD_HERE, ODD_ELSEWHERE])).proof).toMatch(
      /^equal, without shop\/db \(label-ambiguous\): nothing/,
    );
  });

  it('one of its own that no tolerance helps, and one elsewhere', () => {
    const ports = (containerPort: number) => ({ spec: { containers: [{ ports: [{ name: 'sql', containerPort }] }] } });
    const mixed = policy('shop/db', {
      podSelector: { matchLabels: { app: 'db' } },
      ingress: [{ from: [FROM_PAY], ports: [{ port: 5432 }] }, { ports: [{ port: 'sql' }] }],
    });
    const pods = [
      pod('shop/x', { app: 'db' }, '10.244.6.1', ports(1)),
      pod('shop/y', { app: 'db' }, '10.244.6.2', ports(2)),
      ODD_ELSEWHERE,
    ];
    const input = { ...clusterOf([...NAMESPACES, ...pods, mixed]), lastGood: [mixed] };
    expect(outcome(input)).toMatchObject({
      refusals: ['db held spec.ingress[1].ports[0] in shop'],
      asked: [expect.any(String)],
    });
    expect(outcome(input).proof).toMatch(/^equal, without/);
  });

  it('many labels in another case are taken in at once', () => {
    const variants = Array.from({ length: 60 }, (_none, index) => {
      const app = 'database'
        .split('')
        .map((letter, at) => ((index >> at) & 1 ? letter.toUpperCase() : letter))
        .join('');
      return pod(`shop/v${index}`, { app }, `10.244.7.${index}`);
    });
    const base = policy('shop/base', { podSelector: { matchLabels: { app: 'database' } }, ingress: [{}] });
    const input = { ...clusterOf([...NAMESPACES, ...variants, base]), lastGood: [base] };
    expect(outcome(input).asked).toEqual([expect.stringMatching(/and \d+ more/)]);
    const decided = [{ namespace: 'shop', name: 'base', uid: '' }];
    expect(outcome({ ...input, closings: decided }).proof).toMatch(/^equal, without shop\/base/);
  });

  it('what a rejected version has wrong is not asked about', () => {
    const rejected = policy('shop/db', {
      ...(DB.spec as RawObject),
      ingress: [...(DB.spec as { ingress: object[] }).ingress, { ports: [{ protocol: 'SCTP', port: 1 }] }],
    });
    const objects = [...NAMESPACES, ...PODS, rejected, ODD_ELSEWHERE];
    expect(outcome({ ...clusterOf(objects), lastGood: [DB] }).asked).toEqual([
      'spec.ingress[0] allows nothing; its pods stay isolated',
    ]);
  });
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
    const at = (name: string, spec: object): RawObject => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace: 'pay', name },
      spec: { clusterIP: '10.96.0.9', ...spec },
    });
    const slice = {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: { namespace: 'pay', name: 'listed-1', labels: { 'kubernetes.io/service-name': 'listed' } },
      addressType: 'IPv4',
      endpoints: [{ addresses: ['10.244.1.4'] }],
      ports: [{ name: 'p', port: 53 }],
    };
    const isolated = policy('pay/front', { podSelector: { matchLabels: { tier: 't' } }, ingress: [] });
    const more = [
      at('listed', { ports: [{ name: 'p', port: 53 }] }),
      slice,
      at('front', { selector: { tier: 't' }, ports: [] }),
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
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { namespace: 'pay', name: 'front' },
      spec: { clusterIP: '10.96.0.9', selector: { tier: 't' }, ports: [{ port: 80 }] },
    };
    const front = policy('pay/front', {
      podSelector: { matchLabels: { tier: 't' } },
      ingress: [{ from: [{ podSelector: { matchLabels: { tier: 'x' } } }] }],
    });
    const more = [
      service,
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
