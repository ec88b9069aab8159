import { app, appIn, compileObjects, entryText, policy } from '../support';
import { originOf } from '../../../../scripts/policy/panos/origin';
import { allows, COMPACT, letsIn, NAMESPACES } from './support';

/** Rules that say nothing which others do not say. */

const FROM_B = [appIn('b', 'x')];

it('a rule inside another one is left out', () => {
  const all = { podSelector: {}, ingress: [{ from: FROM_B }] };
  expect(allows([policy('a/all', all), letsIn('a/web', 'web', FROM_B, [80])])).toEqual([
    'C a/all.in0: b[app=x] > a[] * allow',
  ]);
});

it('a rule inside several others together is left out', () => {
  const objects = [
    letsIn('a/p', 'web', [app('x'), app('y')], [80]),
    letsIn('a/q', 'web', [app('x')], [80, 81]),
    letsIn('a/r', 'web', [app('y')], [80, 82]),
  ];
  expect(allows(objects)).toEqual([
    'C a/q.in0: a[app=x] > a[app=web] 80-81// allow',
    'C a/r.in0: a[app=y] > a[app=web] 80,82// allow',
  ]);
});

it('a rule of which others say all but a port stays', () => {
  const objects = [
    letsIn('a/p', 'web', [app('x'), app('y')], [80, 83]),
    letsIn('a/q', 'web', [app('x')], [80, 81]),
    letsIn('a/r', 'web', [app('y')], [80, 82]),
  ];
  expect(allows(objects)).toHaveLength(3);
});

it('it keeps its place in the report, with the rules that stand for it', () => {
  const all = { podSelector: {}, ingress: [{ from: FROM_B }] };
  const [rule] = compileObjects(
    [...NAMESPACES, policy('a/all', all), letsIn('a/web', 'web', FROM_B, [80])],
    COMPACT,
  ).rules;
  expect((rule.covers ?? []).map(({ subject }) => subject.kind === 'entry' && entryText(subject.entry))).toEqual([
    'a/web.in0',
  ]);
  expect(originOf(rule, 'r').entries.map(({ policy: { name } }) => name)).toEqual(['all', 'web']);
});

it('a rule with App-IDs makes none needless that is for all applications', () => {
  const objects = [letsIn('a/p', 'web', FROM_B, [80, 81], { appid: 'ssl' }), letsIn('a/q', 'web', FROM_B, [80])];
  expect(allows(objects)).toEqual([
    'C a/p.in0: b[app=x] > a[app=web] 80-81// allow ssl',
    'C a/q.in0: b[app=x] > a[app=web] 80// allow',
  ]);
});

it('a rule inside one with the same App-IDs is left out', () => {
  const ssl = { appid: 'ssl' };
  expect(allows([letsIn('a/p', 'web', FROM_B, [80, 81], ssl), letsIn('a/q', 'web', FROM_B, [80], ssl)])).toHaveLength(
    1,
  );
});

it('a rule inside one with other attributes stays', () => {
  const objects = [letsIn('a/p', 'web', FROM_B, [80, 81]), letsIn('a/q', 'web', FROM_B, [80], { antivirus: 'strict' })];
  expect(allows(objects)).toHaveLength(2);
});
