import type {
  CounterExample,
  EndpointDescription,
  Exception,
  Proof,
  ProofScope,
} from '../../../scripts/policy/prove/types';
import { proofTable } from '../../../scripts/policy/views/proof';
import { verdictText } from '../../../scripts/policy/views/verdict';

const SCOPE: ProofScope = {
  policies: 3,
  rules: 7,
  endpoints: 20,
  pods: 5,
  virtualPods: 4,
  classes: 9,
  pairs: 81,
  ports: 6,
  applications: 2,
  categories: 1,
  points: 972,
  notJudged: [],
};

const SCOPE_CELL = [
  '3 policies with 7 rules',
  'on every connection between 5 pods of today, 4 kinds of pods to come, Services, nodes and outside addresses',
  'for 6 kinds of ports and 2 kinds of applications',
];

function end(text: string): EndpointDescription {
  return { kind: 'pod', text, namespace: 'shop', name: text, address: '10.0.0.1', labels: {} };
}

const EXAMPLE: CounterExample = {
  source: end('shop/web-1'),
  destination: end('shop/db-1'),
  port: 'tcp/5432',
  application: '',
  category: '',
  onDefaultPort: true,
  policySide: {
    verdict: 'deny',
    reason: 'no entry allows it',
    isolatedBy: { egress: [], ingress: [] },
    allowedBy: { egress: [], ingress: [] },
    byProfile: false,
  },
  ruleSide: {
    verdict: 'allow',
    reason: 'the rule shop.x',
    rule: 'shop.x',
    record: {} as CounterExample['ruleSide']['record'],
  },
};

it('a proof shows its verdict, its reason and what was compared', () => {
  const proof: Proof = { verdict: 'equal', reason: 'They say the same.', scope: SCOPE, exceptions: [] };
  expect(proofTable(proof)).toMatchObject({
    title: 'Proof',
    columns: ['What', 'Result'],
    rows: [
      ['Verdict', 'equal'],
      ['Reason', 'They say the same.'],
      ['Compared', SCOPE_CELL],
    ],
  });
});

it('what the verdict says nothing about has a row of its own', () => {
  const notJudged = ['fragments', 'ICMP types'];
  const proof: Proof = { verdict: 'refused', reason: 'No.', scope: { ...SCOPE, notJudged }, exceptions: [] };
  expect(proofTable(proof).rows[3]).toEqual(['Not compared', notJudged]);
});

it('a difference shows the connection, and what each side says of it and why', () => {
  const proof: Proof = {
    verdict: 'different',
    reason: 'They differ.',
    scope: SCOPE,
    exceptions: [],
    counterExample: EXAMPLE,
  };
  expect(proofTable(proof).rows.slice(3)).toEqual([
    ['Counter-example', 'shop/web-1 to shop/db-1 on tcp/5432'],
    ['Policies', 'deny: no entry allows it'],
    ['Rules', 'allow: the rule shop.x'],
  ]);
});

describe('a verdict that leaves policies out', () => {
  const exception = (name: string, more: Partial<Exception> = {}): Exception => ({
    policy: { namespace: 'shop', name, uid: '' },
    codes: ['sctp-refused'],
    instead: 'nothing',
    effect: 'pods of app=x are open for ingress',
    ...more,
  });

  it('says so', () => {
    expect(verdictText({ verdict: 'equal', exceptions: [exception('x')] })).toBe(
      'equal, without shop/x (sctp-refused): pods of app=x are open for ingress',
    );
    expect(verdictText({ verdict: 'equal', exceptions: [] })).toBe('equal');
  });

  it('names five of many, and counts the rest', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const text = verdictText({ verdict: 'equal', exceptions: names.map((name) => exception(name, { codes: [] })) });
    expect(text).toContain('shop/e: pods of app=x are open for ingress; and 2 more');
    expect(text).not.toContain('shop/f');
  });

  it('has no word of praise where there are no policies', () => {
    expect(verdictText({ verdict: 'nothing', exceptions: [] })).toBe('nothing to prove: no policies');
  });

  it('has them all in the table', () => {
    const proof: Proof = { verdict: 'equal', reason: 'Equal.', scope: SCOPE, exceptions: [exception('x')] };
    expect(proofTable(proof).rows[3]).toEqual([
      'Left out',
      ['shop/x (sctp-refused): pods of app=x are open for ingress'],
    ]);
  });
});
