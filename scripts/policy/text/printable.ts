/** What of a text people can see, and texts from outside as one line of it. */

/**
 * Ranges of UTF-16 units that nobody sees, or that change how the rest is seen: controls, soft hyphens, fillers, joiners,
 * marks and overrides of direction, invisible operators, the byte order mark, annotations, and what XML 1.0 excludes
 * (Unicode, "Default_Ignorable_Code_Point" and "Bidi_Control"). Not the variation selectors of emoji.
 */
const UNPRINTABLE: readonly (readonly [number, number])[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
];

/** Plane 14 holds tags and variation selectors alone, in which texts are hidden; this unit begins its pairs. */
const INVISIBLE_PLANE = 0xdb40;

/** Whether people cannot see the unit by itself; halves of surrogate pairs are not seen by themselves. */
export function isUnprintable(code: number): boolean {
  if (code >= 0x20 && code < 0x7f) return false;
  if (isHighSurrogate(code) || isLowSurrogate(code)) return true;
  return UNPRINTABLE.some((range) => code >= range[0] && code <= range[1]);
}

/** The first unit of a surrogate pair. */
export function isHighSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdbff;
}

/** The second unit of a surrogate pair. */
export function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}

/** Whether these two units are a pair that people see. */
export function isVisiblePair(high: number, low: number): boolean {
  return isHighSurrogate(high) && isLowSurrogate(low) && high !== INVISIBLE_PLANE;
}

// Most texts are of this kind; looking at each of their characters costs more than all the rest.
const PRINTABLE_ASCII = /^[ -~]*$/;

/**
 * A text from outside (a policy, Panorama, an API server, a person) as one line that holds nothing invisible: where it
 * is shown as plain text, it cannot look like several lines, or like other text than it is. Line breaks and tabs become
 * blanks, other characters that nobody sees U+FFFD.
 *
 * @example oneLine('NET-1\nApproved by: alice') //=> 'NET-1 Approved by: alice'
 */
export function oneLine(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text;
  const parts = text.replace(/\r\n|[\t-\r\u0085\u2028\u2029]/g, ' ').split('');
  const codes = parts.map((part) => part.charCodeAt(0));
  function isSeen(at: number): boolean {
    const code = codes[at];
    // Some engines in Go split into whole characters, others into units.
    if (parts[at].length > 1) return isVisiblePair(code, parts[at].charCodeAt(1));
    if (isHighSurrogate(code)) return at + 1 < codes.length && isVisiblePair(code, codes[at + 1]);
    if (isLowSurrogate(code)) return at > 0 && isVisiblePair(codes[at - 1], code);
    return !isUnprintable(code);
  }
  return parts.map((part, at) => (isSeen(at) ? part : part.length > 1 ? UNSEEN + UNSEEN : UNSEEN)).join('');
}

const UNSEEN = '\ufffd';

/**
 * One line of at most so many units, with dots for what is cut; no pair is cut in two.
 *
 * @param most at least 3
 * @param sizeOf how a text is measured
 * @example oneLineOf('abcdef', 5, (text) => text.length) //=> 'ab...'
 */
export function oneLineOf(text: string, most: number, sizeOf: (text: string) => number): string {
  const line = oneLine(text);
  if (sizeOf(line) <= most) return line;
  let end = Math.min(line.length, most - DOTS.length);
  while (end > 0 && sizeOf(line.slice(0, end)) > most - DOTS.length) end--;
  if (isHighSurrogate(line.charCodeAt(end - 1))) end--;
  return line.slice(0, end) + DOTS;
}

const DOTS = '...';
