import { isHighSurrogate, isLowSurrogate, isUnprintable, isVisiblePair } from '../text/printable';

/** Names as PAN-OS takes them, for objects that exist already and are only referred to. */

/**
 * Why `name` cannot be the name of a PAN-OS object, or undefined. Characters: PAN-OS schema "object-name". The first
 * one: a letter, a digit or an underscore (the message that the web interface gives).
 *
 * @param most the limit of characters of this kind of object
 * @example
 * nameViolation('a&b', 63)
 * //=> 'it has the character "&"; letters, digits, blanks, "-", "_" and "." are allowed'
 */
export function nameViolation(name: string, most: number): string | undefined {
  if (name === '') return 'it is empty';
  if (name.length > most) {
    return 'it has ' + String(name.length) + ' characters, at most ' + String(most) + ' are allowed';
  }
  const foreign = /[^ A-Za-z0-9._-]/.exec(name);
  if (foreign) {
    return 'it has ' + characterInWords(foreign[0]) + '; letters, digits, blanks, "-", "_" and "." are allowed';
  }
  if (!/^[A-Za-z0-9_]/.test(name)) return 'it must start with a letter, a digit or "_"';
  return / $/.test(name) ? 'it ends with a blank' : undefined;
}

/**
 * Why `text` cannot stand in a description, or undefined: it must be one line of characters that XML can carry and that
 * people can see (no control characters, no invisible or direction-changing ones, no half surrogate pairs).
 *
 * @param most the limit of characters, counted as UTF-16 code units
 */
export function textViolation(text: string, most: number): string | undefined {
  if (text === '') return 'it is empty';
  if (text.length > most) {
    return 'it has ' + String(text.length) + ' characters, at most ' + String(most) + ' are allowed';
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (i + 1 < text.length && isVisiblePair(code, text.charCodeAt(i + 1))) {
      i++;
    } else if (isUnprintable(code)) {
      return 'it has ' + characterInWords(text.charAt(i)) + ', which cannot be printed';
    }
  }
  return undefined;
}

/**
 * A text from a policy for a message: at most 100 characters, with what cannot be printed written as `U+000A`.
 *
 * @example shownText('a\nb') //=> 'a<U+000A>b'
 */
export function shownText(text: string): string {
  const cut = text.length > MOST_SHOWN ? text.slice(0, MOST_SHOWN) : text;
  let printable = '';
  for (let i = 0; i < cut.length; i++) {
    const code = cut.charCodeAt(i);
    const isHalf = isHighSurrogate(code) || isLowSurrogate(code);
    printable += isUnprintable(code) && !isHalf ? '<' + codePoint(code) + '>' : cut.charAt(i);
  }
  return cut === text ? printable : printable + '...';
}

const MOST_SHOWN = 100;

function characterInWords(character: string): string {
  const code = character.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? 'the character "' + character + '"' : 'the character ' + codePoint(code);
}

function codePoint(code: number): string {
  const digits = code.toString(16).toUpperCase();
  return 'U+' + '0000'.slice(digits.length) + digits;
}
