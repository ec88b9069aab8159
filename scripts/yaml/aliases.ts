import { unreadable } from './failure';

/**
 * How much of a document comes from aliases, counted as `decode.go` of go.yaml.in/yaml/v2 does: each value, key and
 * alias is one. Small documents may be almost all aliases; some 400,000 values are the most that aliases bring.
 */
export class AliasCount {
  private values = 0;
  private fromAliases = 0;
  private depth = 0;

  /**
   * One more value.
   *
   * @throws a failure where aliases unfold to more than kubectl reads
   */
  add(line: number): void {
    this.values++;
    if (this.depth > 0) this.fromAliases++;
    if (this.fromAliases <= 100 || this.values <= 1000) return;
    if (this.fromAliases / this.values > allowedShare(this.values)) {
      throw unreadable('its aliases unfold to more values than kubectl reads', line);
    }
  }

  /** Runs `read`, whose values come from an alias. */
  within<Result>(read: () => Result): Result {
    this.depth++;
    const result = read();
    this.depth--;
    return result;
  }
}

/** `allowedAliasRatio` of decode.go. */
function allowedShare(values: number): number {
  if (values <= 400000) return 0.99;
  if (values >= 4000000) return 0.1;
  return 0.99 - (0.89 * (values - 400000)) / 3600000;
}
