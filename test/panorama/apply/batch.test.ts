import { batchesOf, movePlace } from '../../../scripts/panorama/apply/batch';
import { entriesPath, entryPath, isQuotable, rulesPath, scopePath } from '../../../scripts/panorama/api/xpath';
import { undoRequests } from '../../../scripts/panorama/apply/undo';
import type { Operation } from '../../../scripts/policy/plan/types';
import { group, PROFILE, rule } from '../support';

const create = (name: string): Operation => ({ op: 'create', kind: 'rule', name: `shop.${name}`, after: rule(name) });
const move = (name: string, anchor: string): Operation => ({
  op: 'move',
  kind: 'rule',
  name,
  from: { where: 'bottom', anchor: '' },
  to: { where: 'after', anchor },
});

it('neighbouring creations of one kind are one request, in the plan’s order', () => {
  const operations: Operation[] = [
    { op: 'create', kind: 'address-group', name: 'shop.web', after: group('web') },
    create('a'),
    create('b'),
    move('shop.a', 'x'),
    create('c'),
    { op: 'replace', kind: 'rule', name: 'shop.b', before: undefined, after: rule('b'), uuid: 'u-1' },
    { op: 'delete', kind: 'rule', name: 'shop.z', before: undefined, position: { where: 'top', anchor: '' } },
  ];
  const batches = batchesOf(PROFILE, operations);
  expect(batches.map(({ request, operations: count }) => `${request.action} ${count}: ${request.label}`)).toEqual([
    'set 1: create the address-group shop.web',
    'set 2: create 2 entries of kind rule: shop.a, shop.b',
    'move 1: move the rule shop.a',
    'set 1: create the rule shop.c',
    'edit 1: change the rule shop.b',
    'delete 1: delete the rule shop.z',
  ]);
  const [, rules, , , edit] = batches;
  expect(rules.request).toMatchObject({ xpath: rulesPath('shop-cluster', 'pre') });
  expect(edit.request).toMatchObject({ element: expect.stringMatching(/^<entry name="shop.b" uuid="u-1">/) as string });
});

it('one entry larger than the limit is still sent, alone', () => {
  const large = rule('large', { description: 'x'.repeat(1600000) });
  const operations: Operation[] = [
    create('a'),
    { op: 'create', kind: 'rule', name: large.name, after: large },
    create('b'),
  ];
  expect(batchesOf(PROFILE, operations).map(({ operations: count }) => count)).toEqual([1, 1, 1]);
});

it('before or after nothing is the top', () => {
  expect(movePlace({ where: 'after', anchor: '' })).toEqual({ where: 'top' });
  expect(movePlace({ where: 'bottom', anchor: 'x' })).toEqual({ where: 'bottom' });
  expect(movePlace({ where: 'before', anchor: 'x' })).toEqual({ where: 'before', rule: 'x' });
});

it('undoing goes backwards', () => {
  const operations: Operation[] = [
    create('a'),
    move('shop.a', 'x'),
    { op: 'delete', kind: 'rule', name: 'shop.z', before: rule('z'), position: { where: 'after', anchor: 'y' } },
    { op: 'replace', kind: 'rule', name: 'shop.b', before: undefined, after: rule('b'), uuid: 'u-1' },
  ];
  const originals = { 'rule shop.b': '{"children":{"schedule":["night"]},"name":"shop.b"}' };
  expect(
    undoRequests(PROFILE, operations, originals).map((request) => [
      request.action,
      request.action === 'move' ? request.place : request.action === 'edit' ? request.element : '',
    ]),
  ).toEqual([
    ['edit', '<entry name="shop.b" uuid="u-1"><schedule>night</schedule></entry>'],
    ['set', ''],
    ['move', { where: 'after', rule: 'y' }],
    ['move', { where: 'bottom' }],
    ['delete', ''],
  ]);
});

it('XPaths quote names, and refuse those that cannot be quoted', () => {
  expect(scopePath('shared')).toBe('/config/shared');
  expect(entryPath('/a', 'x "y"')).toBe(`/a/entry[@name='x "y"']`);
  expect(entriesPath('/a', ['x', 'y'])).toBe("/a/entry[@name='x' or @name='y']");
  expect(isQuotable("it's")).toBe(false);
  for (const build of [
    scopePath,
    (name: string) => entryPath('/a', name),
    (name: string) => entriesPath('/a', [name]),
  ]) {
    expect(() => build("x'] | /config")).toThrow(/apostrophe/);
  }
});
