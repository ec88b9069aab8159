import { AUTOMATION_GLOBALS, violations, INTEGRATION_GLOBALS } from '../../build/bundles/gates';
import { codeOf, isIntegration, type Bundles } from './bundles';
import { firstDifference } from './difference';
import { jobOf, type EngineRun, type ValueKind } from './job';
import type { Engine } from './programs';
import type { Recording } from './recording';

/** How the recordings of one bundle in one scenario went in one engine. */
export interface CheckRow {
  readonly bundle: string;
  readonly scenario: string;
  readonly recordings: number;
  readonly calls: number;
  readonly engine: string;
  /** The first difference of the first recording and run that has one; undefined: all are equal. */
  readonly difference: string | undefined;
  /** Processor time in milliseconds: the median of the runs of each recording, added up. */
  readonly parseMs: number;
  readonly runMs: number;
  /** The most that one recording took. */
  readonly systemBytes: number;
}

/** How recordings are played. */
export interface CheckOptions {
  /** How values enter in each run. Several runs, since key order is random in some engines. */
  readonly values: readonly ValueKind[];
  /** Told of each row as soon as it is there. */
  readonly tell: (row: CheckRow) => void;
}

/**
 * Plays recordings in engines: results and all calls, as canonical JSON, must be the recorded ones.
 *
 * @param bundles what the recordings name
 */
export function checkRecordings(
  bundles: Bundles,
  recordings: readonly Recording[],
  engines: readonly Engine[],
  options: CheckOptions,
): CheckRow[] {
  const groups = new Map<string, Recording[]>();
  for (const recording of recordings) {
    const key = JSON.stringify([recording.bundle, recording.scenario]);
    groups.set(key, [...(groups.get(key) ?? []), recording]);
  }
  return [...groups.values()].flatMap((group) =>
    engines.map((engine) => {
      const code = codeOf(bundles, group[0].bundle);
      const row = rowOf(
        group,
        engine.name,
        group.map((recording) => played(recording, code, engine, options.values)),
      );
      options.tell(row);
      return row;
    }),
  );
}

type Played = Pick<CheckRow, 'difference' | 'parseMs' | 'runMs' | 'systemBytes'>;

function rowOf(group: readonly Recording[], engine: string, all: readonly Played[]): CheckRow {
  const first = all.findIndex(({ difference }) => difference !== undefined);
  const place = group.length > 1 ? `recording ${first + 1}, ` : '';
  return {
    bundle: group[0].bundle,
    scenario: group[0].scenario,
    recordings: group.length,
    calls: sum(group.map(({ calls }) => calls.length)),
    engine,
    difference: first < 0 ? undefined : `${place}${all[first].difference ?? ''}`,
    parseMs: sum(all.map(({ parseMs }) => parseMs)),
    runMs: sum(all.map(({ runMs }) => runMs)),
    systemBytes: Math.max(...all.map(({ systemBytes }) => systemBytes)),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function played(recording: Recording, code: string, engine: Engine, values: readonly ValueKind[]): Played {
  try {
    const { runs, systemBytes } = engine.run(jobOf(recording, code, values));
    return {
      difference: runs.map((run) => runDifference(recording, run)).find((found) => found !== undefined),
      parseMs: median(runs.map((run) => run.parseMs)),
      runMs: median(runs.map((run) => run.runMs)),
      systemBytes,
    };
  } catch (thrown) {
    const difference = thrown instanceof Error ? thrown.message : String(thrown);
    return { difference, parseMs: 0, runMs: 0, systemBytes: 0 };
  }
}

/** The first difference of a run from its recording: the calls come first, since the result follows from them. */
export function runDifference(recording: Recording, run: EngineRun): string | undefined {
  if (run.stopped !== null) return `stopped: ${run.stopped}`;
  const asked = recording.calls.map((call) => ({ function: call.function, arguments: call.arguments }));
  for (let index = 0; index < Math.min(asked.length, run.calls.length); index++) {
    const difference = firstDifference(asked[index], run.calls[index], `call ${index + 1}`);
    if (difference !== undefined) return difference;
  }
  if (run.calls.length > asked.length) {
    return firstDifference(undefined, run.calls[asked.length], `call ${asked.length + 1}`);
  }
  const ends = [
    { thrown: recording.thrown ?? null, result: recording.result ?? null },
    { thrown: run.thrown, result: run.result },
  ] as const;
  return (
    firstDifference(ends[0].thrown, ends[1].thrown, 'thrown') ??
    (run.calls.length < asked.length
      ? `call ${run.calls.length + 1}: nothing instead of ${asked[run.calls.length].function}`
      : firstDifference(ends[0].result, ends[1].result, 'result'))
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** What keeps a bundle from every server, each with its line: newer than ES5.1, or a regular expression outside RE2. */
export function bundleViolations(bundles: Bundles, bundle: string): string[] {
  const names = isIntegration(bundle) ? INTEGRATION_GLOBALS : AUTOMATION_GLOBALS;
  return violations(codeOf(bundles, bundle), names).map((violation) => `${bundle}: ${violation}`);
}
