/**
 * Whole numbers as Go's `strconv` reads them with base 0: `0x1F`, `0b11`, `0o17`, and `010`, which is 8.
 */

interface Base {
  readonly form: RegExp;
  readonly radix: 2 | 8 | 10 | 16;
  /** Characters before the digits. */
  readonly prefix: number;
}

const BASES: readonly Base[] = [
  { form: /^0[xX][0-9a-fA-F]+$/, radix: 16, prefix: 2 },
  { form: /^0[bB][01]+$/, radix: 2, prefix: 2 },
  { form: /^0[oO][0-7]+$/, radix: 8, prefix: 2 },
  { form: /^0[0-7]+$/, radix: 8, prefix: 1 },
  { form: /^(0|[1-9][0-9]*)$/, radix: 10, prefix: 0 },
];

/** The largest absolute value of its sign, by radix: `int64`, and `uint64` for a number without a sign. */
const LIMITS = {
  negative: { 2: '1' + zeros(63), 8: '1' + zeros(21), 10: '9223372036854775808', 16: '8' + zeros(15) },
  signed: { 2: ones(63), 8: '7' + repeated('7', 20), 10: '9223372036854775807', 16: '7' + repeated('f', 15) },
  unsigned: { 2: ones(64), 8: '1' + repeated('7', 21), 10: '18446744073709551615', 16: repeated('f', 16) },
} as const;

/** The number; beyond 2^53, the nearest double. undefined: no whole number, or none of 64 bits. */
export function integerOf(text: string): number | undefined {
  const sign = text.charAt(0);
  const isSigned = sign === '-' || sign === '+';
  const written = isSigned ? text.slice(1) : text;
  const limits = sign === '-' ? LIMITS.negative : isSigned ? LIMITS.signed : LIMITS.unsigned;
  for (const base of BASES) {
    if (!base.form.test(written)) continue;
    const digits = significant(written.slice(base.prefix));
    if (isAbove(digits, limits[base.radix])) return undefined;
    const value = base.radix === 10 ? Number(digits) : parseInt(digits, base.radix);
    return sign === '-' && value !== 0 ? -value : value;
  }
  return undefined;
}

/** Whether the decimal number is one that Go holds as `int64`, written with the digits that it prints itself. */
export function isPrintedInteger(text: string): boolean {
  if (!/^(0|-?[1-9][0-9]*)$/.test(text)) return false;
  const isNegative = text.charAt(0) === '-';
  return isNegative ? !isAbove(text.slice(1), LIMITS.negative[10]) : !isAbove(text, LIMITS.signed[10]);
}

function significant(digits: string): string {
  const stripped = digits.replace(/^0+/, '').toLowerCase();
  return stripped === '' ? '0' : stripped;
}

function isAbove(digits: string, limit: string): boolean {
  return digits.length === limit.length ? digits > limit : digits.length > limit.length;
}

function repeated(character: string, count: number): string {
  return new Array(count + 1).join(character);
}

function zeros(count: number): string {
  return repeated('0', count);
}

function ones(count: number): string {
  return repeated('1', count);
}
