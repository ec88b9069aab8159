/** A small generator of numbers from 0 up to (not including) 1, the same for the same seed (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A copy in another order. */
export function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const copy = [...list];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [copy[i], copy[j]] = [copy[j], copy[i]];
  }
  return copy;
}

/** A copy with the keys of all objects in another order; lists keep theirs. */
export function withOtherKeyOrder<T>(value: T, random: () => number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => withOtherKeyOrder(item, random)) as T;
  if (value === null || typeof value !== 'object') return value;
  const entries = shuffled(Object.entries(value), random);
  return Object.fromEntries(entries.map(([key, member]) => [key, withOtherKeyOrder(member as unknown, random)])) as T;
}
