import { batchesOf } from '../../../scripts/panorama/apply/batch';
import { multiElement } from '../../../scripts/panorama/api/commands';
import { beginApply } from '../../../scripts/panorama/apply/run';
import type { Operation } from '../../../scripts/policy/plan/types';
import type { Fault, FaultRule } from '../../../tools/lab/panorama';
import { applyInSlices, finish, FOREVER, group, jobOf, Lab, PROFILE, rule, rulebase, words } from '../support';

/** `applyMode: multi-config`: the same operations in requests that are carried out whole or not at all. */

const MULTI = { ...PROFILE, applyMode: 'multi-config' } as const;
const BEFORE = rulebase([rule('a'), rule('b'), rule('c'), rule('z')]);
const AFTER = rulebase(
  [rule('n', { source: ['shop.db'] }), rule('c'), rule('a', { description: '<&\'"' }), rule('b')],
  { addressGroups: [group('api'), group('db'), group('web')] },
);

const create = (name: string): Operation => ({ op: 'create', kind: 'rule', name: `shop.${name}`, after: rule(name) });
const move = (name: string, where: 'top' | 'after'): Operation => ({
  op: 'move',
  kind: 'rule',
  name,
  from: { where: 'bottom', anchor: '' },
  to: { where, anchor: where === 'top' ? '' : 'x' },
});

function labBefore(faults: readonly FaultRule[] = [], predefinedValues: 'any' | 'listed' = 'any'): Lab {
  const calm = new Lab();
  expect(calm.apply(BEFORE).kind).toBe('applied');
  return new Lab({ faults, predefinedValues }, calm.panorama);
}

const inShort = (operations: readonly Operation[]): readonly string[] =>
  batchesOf(MULTI, operations).map(({ request, operations: count }) =>
    request.action === 'multi'
      ? `${count}: ${request.requests.map((one) => one.action).join(' ')}`
      : `${count}: ${request.action} alone`,
  );

it('neighbouring requests are one; a move to the top, which has no destination, stands alone', () => {
  const replaced: Operation = {
    op: 'replace',
    kind: 'rule',
    name: 'shop.r',
    before: undefined,
    after: rule('r'),
    uuid: 'u',
  };
  const gone: Operation = {
    op: 'delete',
    kind: 'rule',
    name: 'shop.g',
    before: undefined,
    position: { where: 'top', anchor: '' },
  };
  expect(inShort([create('a'), create('b'), move('shop.a', 'after'), replaced, gone])).toEqual([
    '5: set move edit delete',
  ]);
  expect(inShort([create('a'), move('shop.a', 'top'), gone, replaced])).toEqual([
    '1: set alone',
    '1: move alone',
    '2: delete edit',
  ]);
  expect(inShort([])).toEqual([]);
});

it('a request has 500 operations at most, and 1.5 MB', () => {
  const moves = Array.from({ length: 501 }, (_none, index) => move(`shop.${index}`, 'after'));
  expect(batchesOf(MULTI, moves).map(({ operations }) => operations)).toEqual([500, 1]);
  const large = ['a', 'b', 'c'].map((name): Operation => {
    const after = rule(name, { description: 'x'.repeat(700_000) });
    return { op: 'replace', kind: 'rule', name: after.name, before: undefined, after, uuid: '' };
  });
  expect(batchesOf(MULTI, large).map(({ operations }) => operations)).toEqual([2, 1]);
});

it('names and XPaths are escaped', () => {
  expect(
    multiElement([
      { action: 'set', xpath: "/a/entry[@name='x&y']", element: '<b/>' },
      { action: 'move', xpath: '/a/c', place: { where: 'after', rule: 'p"q<' } },
      { action: 'delete', xpath: '/a/d' },
    ]),
  ).toBe(
    '<multi-configure-request><set xpath="/a/entry[@name=&apos;x&amp;y&apos;]"><b/></set>' +
      '<move xpath="/a/c" where="after" dst="p&quot;q&lt;"></move><delete xpath="/a/d"></delete></multi-configure-request>',
  );
});

it('comes to the same as one request after the other, with fewer', () => {
  const one = labBefore();
  const plan = one.plan(AFTER);
  const single = finish(beginApply(one.port, jobOf(AFTER, plan), FOREVER));
  const lab = labBefore();
  const outcome = finish(beginApply(lab.port, jobOf(AFTER, lab.plan(AFTER, MULTI), MULTI), FOREVER));
  expect(outcome).toMatchObject({ kind: 'applied', leftovers: [] });
  expect(lab.content()).toBe(one.content());
  expect(lab.writes.length).toBeLessThan(single.kind === 'applied' ? single.writes : 0);
  expect(lab.writes.map(({ action }) => action)).toContain('multi-config');
  expect(lab.plan(AFTER, MULTI).operations).toEqual([]);
});

it('the plan is the same in both modes, so that an approval holds', () => {
  const lab = labBefore();
  expect(lab.plan(AFTER, MULTI).hash).toBe(lab.plan(AFTER).hash);
});

it('works in slices, too', () => {
  const lab = labBefore();
  expect(applyInSlices(lab.port, jobOf(AFTER, lab.plan(AFTER, MULTI), MULTI)).outcome.kind).toBe('applied');
  expect(lab.plan(AFTER).operations).toEqual([]);
});

const LOST: Fault = { kind: 'lost-answer' };

it.each<[string, readonly FaultRule[]]>([
  ['is refused', [{ fault: { kind: 'device-error', code: 12, lines: ['no'] }, action: 'multi-config' }]],
  ['is carried out, and its answer is lost', [{ fault: LOST, action: 'multi-config' }]],
  ['gets no answer at all', [{ fault: { kind: 'lost-request' }, action: 'multi-config', times: 2 }]],
  ['is carried out, and both answers are lost', [{ fault: LOST, action: 'multi-config', times: 2 }]],
])('when one %s, the run is undone, or done', (_what, faults) => {
  const lab = labBefore(faults);
  const before = lab.content();
  const outcome = finish(beginApply(lab.port, jobOf(AFTER, lab.plan(AFTER, MULTI), MULTI), FOREVER));
  if (outcome.kind === 'applied') expect(lab.plan(AFTER).operations).toEqual([]);
  else {
    expect(outcome).toMatchObject({ kind: 'failed', leftovers: [] });
    expect(lab.content()).toBe(before);
  }
});

it('a server that does not let it pass is told about, and nothing is written', () => {
  const lab = labBefore([], 'listed');
  const before = lab.content();
  const outcome = finish(beginApply(lab.port, jobOf(AFTER, lab.plan(AFTER, MULTI), MULTI), FOREVER));
  expect(outcome).toMatchObject({ kind: 'failed', leftovers: [] });
  expect(outcome.kind === 'failed' ? words(outcome.problems).join() : '').toMatch(/set "applyMode" to "batch"/);
  expect(lab.content()).toBe(before);
});

it('both versions of the integration hand it on', () => {
  const calm = new Lab({ version: '1.14.22', predefinedValues: 'any' });
  const outcome = finish(beginApply(calm.port, jobOf(BEFORE, calm.plan(BEFORE, MULTI), MULTI), FOREVER));
  expect(outcome.kind).toBe('applied');
  expect(calm.plan(BEFORE).operations).toEqual([]);
});
