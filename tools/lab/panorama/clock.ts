/** Virtual time: nothing in the emulator waits, and the same requests give the same stamps. */
export class Clock {
  private milliseconds: number;

  constructor(startsAt: string) {
    this.milliseconds = Date.parse(startsAt);
  }

  /** Whole seconds since the epoch. */
  seconds(): number {
    return Math.floor(this.milliseconds / 1000);
  }

  /** Lets virtual seconds pass, as every request and every job does. */
  advance(seconds: number): void {
    this.milliseconds += seconds * 1000;
  }

  /** `2026/01/05 08:00:00`, as PAN-OS prints times. */
  stamp(): string {
    return stampOf(this.seconds());
  }
}

/** Formats seconds since the epoch as PAN-OS does. */
export function stampOf(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}

/** The time of day alone: `08:00:00`. */
export function timeOf(seconds: number): string {
  return stampOf(seconds).slice(11);
}
