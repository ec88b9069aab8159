import {
  bounded,
  coarsened,
  compareDigests,
  emptyDigest,
  readDigest,
  writeDigest,
  type Digest,
} from '../../scripts/watcher/watch/digest';
import { isNotNewer } from '../../scripts/watcher/api/resourceversions';

/** `{ 'shop/web': 'f1 uid-1' }` as a digest of objects. */
function digest(entries: { readonly [key: string]: string }): Digest {
  const parsed = Object.entries(entries).map(([key, text]) => {
    const [fingerprint = '', uid = ''] = text.split(' ');
    return [key, { fingerprint, uid }] as const;
  });
  return { level: 'objects', entries: Object.fromEntries(parsed) };
}

function differences(before: Digest, after: Digest): string[] {
  return compareDigests(before, after).found.map(({ key, action, uid }) => `${action} ${key} ${uid}`.trim());
}

const BEFORE = digest({ 'a/x': '1 u1', 'a/y': '2 u2', 'b/x': '3 u3', 'c/x': '4 u4', constructor: '5' });
const AFTER = digest({ 'a/x': '1 u1', 'a/y': '9 u2', 'b/x': '3 u3', 'd/x': '6 u6', constructor: '5' });

it('two digests differ by what is new, other, or gone', () => {
  expect(differences(BEFORE, AFTER)).toEqual(['modified a/y u2', 'deleted c/x u4', 'added d/x u6']);
  expect(differences(BEFORE, BEFORE)).toEqual([]);
  expect(differences(emptyDigest(), digest({ x: '1' }))).toEqual(['added x']);
});

it('a coarser digest is compared by namespaces, whichever of the two it is', () => {
  const expected = ['modified a', 'deleted c', 'added d'];
  expect(differences(coarsened(BEFORE, 'namespaces'), AFTER)).toEqual(expected);
  expect(differences(BEFORE, coarsened(AFTER, 'namespaces'))).toEqual(expected);
  expect(differences(coarsened(BEFORE, 'cluster'), coarsened(AFTER, 'namespaces'))).toEqual(['modified']);
  expect(differences(coarsened(BEFORE, 'namespaces'), BEFORE)).toEqual([]);
});

it('coarsening twice is coarsening once', () => {
  expect(coarsened(coarsened(BEFORE, 'namespaces'), 'namespaces')).toEqual(coarsened(BEFORE, 'namespaces'));
  expect(coarsened(coarsened(BEFORE, 'cluster'), 'objects').level).toBe('cluster');
});

it('a digest takes the finest level that fits, and a single hash where nothing does', () => {
  const length = writeDigest(BEFORE).length;
  expect(bounded(BEFORE, length).level).toBe('objects');
  expect(bounded(BEFORE, length - 1)).toEqual(coarsened(BEFORE, 'cluster'));
  const many = digest(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`a/${i}`, '1'])));
  expect(bounded(many, 100)).toEqual(coarsened(many, 'namespaces'));
  expect(bounded(many, 1).level).toBe('cluster');
});

it.each([
  ['of objects', BEFORE],
  ['of namespaces', coarsened(BEFORE, 'namespaces')],
  ['of a cluster', coarsened(BEFORE, 'cluster')],
  ['of nothing', emptyDigest()],
])('a digest %s is read back as it was written', (_title, written) => {
  expect(readDigest(writeDigest(written))).toEqual(written);
});

it.each(['', 'other', 'objects\nx', 'objects\na b c d'])('%j is no digest', (text) => {
  expect(readDigest(text)).toBeUndefined();
});

it.each([
  ['5', '5', true],
  ['5', '10', true],
  ['10', '9', false],
  ['99999999999999999998', '99999999999999999999', true],
  ['abc', '5', false],
  ['05', '6', false],
  ['', '', false],
])('of the versions %s and %s, the first is not newer: %s', (a, b, expected) => {
  expect(isNotNewer(a, b)).toBe(expected);
});
