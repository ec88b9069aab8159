import { RunnerError } from '../errors';

/** Reads a parsed document strictly: unknown keys, wrong types and missing values are errors that name their place. */
export class Reader {
  constructor(
    private readonly value: unknown,
    readonly where: string,
  ) {}

  /**
   * Ends the reading with what is wrong and where.
   *
   * @throws RunnerError always
   */
  fail(problem: string): never {
    throw new RunnerError(`${this.where}: ${problem}.`);
  }

  /** The value as it was parsed, unchecked. */
  raw(): unknown {
    return this.value;
  }

  private map(): { readonly [key: string]: unknown } {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.fail('must be a map');
    return value as { readonly [key: string]: unknown };
  }

  /**
   * Refuses keys that the runner does not know: they may mean something that it would not do.
   *
   * @throws RunnerError for a key that is not among these
   */
  only(known: readonly string[]): this {
    for (const key of this.keys()) if (!known.includes(key)) this.fail(`unknown key "${key}"`);
    return this;
  }

  /**
   * The keys of a map, in the order of the document.
   *
   * @throws RunnerError if it is none
   */
  keys(): readonly string[] {
    return Object.keys(this.map());
  }

  /** Whether a key is there with a value; null counts as missing. */
  has(key: string): boolean {
    const value = this.map()[key];
    return value !== undefined && value !== null;
  }

  /** What stands under a key, there or not; its place is named in errors. */
  at(key: string): Reader {
    return new Reader(this.map()[key], `${this.where}.${key}`);
  }

  /** The children by their keys; none where the key is missing. */
  entries(key: string): readonly (readonly [string, Reader])[] {
    if (!this.has(key)) return [];
    const child = this.at(key);
    return child.keys().map((name) => [name, child.at(name)] as const);
  }

  /** The elements of a list; none where the key is missing. */
  list(key: string): readonly Reader[] {
    return this.has(key) ? this.at(key).elements() : [];
  }

  /**
   * The elements of a list.
   *
   * @throws RunnerError if it is none
   */
  elements(): readonly Reader[] {
    if (!Array.isArray(this.value)) this.fail('must be a list');
    return (this.value as unknown[]).map((element, index) => new Reader(element, `${this.where}[${index}]`));
  }

  /**
   * The value as a text.
   *
   * @throws RunnerError for anything else, numbers too
   */
  asText(): string {
    if (typeof this.value !== 'string') this.fail('must be a text');
    return this.value;
  }

  /**
   * A text that must be there.
   *
   * @throws RunnerError if it is missing or something else
   */
  text(key: string): string {
    return this.at(key).asText();
  }

  /** A text, or what stands for it where the key is missing. */
  textOr(key: string, fallback: string): string {
    return this.has(key) ? this.text(key) : fallback;
  }

  /** The elements of a list of texts; none where the key is missing. */
  texts(key: string): readonly string[] {
    return this.list(key).map((element) => element.asText());
  }

  /** A boolean; false where the key is missing. */
  flag(key: string): boolean {
    const value = this.map()[key] ?? false;
    if (typeof value !== 'boolean') this.at(key).fail('must be true or false');
    return value as boolean;
  }

  /** A number, or what stands for it where the key is missing. */
  numberOr(key: string, fallback: number): number {
    const value = this.map()[key] ?? fallback;
    if (typeof value !== 'number') this.at(key).fail('must be a number');
    return value as number;
  }
}
