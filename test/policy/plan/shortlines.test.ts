import * as fc from 'fast-check';
import { canonicalJson } from '../../../scripts/policy/text/canonical';
import { shortLines } from '../../../scripts/policy/plan/shortlines';

/** What hashes are made from must not be the same for different things: lines are read back into what they were made from. */

function readBack(lines: readonly string[]): unknown[][] {
  const parts: string[] = [];
  const values: unknown[] = [];
  const readText = (text: string): string =>
    text
      .split('.')
      .map((part) => {
        if (!part.startsWith('=')) return parts[parseInt(part, 36)];
        parts.push(part.slice(1));
        return part.slice(1);
      })
      .join('.')
      .replace(/\. /g, ' ');
  const unescaped = (text: string): unknown => JSON.parse(`"${readText(text)}"`);
  const readValue = (text: string): unknown => {
    if (text.startsWith('#')) return values[parseInt(text.slice(1), 36)];
    if (!/^[:[]/.test(text)) return unescaped(text);
    const value: unknown = text.startsWith(':')
      ? JSON.parse(readText(text.slice(1)))
      : text.slice(1).split('\r').map(unescaped);
    values.push(value);
    return value;
  };
  let before: readonly unknown[] = [];
  return lines.map((line) => {
    const row = line.split('\t').map((text, column) => (text === '' ? before[column] : readValue(text)));
    before = row;
    return row;
  });
}

const text = fc.oneof(
  fc.constantFrom('', '.', ' ', '. ', ' .', '..', 'a', 'a.b', 'a b', 'a. b', '=a', '1', '#0', '[a', ':1', '"', '\\'),
  fc.constantFrom('shop.web.in-1', 'shop.web.in-2', 'any', 'constructor', '__proto__', '\t', '\n', '\r', 'ä', '\u2028'),
  fc.string({ unit: fc.constantFrom('a', 'b', '.', ' ', '=', '#', '0', '1', '\t', '\n', '\r', '"', '[', ':') }),
);
const value = fc.oneof(text, fc.array(text, { maxLength: 3 }), fc.boolean(), fc.nat(20), fc.dictionary(text, text));
const rows = fc.array(fc.array(value, { minLength: 1, maxLength: 5 }), { maxLength: 12 });

it('says each thing once, and can be read back', () => {
  fc.assert(
    fc.property(rows, (given) => {
      const lines = shortLines(given);
      for (const line of lines) expect(line).not.toContain('\n');
      expect(canonicalJson(readBack(lines))).toBe(canonicalJson(given));
    }),
    { numRuns: 2000 },
  );
});

it.each([
  [
    [
      ['tag', 'a.b'],
      ['tag', 'a.c'],
    ],
    ['=tag\t=a.=b', '\t1.=c'],
  ],
  [
    [
      ['rule', ['x.y'], true],
      ['group', ['x.y'], true],
      ['rule', ['x.y', 'x']],
    ],
    ['=rule\t[=x.=y\t:=true', '=group\t\t', '0\t[1.2\r1'],
  ],
])('writes %j as %j', (given, lines) => {
  expect(shortLines(given)).toEqual(lines);
});
