import type { RawObject } from '../../../scripts/policy/kubernetes/types';
import { readAll } from '../../../scripts/policy/prove/reading';
import { heldRulebase } from '../../../scripts/policy/reach/before';
import { reachability } from '../../../scripts/policy/reach/reachability';
import type { Reachability } from '../../../scripts/policy/reach/types';
import type { RuleEntry, ServiceEntry } from '../../../scripts/policy/panos/entry';
import { reachabilityLines, reachabilityText } from '../../../scripts/policy/views/reachability';
import { dynamicGroup, ownRule, profile, rule, rulebase, stateOf } from '../plan/support';

/** Random clusters stand in test/property/reach.test.ts; here are the words. */

function pod(name: string, app: string, ip: string, owner?: string): RawObject {
  const ownerReferences = owner ? [{ kind: 'ReplicaSet', name: owner, controller: true }] : [];
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', labels: { app }, ownerReferences },
    spec: {},
    status: { phase: 'Running', podIP: ip },
  };
}

const PODS = [
  pod('web-5d4f-1', 'web', '10.0.0.1', 'web-5d4f'),
  pod('web-5d4f-2', 'web', '10.0.0.2', 'web-5d4f'),
  pod('api', 'api', '10.0.0.3'),
];
const WEB = '10.0.0.1,10.0.0.2';
const API = '10.0.0.3';
const SERVICES: readonly ServiceEntry[] = [
  { kind: 'service', name: 'tcp-80', protocol: 'tcp', port: '80', tags: rule('x allow').tags },
  { kind: 'service', name: 'tcp-80-90', protocol: 'tcp', port: '80-90', tags: rule('x allow').tags },
];

function between(before: readonly RuleEntry[], after: readonly RuleEntry[], most = 1000): Reachability {
  return reachability({
    objects: PODS,
    profile: profile({ inspection: 'server-only' }),
    before: { rulebase: rulebase(before, [], { services: SERVICES }), unreadable: [] },
    after: rulebase(after, [], { services: SERVICES }),
    most,
  });
}

it('what the proof has read is not read again', () => {
  const given = {
    objects: PODS,
    profile: profile({ inspection: 'server-only' }),
    before: { rulebase: rulebase([], [], { services: SERVICES }), unreadable: [] },
    after: rulebase([rule(`a allow ${WEB} ${API} tcp-80`), DENY], [], { services: SERVICES }),
    most: 1000,
  };
  const reading = readAll({ ...given, rulebase: given.after });
  expect(reachability({ ...given, objects: [], reading })).toEqual(reachability(given));
});

const DENY = rule(`deny deny any ${API}`);

it('who gains what, by workloads, with how it is inspected', () => {
  const strict = { profileSetting: { type: 'group' as const, group: 'pci-strict' } };
  const found = between([DENY], [rule(`a allow ${WEB} ${API} tcp-80`, strict), DENY]);
  expect(reachabilityLines(found, 5)).toEqual(['gains shop/web -> shop/api tcp/80 (pci-strict, log end)']);
  expect(reachabilityText(found)).toMatch(
    /^Reachability: 1 kind of connection gained, 0 kinds of connections lost, 0 /,
  );
});

it('who loses what: ports that a rule gives up, and all that nothing denied before', () => {
  const narrower = between(
    [rule(`a allow ${WEB} ${API} tcp-80-90`), DENY],
    [rule(`a allow ${WEB} ${API} tcp-80`), DENY],
  );
  expect(reachabilityLines(narrower, 5)).toEqual(['loses shop/web -> shop/api tcp/81-90']);
  const first = between([], [rule(`a allow ${WEB} ${API} tcp-80`), DENY]);
  expect(first.loses.flows.map(({ sources, ports, before }) => [sources, ports, before])).toEqual([
    [['shop/web'], 'any but tcp/80', 'no managed rule'],
    [['everywhere else (IPv4)'], 'any', 'no managed rule'],
  ]);
});

it('names workloads before Services, nodes and addresses', () => {
  const found = between([], [rule(`deny deny any ${API}`)]);
  expect(found.loses.flows.flatMap(({ sources }) => sources)).toEqual(['shop/web', 'everywhere else (IPv4)']);
});

it('what is inspected otherwise, and of which traffic', () => {
  const ssl = { application: ['ssl'] };
  const found = between(
    [rule(`a allow ${WEB} ${API}`), DENY],
    [rule(`a allow ${WEB} ${API} any`, { ...ssl, logStart: true }), rule(`b allow ${WEB} ${API}`), DENY],
  );
  expect(reachabilityLines(found, 5)).toEqual([
    'inspected otherwise: shop/web -> shop/api any (ssl; not inspected, log end -> not inspected, log start and end)',
  ]);
});

it('the order of rules counts, and the names of rules and objects do not', () => {
  const allow = rule(`a allow ${WEB} ${API}`);
  expect(between([allow, DENY], [DENY, allow]).loses.count).toBe(1);
  expect(between([allow, DENY], [{ ...allow, name: 'other' }, DENY])).toMatchObject({
    compared: 0,
    gains: { count: 0 },
  });
});

it('what audit allows is said to be denied when it is enforced', () => {
  const audited = { ...DENY, action: 'allow' as const, tags: [...DENY.tags, 'cnseries.audit'] };
  expect(between([], [audited]).otherwise.flows[0]).toMatchObject({
    before: 'no managed rule',
    after: 'allowed, and denied when enforced',
  });
});

it('rules with too many ends are counted, and so are those that nobody can read', () => {
  const found = between([], [DENY], 1);
  expect(found).toMatchObject({ compared: 0, skipped: 1 });
  expect(reachabilityText(found)).toContain('Not compared, because too many ends meet them: 1 rule.');
  const state = stateOf(rulebase([], [dynamicGroup('web')]), [
    ownRule(rule('a allow web any')),
    ownRule(rule('b allow somebody any')),
    { ...ownRule(rule('c allow any any')), entry: undefined },
    { ...ownRule(rule('d allow any any')), disabled: true },
    ownRule(rule('e allow web any', { from: ['elsewhere'] })),
  ]);
  const before = heldRulebase(state, 'c1');
  const reach = reachability({ objects: PODS, profile: profile(), before, after: rulebase([DENY]), most: 1000 });
  expect(reach.unreadable).toEqual(['c', 'b', 'e']);
});

it('what an application may do on its default ports alone', () => {
  const found = between(
    [rule(`a allow ${WEB} ${API}`, { application: ['ssl'] }), DENY],
    [rule(`a allow ${WEB} ${API} application-default`, { application: ['ssl'] }), DENY],
  );
  expect(reachabilityLines(found, 5)).toEqual(['loses shop/web -> shop/api any (ssl beside default ports)']);
});

it('without pods and workloads there is nothing to say', () => {
  const nobody = { objects: [], profile: profile(), most: 1000 };
  const found = reachability({
    ...nobody,
    before: { rulebase: rulebase([]), unreadable: [] },
    after: rulebase([DENY]),
  });
  expect(reachabilityText(found)).toBe('Reachability: not compared, the input holds no pods and no workloads.');
});
