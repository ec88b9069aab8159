import type { RecordedCall, Recording } from './recording';
import { scriptOf } from './source';

/** What an engine program is told to do, and what it tells; `tools/engines/README.md` describes both as files. */

/** A script, and the server's part: globals, and the answers to its calls in their order. */
export interface Job {
  readonly source: string;
  readonly globals: Recording['globals'];
  readonly functions: readonly string[];
  readonly answers: readonly Pick<RecordedCall, 'result' | 'thrown'>[];
  /** One for each run. */
  readonly values: readonly ValueKind[];
}

/**
 * How the server's values enter a script: `json`, as objects of the script's own language; `go`, as maps and slices of
 * the server's language that look like them.
 */
export type ValueKind = 'json' | 'go';

/** One run of a job's script in a new engine. */
export interface EngineRun {
  readonly calls: readonly Pick<RecordedCall, 'function' | 'arguments'>[];
  /** null where the script returned nothing. */
  readonly result: unknown;
  readonly thrown: string | null;
  /** Why there was no run: the script cannot be parsed, or gave what is no plain data. */
  readonly stopped: string | null;
  /** Processor time in milliseconds, that of the garbage collector included. */
  readonly parseMs: number;
  readonly runMs: number;
}

/** What came of a job, run by run. */
export interface EngineReport {
  readonly runs: readonly EngineRun[];
  /** What the process held of the machine's memory; 0 where that says nothing. */
  readonly systemBytes: number;
}

/** The job that plays a recording again. */
export function jobOf(recording: Recording, code: string, values: readonly ValueKind[]): Job {
  return {
    source: scriptOf(code, recording.clock),
    globals: recording.globals,
    functions: recording.functions,
    answers: recording.calls.map(({ result, thrown }) => ({ result, thrown })),
    values,
  };
}
