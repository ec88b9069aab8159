import { beginApply } from '../../../scripts/panorama/apply/run';
import type { Fault } from '../../../tools/lab/panorama';
import { finish, FOREVER, jobOf, Lab, rule, rulebase, service, group, applyInSlices } from '../support';

const BEFORE = rulebase([rule('a'), rule('b'), rule('c'), rule('_deny-both', { action: 'deny', service: ['any'] })]);

/** Against the state before: a new group, service and rule, a changed rule, a deleted rule, an order turned round. */
const AFTER = rulebase(
  [
    rule('n', { source: ['shop.db'], service: ['shop.tcp-443'] }),
    rule('c'),
    rule('a', { description: 'Other.' }),
    rule('_deny-both', { action: 'deny', service: ['any'] }),
  ],
  { addressGroups: [group('api'), group('db'), group('web')], services: [service('443'), service('80')] },
);

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['a lost request', { kind: 'lost-request' }],
  ['a lost answer', { kind: 'lost-answer' }],
  ['HTTP 500', { kind: 'status', status: 500, reason: 'Internal Server Error' }],
  ['a login page', { kind: 'html' }],
  ['a device error', { kind: 'device-error', code: 12, lines: ['something is invalid'] }],
];

/** A Panorama that holds the state before, and the port through which the run goes. */
function labWith(faults: ConstructorParameters<typeof Lab>[0]): Lab {
  const calm = new Lab();
  expect(calm.apply(BEFORE).kind).toBe('applied');
  expect(calm.commit().kind).toBe('committed');
  return new Lab(faults, calm.panorama);
}

const calm = labWith({});
const PLAN = calm.plan(AFTER);
const STATE_BEFORE = calm.content();
const REQUESTS_BEFORE = calm.sent.length;
expect(finish(beginApply(calm.port, jobOf(AFTER, PLAN), FOREVER)).kind).toBe('applied');
const STATE_AFTER = calm.content();
const REQUESTS = calm.sent.length - REQUESTS_BEFORE;

it('the run that is disturbed here has many kinds of requests', () => {
  expect(new Set(PLAN.operations.map(({ op }) => op))).toEqual(new Set(['create', 'replace', 'move', 'delete']));
  expect(REQUESTS).toBeGreaterThan(20);
});

describe.each(FAULTS)('%s', (_title, fault) => {
  it.each([
    ['once', 1],
    ['twice', 2],
    ['from then on', 999],
  ])('%s, at any request of the run: the state before, the one after, or a report of what is left', (_times, times) => {
    const results = new Set<string>();
    for (let from = 1; from <= REQUESTS; from++) {
      const lab = labWith({ faults: [{ fault, from, times }] });
      const outcome = finish(beginApply(lab.port, jobOf(AFTER, PLAN), FOREVER));
      const now = lab.content();
      // Everything may be asked twice, so one fault on the way is survived everywhere.
      if (times === 1 && fault.kind !== 'device-error') expect([from, outcome.kind]).toEqual([from, 'applied']);
      results.add(outcome.kind);
      switch (outcome.kind) {
        case 'applied':
          expect([from, now]).toEqual([from, STATE_AFTER]);
          break;
        case 'refused':
          expect([from, now]).toEqual([from, STATE_BEFORE]);
          break;
        case 'failed':
          expect(outcome.problems).not.toEqual([]);
          if (outcome.leftovers.filter((left) => !left.includes('lock')).length === 0) {
            expect([from, now]).toEqual([from, STATE_BEFORE]);
          }
          break;
        case 'unchanged':
          throw new Error('There was something to do.');
      }
    }
    if (times > 1) expect(results).toContain('failed');
  });
});

it('a refused write is undone without leftovers, whichever it is', () => {
  const fault: Fault = { kind: 'device-error', code: 12, lines: ['something is invalid'] };
  for (const action of ['set', 'edit', 'move', 'delete']) {
    for (let from = 1; from <= 3; from++) {
      const lab = labWith({ faults: [{ fault, from, type: 'config', action }] });
      const outcome = finish(beginApply(lab.port, jobOf(AFTER, PLAN), FOREVER));
      // The plan sends fewer of some actions, but one of each.
      if (outcome.kind === 'applied' && from > 1) continue;
      expect([action, from, outcome]).toMatchObject([action, from, { kind: 'failed', leftovers: [] }]);
      expect(lab.content()).toBe(STATE_BEFORE);
      expect(lab.ask({ type: 'op', cmd: '<show><config-locks></config-locks></show>' })).not.toMatch(/svc-k8s/);
    }
  }
});

it('one request at a time, with the progress as JSON in between, comes to the same', () => {
  const lab = labWith({});
  const { outcome, slices } = applyInSlices(lab.port, jobOf(AFTER, PLAN));
  expect(outcome.kind).toBe('applied');
  expect(slices).toBeGreaterThan(5);
  expect(lab.content()).toBe(STATE_AFTER);
});

it('the undoing goes on in slices, too', () => {
  const fault: Fault = { kind: 'device-error', code: 10, lines: ['in use'] };
  const lab = labWith({ faults: [{ fault, type: 'config', action: 'delete' }] });
  const { outcome } = applyInSlices(lab.port, jobOf(AFTER, PLAN));
  expect(outcome).toMatchObject({ kind: 'failed', leftovers: [], problems: [{ code: 'write-failed' }] });
  expect(lab.content()).toBe(STATE_BEFORE);
});
