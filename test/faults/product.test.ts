import { terminalTable } from '../../tools/cli/terminaltable';
import { casesOf, groundName, grounds, sampled, SHAPES, type Case, type Ground } from '../../tools/faults/product';
import { Tally } from '../../tools/faults/tally';
import { corpusCases } from '../../tools/session/corpus';

/**
 * A fault of every kind at requests of a first apply, a change, a deletion and an undo. `npm test` takes a sample that
 * `CNSERIES_SEED` chooses; `npm run test:long:faults` takes every request of the small cluster in every shape, and eight
 * of each kind in examples/shop and online-boutique. `npm run faults -- --cases 0` takes every request of all.
 */

const SEED = Number(process.env.CNSERIES_SEED ?? 20260101);
const IS_LONG = process.env.CNSERIES_CASES !== undefined;

/** Shapes that differ in everything. */
const [PLAIN] = SHAPES;
const LARGE = SHAPES.filter(({ levels, firewalls }) => levels > 1 && firewalls > 1);
const [LARGE_BATCH, LARGE_MULTI] = LARGE;

type Choose = (cases: readonly Case[], seed: number) => readonly Case[];

const SHORT: readonly (readonly [readonly Ground[], Choose])[] = [
  [grounds(['small'], [PLAIN, LARGE_MULTI]), (cases, seed) => sampled(cases, 1, seed)],
  [[...grounds(['shop'], [LARGE_BATCH]), ...grounds(['online-boutique'], [PLAIN])], everyFourth],
];

const LONG: typeof SHORT = [
  [grounds(['small'], SHAPES), (cases) => cases],
  [grounds(['shop', 'online-boutique'], SHAPES), (cases, seed) => sampled(cases, 8, seed)],
];

/** One of each fourth kind, others for each seed. */
function everyFourth(cases: readonly Case[], seed: number): readonly Case[] {
  return sampled(cases, 1, seed).filter((_one, index) => (index + seed / 100) % 4 < 1);
}

const isThere = ({ example }: Ground): boolean => example !== 'online-boutique' || corpusCases().length > 0;

const PLAYED = (IS_LONG ? LONG : SHORT).flatMap(([all, choose]) =>
  all.filter(isThere).map((ground, index) => ({ name: groundName(ground), ground, choose, seed: SEED + 100 * index })),
);

const tally = new Tally();

afterAll(() => {
  console.log(`CNSERIES_SEED=${SEED}\n${terminalTable(tally.table(), 160)}`);
});

it.each(PLAYED)(
  '$name: undone, completed, or said',
  ({ ground, choose, seed }) => {
    const played = casesOf(ground);
    if (played === undefined) throw new Error('The example is there.');
    const before = tally.violations.length;
    for (const one of choose(played.cases, seed)) tally.play(played.stage, one);
    expect(tally.violations.slice(before)).toEqual([]);
  },
  3_600_000,
);
