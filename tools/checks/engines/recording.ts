import { readFileSync, writeFileSync } from 'node:fs';

/**
 * A recording is one run of a bundle: what the server gave it, what it asked the server for, and what it gave back. It
 * is plain data, one JSON document on a line of a JSON Lines file, so that any program can play the server's part
 * again.
 */
export interface Recording {
  /** What happens in this run, for people. */
  readonly scenario: string;
  /** The bundle's path in the repository. */
  readonly bundle: string;
  /**
   * The server's values that the bundle finds: `args`; for an integration also `params` and `command`; `incidents` …
   */
  readonly globals: { readonly [name: string]: unknown };
  /** The names of the server's functions that the bundle finds, also of those that it does not call. */
  readonly functions: readonly string[];
  /** What the bundle reads from the clock. */
  readonly clock: Clock;
  /** In the order in which they were made. */
  readonly calls: readonly RecordedCall[];
  /** What the bundle returned; absent if it returned nothing or threw. */
  readonly result?: unknown;
  /** The text of what the bundle threw. */
  readonly thrown?: string;
}

/** One call of one of the server's functions. */
export interface RecordedCall {
  readonly function: string;
  readonly arguments: readonly unknown[];
  /** Absent where the function gives nothing. */
  readonly result?: unknown;
  readonly thrown?: string;
}

/**
 * A clock that is the same in every engine, however slow: what its readings give, in milliseconds since 1970. The last
 * one goes on for ever.
 */
export type Clock = readonly number[];

/** The server's functions, by the names of the globals under which a bundle finds them. */
export interface ServerFunctions {
  readonly [name: string]: (...given: readonly unknown[]) => unknown;
}

/**
 * The same functions, with every call and its answer added to `calls` as plain data. What a function throws is noted as
 * its text, and thrown on.
 */
export function recordCalls(functions: ServerFunctions): {
  readonly functions: ServerFunctions;
  readonly calls: readonly RecordedCall[];
} {
  const calls: RecordedCall[] = [];
  const recorded = Object.entries(functions).map(([name, answer]) => [
    name,
    (...given: readonly unknown[]): unknown => {
      const call = { function: name, arguments: plain(given) };
      try {
        const result = plain(answer(...given));
        calls.push(result === undefined ? call : { ...call, result });
        return result;
      } catch (thrown) {
        calls.push({ ...call, thrown: thrownText(thrown) });
        throw thrown;
      }
    },
  ]);
  return { functions: Object.fromEntries(recorded) as ServerFunctions, calls };
}

/** What a script is told when one of the server's functions fails. */
export function thrownText(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** A value as it is after it was written down as JSON. */
export function plain<Value>(value: Value): Value {
  return value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value);
}

/**
 * The recordings of a JSON Lines file.
 *
 * @throws where a line is no recording
 */
export function readRecordings(path: string): Recording[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [readRecording(line, `${path}, line ${index + 1}`)]));
}

function readRecording(line: string, place: string): Recording {
  const value = JSON.parse(line) as Partial<Recording> | null;
  const isRecording =
    typeof value?.scenario === 'string' &&
    typeof value.bundle === 'string' &&
    typeof value.globals === 'object' &&
    Array.isArray(value.functions) &&
    Array.isArray(value.clock) &&
    Array.isArray(value.calls);
  if (!isRecording) throw new Error(`${place} is no recording.`);
  return value as Recording;
}

/** Writes a JSON Lines file that `readRecordings` and the engine programs read. */
export function writeRecordings(path: string, recordings: readonly Recording[]): void {
  writeFileSync(path, recordings.map((recording) => `${JSON.stringify(recording)}\n`).join(''));
}
