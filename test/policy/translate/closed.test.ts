import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { clusterOf, pod, policy } from '../../property/handmade';
import { compileCluster, proofOf, type ClusterInput } from '../../property/pipeline';
import {
  NAMESPACES,
  FROM_PAY,
  FROM_WEB,
  DB,
  PODS,
  ODD_ELSEWHERE,
  ODD_HERE,
  ODD_SUBJECT,
  live,
  closings,
  outcome,
} from './closedcluster';

/** Live policies that lose their exact rules by a change of the cluster, not of their own. */

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
