import type { Json } from './json';

/**
 * What a plain scalar of YAML means to Kubernetes: the rules of go.yaml.in/yaml/v2 (resolve.go), with which API server
 * and kubectl read. They are written down here a second time, so that a mistake in the product's reader shows.
 */

const WORDS = new Map<string, Json>([
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map((word) => [word, true] as const),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map((word) => [word, false] as const),
  ...['', '~', 'null', 'Null', 'NULL'].map((word) => [word, null] as const),
]);

const SPECIAL = new Map(
  ['.inf', '.Inf', '.INF'].flatMap((word) => [
    [word, Infinity] as const,
    [`+${word}`, Infinity] as const,
    [`-${word}`, -Infinity] as const,
  ]),
);

const INTEGER = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|0[0-7]+|0|[1-9][0-9]*)$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const DOT_FLOAT = /^\.[0-9]+(_[0-9]+)*([eE][-+]?[0-9]+(_[0-9]+)*)?$/;

/** A number, and how it is written as a key. */
export interface NumberScalar {
  readonly number: number;
  readonly key: string;
  readonly isInteger: boolean;
}

/** The value of a plain scalar. */
export function plainScalar(text: string): string | boolean | null | NumberScalar {
  const word = WORDS.get(text);
  if (word !== undefined) return word as boolean | null;
  if (['.nan', '.NaN', '.NAN'].includes(text)) return float(NaN);
  const special = SPECIAL.get(text);
  if (special !== undefined) return float(special);
  if (DOT_FLOAT.test(text)) return finite(text.replaceAll('_', '')) ?? text;
  if (!/^[-+0-9]/.test(text)) return text;
  const plain = text.replaceAll('_', '');
  return integer(plain) ?? (FLOAT.test(plain) ? finite(plain) : undefined) ?? text;
}

/** undefined: no integer of 64 bits. Only one without a sign may use the 64th bit for its value. */
function integer(text: string): NumberScalar | undefined {
  const [, sign = '', digits = ''] = INTEGER.exec(text) ?? [];
  if (digits === '') return undefined;
  const size = BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits.toLowerCase());
  const value = sign === '-' ? -size : size;
  const limit = sign === '' ? 2n ** 64n : 2n ** 63n;
  if (value >= limit || value < -(2n ** 63n)) return undefined;
  return { number: Number(value), key: value < 2n ** 63n ? String(value) : '', isInteger: true };
}

function finite(text: string): NumberScalar | undefined {
  return Number.isFinite(Number(text)) ? float(Number(text)) : undefined;
}

function float(number: number): NumberScalar {
  return { number, key: floatKey(number), isInteger: false };
}

/** As Go prints a 32-bit float with the fewest digits. */
function floatKey(number: number): string {
  if (Number.isNaN(number)) return '.nan';
  const single = Math.fround(number);
  if (!Number.isFinite(single)) return single < 0 ? '-.inf' : '.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  let digits = 1;
  while (Math.fround(Number(single.toPrecision(digits))) !== single) digits += 1;
  const [mantissa = '', exponent = ''] = Number(single.toPrecision(digits)).toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 6) return String(Number(single.toPrecision(digits)));
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
