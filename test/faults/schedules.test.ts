import { searchSchedules } from '../../tools/faults/search';

/**
 * Policies change, people edit and commit in the same Panorama, firewalls fail, and faults meet the runs, in any order.
 * `CNSERIES_CASES` is how many schedules; `CNSERIES_SEED` chooses them. A schedule that fails is made smaller.
 */

const SEED = Number(process.env.CNSERIES_SEED ?? 20260101);
const CASES = Number(process.env.CNSERIES_CASES ?? 1000);
const DAY = 86_400_000;

it(
  `${CASES} random schedules (CNSERIES_SEED=${SEED}): after quiet Panorama holds what the policies say, and all was said`,
  () => {
    const { runs, told, people, failure } = searchSchedules(CASES, SEED);
    expect(failure).toBe('');
    console.log(`CNSERIES_SEED=${SEED}: ${CASES} schedules, ${runs} runs, ${told} told, ${people} for people to do`);
    // Most schedules disturb something.
    expect(told).toBeGreaterThan(CASES / 10);
  },
  DAY,
);
