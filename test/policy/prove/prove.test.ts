import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { RuleEntry } from '../../../scripts/policy/panos/entry';
import { group, inShort, namespace, pod, policy, profile, proofOf, rule, rulebase, serviceObject } from './support';

const WEB = "'k8s.cl_c1.ns_shop.app.web'";
const API = "'k8s.cl_c1.ns_shop.app.api'";

const cluster: RawObject[] = [
  namespace('shop'),
  namespace('ops', { team: 'ops' }),
  pod('shop/web', { app: 'web' }, ['10.1.0.10']),
  pod('shop/api', { app: 'api' }, ['10.1.0.11']),
  pod('ops/mon', { app: 'mon' }, ['10.1.0.20']),
];
const apiFromWeb = policy('shop/api', {
  podSelector: { matchLabels: { app: 'api' } },
  ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 80 }] }],
});
const groups = [group('web', WEB), group('api', API), group('shop', "'k8s.cl_c1.ns_shop'")];
const services = [
  serviceObject('tcp-80', 'tcp', '80'),
  serviceObject('tcp-81', 'tcp', '81'),
  serviceObject('tcp-79-80', 'tcp', '79-80'),
  serviceObject('udp-80', 'udp', '80'),
];

function verdict(rules: readonly RuleEntry[], objects: readonly RawObject[] = [...cluster, apiFromWeb]): string {
  return inShort(proofOf(objects, rulebase(rules, groups, services)));
}

describe('prove', () => {
  it('finds an exact rulebase equal, and says what it looked at', () => {
    const proof = proofOf(
      [...cluster, apiFromWeb],
      rulebase([rule('allow web api tcp-80'), rule('deny any api')], groups, services),
    );
    expect(proof.verdict).toBe('equal');
    expect(proof.scope).toMatchObject({ policies: 1, rules: 2, pods: 3, applications: 1, categories: 1 });
    expect(proof.scope.virtualPods).toBeGreaterThan(3);
    expect(proof.scope.pairs).toBeGreaterThan(5);
    expect(proof.scope.points).toBe(proof.scope.pairs * proof.scope.ports);
    expect(proof.scope.notJudged).toEqual([]);
  });

  it.each<[string, string[], string]>([
    ['there is no rule', [], 'ops/mon -> shop/api tcp/80 deny/allow'],
    ['the deny is missing', ['allow web api tcp-80'], 'ops/mon -> shop/api tcp/80 deny/allow'],
    ['the allow is missing', ['deny any api'], 'shop/web -> shop/api tcp/80 allow/deny'],
    ['the deny comes first', ['deny any api', 'allow web api tcp-80'], 'shop/web -> shop/api tcp/80 allow/deny'],
    ['the source is forgotten', ['allow any api tcp-80', 'deny any api'], 'ops/mon -> shop/api tcp/80 deny/allow'],
    ['the port is forgotten', ['allow web api any', 'deny any api'], 'shop/web -> shop/api icmp deny/allow'],
    ['the port is another', ['allow web api tcp-81', 'deny any api'], 'shop/web -> shop/api tcp/80 allow/deny'],
    ['the protocol is another', ['allow web api udp-80', 'deny any api'], 'shop/web -> shop/api tcp/80 allow/deny'],
    ['a range is one too wide', ['allow web api tcp-79-80', 'deny any api'], 'shop/web -> shop/api tcp/79 deny/allow'],
    ['the ends are swapped', ['allow api web tcp-80', 'deny any api'], 'shop/web -> shop/api tcp/80 allow/deny'],
    ['the deny takes too much', ['allow web api tcp-80', 'deny any shop'], 'ops/mon -> shop/web tcp/80 allow/deny'],
    ['the deny takes too little', ['allow web api tcp-80', 'deny shop api'], 'ops/mon -> shop/api tcp/80 deny/allow'],
    ['the deny closes everything', ['allow web api tcp-80', 'deny any any'], 'ops/mon -> shop/web tcp/80 allow/deny'],
  ])('gives the simplest counter-example where %s', (_title, rules, expected) => {
    expect(verdict(rules.map((text) => rule(text)))).toBe(expected);
  });

  it('says on both sides why', () => {
    const proof = proofOf(
      [...cluster, apiFromWeb],
      rulebase([rule('allow any api tcp-80'), rule('deny any api')], groups, services),
    );
    expect(proof.reason).toBe(
      'ops/mon (10.1.0.20) to shop/api (10.1.0.11) on tcp/80: the policies deny it, the rulebase allows it',
    );
    expect(proof.counterExample?.policySide).toMatchObject({
      verdict: 'deny',
      reason: 'the receiver is isolated for ingress by shop/api, and no entry allows this',
      isolatedBy: { egress: [], ingress: [{ namespace: 'shop', name: 'api' }] },
      allowedBy: { egress: [], ingress: [] },
    });
    expect(proof.counterExample?.ruleSide).toMatchObject({ verdict: 'allow', rule: 'allow_any_api_tcp-80' });
  });

  it('names the deciding entries where the policies allow', () => {
    const proof = proofOf([...cluster, apiFromWeb], rulebase([rule('deny any api')], groups));
    expect(proof.counterExample?.policySide).toMatchObject({
      reason: 'ingress is allowed by shop/api spec.ingress[0]',
      allowedBy: { ingress: [{ policy: { namespace: 'shop', name: 'api' }, path: 'spec.ingress[0]' }] },
    });
  });

  it('sees a mistake that only a pod that does not exist yet would show', () => {
    const wide = group('wide', `${WEB} or 'k8s.cl_c1.ns_shop.app.wbe'`);
    const rules = [rule('allow wide api tcp-80'), rule('deny any api')];
    const proof = proofOf([...cluster, apiFromWeb], rulebase(rules, [...groups, wide], services));
    expect(proof.counterExample?.source).toMatchObject({ kind: 'virtual', namespace: 'shop', labels: { app: 'wbe' } });
  });

  it('sees the namespace that a selector forgot', () => {
    const nowhere = group('everywhere', `${WEB} or 'k8s.cl_c1.ns_ops.app.web'`);
    const rules = [rule('allow everywhere api tcp-80'), rule('deny any api')];
    const proof = proofOf([...cluster, apiFromWeb], rulebase(rules, [...groups, nowhere], services));
    expect(proof.counterExample?.source).toMatchObject({ namespace: 'ops', labels: { app: 'web' } });
  });

  it('treats tags without regard to case', () => {
    const loud = group('web', WEB.toUpperCase());
    const rules = [rule('allow web api tcp-80'), rule('deny any api')];
    expect(inShort(proofOf([...cluster, apiFromWeb], rulebase(rules, [loud, ...groups.slice(1)], services)))).toBe(
      'equal',
    );
    const twins = [...cluster, pod('shop/web2', { app: 'WEB' }, ['10.1.0.12']), apiFromWeb];
    expect(inShort(proofOf(twins, rulebase(rules, groups, services)))).toBe('shop/web2 -> shop/api tcp/80 deny/allow');
  });

  it('takes static groups as the union of their members', () => {
    const both = group('both', 'web,mon');
    const mon = group('mon', "'k8s.cl_c1.ns_ops.app.mon'");
    const rules = [rule('allow both api tcp-80'), rule('deny any api')];
    expect(inShort(proofOf([...cluster, apiFromWeb], rulebase(rules, [...groups, both, mon], services)))).toBe(
      'ops/mon -> shop/api tcp/80 deny/allow',
    );
  });

  it.each(['::/0', '::/8', '::/96', '::a00:0/104', '::1-::ffff:ffff', '::-ffff::'])(
    'knows that the source %s takes in IPv4',
    (member) => {
      const rules = [rule('allow web api tcp-80'), rule(`allow ${member} api tcp-80`), rule('deny any api')];
      expect(inShort(proofOf([...cluster, apiFromWeb], rulebase(rules, groups, services)))).toMatch(/deny\/allow$/);
    },
  );

  it.each(['::ffff:0:0/96', '::1:0:0/96', '2000::/3'])('knows that the source %s takes in no IPv4', (member) => {
    const rules = [rule('allow web api tcp-80'), rule(`allow ${member} api tcp-80`), rule('deny any api')];
    expect(inShort(proofOf([...cluster, apiFromWeb], rulebase(rules, groups, services)))).toBe('equal');
  });

  it.each<[string, RuleEntry[], string]>([
    [
      'an unknown group',
      [rule('allow nobody api')],
      'names "nobody", which is no group of the rulebase and no address',
    ],
    ['an unknown service', [rule('allow web api tcp-9')], 'names the service "tcp-9", which is not in the rulebase'],
    ['a filter with an undefined meaning', [rule('allow mixed api')], '"and" and "or" are mixed without parentheses'],
    ['a tag that is cut', [rule('allow long api')], 'is longer than 127 characters'],
    ['a filter with not', [rule('allow not api')], 'uses "not", which the profile does not allow'],
    ['a group within itself', [rule('allow loop api')], 'contains itself'],
    ['a group without members', [rule('allow empty api')], 'names ""'],
    ['a filter on its own groups', [rule('allow own api')], 'is on an address group of the rulebase'],
    ['other zones', [rule('allow web api any', { from: ['dmz'] })], 'does not cover the zones of the profile'],
    ['any beside names', [rule('allow any,web api')], 'mixes "any" with names'],
  ])('does not guess what %s means', (_title, rules, reason) => {
    const strange = [
      group('mixed', `${WEB} and ${API} or ${WEB}`),
      group('long', `'k8s.cl_c1.ns_shop.app.${'x'.repeat(120)}'`),
      group('not', `('k8s.cl_c1.ns_shop' and not ${WEB})`),
      group('loop', 'loop'),
      group('empty', ''),
      group('own', "'cnseries'"),
    ];
    const proof = proofOf([...cluster, apiFromWeb], rulebase(rules, [...groups, ...strange], services));
    expect(proof.verdict).toBe('different');
    expect(proof.reason).toContain(reason);
    expect(proof.counterExample).toBeUndefined();
  });

  it('evaluates not where the profile allows it', () => {
    const rules = [rule('allow others api tcp-80'), rule('deny any api')];
    const others = group('others', "'k8s.cl_c1.ns_shop' and (not 'k8s.cl_c1.ns_shop.app.web')");
    const proof = proofOf([...cluster, apiFromWeb], rulebase(rules, [...groups, others], services), {
      profile: profile({ filterNot: true }),
    });
    expect(inShort(proof)).toBe('shop/web -> shop/api tcp/80 allow/deny');
  });

  it('refuses a policy that it cannot read, unless it was left out', () => {
    const broken = policy('shop/broken', {
      podSelector: {},
      ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/99' } }] }],
    });
    const refused = proofOf([...cluster, broken], rulebase([]));
    expect(refused).toMatchObject({
      verdict: 'refused',
      reason: 'policy shop/broken: spec.ingress[0].from[0].ipBlock.cidr is no network',
    });
    const leftOut = [{ namespace: 'shop', name: 'broken', uid: '' }];
    const proof = proofOf([...cluster, broken], rulebase([]), { leftOut, codes: { 'shop/broken': ['cidr-invalid'] } });
    expect(proof).toMatchObject({ verdict: 'nothing', reason: 'no policies' });
    expect(proof.exceptions).toEqual([
      {
        policy: leftOut[0],
        codes: ['cidr-invalid'],
        instead: 'nothing',
        effect: 'all pods of shop are open for ingress',
      },
    ]);
  });

  it('judges the last good version in place of the current one', () => {
    const closed = policy('shop/api', { podSelector: { matchLabels: { app: 'api' } } });
    const rules = rulebase([rule('allow web api tcp-80'), rule('deny any api')], groups, services);
    expect(inShort(proofOf([...cluster, closed], rules))).toBe('shop/web -> shop/api tcp/80 deny/allow');
    expect(inShort(proofOf([...cluster, closed], rules, { replaced: [apiFromWeb] }))).toBe('equal');
  });

  it('passes over policies of excluded namespaces, whose pods are peers all the same', () => {
    const system = [namespace('kube-system'), pod('kube-system/dns', { app: 'dns' }, ['10.1.0.30'])];
    const closed = policy('kube-system/dns', { podSelector: {} });
    const rules = rulebase(
      [rule('allow web api tcp-80'), rule('deny shop,ops api')],
      [...groups, group('ops', "'k8s.cl_c1.ns_ops'")],
      services,
    );
    expect(inShort(proofOf([...cluster, ...system, closed, apiFromWeb], rules))).toBe(
      'kube-system/dns -> shop/api tcp/80 deny/allow',
    );
  });

  it('gives the same counter-example whatever the order of objects', () => {
    const rules = rulebase([rule('allow any api tcp-80'), rule('deny any api')], groups, services);
    const objects = [...cluster, apiFromWeb];
    expect(proofOf([...objects].reverse(), rules)).toEqual(proofOf(objects, rules));
  });
});
