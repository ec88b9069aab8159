import { buildSnapshot } from '../../../scripts/policy/kubernetes/snapshot';
import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { translate } from '../../../scripts/policy/translate/translate';
import { app, appIn, defaultDeny, policy, PROFILE } from '../compile/support';

/** Names of rules and groups; whoever is renamed is deleted and made anew in Panorama, and loses its counters. */
function names(objects: readonly RawObject[]): { rules: string[]; groups: string[] } {
  const { snapshot } = buildSnapshot(objects, PROFILE.cluster);
  const { rulebase } = translate({ snapshot, profile: PROFILE, services: [], lastGood: [] });
  if (!rulebase) throw new Error('There is no rulebase.');
  return { rules: rulebase.rules.map((one) => one.name), groups: rulebase.addressGroups.map((one) => one.name) };
}

const GATEWAY = policy('edge/gateway', {
  ...app('gateway'),
  policyTypes: ['Egress'],
  egress: [{ to: [{ namespaceSelector: {}, ...app('web') }], ports: [{ port: 80 }] }],
});

function web(namespace: string, annotations = {}): RawObject {
  const ingress = [{ from: [appIn('edge', 'gateway')], ports: [{ port: 80 }] }];
  return policy(`${namespace}/web`, { ...app('web'), ingress }, annotations);
}

const CLUSTER = [GATEWAY, defaultDeny('edge'), web('n2'), web('n4'), web('n5', { antivirus: 'strict' })];

it('a namespace more, before or after the others, renames no rule', () => {
  const before = names(CLUSTER).rules;
  for (const added of ['a1', 'n3', 'z9']) {
    expect(names([...CLUSTER, web(added)]).rules).toEqual(before);
  }
});

it('an entry inserted before the others renames no rule', () => {
  const one = { from: [app('x')], ports: [{ port: 1 }] };
  const two = { from: [app('y')], ports: [{ port: 2 }] };
  const before = names([policy('a/p', { ...app('w'), ingress: [one] })]).rules;
  expect(names([policy('a/p', { ...app('w'), ingress: [two, one] })]).rules).toEqual(expect.arrayContaining(before));
});

it('a policy elsewhere renames nothing, though names collide', () => {
  // Two entries with equal peers and other attributes, of policies one of whose names begins with the other's.
  const twice = ['web', 'web.x'].flatMap((name) => [
    policy(
      `a/${name}`,
      { ...app('w'), ingress: [{ from: [app('x')] }, { from: [app('x')] }] },
      { 'ingress.1.antivirus': 'strict' },
    ),
  ]);
  const before = names(twice);
  const after = names([...twice, policy('0-first/p', { podSelector: {}, ingress: [{ from: [appIn('b', 'c')] }] })]);
  expect(after.rules).toEqual(expect.arrayContaining(before.rules));
  expect(after.groups).toEqual(expect.arrayContaining(before.groups));
});

type Annotations = Readonly<Record<string, string>>;

describe('what rules match and how they inspect is in no part of their names', () => {
  const from = [app('x')];
  const block = [{ ipBlock: { cidr: '10.9.0.0/16' } }, { ipBlock: { cidr: '2001:db8:9::/48' } }];

  /** Two ends that meet, rules of each end alone, blocks of both families, and a gateway that joins partners. */
  const cluster = (ports: readonly number[], annotations: Annotations, ofAll: Annotations = {}) => [
    ...CLUSTER.slice(1),
    policy(
      'edge/gateway',
      {
        ...app('gateway'),
        policyTypes: ['Egress'],
        egress: [{ to: [{ namespaceSelector: {}, ...app('web') }], ports: [{ port: 80 }, ...numbered(ports)] }],
      },
      ofAll,
    ),
    policy(
      'a/p',
      {
        ...app('w'),
        ingress: [{ from, ports: [{ port: 1 }] }, { from: block, ports: numbered(ports) }, { from }],
        egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 80 }, ...numbered(ports)] }],
      },
      { ...ofAll, ...annotations },
    ),
  ];
  const numbered = (ports: readonly number[]) => ports.map((port) => ({ port }));

  it.each([
    ['another port', [444], {}],
    ['a port more', [443, 444], {}],
    ['an annotation of one entry', [443], { 'ingress.0.log': 'both', 'ingress.1.ticket': 'NET-1' }],
    ['an annotation of two policies', [443], {}, { log: 'both' }],
    ['both', [1, 2, 3], { 'egress.log': 'start' }, { ticket: 'NET-2' }],
  ])('%s renames nothing', (_what, ports, annotations: Annotations, ofAll: Annotations = {}) => {
    const before = names(cluster([443], {})).rules;
    expect(names(cluster(ports, annotations, ofAll)).rules.sort()).toEqual(before.sort());
  });

  it('so are the pods that the policy selects; changed peers rename the rules of that entry alone', () => {
    const one = (pods: string, source: string) =>
      names([policy('a/p', { ...app(pods), ingress: [{ from, ports: [{ port: 1 }] }, { from: [app(source)] }] })])
        .rules;
    const before = one('w', 'y');
    expect(one('v', 'y')).toEqual(before);
    const after = one('w', 'z');
    expect(before.filter((name) => !after.includes(name))).toHaveLength(1);
    expect(before).toHaveLength(3);
  });
});

describe('entries with equal peers', () => {
  const entries = (...ports: number[]) => ports.map((port) => ({ from: [app('x')], ports: [{ port }] }));
  const of = (ingress: readonly unknown[]) => names([policy('a/p', { ...app('w'), ingress })]).rules;

  it('have the same names whatever their ports, in the order of the spec', () => {
    const [first] = of(entries(1));
    expect(of(entries(2, 1))).toEqual([first, `${first}-2`, 'local._deny-ingress']);
    expect(of(entries(3, 4))).toEqual(of(entries(2, 1)));
  });
});

describe('a rule that joins partners', () => {
  const rulesOf = (...namespaces: string[]) =>
    names([GATEWAY, defaultDeny('edge'), ...namespaces.map((one) => web(one))]).rules;

  it('keeps its name whoever joins and leaves', () => {
    const joined = rulesOf('n2', 'n4');
    expect(joined[0]).toMatch(/^local\.edge\.gateway\.eg-[a-z2-7]{6}_pairs$/);
    for (const namespaces of [
      ['a1', 'n2'],
      ['n4', 'z9'],
      ['n1', 'n2', 'n3', 'n4'],
      ['x', 'y'],
    ]) {
      expect(rulesOf(...namespaces)).toEqual(joined);
    }
  });

  it('is told apart from others of its entry by the first of its partners, not by ports', () => {
    const on = (namespace: string, port: number) =>
      policy(`${namespace}/web`, { ...app('web'), ingress: [{ from: [appIn('edge', 'gateway')], ports: [{ port }] }] });
    const gateway = policy('edge/gateway', {
      ...app('gateway'),
      policyTypes: ['Egress'],
      egress: [{ to: [{ namespaceSelector: {}, ...app('web') }] }],
    });
    const all = (low: number, high: number) =>
      names([gateway, defaultDeny('edge'), on('n1', low), on('n2', low), on('n3', high), on('n4', high)]).rules;
    const before = all(80, 443);
    expect(before.filter((name) => name.includes('_pairs'))).toHaveLength(2);
    expect(all(81, 8443)).toEqual(before);
    expect(new Set(before).size).toBe(before.length);
  });
});

describe('rules for node addresses', () => {
  const agent = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { namespace: 'a', name: 'agent', labels: { app: 'agent' } },
    spec: { hostNetwork: true },
    status: { podIPs: [{ ip: '192.168.0.1' }] },
  };
  const anywhere = (name: string, port: number, annotations: Annotations = {}) =>
    policy(
      `a/${name}`,
      {
        ...app(name),
        policyTypes: ['Egress'],
        egress: [{ to: [{ ipBlock: { cidr: '192.168.0.0/24' } }], ports: [{ port }] }],
      },
      annotations,
    );
  const rulesOf = (...policies: readonly RawObject[]) =>
    names([agent, defaultDeny('a'), ...policies]).rules.filter((name) => /_hosts-(in|eg)-/.test(name));

  it('keep their names with other ports and attributes', () => {
    const before = rulesOf(anywhere('x', 80));
    expect(before).toHaveLength(1);
    expect(rulesOf(anywhere('x', 81))).toEqual(before);
    expect(rulesOf(anywhere('x', 80, { log: 'both' }))).toEqual(before);
  });

  it('are joined for policies that say the same, and keep the name', () => {
    const before = rulesOf(anywhere('x', 80));
    expect(rulesOf(anywhere('x', 80), anywhere('y', 80))).toEqual(before);
    expect(rulesOf(anywhere('a', 80), anywhere('x', 80))).toEqual(before);
  });

  it('are told apart by the first of their entries, not by ports', () => {
    const both = rulesOf(anywhere('x', 80), anywhere('y', 81));
    expect(both).toEqual([before(), expect.stringMatching(/-[a-z2-7]{8}-[a-z2-7]{8}$/)]);
    expect(rulesOf(anywhere('x', 8080), anywhere('y', 8081))).toEqual(both);
  });

  const before = () => rulesOf(anywhere('x', 80))[0];
});

describe('guards', () => {
  const unlike = (key: string, ...values: readonly string[]) => ({
    podSelector: { matchExpressions: [{ key, operator: 'NotIn', values }] },
  });
  const guarded = (port: number, annotations: Readonly<Record<string, string>> = {}): RawObject[] => [
    policy(
      'a/p',
      { ...unlike('public', 'yes'), ingress: [{ from: [unlike('app', 'batch')], ports: [{ port }] }] },
      annotations,
    ),
  ];

  it('keep their names whatever the ports and attributes', () => {
    const { rules } = names(guarded(80));
    expect(rules.filter((name) => name.includes('_not-')).length).toBeGreaterThan(2);
    expect(names(guarded(443, { antivirus: 'strict' })).rules).toEqual(rules);
  });

  it('say before which rule they stand', () => {
    const { snapshot } = buildSnapshot(guarded(80), PROFILE.cluster);
    const { rulebase } = translate({ snapshot, profile: PROFILE, services: [], lastGood: [] });
    const guards = rulebase?.rules.filter(({ name }) => name.includes('_not-')) ?? [];
    expect(guards.map(({ description }) => description)).toContainEqual(
      expect.stringMatching(/^Not meant by, but in the group of: NetworkPolicy a\/p \(ingress entry /),
    );
  });
});
