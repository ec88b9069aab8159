import fc from 'fast-check';
import { SCHEDULES, type ScheduleEvent } from './events';
import { schedules } from './schedule';

/** What random schedules came to. */
export interface Search {
  readonly runs: number;
  /** Runs that ended with something for a person. */
  readonly told: number;
  /** How often a person had to do more than to let it run again, after quiet. */
  readonly people: number;
  /** '' for none; else the smallest schedule that violates something, an event a line, and what. */
  readonly failure: string;
}

/** Plays so many random schedules; the same ones for the same seed on every machine. */
export function searchSchedules(cases: number, seed: number): Search {
  const play = schedules();
  const counts = { runs: 0, told: 0, people: 0 };
  const details = fc.check(
    fc.property(SCHEDULES, (events) => {
      const { runs, told, people, violations } = play(events);
      counts.runs += runs;
      counts.told += told;
      counts.people += people;
      if (violations.length > 0) throw new Error(violations.join('\n'));
    }),
    { numRuns: cases, seed },
  );
  return { ...counts, failure: details.failed ? smallest(details, seed) : '' };
}

function smallest(details: fc.RunDetails<[events: readonly ScheduleEvent[]]>, seed: number): string {
  const { counterexample, errorInstance, numRuns } = details;
  const [events = []] = counterexample ?? [];
  const lines = events.map((event) => `  ${JSON.stringify(event)}`);
  const heading = `Schedule ${numRuns} of CNSERIES_SEED=${seed}, made smaller:`;
  return [heading, ...lines, errorInstance instanceof Error ? errorInstance.message : String(errorInstance)].join('\n');
}
