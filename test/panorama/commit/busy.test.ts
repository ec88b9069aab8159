import { beginCommit, continueCommit, type CommitStep } from '../../../scripts/panorama/commit/commit';
import { beginPush, continuePush, type PushStep } from '../../../scripts/panorama/commit/push';
import { isBusy } from '../../../scripts/panorama/commit/waiting';
import type { PanoramaOptions } from '../../../tools/lab/panorama';
import { Lab, PROFILE, rule, rulebase, words } from '../support';

/** A Panorama that is at something else, whose jobs never end, or that forgets them. Times are milliseconds. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;

function applied(options: PanoramaOptions = {}): Lab {
  const lab = new Lab({ panorama: options });
  lab.apply(rulebase([rule('a')]));
  return lab;
}

function committed(options: PanoramaOptions = {}): Lab {
  const lab = applied(options);
  expect(lab.commit().kind).toBe('committed');
  return lab;
}

/** Somebody else's jobs. */
function occupy(lab: Lab, jobs: number, seconds: number): void {
  lab.panorama.setJobSeconds(seconds);
  for (let job = 0; job < jobs; job++) lab.ask({ type: 'op', cmd: '<validate><full/></validate>' });
  lab.panorama.setJobSeconds(3);
}

function jobsOf(lab: Lab, type: 'Commit' | 'CommitAll'): number {
  const jobs = lab.ask({ type: 'op', cmd: '<show><jobs><all/></jobs></show>' });
  return jobs.match(new RegExp(`<type>${type}</type>`, 'g'))?.length ?? 0;
}

interface Played<Step> {
  readonly step: Step;
  readonly now: number;
}

/** Looks every ten seconds, as the playbook does, for so long. */
function play<Step extends { readonly done: boolean }>(
  lab: Lab,
  first: Step,
  next: (step: Step, now: number) => Step,
  most: number,
): Played<Step> {
  let step = first;
  let now = 0;
  while (!step.done && now < most) {
    now += 10 * SECOND;
    lab.panorama.advance(10);
    step = next(step, now);
  }
  return { step, now };
}

const nextCommit =
  (lab: Lab) =>
  (step: CommitStep, now: number): CommitStep =>
    step.done ? step : continueCommit(lab.port, PROFILE, step.progress, now);
const nextPush =
  (lab: Lab) =>
  (step: PushStep, now: number): PushStep =>
    step.done ? step : continuePush(lab.port, PROFILE, step.progress, now);
const commit = (lab: Lab, most = 60 * MINUTE): Played<CommitStep> =>
  play(lab, beginCommit(lab.port, PROFILE, 'x', 0), nextCommit(lab), most);
const push = (lab: Lab, most = 60 * MINUTE): Played<PushStep> =>
  play(lab, beginPush(lab.port, PROFILE, 'x', 0), nextPush(lab), most);

function codes(step: CommitStep | PushStep): readonly string[] {
  return step.done && 'problems' in step.outcome ? step.outcome.problems.map(({ code }) => code) : [];
}

const BUSY: readonly (readonly [string, PanoramaOptions, number])[] = [
  ['another commit in progress', { whileBusy: 'refused' }, 1],
  ['a full queue', {}, 10],
];

describe.each(BUSY)('%s', (_title, options, jobs) => {
  it('is waited for: one commit is made', () => {
    const lab = applied(options);
    occupy(lab, jobs, 300 / jobs);
    const { step, now } = commit(lab);
    expect(step).toMatchObject({ done: true, outcome: { kind: 'committed' } });
    expect(now).toBeLessThan(12 * MINUTE);
    expect(jobsOf(lab, 'Commit')).toBe(1);
  });

  it('is waited for: one push is made', () => {
    const lab = committed(options);
    occupy(lab, jobs, 300 / jobs);
    expect(push(lab).step).toMatchObject({ done: true, outcome: { kind: 'pushed' } });
    expect(jobsOf(lab, 'CommitAll')).toBe(1);
  });

  it('is asked less and less often, and not for ever', () => {
    for (const [lab, run] of [
      [applied(options), commit],
      [committed(options), push],
    ] as const) {
      occupy(lab, jobs, Infinity);
      const before = lab.sent.length;
      const { step, now } = run(lab);
      expect(codes(step)).toEqual(['busy']);
      expect(now).toBeGreaterThanOrEqual(15 * MINUTE);
      expect(now).toBeLessThan(18 * MINUTE);
      expect(step.done && 'goesOn' in step ? step.goesOn : undefined).toBeUndefined();
      const asked = lab.sent.slice(before).filter(({ type, action }) => type === 'commit' || action === 'all');
      expect(asked.length).toBeLessThan(14);
      expect(step.done && 'problems' in step.outcome ? words(step.outcome.problems)[0] : '').toMatch(
        /^Panorama took no (commit|push) for 1[5-7] minutes, because it is at something else: /,
      );
    }
  });
});

it('several device groups wait for a Panorama that takes one job at a time', () => {
  const lab = committed({
    whileBusy: 'refused',
    deviceGroups: [
      { name: 'shop-cluster' },
      { name: 'a', parent: 'shop-cluster' },
      { name: 'b', parent: 'shop-cluster' },
    ],
    devices: ['shop-cluster', 'a', 'b'].map((deviceGroup, index) => ({
      serial: `00${index}`,
      hostname: `fw-${index}`,
      deviceGroup,
    })),
  });
  expect(push(lab).step).toMatchObject({ done: true, outcome: { kind: 'pushed' } });
  expect(jobsOf(lab, 'CommitAll')).toBe(3);
});

it.each([
  ['Another commit/validate is in progress. Please try again later', true],
  ['A commit is in progress.', true],
  ['You cannot commit while an install is in progress. Please try again later', true],
  ['The commit queue is full. Please try again later.', true],
  ['Other administrators are holding device wide commit locks.', false],
  ['shop-cluster is not a valid reference', false],
  ['Unauthorized request', false],
])('%s: to be waited for: %s', (message, expected) => {
  expect(isBusy({ kind: 'refused', code: 13, message })).toBe(expected);
});

describe('a job that never ends', () => {
  it.each(['validation', 'commit'] as const)('of the %s is named after 20 minutes, and not asked for again', (what) => {
    const lab = applied();
    if (what === 'validation') lab.panorama.setJobSeconds(Infinity);
    const first = beginCommit(lab.port, PROFILE, 'x', 0);
    lab.panorama.setJobSeconds(Infinity);
    const { step, now } = play(lab, first, nextCommit(lab), 60 * MINUTE);
    expect(codes(step)).toEqual(['unfinished-job']);
    expect(Math.round(now / MINUTE)).toBe(20);
    if (!step.done || step.goesOn === undefined) throw new Error('It should be looked at again.');
    expect(words(step.outcome.kind === 'failed' ? step.outcome.problems : [])[0]).toMatch(
      new RegExp(`^Job ${step.goesOn.job} of Panorama \\(${what}\\) has not ended after 20 minutes\\.`),
    );
    const again = continueCommit(lab.port, PROFILE, step.goesOn, now + MINUTE);
    expect(codes(again)).toEqual(['unfinished-job']);
    expect(jobsOf(lab, 'Commit')).toBe(what === 'commit' ? 1 : 0);
  });

  it('of a push leaves nobody knowing about its firewalls; the next look is at the same job', () => {
    const lab = committed();
    lab.panorama.setJobSeconds(Infinity);
    const { step, now } = push(lab);
    expect(codes(step)).toEqual(['unfinished-job']);
    if (!step.done || step.goesOn === undefined || step.outcome.kind !== 'failed') throw new Error('It should fail.');
    expect(step.outcome.devices.map(({ state }) => state)).toEqual(Array(4).fill('pending'));
    expect(codes(continuePush(lab.port, PROFILE, step.goesOn, now + MINUTE))).toEqual(['unfinished-job']);
    expect(jobsOf(lab, 'CommitAll')).toBe(1);
  });

  it('of a firewall that never answers is named with the others that have the rules', () => {
    const lab = committed();
    lab.panorama.setDevice('002', { outcome: 'stalls' });
    const { step } = push(lab);
    expect(codes(step)).toEqual(['unfinished-job']);
    const devices = step.done && step.outcome.kind === 'failed' ? step.outcome.devices : [];
    expect(devices.map(({ state }) => state)).toEqual(['succeeded', 'pending', 'succeeded', 'succeeded']);
  });
});

describe('a job that is gone after a restart of Panorama', () => {
  it('of a commit is said by its number, and the next commit commits once', () => {
    const lab = applied();
    const first = beginCommit(lab.port, PROFILE, 'x', 0);
    const { step } = play(
      lab,
      first,
      (before, now) => {
        const after = nextCommit(lab)(before, now);
        if (!after.done && after.progress.phase === 'committing') lab.panorama.restart();
        return after;
      },
      MINUTE * 5,
    );
    expect(codes(step)).toEqual(['unknown-job']);
    expect(step.done && step.goesOn).toBeUndefined();
    expect(lab.commit().kind).toBe('committed');
    expect(lab.commit().kind).toBe('nothing');
  });

  it('of a push leaves its firewalls unknown', () => {
    const lab = committed();
    const first = beginPush(lab.port, PROFILE, 'x', 0);
    lab.panorama.restart();
    const { step } = play(lab, first, nextPush(lab), MINUTE * 5);
    expect(codes(step)).toEqual(['unknown-job']);
    const devices = step.done && step.outcome.kind === 'failed' ? step.outcome.devices : [];
    expect(devices.map(({ state }) => state)).toEqual(Array(4).fill('pending'));
    expect(lab.push().kind).toBe('pushed');
  });

  it('whose number another job has, is not that one', () => {
    const lab = committed();
    const progress = { phase: 'committing', scope: 'group', description: 'x', since: 0 } as const;
    lab.ask({ type: 'op', cmd: '<validate><full/></validate>' });
    const step = continueCommit(lab.port, PROFILE, { ...progress, job: '3' }, 0);
    expect(codes(step)).toEqual(['unknown-job']);
  });
});

it('a key that is refused while a job runs does not lose the job', () => {
  const lab = applied();
  const fault = { kind: 'status', status: 403, reason: 'Invalid Credential' } as const;
  const faulty = new Lab({ faults: [{ fault, content: '<jobs>', times: 9 }] }, lab.panorama);
  const first = beginCommit(faulty.port, PROFILE, 'x', 0);
  if (first.done) throw new Error('It should go on.');
  const step = continueCommit(faulty.port, PROFILE, first.progress, 0);
  expect(codes(step)).toEqual(['refused']);
  expect(step).toMatchObject({ goesOn: first.progress });
});
