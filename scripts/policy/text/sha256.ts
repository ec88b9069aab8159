import { ASCII } from './ascii';
import { chunksOf } from './chunks';

/** SHA-256 (FIPS 180-4) over UTF-8, for hashes that approvals are bound to. */

/**
 * The hash of a text as 64 hexadecimal digits. A lone surrogate counts as U+FFFD, as in the Encoding standard.
 *
 * @example sha256('abc') //=> 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
 */
export function sha256(text: string): string {
  return sha256OfJoined([text]);
}

/** The hash of texts one behind the other, without making the long text that they are together. */
export function sha256OfJoined(texts: readonly string[]): string {
  const state = INITIAL.slice();
  const schedule: number[] = ROUNDS.slice();
  eachBlocks(texts, (words) => {
    for (let start = 0; start < words.length; start += 16) compress(state, words, start, schedule);
  });
  return state.map(hex).join('');
}

// FIPS 180-4, 5.3.3 and 4.2.2: the first 32 bits of the fractional parts of the square roots of the first 8 primes, and
// of the cube roots of the first 64.
const INITIAL = signed([
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
]);
const ROUNDS = signed([
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
  0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786,
  0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
  0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
  0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
  0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a,
  0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
  0xc67178f2,
]);

/** As bit operations give them: engines keep such lists as integers. */
function signed(words: readonly number[]): number[] {
  return words.map((word) => word | 0);
}

/**
 * UTF-8, then a one bit, zeros, and the length in bits, as big-endian words; a multiple of 16 of them at a time: all
 * words of a long text together take many times its memory.
 */
function eachBlocks(texts: readonly string[], take: (words: readonly number[]) => void): void {
  let words: number[] = [];
  let word = 0;
  let length = 0;
  function add(byte: number): void {
    word = (word << 8) | byte;
    length++;
    if ((length & 3) === 0) words.push(word);
  }
  function addCharacters(chunk: string): void {
    for (let i = 0; i < chunk.length; i++) {
      const code = codePointAt(chunk, i);
      if (code < 0x80) {
        add(code);
      } else if (code < 0x800) {
        add(0xc0 | (code >> 6));
        add(0x80 | (code & 63));
      } else if (code < 0x10000) {
        add(0xe0 | (code >> 12));
        add(0x80 | ((code >> 6) & 63));
        add(0x80 | (code & 63));
      } else {
        i++;
        add(0xf0 | (code >> 18));
        add(0x80 | ((code >> 12) & 63));
        add(0x80 | ((code >> 6) & 63));
        add(0x80 | (code & 63));
      }
    }
  }

  for (const text of texts) {
    for (const chunk of chunksOf(text)) {
      if (!ASCII.test(chunk)) {
        addCharacters(chunk);
        continue;
      }
      // What addCharacters does, by words and without calls: nearly all that is hashed is ASCII.
      const units = chunk.length;
      let i = 0;
      for (; i < units && (length & 3) !== 0; i++) add(chunk.charCodeAt(i));
      for (; i + 4 <= units; i += 4) {
        words.push(
          (chunk.charCodeAt(i) << 24) |
            (chunk.charCodeAt(i + 1) << 16) |
            (chunk.charCodeAt(i + 2) << 8) |
            chunk.charCodeAt(i + 3),
        );
        length += 4;
      }
      for (; i < units; i++) add(chunk.charCodeAt(i));
    }
    if (words.length >= MOST_WORDS) {
      const whole = words.length - (words.length % 16);
      take(words.slice(0, whole));
      words = words.slice(whole);
    }
  }
  const bytes = length;
  add(0x80);
  while ((length & 63) !== 56) add(0);
  words.push(Math.floor(bytes / 0x20000000), (bytes << 3) | 0);
  take(words);
}

const MOST_WORDS = 4096;

function codePointAt(text: string, index: number): number {
  const unit = text.charCodeAt(index);
  if (unit < 0xd800 || unit > 0xdfff) return unit;
  const next = index + 1 < text.length ? text.charCodeAt(index + 1) : 0;
  if (unit > 0xdbff || next < 0xdc00 || next > 0xdfff) return 0xfffd;
  return 0x10000 + ((unit - 0xd800) << 10) + (next - 0xdc00);
}

/** Rotations stand where they are needed: a call costs more than the operation in an engine that interprets. */
function compress(state: number[], words: readonly number[], start: number, schedule: number[]): void {
  for (let i = 0; i < 16; i++) schedule[i] = words[start + i];
  for (let i = 16; i < 64; i++) {
    const early = schedule[i - 15];
    const late = schedule[i - 2];
    const small = ((early >>> 7) | (early << 25)) ^ ((early >>> 18) | (early << 14)) ^ (early >>> 3);
    const large = ((late >>> 17) | (late << 15)) ^ ((late >>> 19) | (late << 13)) ^ (late >>> 10);
    schedule[i] = (schedule[i - 16] + small + schedule[i - 7] + large) | 0;
  }
  let a = state[0];
  let b = state[1];
  let c = state[2];
  let d = state[3];
  let e = state[4];
  let f = state[5];
  let g = state[6];
  let h = state[7];
  for (let i = 0; i < 64; i++) {
    const sumE = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const first = (h + sumE + (g ^ (e & (f ^ g))) + ROUNDS[i] + schedule[i]) | 0;
    const sumA = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const second = (sumA + ((a & b) | (c & (a | b)))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = (state[0] + a) | 0;
  state[1] = (state[1] + b) | 0;
  state[2] = (state[2] + c) | 0;
  state[3] = (state[3] + d) | 0;
  state[4] = (state[4] + e) | 0;
  state[5] = (state[5] + f) | 0;
  state[6] = (state[6] + g) | 0;
  state[7] = (state[7] + h) | 0;
}

/** By halves: engines are slow at writing numbers that are no small integers. */
function hex(word: number): string {
  return hexOfHalf(word >>> 16) + hexOfHalf(word & 0xffff);
}

function hexOfHalf(half: number): string {
  return (0x10000 + half).toString(16).slice(1);
}
