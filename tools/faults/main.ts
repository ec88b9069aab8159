import process from 'node:process';
import { Command } from 'commander';
import { terminalTable } from '../cli/terminaltable';
import type { ExampleName } from './clusters';
import { casesOf, groundName, grounds, sampled, SHAPES } from './product';
import { searchSchedules } from './search';
import { Tally } from './tally';

/** `npm run faults`: the table of what faults come to. It ends with 1 where something is violated. */

const EXAMPLES: readonly ExampleName[] = ['shop', 'online-boutique', 'small'];

interface Options {
  readonly cases: string;
  readonly seed: string;
  readonly schedules: string;
  readonly example: readonly string[];
}

const command = new Command('faults')
  .description('Puts faults at the requests of a first apply, a change, a deletion and an undo, in every shape.')
  .option('--cases <number>', 'of each kind, job and shape at most; 0: at every request', '2')
  .option('--seed <number>', 'chooses them', '20260101')
  .option('--schedules <number>', 'random schedules besides', '0')
  .option('--example <name...>', 'shop, online-boutique, small', [...EXAMPLES])
  .parse(process.argv);
const options = command.opts<Options>();
const most = Number(options.cases);

const tally = new Tally();
const chosenExamples = EXAMPLES.filter((name) => options.example.includes(name));
for (const [index, ground] of grounds(chosenExamples, SHAPES).entries()) {
  const played = casesOf(ground);
  if (played === undefined) {
    process.stderr.write(`${ground.example} is not there, and left out.\n`);
    continue;
  }
  process.stderr.write(`${groundName(ground)}\n`);
  const chosen = most === 0 ? played.cases : sampled(played.cases, most, Number(options.seed) + 100 * index);
  for (const one of chosen) tally.play(played.stage, one);
}
process.stdout.write(terminalTable(tally.table(), 160));
for (const violation of tally.violations) process.stdout.write(`${violation}\n`);

const schedules = Number(options.schedules);
const { runs, told, failure } = searchSchedules(schedules, Number(options.seed));
if (schedules > 0) process.stdout.write(`${schedules} random schedules: ${runs} runs, ${told} told. ${failure}\n`);
process.exitCode = tally.violations.length > 0 || failure !== '' ? 1 : 0;
