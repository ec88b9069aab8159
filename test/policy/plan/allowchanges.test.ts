import type { RuleEntry } from '../../../scripts/policy/panos/entry';
import { dynamicGroup, planned, rule, rulebase, stateOf } from './support';

/** Allows that are edited in place: in how many steps, and when. */

const GROUPS = ['api', 'web', 'db'].map((name) => dynamicGroup(name));
const SERVICES = ['tcp-22', 'tcp-80', 'tcp-443'].map((name) => ({
  kind: 'service' as const,
  name,
  protocol: 'tcp' as const,
  port: name.slice(4),
  tags: ['cnseries', 'cnseries-c1'],
}));
const DENY = rule('deny deny any any');

function steps(before: readonly RuleEntry[], after: readonly RuleEntry[]): string[] {
  const held = stateOf(rulebase([...before, DENY], GROUPS, { services: SERVICES }));
  const plan = planned(rulebase([...after, DENY], GROUPS, { services: SERVICES }), held);
  return plan.operations.map((one) => {
    const after = one.op === 'replace' || one.op === 'create' ? one.after : undefined;
    return after?.kind === 'rule' ? `${one.op} ${one.name} ${after.service.join(',')}` : `${one.op} ${one.name}`;
  });
}

const allow = (name: string, service: string, more: Partial<RuleEntry> = {}) =>
  rule(`${name} allow web api ${service}`, more);
const INSPECTED = { profileSetting: { type: 'group', group: 'strict' } } as const;

it('another port alone is one edit, and so is another port with another profile', () => {
  expect(steps([allow('a', 'tcp-80')], [allow('a', 'tcp-443')])).toEqual(['replace a tcp-443']);
  expect(steps([allow('a', 'tcp-80')], [allow('a', 'tcp-443', INSPECTED)])).toEqual(['replace a tcp-443']);
});

it('a connection that goes from one rule to another is allowed by both meanwhile', () => {
  const before = [allow('a', 'tcp-80'), allow('b', 'tcp-443')];
  expect(steps(before, [allow('a', 'tcp-443'), allow('b', 'tcp-80')])).toEqual([
    'replace a tcp-443,tcp-80',
    'replace b tcp-443,tcp-80',
    'replace b tcp-80',
    'replace a tcp-443',
  ]);
  expect(
    steps([allow('a', 'tcp-443,tcp-80'), before[1]], [allow('a', 'tcp-443'), allow('b', 'tcp-443,tcp-80')]),
  ).toEqual(['replace b tcp-443,tcp-80', 'replace a tcp-443']);
});

it('an entry inserted before others with the same peers hands their ports on, each with its inspection', () => {
  const before = [allow('k', 'tcp-80', INSPECTED), allow('k-2', 'tcp-443')];
  const after = [allow('k', 'tcp-22'), allow('k-2', 'tcp-80', INSPECTED), allow('k-3', 'tcp-443')];
  expect(steps(before, after)).toEqual(['create k-3 tcp-443', 'move k-3', 'replace k-2 tcp-80', 'replace k tcp-22']);
  expect(steps(after, before)).toEqual(['replace k tcp-80', 'replace k-2 tcp-443', 'delete k-3']);
});

it('an allow that names other pods and other ports at once is replaced in one step: no one rule allows just both', () => {
  const moved = rule('a allow db api tcp-443');
  expect(steps([allow('a', 'tcp-80'), allow('b', 'tcp-22')], [moved, allow('b', 'tcp-443')])).toEqual([
    'replace a tcp-443',
    'replace b tcp-22,tcp-443',
    'replace b tcp-443',
  ]);
});
