/** Counts up: who is next in turn. */
export class Turn {
  private count = -1;

  next(): number {
    this.count += 1;
    return this.count;
  }
}
