import { createNamespaceSets, isNamespaceSubset } from '../../../scripts/policy/values/namespaces';

const sets = createNamespaceSets();

it('equal sets are one object, however they were made', () => {
  const ab = sets.of(['b', 'a', 'b']);
  expect(ab.names).toEqual(['a', 'b']);
  expect(sets.of(['a', 'b'])).toBe(ab);
  expect(sets.intersect(sets.of(['a', 'b', 'c']), sets.of(['b', 'a', 'd']))).toBe(ab);
  expect(sets.subtract(sets.of(['a', 'b', 'c']), sets.of(['c']))).toBe(ab);
});

it('sets meet, differ and include as sets do', () => {
  const [a, ab, c] = [sets.of(['a']), sets.of(['a', 'b']), sets.of(['c'])];
  expect(sets.intersect(ab, c).names).toEqual([]);
  expect(sets.subtract(ab, ab).names).toEqual([]);
  expect(isNamespaceSubset(a, ab)).toBe(true);
  expect(isNamespaceSubset(ab, a)).toBe(false);
  expect(isNamespaceSubset(sets.of([]), c)).toBe(true);
});

it('a namespace named like a property of objects is a name like any other', () => {
  const odd = sets.of(['constructor']);
  expect(sets.intersect(odd, sets.of(['a'])).names).toEqual([]);
  expect(isNamespaceSubset(odd, sets.of(['a', 'b']))).toBe(false);
});
