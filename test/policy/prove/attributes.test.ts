import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import type { ProfileSetting, RuleEntry } from '../../../scripts/policy/panos/entry';
import type { ProofInput } from '../../../scripts/policy/prove/types';
import { combineSides } from '../../../scripts/policy/prove/rules/combine';
import { group, inShort, namespace, pod, policy, profile, proofOf, rule, rulebase, serviceObject } from './support';

const groups = [group('web', "'k8s.cl_c1.ns_shop.app.web'"), group('api', "'k8s.cl_c1.ns_shop.app.api'")];
const services = [serviceObject('tcp-80', 'tcp', '80'), serviceObject('tcp-443', 'tcp', '443')];
const pods = [
  namespace('shop'),
  pod('shop/web', { app: 'web' }, ['10.1.0.10']),
  pod('shop/api', { app: 'api' }, ['10.1.0.11']),
];
const fromWeb = { from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port: 80 }] };

/** A policy that lets web into api on tcp/80, with annotations (keys without their prefix). */
function into(annotations: Record<string, string>, name = 'shop/in', entry: RawObject = fromWeb): RawObject {
  return policy(name, { podSelector: { matchLabels: { app: 'api' } }, ingress: [entry] }, prefixed(annotations));
}

function outOf(annotations: Record<string, string>): RawObject {
  const entry = { to: [{ podSelector: { matchLabels: { app: 'api' } } }], ports: [{ port: 80 }] };
  const spec = { podSelector: { matchLabels: { app: 'web' } }, policyTypes: ['Egress'], egress: [entry] };
  return policy('shop/out', spec, prefixed(annotations));
}

function prefixed(annotations: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(annotations).map(([key, value]) => [`np.panw.com/${key}`, value]));
}

function profiles(values: Record<string, string>): ProfileSetting {
  return { type: 'profiles', profiles: values };
}

/** The verdict on a rulebase that allows web to api with the given fields, and denies the rest. */
function verdict(policies: RawObject[], allow: Partial<RuleEntry>, more: Partial<ProofInput> = {}): string {
  const denies = policies.length > 1 ? [rule('deny web any')] : [];
  const rules = [rule('allow web api tcp-80', allow), ...denies, rule('deny any api')];
  return inShort(proofOf([...pods, ...policies], rulebase(rules, groups, services), more));
}

const GROUP: ProfileSetting = { type: 'group', group: 'strict' };

describe('levels of one policy', () => {
  it.each<[string, Record<string, string>, Partial<RuleEntry>]>([
    ['policy', { antivirus: 'av' }, { profileSetting: profiles({ virus: 'av' }) }],
    [
      'direction over policy',
      { antivirus: 'av', 'ingress.antivirus': 'av2' },
      { profileSetting: profiles({ virus: 'av2' }) },
    ],
    [
      'rule over direction',
      { 'ingress.antivirus': 'av', 'ingress.0.antivirus': 'av2' },
      { profileSetting: profiles({ virus: 'av2' }) },
    ],
    ['another direction does not count', { 'egress.antivirus': 'av' }, {}],
    ['another rule does not count', { 'ingress.1.antivirus': 'av' }, {}],
    [
      'single profiles add up over levels',
      { antivirus: 'av', 'ingress.wildfire': 'wf' },
      { profileSetting: profiles({ virus: 'av', 'wildfire-analysis': 'wf' }) },
    ],
    [
      'none takes one away',
      { antivirus: 'av', antispyware: 'as', 'ingress.antivirus': 'none' },
      { profileSetting: profiles({ spyware: 'as' }) },
    ],
    [
      'a group replaces single ones below',
      { antivirus: 'av', 'ingress.profile-group': 'strict' },
      { profileSetting: GROUP },
    ],
    [
      'single ones replace a group below',
      { 'profile-group': 'strict', 'ingress.antivirus': 'av' },
      { profileSetting: profiles({ virus: 'av' }) },
    ],
    [
      'every kind of profile',
      {
        antivirus: 'a',
        antispyware: 'b',
        'vuln-protection': 'c',
        urlfiltering: 'd',
        fileblocking: 'e',
        datafiltering: 'f',
        wildfire: 'g',
      },
      {
        profileSetting: profiles({
          virus: 'a',
          spyware: 'b',
          vulnerability: 'c',
          'url-filtering': 'd',
          'file-blocking': 'e',
          'data-filtering': 'f',
          'wildfire-analysis': 'g',
        }),
      },
    ],
    ['log forwarding', { logprofile: 'fwd', log: 'both' }, { logSetting: 'fwd', logStart: true, logEnd: true }],
    ['log at the start only', { log: 'start' }, { logStart: true, logEnd: false }],
    ['no log', { log: 'none' }, { logEnd: false }],
    ['App-IDs', { appid: 'ssl, dns' }, { application: ['dns', 'ssl'] }],
    ['URL categories', { 'url-category': 'news' }, { category: ['news'] }],
    ['tickets show in no record', { ticket: 'T-1' }, {}],
  ])('%s', (_title, annotations, expected) => {
    expect(verdict([into(annotations)], expected)).toBe('equal');
  });

  it('reads labels too, below annotations', () => {
    const labelled = into({ antivirus: 'av' });
    const metadata = labelled.metadata as Record<string, unknown>;
    const labels = { 'np.panw.com/antivirus': 'av2', 'np.panw.com/wildfire': 'wf' };
    const both = { ...labelled, metadata: { ...metadata, labels } };
    expect(verdict([both], { profileSetting: profiles({ virus: 'av', 'wildfire-analysis': 'wf' }) })).toBe('equal');
  });

  it('takes a security service below the policy and above the defaults', () => {
    const more = {
      services: [
        {
          name: 'pci',
          description: '',
          owner: '',
          namespaces: undefined,
          attributes: { antivirus: 'pci', log: 'both' },
        },
      ],
      profile: profile({ defaults: { log: 'none', logprofile: 'fwd' } }),
    };
    expect(
      verdict(
        [into({ 'security-service': 'pci', antivirus: 'own' })],
        { profileSetting: profiles({ virus: 'own' }), logStart: true, logSetting: 'fwd' },
        more,
      ),
    ).toBe('equal');
  });
});

describe('a wrong record is a difference', () => {
  it.each<[string, Record<string, string>, Partial<RuleEntry>, string]>([
    ['a missing profile', { antivirus: 'av' }, {}, 'allow/allow'],
    ['another profile', { antivirus: 'av' }, { profileSetting: profiles({ virus: 'x' }) }, 'allow/allow'],
    ['an extra profile', {}, { profileSetting: GROUP }, 'allow/allow'],
    ['another log', {}, { logStart: true }, 'allow/allow'],
    ['a log profile', {}, { logSetting: 'fwd' }, 'allow/allow'],
    ['a missing App-ID', { appid: 'ssl' }, {}, 'deny/allow'],
    ['an extra App-ID', {}, { application: ['ssl'] }, 'allow/deny'],
    ['an extra category', {}, { category: ['news'] }, 'allow/deny'],
  ])('%s', (_title, annotations, found, expected) => {
    expect(verdict([into(annotations)], found)).toBe(`shop/web -> shop/api tcp/80 ${expected}`);
  });

  it('shows both records', () => {
    const rules = [rule('allow web api tcp-80'), rule('deny any api')];
    const proof = proofOf([...pods, into({ antivirus: 'av' })], rulebase(rules, groups, services));
    expect(proof.reason).toContain('both allow it, but inspect or log it differently');
    expect(proof.counterExample?.policySide.record?.profileSetting).toEqual(profiles({ virus: 'av' }));
    expect(proof.counterExample?.ruleSide.record.profileSetting).toEqual({ type: 'none' });
  });

  it('where an entry decides and the default allows', () => {
    const open = into({}, 'shop/in', {});
    expect(inShort(proofOf([...pods, open], rulebase([], groups)))).toBe('shop/web -> shop/api icmp allow/allow');
  });
});

describe('two sides', () => {
  it.each<[string, Record<string, string>, Record<string, string>, Partial<RuleEntry>]>([
    ['App-IDs intersect', { appid: 'ssl,dns' }, { appid: 'dns,ldap' }, { application: ['dns'] }],
    ['categories intersect', { 'url-category': 'news,games' }, { 'url-category': 'news' }, { category: ['news'] }],
    ['one side alone restricts', {}, { appid: 'dns' }, { application: ['dns'] }],
    [
      'profiles kind by kind, the receiver first',
      { antivirus: 's', wildfire: 's' },
      { antivirus: 'r' },
      { profileSetting: profiles({ virus: 'r', 'wildfire-analysis': 's' }) },
    ],
    [
      'none does not beat the other policy',
      { antivirus: 's' },
      { antivirus: 'none' },
      { profileSetting: profiles({ virus: 's' }) },
    ],
    [
      'the receiver wins whole against a group',
      { 'profile-group': 'strict' },
      { antivirus: 'r' },
      { profileSetting: profiles({ virus: 'r' }) },
    ],
    [
      'the receiver wins whole with a group',
      { antivirus: 's' },
      { 'profile-group': 'strict' },
      { profileSetting: GROUP },
    ],
    ['the sender alone', { 'profile-group': 'strict' }, {}, { profileSetting: GROUP }],
    ['start and end make both', { log: 'start' }, { log: 'end' }, { logStart: true }],
    ['whoever logs beats none', { log: 'none' }, { log: 'start' }, { logStart: true, logEnd: false }],
    ['none beats unsaid', {}, { log: 'none' }, { logEnd: false }],
    ['the log profile of the receiver', { logprofile: 's' }, { logprofile: 'r' }, { logSetting: 'r' }],
    ['the log profile of the sender', { logprofile: 's' }, {}, { logSetting: 's' }],
  ])('%s', (_title, sender, receiver, expected) => {
    expect(verdict([outOf(sender), into(receiver)], expected)).toBe('equal');
  });

  it('with nothing in common allow nothing', () => {
    const objects = [...pods, outOf({ appid: 'ssl' }), into({ appid: 'dns' })];
    expect(inShort(proofOf(objects, rulebase([rule('deny web any'), rule('deny any api')], groups)))).toBe('equal');
  });
});

describe('cluster defaults', () => {
  const defaults = (values: Record<string, string>): Partial<ProofInput> => ({
    profile: profile({ defaults: values }),
  });

  it.each<[string, Record<string, string>, Record<string, string>, Partial<RuleEntry>]>([
    [
      'apply where nobody says otherwise',
      { 'profile-group': 'strict', log: 'both' },
      {},
      { profileSetting: GROUP, logStart: true },
    ],
    [
      'fill kinds that nobody names',
      { antivirus: 'd', wildfire: 'd' },
      { antivirus: 'p' },
      { profileSetting: profiles({ virus: 'p', 'wildfire-analysis': 'd' }) },
    ],
    [
      'a group gives way to single ones',
      { 'profile-group': 'strict' },
      { antivirus: 'p' },
      { profileSetting: profiles({ virus: 'p' }) },
    ],
    ['single ones give way to a group', { antivirus: 'd' }, { 'profile-group': 'strict' }, { profileSetting: GROUP }],
    ['none beats them', { antivirus: 'd' }, { antivirus: 'none' }, {}],
    ['App-IDs too', { appid: 'ssl' }, {}, { application: ['ssl'] }],
    ['App-IDs give way', { appid: 'ssl' }, { appid: 'dns' }, { application: ['dns'] }],
  ])('%s', (_title, values, annotations, expected) => {
    expect(verdict([into(annotations)], expected, defaults(values))).toBe('equal');
  });

  it('say nothing where no entry decides', () => {
    expect(inShort(proofOf(pods, rulebase([]), defaults({ 'profile-group': 'strict' })))).toBe('nothing: no policies');
  });
});

describe('several entries of one side', () => {
  const anyone = { ports: [{ port: 80 }] };
  const test = (policies: RawObject[], rules: RuleEntry[]): string =>
    inShort(proofOf([...pods, ...policies], rulebase([...rules, rule('deny any api')], groups, services)));

  it('restricted ones come first, and what they do not take falls to the next', () => {
    const policies = [into({ appid: 'ssl' }, 'shop/z'), into({ antivirus: 'av' }, 'shop/a')];
    const restricted = rule('allow web api tcp-80', { application: ['ssl'], name: 'restricted' });
    const inspected = rule('allow web api tcp-80', { profileSetting: profiles({ virus: 'av' }), name: 'inspected' });
    expect(test(policies, [restricted, inspected])).toBe('equal');
    expect(test(policies, [inspected, restricted])).toBe('shop/web -> shop/api tcp/80 ssl allow/allow');
  });

  it('inspected ones come before the rest', () => {
    const policies = [into({ log: 'both' }, 'shop/a'), into({ antivirus: 'av' }, 'shop/z')];
    expect(test(policies, [rule('allow web api tcp-80', { profileSetting: profiles({ virus: 'av' }) })])).toBe('equal');
  });

  it('narrower ones come before wider ones', () => {
    const policies = [into({ log: 'both' }, 'shop/a', anyone), into({ log: 'start' }, 'shop/z')];
    const narrow = rule('allow web api tcp-80', { logStart: true, logEnd: false });
    const wide = rule('allow any api tcp-80', { logStart: true });
    expect(test(policies, [narrow, wide])).toBe('equal');
    expect(test(policies, [wide])).toBe('shop/web -> shop/api tcp/80 allow/allow');
  });

  it('all pods are not narrower than blocks, where nobody knows the addresses of pods', () => {
    const blocks = [{ ipBlock: { cidr: '0.0.0.0/0', except: ['10.0.0.0/8'] } }, { ipBlock: { cidr: '10.244.0.0/15' } }];
    const policies = [
      into({ log: 'both' }, 'shop/a', { from: blocks, ports: [{ port: 80 }] }),
      into({ log: 'start' }, 'shop/z', { from: [{ namespaceSelector: {} }], ports: [{ port: 80 }] }),
    ];
    const rules = [
      rule('allow 0.0.0.0/5,8.0.0.0/7,10.244.0.0/15,11.0.0.0-255.255.255.255 api tcp-80', { logStart: true }),
      rule('allow shop api tcp-80', { logStart: true, logEnd: false }),
      rule('deny any api'),
    ];
    const shop = group('shop', "'k8s.cl_c1.ns_shop'");
    const nowhere = pods.map((object) => ({ ...object, status: {} }));
    const proof = proofOf([...nowhere, ...policies], rulebase(rules, [...groups, shop], services), {
      profile: profile({ podCIDRs: undefined }),
    });
    expect(inShort(proof)).toBe('equal');
  });

  it('entries that match nothing have no say in the order', () => {
    const nobody = {
      podSelector: { matchLabels: { app: 'x' }, matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] },
    };
    const policies = [
      into({ log: 'both' }, 'shop/a', {}),
      into({ log: 'none' }, 'shop/c', { from: [nobody], ports: [{ port: 443 }] }),
      policy('shop/b', { podSelector: {}, ingress: [fromWeb] }, prefixed({ log: 'start' })),
    ];
    const shop = group('shop', "'k8s.cl_c1.ns_shop'");
    const rules = [
      rule('allow any api', { logStart: true }),
      rule('allow web shop tcp-80', { logStart: true, logEnd: false }),
      rule('deny any shop'),
    ];
    expect(inShort(proofOf([...pods, ...policies], rulebase(rules, [...groups, shop], services)))).toBe('equal');
  });

  it('the name decides among equals', () => {
    const policies = [into({ log: 'both' }, 'shop/a'), into({ log: 'start' }, 'shop/b')];
    expect(test(policies, [rule('allow web api tcp-80', { logStart: true })])).toBe('equal');
  });
});

describe('application-default', () => {
  const open = { from: fromWeb.from };
  const test = (annotations: Record<string, string>, allow: RuleEntry, entry: RawObject = open): string =>
    inShort(
      proofOf(
        [...pods, into(annotations, 'shop/in', entry)],
        rulebase([allow, rule('deny any api')], groups, services),
      ),
    );

  it('takes only default ports', () => {
    const asked = { service: 'application-default', appid: 'ssl' };
    const ssl = { application: ['ssl'] };
    expect(test(asked, rule('allow web api application-default', ssl))).toBe('equal');
    expect(test(asked, rule('allow web api any', ssl))).toContain('ssl deny/allow');
    expect(test({ appid: 'ssl' }, rule('allow web api application-default', ssl))).toContain('ssl allow/deny');
  });
});

describe('combineSides', () => {
  it('gives the defaults where neither side speaks', () => {
    expect(combineSides(undefined, undefined, {})).toMatchObject({
      applications: undefined,
      categories: undefined,
      applicationDefault: false,
      record: { profileSetting: { type: 'none' }, logSetting: '', logStart: false, logEnd: true },
    });
  });
});
