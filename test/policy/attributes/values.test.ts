import { ATTRIBUTE_KEYS, KEYS, PROFILE_KINDS, type AttributeKey } from '../../../scripts/policy/attributes/keys';
import { nameViolation, shownText, textViolation } from '../../../scripts/policy/attributes/names';
import { listElements, readValue } from '../../../scripts/policy/attributes/values';

const long = (length: number): string => 'x'.repeat(length);

function reason(key: AttributeKey, value: string): string {
  const reading = readValue(key, value);
  return reading.kind === 'violation' ? reading.reason : `taken: ${reading.value}`;
}

it.each(['', ' ', '\n\t '])('the value %j is empty for every key', (value) => {
  for (const key of ATTRIBUTE_KEYS) expect(reason(key, value)).toBe('it is empty');
});

it('every key of a single profile becomes the PAN-OS element of its kind', () => {
  for (const [key, kind] of Object.entries(PROFILE_KINDS)) {
    expect(KEYS[key as AttributeKey].element).toBe(`profile-setting/profiles/${kind}`);
  }
});

describe('names', () => {
  it.each<[AttributeKey, number]>([
    ['appid', 63],
    ['url-category', 63],
    ['antivirus', 63],
    ['antispyware', 63],
    ['vuln-protection', 63],
    ['urlfiltering', 63],
    ['fileblocking', 63],
    ['datafiltering', 63],
    ['wildfire', 47],
    ['profile-group', 31],
    ['logprofile', 63],
    ['security-service', 63],
  ])('of %s have at most %d characters', (key, most) => {
    expect(reason(key, long(most))).toBe(`taken: ${long(most)}`);
    expect(reason(key, long(most + 1))).toContain(
      `it has ${String(most + 1)} characters, at most ${String(most)} are allowed`,
    );
  });

  const ALLOWED = '; letters, digits, blanks, "-", "_" and "." are allowed';
  it.each([
    ['default', undefined],
    ['my profile-1_a.b', undefined],
    ['_strict', undefined],
    ['1', undefined],
    ['', 'it is empty'],
    ['-a', 'it must start with a letter, a digit or "_"'],
    [' a', 'it must start with a letter, a digit or "_"'],
    ['a ', 'it ends with a blank'],
    ['a&b', 'it has the character "&"' + ALLOWED],
    ['<entry>', 'it has the character "<"' + ALLOWED],
    ["a'] | //x['", 'it has the character "\'"' + ALLOWED],
    [']]>', 'it has the character "]"' + ALLOWED],
    ['a\nb', 'it has the character U+000A' + ALLOWED],
    ['a\u0000', 'it has the character U+0000' + ALLOWED],
    ['ä', 'it has the character U+00E4' + ALLOWED],
    ['\ud83d\ude00', 'it has the character U+D83D' + ALLOWED],
    ['a/b', 'it has the character "/"' + ALLOWED],
  ])('%j: %s', (name, expected) => {
    expect(nameViolation(name, 63)).toBe(expected);
  });

  it.each<[AttributeKey, string, string]>([
    ['antivirus', 'none', 'taken: none'],
    ['wildfire', ' none ', 'taken: none'],
    [
      'profile-group',
      'none',
      'a rule has a profile group or not; name another group or single profiles to replace an inherited one',
    ],
    ['logprofile', 'none', 'logs are switched off with log, not with logprofile'],
    ['security-service', 'none', 'an inherited security service is replaced by naming another one'],
    ['antivirus', 'a,b', 'it has the character ","' + ALLOWED],
  ])('%s: %j is %s', (key, value, expected) => {
    expect(reason(key, value)).toBe(expected);
  });
});

describe('lists', () => {
  it.each([
    ['ssl', ['ssl']],
    [' ssl ,\n web-browsing\t', ['ssl', 'web-browsing']],
    ['b,a,b', ['a', 'b']],
    ['my group,ms-ds-smbv3', ['ms-ds-smbv3', 'my group']],
  ])('%j names %j', (value, expected) => {
    const reading = readValue('appid', value);
    expect(reading.kind === 'value' && listElements(reading.value)).toEqual(expected);
  });

  it.each([
    ['ssl,', 'in its element 2, nothing stands between the commas'],
    [',', 'in its element 1, nothing stands between the commas'],
    ['ssl,,redis', 'in its element 2, nothing stands between the commas'],
    ['ssl,any', 'in its element 2, "any" is not a name; leave the attribute out where everything is meant'],
    ['none', 'in its element 1, "none" is not a name; leave the attribute out where everything is meant'],
    ['ssl;redis', 'in its element 1, it has the character ";"; letters, digits, blanks, "-", "_" and "." are allowed'],
    [`ssl,${long(64)}`, 'in its element 2, it has 64 characters, at most 63 are allowed'],
    [Array(201).fill('a').join(), 'it has 201 elements, at most 200 are allowed'],
  ])('%j is refused: %s', (value, expected) => {
    expect(reason('appid', value)).toBe(expected);
    expect(reason('url-category', value)).toBe(expected);
  });
});

it.each<[AttributeKey, string, string]>([
  ['log', 'end', 'taken: end'],
  ['log', 'both\n', 'taken: both'],
  ['log', 'End', 'it is none of the values'],
  ['log', 'constructor', 'it is none of the values'],
  ['service', 'ports', 'taken: ports'],
  ['service', 'application-default', 'taken: application-default'],
  ['service', 'any', 'it is none of the values'],
])('%s: %j is %s', (key, value, expected) => {
  expect(reason(key, value)).toBe(expected);
});

describe('tickets', () => {
  it.each(['CHG-1 & <b> "x" \']]>', 'Änderung 7, für 東京', '\ud83d\ude00 done', long(64), 'a, b'])(
    '%j is taken as it is',
    (text) => {
      expect(reason('ticket', text)).toBe(`taken: ${text}`);
    },
  );

  it.each([
    [long(65), 'it has 65 characters, at most 64 are allowed'],
    ['a\nb', 'it has the character U+000A, which cannot be printed'],
    ['a\u0000b', 'it has the character U+0000, which cannot be printed'],
    ['a\u0085b', 'it has the character U+0085, which cannot be printed'],
    ['a\u2028b', 'it has the character U+2028, which cannot be printed'],
    ['a direction change \u202e', 'it has the character U+202E, which cannot be printed'],
    ['half a pair \ud83d', 'it has the character U+D83D, which cannot be printed'],
    ['the other half \ude00', 'it has the character U+DE00, which cannot be printed'],
    ['not for XML \uffff', 'it has the character U+FFFF, which cannot be printed'],
  ])('%j is refused: %s', (text, expected) => {
    expect(reason('ticket', text)).toBe(expected);
    expect(textViolation(text, 64)).toBe(expected);
  });
});

it.each<[AttributeKey, string]>([
  [
    'appid',
    'List App-IDs or application groups, separated by commas; each name has at most 63 letters, digits, blanks, "-", "_" and "."',
  ],
  [
    'wildfire',
    'Give the name of a WildFire analysis profile, which has at most 47 letters, digits, blanks, "-", "_" and ".", or none',
  ],
  ['profile-group', 'Give the name of a profile group, which has at most 31 letters, digits, blanks, "-", "_" and "."'],
  ['log', 'Use end, start, both or none'],
  ['service', 'Use ports or application-default'],
  ['ticket', 'Give one line of at most 64 printable characters'],
])('a violation of %s says what is expected', (key, expected) => {
  expect(readValue(key, '')).toEqual({ kind: 'violation', reason: 'it is empty', expected });
});

it.each([
  ['plain', 'plain'],
  ['a\nb\u202ec', 'a<U+000A>b<U+202E>c'],
  ['\ud83d\ude00', '\ud83d\ude00'],
  [long(101), long(100) + '...'],
])('%j is shown as %j', (text, expected) => {
  expect(shownText(text)).toBe(expected);
});
