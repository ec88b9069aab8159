/** Counts up: who is next in turn. */
export class Turn {
  private count = -1;

  /** The next number: 0 at first, then one more each time. */
  next(): number {
    this.count += 1;
    return this.count;
  }
}
