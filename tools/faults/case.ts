import { calm, setLocks, type FaultKind } from './kinds';
import type { Stage } from './job';
import { look, type Look } from './look';
import { carryOut, goLive, takeBack, type Ending } from './playbook';
import type { Server } from './server';

/** What a case came to, by who had to do something. */
export type Result =
  /** The change went through all the same. */
  | 'carried through'
  /** What was written was undone, and the next run did it. */
  | 'undone'
  /** The next run did it, or went on with it. */
  | 'completed by re-run'
  /** A person had to do something, and was told. */
  | 'said to a person';

/** One case: how it ended, and what is wrong with that. */
export interface CaseResult {
  readonly result: Result;
  readonly violations: readonly string[];
  /** What people were told before it was over. */
  readonly told: readonly string[];
}

const QUIET_SECONDS = 900;

/** Disturbs a job at one place, looks; lets it become quiet, runs again, looks again. */
export function runCase(stage: Stage, kind: FaultKind, at: number): CaseResult {
  const server = stage.open();
  kind.inject(server, (kind.counts === 'calls' ? server.calls : server.requests) + at);
  const ending = stage.carryOut(server);
  const first = look(server, stage.firewalls);
  const wasUndone = isSame(first, stage.before);
  const violations = [...violationsOf(stage, first), ...unsaid(server, ending, first)];
  if (ending.kind === 'effective') violations.push(...falselyEffective(stage, first));
  calm(server);
  const later = quietly(server, stage, ending);
  const last = look(server, stage.firewalls);
  violations.push(...violationsOf(stage, last), ...later.violations);
  if (later.ending.kind === 'effective') violations.push(...falselyEffective(stage, last));
  else violations.push(`After quiet it is not effective: ${textOf(later.ending)}`);
  if (last.isLocked || last.isRemembered) violations.push('After quiet a lock or a run is left over.');
  return {
    result: resultOf(ending, wasUndone, later.people),
    violations,
    told: [...(ending.kind === 'told' ? ending.texts : []), ...later.told],
  };
}

function resultOf(ending: Ending, wasUndone: boolean, people: number): Result {
  if (people > 0) return 'said to a person';
  if (ending.kind === 'effective') return 'carried through';
  return wasUndone ? 'undone' : 'completed by re-run';
}

interface Later {
  readonly ending: Ending;
  readonly told: readonly string[];
  readonly violations: readonly string[];
  /** How often a person had to do more than to let it run again. */
  readonly people: number;
}

/** Nothing goes wrong any more: another incident carries the change out, and a person does what the texts say. */
function quietly(server: Server, stage: Stage, ending: Ending): Later {
  const told: string[] = [];
  const violations: string[] = [];
  let people = 0;
  server.incident = '2';
  server.wait(QUIET_SECONDS);
  let last =
    ending.kind === 'effective' && stage.wanted.candidate === look(server, 0).candidate ? ending : carryOut(server);
  for (; last.kind === 'told' && people < 3;) {
    told.push(...last.texts);
    if (last.texts.join('') === '') violations.push(`Nobody is told why the step "${last.step}" ended.`);
    people += 1;
    server.wait(QUIET_SECONDS);
    last = asTold(server, last);
  }
  return { ending: last, told, violations, people };
}

/** What a person does about it. */
export function asTold(server: Server, { step, outcome, texts }: Extract<Ending, { readonly kind: 'told' }>): Ending {
  if (step === 'push' && outcome === 'held') return goLive(server, true);
  if (texts.join(' ').includes('CNSeriesTakeBack')) takeBack(server);
  if (texts.join(' ').includes('lock')) setLocks(server, '<remove></remove>');
  return carryOut(server);
}

function textOf(ending: Ending): string {
  return ending.kind === 'told' ? `${ending.step} ${ending.outcome}: ${ending.texts.join(' ')}` : ending.kind;
}

function isSame(a: Look, b: Look): boolean {
  return a.candidate === b.candidate && a.running === b.running;
}

/** What never may be, whatever goes wrong. */
function violationsOf(stage: Stage, { running, foreign, runningForeign, firewalls }: Look): string[] {
  const violations: string[] = [];
  if (foreign !== stage.before.foreign) violations.push('What belongs to others differs in the candidate.');
  if (runningForeign !== stage.before.runningForeign)
    violations.push('What belongs to others differs in the running configuration.');
  if (running !== stage.before.running && running !== stage.wanted.running)
    violations.push('Half of a block is committed.');
  for (const [index, rules] of firewalls.entries()) {
    if (rules === stage.before.firewalls[index] || rules === stage.wanted.firewalls[index]) continue;
    violations.push(`Half of a block is on firewall ${index + 1}.`);
  }
  return violations;
}

function falselyEffective({ wanted }: Stage, now: Look): string[] {
  const violations: string[] = [];
  if (now.candidate !== wanted.candidate) violations.push('It is called effective, and the candidate differs.');
  if (now.running !== wanted.running) violations.push('It is called effective, and is not committed.');
  if (now.firewalls.join('\n\n') !== wanted.firewalls.join('\n\n')) {
    violations.push('It is called effective, and is not on every firewall.');
  }
  return violations;
}

/** What somebody must know, and is not told. */
export function unsaid(server: Server, ending: Ending, { isLocked, isRemembered }: Look): string[] {
  const violations: string[] = [];
  if (ending.kind === 'told' && ending.texts.join('') === '') {
    violations.push(`Nobody is told why the step "${ending.step}" ended.`);
  }
  const isNoted = [...server.notices.values()].some((notice) => notice.includes('CNSeriesTakeBack'));
  const texts = ending.kind === 'told' ? ending.texts : [];
  const isTold = [...server.leftovers, ...texts].some((text) => text.includes('configuration lock'));
  const isSaid = isTold || (isRemembered && isNoted);
  if (isLocked && !isSaid) violations.push(`A lock is left over, and nobody is told: ${textOf(ending)}`);
  return violations;
}
