import { integerOf } from './integers';

/**
 * What a scalar means to `kubectl`. The rules are those of `resolve` in go.yaml.in/yaml/v2 2.4.2 (resolve.go), which
 * sigs.k8s.io/yaml 1.6.0 reads with (1.4.0 has a copy of it); they are neither YAML 1.1 nor 1.2 to the letter. What is
 * not listed here is a text: dates, base 60 (`1:30`), `=`.
 */

/** Words that are no texts, each as it is spelled; nothing between these spellings (`yEs`) counts. */
const WORDS: { readonly [word: string]: boolean | null | undefined } = wordTable([
  [true, ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON']],
  [false, ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF']],
  [null, ['', '~', 'null', 'Null', 'NULL']],
]);

/** Numbers that JSON has none of, so that kubectl takes them as keys only. */
const NOT_A_NUMBER = /^(\.nan|\.NaN|\.NAN)$/;
const INFINITE = /^[-+]?(\.inf|\.Inf|\.INF)$/;

/** A number with a fraction or an exponent, after `_` is taken out. */
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

/** One that begins with a dot is read by Go's `strconv.ParseFloat`, which takes `_` only between digits. */
const DOT_FLOAT = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/;

/** The types that resolve.go checks a value against; under another tag, a scalar is a text. */
type ScalarType = 'str' | 'bool' | 'int' | 'float' | 'null' | 'timestamp';

const TYPES: readonly string[] = ['str', 'bool', 'int', 'float', 'null', 'timestamp'];

/**
 * The forms of `parseTimestamp` in resolve.go; a timestamp stays a text, but `!!timestamp` on anything else is refused.
 */
const TIMESTAMP =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?)?$/;

/** What a scalar may become. */
export type ScalarValue = string | number | boolean | null;

/** What a scalar means, or why it means nothing. */
export type Scalar =
  { readonly kind: ScalarType; readonly value: ScalarValue } | { readonly kind: 'refused'; readonly reason: string };

const PREFIX = 'tag:yaml.org,2002:';

/**
 * The value of a plain or tagged scalar (a quoted one without a tag is its text).
 *
 * @param tag in full, such as `tag:yaml.org,2002:int`; '' where there is none
 */
export function resolveScalar(tag: string, text: string): Scalar {
  if (tag === '') return implicit(text);
  const type = tag.slice(0, PREFIX.length) === PREFIX ? tag.slice(PREFIX.length) : '';
  if (type === 'binary') return binary(text);
  if (type === 'str' || TYPES.indexOf(type) < 0) return { kind: 'str', value: text };
  return typed(type as ScalarType, text);
}

function typed(type: ScalarType, text: string): Scalar {
  if (type === 'timestamp' && TIMESTAMP.test(text)) return { kind: 'str', value: text };
  const found = implicit(text);
  if (found.kind === 'refused' || found.kind === type) return found;
  if (type === 'float' && found.kind === 'int') return { kind: 'float', value: found.value };
  return refused('"' + text + '" is no !!' + type);
}

function implicit(text: string): Scalar {
  const word = WORDS['=' + text];
  if (word === null) return { kind: 'null', value: null };
  if (word !== undefined) return { kind: 'bool', value: word };
  if (NOT_A_NUMBER.test(text)) return { kind: 'float', value: NaN };
  if (INFINITE.test(text)) return { kind: 'float', value: text.charAt(0) === '-' ? -Infinity : Infinity };
  const number = /^[-+0-9]/.test(text) ? numberOf(text) : undefined;
  if (number !== undefined) return number;
  if (DOT_FLOAT.test(text)) return floatOf(text.split('_').join(''), text);
  return { kind: 'str', value: text };
}

function numberOf(text: string): Scalar | undefined {
  const plain = text.split('_').join('');
  const integer = integerOf(plain);
  if (integer !== undefined) return { kind: 'int', value: integer };
  return FLOAT.test(plain) ? floatOf(plain, text) : undefined;
}

/** One too large for a double is the text that it is written with. */
function floatOf(plain: string, text: string): Scalar {
  const value = Number(plain);
  return isFinite(value) ? { kind: 'float', value } : { kind: 'str', value: text };
}

/**
 * `!!binary`: the text that its base64 stands for. Bytes that are no UTF-8 are refused (kubectl writes U+FFFD for
 * them).
 */
function binary(text: string): Scalar {
  const bytes = base64Bytes(text.replace(/[\r\n]/g, ''));
  try {
    if (bytes !== undefined) return { kind: 'str', value: decodeURIComponent(bytes) };
  } catch {
    // No UTF-8.
  }
  return refused('the !!binary value is no base64 of a text');
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes as `%` and two hexadecimal digits each; undefined: not base64 with its padding. */
function base64Bytes(text: string): string | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return undefined;
  const digits = text.replace(/=/g, '').split('');
  const bytes: string[] = [];
  let bits = 0;
  let held = 0;
  for (const digit of digits) {
    bits = ((bits << 6) | BASE64.indexOf(digit)) & 0xfff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    const byte = (bits >> held) & 0xff;
    bytes.push('%' + (byte < 16 ? '0' : '') + byte.toString(16));
  }
  return bytes.join('');
}

function refused(reason: string): Scalar {
  return { kind: 'refused', reason };
}

/** Keys begin with `=`, so that no word meets a property that every object has. */
function wordTable(rows: readonly (readonly [boolean | null, readonly string[]])[]): {
  readonly [word: string]: boolean | null | undefined;
} {
  const table: { [word: string]: boolean | null | undefined } = {};
  for (const row of rows) for (const word of row[1]) table['=' + word] = row[0];
  return table;
}
