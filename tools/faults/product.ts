import fc from 'fast-check';
import type { ExampleName } from './clusters';
import { JOBS, stageOf, type Job, type Stage } from './job';
import { FAULT_KINDS, type FaultKind } from './kinds';
import type { Shape } from './setting';

/** The dimensions of the suite, and which cases of their product are run. */

/** What faults are tried on: an example, a shape of Panorama, a job. */
export interface Ground {
  readonly example: ExampleName;
  readonly shape: Shape;
  readonly job: Job;
}

/** One case: a fault of one kind at one request (or call) of a ground, counted from 1. */
export interface Case {
  readonly ground: Ground;
  readonly kind: FaultKind;
  readonly at: number;
}

const LEVELS = [1, 4];
const FIREWALLS = [1, 40];
const APPLY_MODES = ['batch', 'multi-config'] as const;

/** All shapes: flat and four levels deep, one firewall and forty, `batch` and the unproven `multi-config`. */
export const SHAPES: readonly Shape[] = LEVELS.flatMap((levels) =>
  FIREWALLS.flatMap((firewalls) => APPLY_MODES.map((applyMode) => ({ levels, firewalls, applyMode }))),
);

/** Every example in every shape, each job of it. */
export function grounds(examples: readonly ExampleName[], shapes: readonly Shape[]): readonly Ground[] {
  return examples.flatMap((example) => shapes.flatMap((shape) => JOBS.map((job) => ({ example, shape, job }))));
}

/** The stage of a ground, and every case on it; undefined where the example is not there. */
export interface Played {
  readonly stage: Stage;
  readonly cases: readonly Case[];
}

/** Every fault kind at every request that it is about. */
export function casesOf(ground: Ground): Played | undefined {
  const stage = stageOf(ground.example, ground.shape, ground.job);
  if (stage === undefined) return undefined;
  const cases = FAULT_KINDS.flatMap((kind) => placesOf(stage, kind).map((at) => ({ ground, kind, at })));
  return { stage, cases };
}

function placesOf(stage: Stage, { counts, isAbout }: FaultKind): readonly number[] {
  const most = counts === 'calls' ? stage.calls : stage.requests;
  const places = Array.from({ length: most }, (_none, index) => index + 1);
  if (isAbout === undefined) return places;
  return places.filter((at) => {
    const request = stage.asked[at - 1];
    return request !== undefined && isAbout(request);
  });
}

/** So many cases of each kind, chosen by a seed; the same ones for the same seed on every machine. */
export function sampled(cases: readonly Case[], most: number, seed: number): readonly Case[] {
  return FAULT_KINDS.flatMap((kind, index) =>
    some(
      cases.filter((one) => one.kind === kind),
      most,
      seed + index,
    ),
  );
}

function some(cases: readonly Case[], most: number, seed: number): readonly Case[] {
  if (cases.length <= most) return cases;
  const subsets = fc.shuffledSubarray([...cases], { minLength: most, maxLength: most });
  return fc.sample(subsets, { numRuns: 1, seed })[0] ?? [];
}

/** `shop, 4 levels, 40 firewalls, batch: change`. */
export function groundName({ example, shape: { levels, firewalls, applyMode }, job }: Ground): string {
  const place = `${levels === 1 ? 'flat' : `${levels} levels`}, ${firewalls} firewall${firewalls === 1 ? '' : 's'}`;
  return `${example}, ${place}, ${applyMode}: ${job}`;
}

/** For people, and to run it again: `shop, 4 levels, 40 firewalls, batch: change; refused at request 17`. */
export function caseName({ ground, kind, at }: Case): string {
  return `${groundName(ground)}; ${kind.name} at ${kind.counts.slice(0, -1)} ${at}`;
}
