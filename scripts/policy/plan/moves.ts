/**
 * The positions of a heaviest strictly increasing subsequence, ascending. With equal weights it is a longest one: what
 * is not in it must move, and nothing else.
 *
 * @param values different whole numbers from 0
 * @param weights positive, one for each value
 */
export function heaviestIncreasing(values: readonly number[], weights: readonly number[]): number[] {
  const size = values.reduce((most, value) => Math.max(most, value + 1), 0);
  const total: number[] = [];
  const previous: number[] = [];
  // A Fenwick tree: the heaviest subsequence that ends with a value below a bound, by its last position; -1 for none.
  const tree: number[] = [];
  for (let i = 0; i <= size; i++) tree.push(-1);
  let last = -1;
  for (let i = 0; i < values.length; i++) {
    let before = -1;
    for (let node = values[i]; node > 0; node -= node & -node) before = heavier(total, before, tree[node]);
    previous.push(before);
    total.push(weights[i] + (before < 0 ? 0 : total[before]));
    for (let node = values[i] + 1; node <= size; node += node & -node) tree[node] = heavier(total, tree[node], i);
    last = heavier(total, last, i);
  }
  const positions: number[] = [];
  for (let i = last; i >= 0; i = previous[i]) positions.push(i);
  return positions.reverse();
}

function heavier(total: readonly number[], a: number, b: number): number {
  if (a < 0 || b < 0) return Math.max(a, b);
  return total[b] > total[a] ? b : a;
}
