import { fill } from '../../../scripts/policy/diagnostics/message';

it.each([
  ['nothing to fill', {}, 'nothing to fill'],
  ['{what} has {count}, at most {limit}; {what}', { what: 'it', count: 3, limit: 0 }, 'it has 3, at most 0; it'],
  ['an empty list: []{hint}', { hint: '' }, 'an empty list: []'],
  ['{first} and {second}', { first: '{second} $& $1', second: 'b' }, '{second} $& $1 and b'],
  ['{apiGroups: []}', {}, '{apiGroups: []}'],
])('%j with %j reads %j', (text, params, expected) => {
  expect(fill(text, params)).toBe(expected);
});
