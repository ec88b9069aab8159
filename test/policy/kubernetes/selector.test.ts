import { matchesSelector, selectorText } from '../../../scripts/policy/kubernetes/selector';
import type { Selector, SelectorTerm } from '../../../scripts/policy/kubernetes/types';

const term = (key: string, operator: SelectorTerm['operator'], ...values: string[]): SelectorTerm => ({
  key,
  operator,
  values,
});

describe('matchesSelector', () => {
  const labels = { app: 'web', empty: '' };
  it.each<[Selector, boolean]>([
    [[], true],
    [[term('app', 'In', 'web')], true],
    [[term('app', 'In', 'api', 'web')], true],
    [[term('app', 'In', 'api')], false],
    [[term('tier', 'In', 'x')], false],
    [[term('app', 'NotIn', 'api')], true],
    [[term('app', 'NotIn', 'web', 'api')], false],
    [[term('tier', 'NotIn', 'x')], true],
    [[term('app', 'Exists')], true],
    [[term('tier', 'Exists')], false],
    [[term('app', 'DoesNotExist')], false],
    [[term('tier', 'DoesNotExist')], true],
    [[term('empty', 'In', '')], true],
    [[term('empty', 'Exists')], true],
    [[term('tier', 'In', '')], false],
    [[term('app', 'Exists'), term('app', 'NotIn', 'web')], false],
    [[term('constructor', 'Exists')], false],
    [[term('toString', 'DoesNotExist')], true],
  ])('%j on app=web, empty="": %s', (selector, expected) => {
    expect(matchesSelector(selector, labels)).toBe(expected);
  });

  it('holds for no labels at all where it is empty or only negative', () => {
    expect(matchesSelector([], {})).toBe(true);
    expect(matchesSelector([term('a', 'NotIn', 'b'), term('c', 'DoesNotExist')], {})).toBe(true);
  });
});

it('writes selectors as kubectl takes them', () => {
  const selector = [
    term('app', 'In', 'web'),
    term('role', 'NotIn', 'db'),
    term('tier', 'In', 'a', 'b'),
    term('x', 'DoesNotExist'),
    term('y', 'Exists'),
    term('z', 'NotIn', 'a', 'b'),
  ];
  expect(selectorText(selector)).toBe('app=web,role!=db,tier in (a,b),!x,y,z notin (a,b)');
  expect(selectorText([])).toBe('*');
});
