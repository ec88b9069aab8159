import type { Fault } from '../../tools/lab/panorama';
import {
  commitAsAdmin,
  diligent,
  ends,
  inPlace,
  live,
  names,
  outcome,
  pushAsAdmin,
  reference,
  settle,
  type Adversity,
  type Person,
} from './adversity';
import { apply, fetch, policy } from './support';

/**
 * Panorama goes away at any request of a change, for a moment or for longer. Whatever happens: nobody is told that the
 * rules are live before they are, and whoever does what the waiting tasks say gets them there. `CNSERIES_CASES` tries
 * every request.
 */

const STRIDE = process.env.CNSERIES_CASES === undefined ? 37 : 1;

/** More than one change sends. */
const REQUESTS = 90;

const CHANGE = policy('new', 7001);
const WANTED = reference([CHANGE]);

/** Those that want a person once something was tried again and again. */
const TASKS = [
  'Look Into the Error of the Step',
  'Repair What Made Applying Fail',
  'Resolve Why There Is No Plan',
  'Resolve the Failed Commit',
  'Resolve the Failed Push',
];

/** Does what the tasks say before he completes them. */
const doing =
  (path: Adversity): Person =>
  (task) => {
    if (task.name === 'Resolve the Failed Commit') commitAsAdmin(path);
    if (task.name.startsWith('Resolve the Failed')) pushAsAdmin(path);
    return diligent(task);
  };

it('REQUESTS is more than one change sends', () => {
  const path = inPlace();
  const before = path.requests();
  apply(path, [CHANGE]);
  fetch(path);
  settle(path);
  expect(path.requests() - before).toBeGreaterThan(REQUESTS - 40);
  expect(path.requests() - before).toBeLessThan(REQUESTS);
});

it.each<[string, Fault, number, number]>([
  ['one request is lost', { kind: 'lost-request' }, 1, 1],
  ['one answer is lost', { kind: 'lost-answer' }, 1, 2],
  ['two answers are lost', { kind: 'lost-answer' }, 2, 3],
  ['the server behind a proxy is away for two requests', { kind: 'html' }, 2, 9],
  ['Panorama is away for eight requests', { kind: 'lost-request' }, 8, 25],
  ['Panorama says 503 for eight requests', { kind: 'status', status: 503, reason: 'Service Unavailable' }, 8, 30],
  ['Panorama refuses one request', { kind: 'device-error', code: 12, lines: ['Invalid object'] }, 1, 11],
])('%s, at any request: the end is right, or a task says what to do', (_title, fault, times, first) => {
  for (let from = first; from < REQUESTS; from += STRIDE) {
    const path = inPlace();
    apply(path, [CHANGE]);
    path.panoramaFaults([{ fault, from, times }]);
    fetch(path);
    const waiting = names(settle(path));
    if (waiting.length === 0) expect(ends(path)).toEqual(['closed effective']);
    for (const name of waiting) expect([from, ...TASKS, 'Resolve What Stands in the Way']).toContain(name);
    path.panoramaFaults([]);
    expect([from, names(settle(path, doing(path)))]).toEqual([from, []]);
    expect([from, ends(path)]).toEqual([from, ['closed effective']]);
    expect(outcome(path)).toEqual(WANTED);
  }
});

it('a single lost request or answer needs nobody', () => {
  for (const [index, kind] of (['lost-request', 'lost-answer'] as const).entries()) {
    for (let from = 3 + index; from < REQUESTS; from += 3 * STRIDE) {
      const path = inPlace();
      apply(path, [CHANGE]);
      path.panoramaFaults([{ fault: { kind }, from }]);
      fetch(path);
      expect([kind, from, names(settle(path))]).toEqual([kind, from, []]);
    }
  }
});

it('a commit whose job cannot be looked at for a while has not failed: it is looked at again', () => {
  const path = inPlace();
  apply(path, [CHANGE]);
  path.panoramaFaults([{ fault: { kind: 'lost-request' }, content: '<jobs>', times: 4 }]);
  fetch(path);
  expect(names(settle(path))).toEqual([]);
  expect(outcome(path)).toEqual(WANTED);
  const reasons = path.kubectl.eventsOf('shop', 'new').map(({ reason }) => reason);
  expect(reasons.filter((reason) => /Failed|Interrupted/.test(reason))).toEqual([]);
  expect(reasons.at(-1)).toBe('Effective');
});

it('while Panorama stays away, nothing is written and the incident stays open', () => {
  const path = inPlace();
  const before = live(path);
  apply(path, [CHANGE]);
  path.panoramaFaults([{ fault: { kind: 'lost-request' }, times: 10_000 }]);
  fetch(path);
  expect(names(settle(path))).toEqual(['Resolve Why There Is No Plan']);
  expect(live(path)).toEqual(before);
  expect(ends(path)).toEqual(['active failed']);
});
