/** The time of the cluster: virtual unless a source is given, so that the same requests give the same stamps. */
export class Clock {
  private milliseconds: number;

  constructor(
    startsAt: string,
    private readonly source: (() => number) | undefined,
  ) {
    this.milliseconds = Date.parse(startsAt);
  }

  /** Milliseconds since the epoch. */
  now(): number {
    return this.source === undefined ? this.milliseconds : this.source();
  }

  /** Sets the virtual time, ISO 8601; a clock with a source of its own keeps to that. */
  set(time: string): void {
    this.milliseconds = Date.parse(time);
  }

  /** Lets virtual seconds pass; a clock with a source of its own keeps to that. */
  advance(seconds: number): void {
    this.milliseconds += seconds * 1000;
  }

  /** `2026-01-05T08:00:00Z`: times in the API have whole seconds. */
  timestamp(): string {
    return new Date(this.now()).toISOString().replace(/\.\d+Z$/, 'Z');
  }
}
