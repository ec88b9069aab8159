/** What one client thinks of the stand-in. */
export type Verdict =
  | { readonly kind: 'ok' | 'FAILED'; readonly client: string }
  | { readonly kind: 'skipped'; readonly client: string; readonly reason: string };

/** Collects and prints what a client found. */
export class Judge {
  private failures = 0;

  constructor(private readonly client: string) {}

  /** Notes whether something is as it should be; `seen` is printed when it is not. */
  check(what: string, holds: boolean, seen: unknown): void {
    console.log(`  ${holds ? 'ok     ' : 'FAILED '} ${what}`);
    if (holds) return;
    this.failures += 1;
    console.log(`          seen: ${typeof seen === 'string' ? seen.trim() : JSON.stringify(seen)}`);
  }

  /** The verdict on all that was checked so far. */
  verdict(): Verdict {
    return { kind: this.failures === 0 ? 'ok' : 'FAILED', client: this.client };
  }
}

/** Waits until something holds; false when it does not within the time. */
export async function eventually(holds: () => boolean, seconds = 60): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (!holds()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}
