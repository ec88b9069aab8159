import { fc } from '../../support/seed';
import {
  boundedName,
  contentHash,
  createNameTable,
  entryName,
  nameText,
  pairName,
  type EntryNameParts,
} from '../../../scripts/policy/panos/names';

/** PAN-OS names: at most 63 of these characters, starting with a letter or digit (schema 10.0.6). */
const NAME = /^[0-9A-Za-z][0-9A-Za-z._-]{0,62}$/;

function entry(namespace: string, policy: string, direction: 'ingress' | 'egress' = 'ingress'): EntryNameParts {
  return { namespace, policy, direction, key: 'abc123' };
}

it.each([
  ['fits as it is', 'c.shop.web', 63, 'c.shop.web'],
  ['fits exactly', 'x'.repeat(20), 20, 'x'.repeat(20)],
  ['one too long', 'x'.repeat(21), 20, `${'x'.repeat(11)}-${contentHash('x'.repeat(21))}`],
])('a name that %s', (_what, name, limit, bounded) => {
  expect(boundedName(name, limit)).toBe(bounded);
  expect(boundedName(name, limit).length).toBeLessThanOrEqual(limit);
});

it('long names that differ only at their ends stay different', () => {
  const long = 'p'.repeat(80);
  expect(boundedName(`${long}1`, 63)).not.toBe(boundedName(`${long}2`, 63));
});

it.each([
  [entry('shop', 'web'), 'c.shop.web.in-abc123'],
  [entry('shop', 'web', 'egress'), 'c.shop.web.eg-abc123'],
])('an entry is named for its policy: %j', (parts, name) => {
  expect(entryName('c', parts, 63)).toBe(name);
});

it('a long policy name is cut, the key never', () => {
  const name = entryName('c', entry('shop', 'w'.repeat(200)), 63);
  expect(name).toHaveLength(63);
  expect(name).toMatch(/^c\.shop\.w+-[a-z2-7]{8}\.in-abc123$/);
});

it('a pair has both names where they fit, else each cut to its share', () => {
  expect(pairName('c', entry('a', 'p', 'egress'), entry('b', 'q'), 63)).toBe('c.a.p.eg-abc123_b.q.in-abc123');
  const long = pairName('c', entry('a', 'p'.repeat(100), 'egress'), entry('b', 'q'.repeat(100)), 63);
  expect(long.length).toBeLessThanOrEqual(63);
  expect(long).toMatch(/^c\.a\.p+-[a-z2-7]{8}\.eg-abc123_b\.q+-[a-z2-7]{8}\.in-abc123$/);
  const uneven = pairName('c', entry('a', 'p', 'egress'), entry('b', 'q'.repeat(100)), 63);
  expect(uneven).toMatch(/^c\.a\.p\.eg-abc123_b\.q+-[a-z2-7]{8}\.in-abc123$/);
  expect(uneven).toHaveLength(63);
});

it('every legal Kubernetes name gives a legal PAN-OS name', () => {
  const name = fc.stringMatching(/^[a-z0-9]([a-z0-9.-]{0,200}[a-z0-9])?$/);
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/);
  const cluster = fc.stringMatching(/^[a-z][a-z0-9-]{0,23}$/);
  fc.assert(
    fc.property(cluster, label, name, label, name, (where, a, p, b, q) => {
      expect(entryName(where, entry(a, p), 63)).toMatch(NAME);
      expect(pairName(where, entry(a, p, 'egress'), entry(b, q), 63)).toMatch(NAME);
    }),
  );
});

it.each([
  ["a'b", 'a-b'],
  ['a<b>&"c', 'a-b---c'],
  ['ü/x y', '--x-y'],
  ['ok_1.2-3', 'ok_1.2-3'],
])('%s reads %s in a name', (text, readable) => {
  expect(nameText(text)).toBe(readable);
});

it('a name taken for other content gets a hash of the content; the same content keeps its name', () => {
  const table = createNameTable();
  expect(table.name('c.web', 'first', 63)).toBe('c.web');
  expect(table.name('c.web', 'second', 63)).toBe(`c.web-${contentHash('second')}`);
  expect(table.name('c.web', 'first', 63)).toBe('c.web');
  expect(table.name('c.web', 'second', 63)).toBe(`c.web-${contentHash('second')}`);
});

it('names stay unique and in their limit, whatever is asked for', () => {
  const wanted = fc.constantFrom('constructor', '__proto__', 'a', 'a'.repeat(63), 'a'.repeat(64), 'a'.repeat(90));
  fc.assert(
    fc.property(fc.array(fc.tuple(wanted, fc.nat(5)), { maxLength: 30 }), (requests) => {
      const table = createNameTable();
      const given: Record<string, string> = {};
      for (const [name, content] of requests) {
        const got = table.name(name, `${content}`, 63);
        expect(got.length).toBeLessThanOrEqual(63);
        const before = `=${got}` in given ? given[`=${got}`] : `${content}`;
        expect(before).toBe(`${content}`);
        given[`=${got}`] = `${content}`;
      }
    }),
  );
});
