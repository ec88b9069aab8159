import { canonicalJson } from '../text/canonical';

/**
 * Rows of values as lines that say each thing once, for hashing: SHA-256 is among the dearest of a plan in engines that
 * interpret, and most of a rulebase was said before. Different rows give different lines, which the tests of it read
 * back.
 *
 * Each value is a column, behind a tab but for the first:
 *
 * - empty: as in the same column of the row before;
 * - `#` and a number: a list or another value that was written before; they are counted as they are written;
 * - `[` and the texts of a list of one text or more, with carriage returns between them;
 * - `:` and the JSON of anything else that is no text, itself written like a text;
 * - otherwise a text: cut at each dot and before each space, and the parts joined by dots. A part that is new stands
 *   behind a `=`; others are numbers: parts are counted as they are written, too.
 *
 * Numbers are of base 36. What JSON escapes in texts is escaped, so that they hold no tab and no end of line.
 *
 * @example shortLines([['tag', 'a.b'], ['tag', 'a.c']]) //=> ['=tag\t=a.=b', '\t1.=c']
 */
export function shortLines(rows: readonly (readonly unknown[])[]): string[] {
  const writtenParts: Written = { numbers: {}, count: 0 };
  const writtenValues: Written = { numbers: {}, count: 0 };

  function shortText(text: string): string {
    const parts = (text.indexOf(' ') < 0 ? text : text.replace(/ /g, '. ')).split('.');
    for (let i = 0; i < parts.length; i++) {
      const part = '=' + parts[i];
      parts[i] = numberOf(writtenParts, part) || part;
    }
    return parts.join('.');
  }
  function written(text: string): string {
    const mark = text.charAt(0);
    if (mark === TEXT) return shortText(text.slice(1));
    const number = numberOf(writtenValues, text);
    if (number !== undefined) return '#' + number;
    return (
      mark + (mark === LIST ? text.slice(1).split(BETWEEN).map(shortText).join(BETWEEN) : shortText(text.slice(1)))
    );
  }
  let before: readonly string[] = [];
  return rows.map((row) => {
    const texts = row.map(markedText);
    const line = texts.map((text, column) => (text === before[column] ? '' : written(text)));
    before = texts;
    return line.join('\t');
  });
}

/** What was written, with the number of each. */
interface Written {
  /** The keys begin with a mark, so that none is the name of what every object has. */
  readonly numbers: { [text: string]: string | undefined };
  count: number;
}

/** The number of what was written before; what was not gets one. */
function numberOf(written: Written, text: string): string | undefined {
  const known = written.numbers[text];
  if (known !== undefined) return known;
  written.numbers[text] = written.count.toString(36);
  written.count++;
  return undefined;
}

const TEXT = '"';
const LIST = '[';
const OTHER = ':';
const BETWEEN = '\r';

/** Different for different values. */
function markedText(value: unknown): string {
  if (typeof value === 'string') return TEXT + escaped(value);
  return isTexts(value) ? LIST + value.map(escaped).join(BETWEEN) : OTHER + canonicalJson(value);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

// Nothing to escape, as in most names.
const PLAIN = /^[ !#-[\]-~]*$/;

function escaped(text: string): string {
  return PLAIN.test(text) ? text : canonicalJson(text).slice(1, -1);
}
