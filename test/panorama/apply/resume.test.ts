import { resumedPlan, saveRun, type SavedOperation, type SavedRun } from '../../../scripts/panorama/apply/resume';
import { beginApply, continueApply } from '../../../scripts/panorama/apply/run';
import { group, jobOf, Lab, ONE_STEP, FOREVER, finish, rule, rulebase } from '../support';

const BEFORE = rulebase([rule('a'), rule('b'), rule('z')]);
const AFTER = rulebase([rule('n', { source: ['shop.db'] }), rule('b'), rule('a', { description: 'Other.' })], {
  addressGroups: [group('api'), group('db'), group('web')],
});

/** A run that was begun and stopped after its first write, and how it was saved. */
function begun() {
  const lab = new Lab();
  lab.apply(BEFORE);
  const plan = lab.plan(AFTER);
  const step = beginApply(lab.port, jobOf(AFTER, plan), ONE_STEP);
  if (step.done) throw new Error('It should go on.');
  const saved = JSON.parse(JSON.stringify(saveRun(plan, step.progress))) as SavedRun;
  return { lab, plan, saved };
}

it('a saved run holds no created entries: they come from the rulebase', () => {
  const { saved, plan } = begun();
  const created = saved.operations.filter(({ op }) => op === 'create');
  expect(created.length).toBeGreaterThan(1);
  for (const operation of created) expect(Object.keys(operation).sort()).toEqual(['kind', 'name', 'op']);
  expect(saved.operations).toHaveLength(plan.operations.length);
});

it('the plan of a saved run is the plan that was begun, and goes on to its end', () => {
  const { lab, plan, saved } = begun();
  const resumed = resumedPlan(saved, AFTER, plan.hash);
  // What was asked and approved before the run is over.
  expect(resumed).toEqual({ ...plan, situations: [], approvals: [] });
  if (resumed === undefined) return;
  const outcome = finish(continueApply(lab.port, jobOf(AFTER, resumed), saved.progress, FOREVER));
  expect(outcome).toMatchObject({ kind: 'applied', leftovers: [] });
  expect(lab.plan(AFTER).operations).toEqual([]);
});

it('a run that fails after it was resumed is undone as if it had never been saved', () => {
  const { lab, plan, saved } = begun();
  const resumed = resumedPlan(saved, AFTER, plan.hash);
  if (resumed === undefined) throw new Error('It can be resumed.');
  const faulty = new Lab(
    { faults: [{ fault: { kind: 'device-error', code: 12, lines: ['no'] }, type: 'config', action: 'delete' }] },
    lab.panorama,
  );
  const outcome = finish(continueApply(faulty.port, jobOf(AFTER, resumed), saved.progress, FOREVER));
  expect(outcome).toMatchObject({ kind: 'failed', leftovers: [] });
  expect(lab.plan(BEFORE).operations).toEqual([]);
});

const operations = (saved: SavedRun, change: (list: readonly SavedOperation[]) => readonly SavedOperation[]) => ({
  ...saved,
  operations: change(saved.operations),
});

it.each<[string, (saved: SavedRun) => SavedRun]>([
  ['an operation is missing', (saved) => operations(saved, (list) => list.slice(1))],
  ['operations are turned round', (saved) => operations(saved, (list) => [...list].reverse())],
  ['an operation is added', (saved) => operations(saved, (list) => [...list, list[list.length - 1]])],
  [
    'a rule is deleted that the plan keeps',
    (saved) => operations(saved, (list) => list.map((one) => (one.op === 'delete' ? { ...one, name: 'shop.b' } : one))),
  ],
  [
    'an entry is created that the rulebase does not have',
    (saved) => operations(saved, (list) => [{ op: 'create', kind: 'rule', name: 'shop.evil' }, ...list]),
  ],
  ['another state is named', (saved) => ({ ...saved, stateHash: 'f'.repeat(64) })],
  ['the progress is of another plan', (saved) => ({ ...saved, progress: { ...saved.progress, planHash: 'f' } })],
])('a run is not resumed where %s', (_what, change) => {
  const { plan, saved } = begun();
  expect(resumedPlan(saved, AFTER, plan.hash)).toBeDefined();
  expect(resumedPlan(change(saved), AFTER, plan.hash)).toBeUndefined();
});

it('nor for another hash, nor where the policies have changed', () => {
  const { plan, saved } = begun();
  expect(resumedPlan(saved, AFTER, 'f'.repeat(64))).toBeUndefined();
  const other = rulebase([rule('n', { source: ['shop.db'], destination: ['shop.db'] }), rule('b')], {
    addressGroups: AFTER.addressGroups,
  });
  expect(resumedPlan(saved, other, plan.hash)).toBeUndefined();
});
