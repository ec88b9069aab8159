import type { RuleEntry } from '../../../scripts/policy/panos/entry';
import { group, inShort, namespace, node, pod, policy, profile, proofOf, rule, rulebase, service } from './support';

/** Connections that no policy decides: no rule may decide them either, but for those of nodes and Services. */

const groups = [group('web', "'k8s.cl_c1.ns_shop.app.web'"), group('api', "'k8s.cl_c1.ns_shop.app.api'")];
const objects = [
  namespace('shop'),
  pod('shop/web', { app: 'web' }, ['10.1.0.10']),
  pod('shop/api', { app: 'api' }, ['10.1.0.11']),
  node('n1', '192.168.0.1'),
  service('shop/web', { clusterIP: '10.96.0.10', selector: { app: 'web' }, ports: [{ port: 80 }] }),
  policy('shop/api', { podSelector: { matchLabels: { app: 'api' } } }),
];
const settings = { inspection: 'both-ends', serviceCIDRs: ['10.96.0.0/12'] } as const;

/** The verdict where one rule follows those that the policy asks for. */
function withRule(extra: RuleEntry): string {
  const rules = [rule('deny any api'), extra];
  return inShort(proofOf(objects, rulebase(rules, groups), { profile: profile(settings) }));
}

describe('where no policy decides', () => {
  it('no rule is right', () => {
    expect(inShort(proofOf(objects, rulebase([rule('deny any api')], groups), { profile: profile(settings) }))).toBe(
      'equal',
    );
  });

  it.each<[string, string, string]>([
    ['everything', 'allow any any', 'shop/api -> shop/web tcp/80 allow/allow'],
    ['from pods', 'allow web any', 'shop/web -> 198.51.100.77 tcp/80 allow/allow'],
    ['to pods', 'allow any web', 'shop/api -> shop/web tcp/80 allow/allow'],
    ['from and to outside addresses', 'allow 203.0.113.5 8.8.8.8', '203.0.113.5 -> 8.8.8.8 tcp/80 allow/allow'],
    ['to a node', 'allow any 192.168.0.1', 'shop/api -> 192.168.0.1 tcp/80 allow/allow'],
    ['to a Service', 'allow any 10.96.0.10', 'shop/api -> shop/web tcp/80 allow/allow'],
  ])('an allow of %s is seen', (_title, text, expected) => {
    expect(withRule(rule(text))).toBe(expected);
  });

  it('the reason names the rule', () => {
    const proof = proofOf(objects, rulebase([rule('deny any api'), rule('allow any any')], groups));
    expect(proof.reason).toBe(
      'shop/api (10.1.0.11) to shop/web (10.1.0.10) on icmp: no policy decides it, but the rule "allow_any_any" inspects, logs or restricts it',
    );
  });

  const ofBlock = { name: 'c1._some-layer' };

  it.each<[string, string, Partial<RuleEntry>, string]>([
    ['node', 'allow any 192.168.0.1', ofBlock, 'equal'],
    ['node as source', 'allow 192.168.0.1 any', ofBlock, 'equal'],
    ['Service', 'allow any 10.96.0.10', ofBlock, 'equal'],
    ['Service, not logged', 'allow any 10.96.0.10', { ...ofBlock, logEnd: false }, 'equal'],
    [
      'node, inspected',
      'allow any 192.168.0.1',
      { ...ofBlock, profileSetting: { type: 'group', group: 'strict' } },
      'shop/api -> 192.168.0.1 tcp/80 allow/allow',
    ],
    [
      'Service, one application',
      'allow any 10.96.0.10',
      { ...ofBlock, application: ['ssl'] },
      'shop/api -> shop/web tcp/80 ssl allow/allow',
    ],
    ['node and its neighbours', 'allow any 192.168.0.0/24', ofBlock, 'shop/api -> 192.168.0.0 tcp/80 allow/allow'],
    ['pod', 'allow any web', ofBlock, 'shop/api -> shop/web tcp/80 allow/allow'],
  ])('a rule of the whole block for a %s', (_title, text, more, expected) => {
    expect(withRule(rule(text, more))).toBe(expected);
  });
});

describe('addresses of the Service network that no Service has', () => {
  const isolating = objects.concat([
    policy('shop/out', { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'] }),
  ]);
  const denies = [rule('deny any api'), rule('deny web any')];

  function withRules(rules: readonly RuleEntry[], objectsOf = isolating): string {
    return inShort(proofOf(objectsOf, rulebase(rules, groups), { profile: profile(settings) }));
  }

  it('are denied to egress-isolated pods', () => {
    expect(withRules(denies)).toBe('equal');
  });

  it.each(['10.96.0.77', '10.96.0.0/12', '10.111.255.255', '10.96.0.0/30'])('an allow to %s is seen', (address) => {
    expect(withRules([rule('allow web ' + address), ...denies])).toMatch(
      /^shop\/web -> 10\.(96|1\d\d)\.\d+\.\d+, which no Service has tcp\/80 deny\/allow$/,
    );
  });

  it('stay closed where the policies allow their block: a Service that comes later has other targets', () => {
    const wide = objects.concat([
      policy('shop/out', {
        podSelector: { matchLabels: { app: 'web' } },
        policyTypes: ['Egress'],
        egress: [{ to: [{ ipBlock: { cidr: '10.96.0.0/12' } }] }],
      }),
    ]);
    const closed = [rule('deny any api'), rule('deny web any')];
    expect(withRules(closed, wide)).toBe('equal');
    expect(withRules([rule('allow web 10.96.0.64/26'), ...closed], wide)).toContain('which no Service has');
  });

  it('no rule is wanted where the sender is not isolated, not even one of the whole block', () => {
    const extra = rule('allow any 10.96.0.77', { name: 'c1._some-layer' });
    expect(withRules([rule('deny any api'), extra], objects)).toContain('which no Service has');
  });

  it('are judged without a Service in the cluster, too', () => {
    const none = isolating.filter((object) => object.kind !== 'Service');
    expect(withRules([rule('allow web 10.96.0.77'), ...denies], none)).toContain('which no Service has');
  });

  it('may be closed to a node with the tags of isolated pods, not to one without, nor to pods', () => {
    const hosted = isolating.concat([pod('shop/host', { app: 'web' }, ['192.168.0.1'], { hostNetwork: true })]);
    const closed = [rule('deny web 10.96.0.64/26'), rule('deny any api')];
    const open = [rule('allow 192.168.0.1 any', { name: 'c1._hosts' }), rule('deny web any')];
    expect(withRules(closed.concat(open), hosted)).toBe('equal');
    const plain = isolating.concat([node('n3', '192.168.0.3')]);
    expect(withRules([rule('deny 192.168.0.3 10.96.0.64/26'), ...denies], plain)).toContain('which no Service has');
    expect(withRules([rule('deny api 10.96.0.64/26'), ...denies])).toContain(
      'shop/api -> 10.96.0.64, which no Service has',
    );
  });

  it('a node, a pod and a host-network pod at such an address are what they are', () => {
    const moved = isolating.concat([node('n2', '10.96.0.200')]);
    expect(withRules(denies, moved)).toBe('equal');
  });
});
