import { isPrintedInteger } from './integers';
import type { Scalar } from './scalars';

/** The text of a key, or why it cannot be one. */
export type KeyText =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'refused'; readonly reason: string };

/** Go prints a number with an exponent from this power of ten on, and below 10^-4. */
const FIRST_EXPONENT = 6;

/** 2^53: from here on, a double may stand for another integer. */
const MAX_EXACT = 9007199254740992;

/**
 * The key that kubectl makes of a scalar (`convertToJSONableObject` in sigs.k8s.io/yaml): `yes` becomes `true`, `010`
 * becomes `8`, `1.10` becomes `1.1`. Numbers with more digits than a 32-bit float surely keeps are refused here, where
 * kubectl rounds them.
 *
 * @param text as it is written
 */
export function keyText(scalar: Scalar, text: string): KeyText {
  if (scalar.kind === 'refused') return scalar;
  const value = scalar.value;
  if (value === null) return { kind: 'refused', reason: 'a key is null' };
  if (typeof value !== 'number') return { kind: 'text', text: String(value) };
  const printed = scalar.kind === 'int' ? printedInteger(value, text) : printedFloat(value);
  if (printed === undefined)
    return { kind: 'refused', reason: 'the key ' + text + ' is a number that kubectl may round' };
  return { kind: 'text', text: printed };
}

function printedInteger(value: number, text: string): string | undefined {
  if (isPrintedInteger(text)) return text;
  return Math.abs(value) < MAX_EXACT ? String(value) : undefined;
}

/** Go's `strconv.FormatFloat(value, 'g', -1, 32)`. */
function printedFloat(value: number): string | undefined {
  if (!isFinite(value)) return isNaN(value) ? '.nan' : value < 0 ? '-.inf' : '.inf';
  if (value === 0) return 1 / value < 0 ? '-0' : '0';
  if (Number(value.toPrecision(FIRST_EXPONENT)) !== value) return undefined;
  const parts = value.toExponential().split('e');
  const exponent = Number(parts[1]);
  if (exponent < -37 || exponent > 37) return undefined;
  if (exponent >= -4 && exponent < FIRST_EXPONENT) return String(value);
  const digits = String(Math.abs(exponent));
  return parts[0] + 'e' + (exponent < 0 ? '-' : '+') + (digits.length < 2 ? '0' : '') + digits;
}
