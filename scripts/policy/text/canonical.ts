import { chunksOf } from './chunks';

/**
 * One text for one value, the same in every engine: Otto reads object keys in random order, sorts them when it writes
 * and sorts arrays unstably, so everything that leaves the core goes through here before it is compared or hashed.
 */

/** Own keys in the order of `compareText`: engines sort texts so by themselves, much faster than by a function. */
export function sortedKeys(object: object): string[] {
  return Object.keys(object).sort();
}

const EVERY_OBJECT: object = Object.prototype;

/** True where `object` itself has `key`; safe for keys such as `constructor`. */
export function hasKey(object: object, key: string): boolean {
  return EVERY_OBJECT.hasOwnProperty.call(object, key);
}

/** -1, 0 or 1 by code units; the same in every engine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A sorted copy; equal elements keep their order (Array.prototype.sort is unstable in Otto). */
export function stableSort<T>(list: readonly T[], compare: (a: T, b: T) => number): T[] {
  if (isSorted(list, compare)) return list.slice();
  const decorated: { value: T; index: number }[] = [];
  for (let i = 0; i < list.length; i++) decorated.push({ value: list[i], index: i });
  decorated.sort((a, b) => compare(a.value, b.value) || a.index - b.index);
  return decorated.map((item) => item.value);
}

function isSorted<T>(list: readonly T[], compare: (a: T, b: T) => number): boolean {
  for (let i = 1; i < list.length; i++) if (compare(list[i - 1], list[i]) > 0) return false;
  return true;
}

/** A sorted copy without duplicates. */
export function sortedUnique(list: readonly string[]): string[] {
  const sorted = list.slice();
  if (sorted.length < 2) return sorted;
  sorted.sort();
  return sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
}

/**
 * JSON with sorted keys and without undefined members. Input: plain data without cycles.
 *
 * @example canonicalJson({ b: 1, a: [undefined, 'x'], c: undefined }) //=> '{"a":[null,"x"],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return atom(value);
  if (Array.isArray(value)) {
    return '[' + value.map(canonicalJson).join(',') + ']';
  }
  const object = value as { [key: string]: unknown };
  const members: string[] = [];
  for (const key of sortedKeys(object)) {
    if (object[key] !== undefined) members.push(atom(key) + ':' + canonicalJson(object[key]));
  }
  return '{' + members.join(',') + '}';
}

// Otto's JSON.stringify escapes these; writing them back gives Node's text.
const UNESCAPED: { [escape: string]: string } = {
  u003c: '<',
  u003e: '>',
  u0026: '&',
  u2028: '\u2028',
  u2029: '\u2029',
  u0008: '\\b',
  u000c: '\\f',
};

// Nothing to escape, as in most texts: a test costs half of what writing JSON does, and a seventh of its memory.
const PLAIN = /^[ !#-[\]-~]*$/;

function atom(value: unknown): string {
  if (typeof value === 'string' && PLAIN.test(value)) return '"' + value + '"';
  const text = JSON.stringify(value);
  if (text === undefined) return 'null';
  if (typeof value !== 'string' || text.indexOf('\\u') < 0) return text;
  return text.replace(/\\(u[0-9a-f]{4}|.)/g, (whole: string, escape: string) =>
    hasKey(UNESCAPED, escape) ? UNESCAPED[escape] : whole,
  );
}

/**
 * A short, fast, deterministic hash of a text for names and keys: 12 characters of base 32 (60 bits). Not for anything
 * that an attacker could gain from (approval hashes use SHA-256).
 *
 * @example shortHash('web') //=> 'wv4ueibo6633'
 */
export function shortHash(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x9747b28c;
  for (const chunk of chunksOf(text)) {
    const units = chunk.length;
    for (let i = 0; i < units; i++) {
      const code = chunk.charCodeAt(i);
      // multiply32, without a call for each character: names and versions hash most of a cluster's texts.
      a ^= code;
      b ^= code;
      a = ((a & 0xffff) * 0x01000193 + ((((a >>> 16) * 0x01000193) & 0xffff) << 16)) | 0;
      b = ((b & 0xffff) * 0x85ebca6b + ((((b >>> 16) * 0x85ebca6b) & 0xffff) << 16)) | 0;
      b = (b << 13) | (b >>> 19);
    }
  }
  return base32(mix(a ^ multiply32(b, 0xc2b2ae35))) + base32(mix(b ^ multiply32(a, 0x27d4eb2f)));
}

function multiply32(a: number, b: number): number {
  return ((a & 0xffff) * b + ((((a >>> 16) * b) & 0xffff) << 16)) | 0;
}

function mix(hash: number): number {
  let h = hash;
  h = multiply32(h ^ (h >>> 16), 0x85ebca6b);
  h = multiply32(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** Six characters, the lowest 30 bits: short enough for names, and one length for all. */
function base32(value: number): string {
  const digits = 'abcdefghijklmnopqrstuvwxyz234567';
  let text = '';
  let rest = value;
  for (let i = 0; i < 6; i++) {
    text += digits.charAt(rest & 31);
    rest = rest >>> 5;
  }
  return text;
}
