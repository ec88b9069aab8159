import { RunnerError } from '../errors';

/** Reads a parsed document strictly: unknown keys, wrong types and missing values are errors that name their place. */
export class Reader {
  constructor(
    private readonly value: unknown,
    readonly where: string,
  ) {}

  fail(problem: string): never {
    throw new RunnerError(`${this.where}: ${problem}.`);
  }

  raw(): unknown {
    return this.value;
  }

  private map(): { readonly [key: string]: unknown } {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.fail('must be a map');
    return value as { readonly [key: string]: unknown };
  }

  /** @throws RunnerError for a key that is not among these */
  only(known: readonly string[]): this {
    for (const key of this.keys()) if (!known.includes(key)) this.fail(`unknown key "${key}"`);
    return this;
  }

  keys(): readonly string[] {
    return Object.keys(this.map());
  }

  has(key: string): boolean {
    const value = this.map()[key];
    return value !== undefined && value !== null;
  }

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

  elements(): readonly Reader[] {
    if (!Array.isArray(this.value)) this.fail('must be a list');
    return (this.value as unknown[]).map((element, index) => new Reader(element, `${this.where}[${index}]`));
  }

  asText(): string {
    if (typeof this.value !== 'string') this.fail('must be a text');
    return this.value;
  }

  text(key: string): string {
    return this.at(key).asText();
  }

  textOr(key: string, fallback: string): string {
    return this.has(key) ? this.text(key) : fallback;
  }

  texts(key: string): readonly string[] {
    return this.list(key).map((element) => element.asText());
  }

  flag(key: string): boolean {
    const value = this.map()[key] ?? false;
    if (typeof value !== 'boolean') this.at(key).fail('must be true or false');
    return value as boolean;
  }

  numberOr(key: string, fallback: number): number {
    const value = this.map()[key] ?? fallback;
    if (typeof value !== 'number') this.at(key).fail('must be a number');
    return value as number;
  }
}
