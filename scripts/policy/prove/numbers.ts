import { hasKey } from '../text/canonical';

/** For each text a number, counted from 0 in order of appearance: equal numbers for equal texts. */
export function numbersOf(texts: readonly string[]): number[] {
  const known: { [text: string]: number } = {};
  let count = 0;
  return texts.map((text) => {
    if (!hasKey(known, text)) {
      known[text] = count;
      count++;
    }
    return known[text];
  });
}
