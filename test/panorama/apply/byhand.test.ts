import { isUndoable, saveRun } from '../../../scripts/panorama/apply/resume';
import { beginApply, startOf } from '../../../scripts/panorama/apply/run';
import { createPanoramaReader } from '../../../scripts/panorama/api/reader';
import { readOwnChanges } from '../../../scripts/panorama/state/ownchanges';
import type { RuleEntry, Rulebase } from '../../../scripts/policy/panos/entry';
import { planSituationsTable } from '../../../scripts/policy/views/plansituations';
import { foreignRule } from '../../../tools/lab/panorama';
import { finish, FOREVER, GROUP, jobOf, Lab, PROFILE, rule, rulebase, words } from '../support';

/** What people rename, clone and take the tags off in Panorama, from there through plan, apply and commit. */

const RULES = `${GROUP}/pre-rulebase/security/rules`;
const at = (name: string): string => `${RULES}/entry[@name='${name}']`;

const entry = (name: string, more: Partial<RuleEntry> = {}): RuleEntry =>
  rule(name, { description: `NetworkPolicy shop/${name} (ingress entry abc123).`, ...more });
const A = entry('a');
const B = entry('b');
const DENY = entry('_deny-both', { action: 'deny', description: 'Between isolated pods, what no policies allow.' });
const NOW = rulebase([A, B, DENY]);

type Params = Readonly<Record<string, string>>;
const rename = (from: string, newname: string): Params => ({ action: 'rename', xpath: at(from), newname });
const clone = (from: string, newname: string): Params => ({ action: 'clone', xpath: RULES, from: at(from), newname });
const move = (name: string, where: string): Params => ({ action: 'move', xpath: at(name), where });
const untag = (xpath: string, tag: string): Params => ({
  action: 'delete',
  xpath: `${xpath}/tag/member[text()='${tag}']`,
});

function live(): Lab {
  const lab = new Lab();
  expect(lab.apply(NOW).kind).toBe('applied');
  expect(lab.commit().kind).toBe('committed');
  return lab;
}

/** A person works in Panorama: as Alice, who commits, or with the key of the service account, and does not. */
function person(lab: Lab, key: string, ...all: readonly Params[]): void {
  for (const params of all) expect(lab.ask({ type: 'config', ...params }, key)).toContain('success');
  if (key !== 'key-alice') return;
  expect(lab.ask({ type: 'commit', cmd: '<commit></commit>' })).toContain('success');
  lab.panorama.advance(600);
}

function uuidOf(lab: Lab, name: string): string {
  return lab.read().state.rules.find((one) => one.name === name)?.uuid ?? '';
}

const ownNames = (lab: Lab): readonly string[] => lab.ruleNames().filter((name) => name !== 'corporate-dns');

/** Nothing is to be done, and nothing was found but the rules of others above. */
function expectNothingFound(lab: Lab, desired: Rulebase): void {
  const plan = lab.plan(desired);
  expect(plan).toMatchObject({ operations: [], approvals: [], refused: false });
  expect(plan.situations.map(({ kind }) => kind)).toEqual(['preceded']);
}

/** Applies what a person approved, and commits it. */
function goes(lab: Lab, desired: Rulebase = NOW): void {
  expect(lab.plan(desired).approvals).toContain('made-by-hand');
  expect(lab.apply(desired)).toMatchObject({ kind: 'applied' });
  expect(ownNames(lab)).toEqual(desired.rules.map(({ name }) => name));
  // A copy that was never committed leaves nothing to commit.
  expect(['committed', 'nothing']).toContain(lab.commit().kind);
  expectNothingFound(lab, desired);
  const running = lab.ask({ type: 'config', action: 'show', xpath: RULES });
  expect([...running.matchAll(/<entry name="(shop[^"]*|emergency)"/g)].map(([, name]) => name)).toEqual(ownNames(lab));
}

describe.each(['key-alice', 'key-svc'])('by %s', (key) => {
  it.each<[string, readonly Params[]]>([
    ['a renamed rule', [rename('shop.a', 'emergency')]],
    ['one that was moved to the top as well', [rename('shop.a', 'emergency'), move('emergency', 'top')]],
    ['a renamed deny', [rename('shop._deny-both', 'emergency')]],
    ['a copy', [clone('shop.a', 'shop.a-1')]],
    ['a copy under a name of its own, at the top', [clone('shop.a', 'emergency'), move('emergency', 'top')]],
    [
      'a copy that is disabled',
      [clone('shop.a', 'shop.a-1'), { action: 'set', xpath: at('shop.a-1'), element: '<disabled>yes</disabled>' }],
    ],
  ])('%s: asked about, then put right, and later commits go on', (_what, changes) => {
    const lab = live();
    person(lab, key, ...changes);
    goes(lab);
    expect(lab.apply(rulebase([A, DENY])).kind).toBe('applied');
    expect(lab.commit().kind).toBe('committed');
  });
});

it('renaming keeps the uuid of a rule, and a clone gets another one', () => {
  const lab = live();
  const before = uuidOf(lab, 'shop.a');
  person(lab, 'key-alice', rename('shop.a', 'emergency'), clone('emergency', 'emergency-1'));
  expect(uuidOf(lab, 'emergency')).toBe(before);
  expect(uuidOf(lab, 'emergency-1')).toMatch(/^[0-9a-f-]{36}$/);
  expect(uuidOf(lab, 'emergency-1')).not.toBe(before);
});

it('a rule that was renamed and disabled stays as it is, through the changes of others', () => {
  const lab = live();
  const disabled = { action: 'set', xpath: at('emergency'), element: '<disabled>yes</disabled>' };
  person(lab, 'key-alice', rename('shop.a', 'emergency'), disabled);
  expect(lab.plan(NOW)).toMatchObject({ operations: [], closures: [{ rule: 'shop.a', standsAs: 'emergency' }] });
  const next = rulebase([A, { ...B, logStart: true }, DENY]);
  expect(lab.apply(next).kind).toBe('applied');
  expect(lab.commit().kind).toBe('committed');
  expect(ownNames(lab)).toEqual(['emergency', 'shop.b', 'shop._deny-both']);
  expect(lab.candidate(at('emergency'))).toContain('<disabled>yes</disabled>');
});

it('what somebody adds with the key of the service account after the apply does not go live unseen', () => {
  const lab = live();
  expect(lab.apply(rulebase([A, DENY])).kind).toBe('applied');
  person(lab, 'key-svc', clone('shop.a', 'emergency'));
  const outcome = lab.commit();
  expect(outcome.kind === 'failed' ? words(outcome.problems).join() : outcome.kind).toMatch(/CREATE rule emergency/);
  // The next plan sees it, and takes it away.
  goes(lab, rulebase([A, DENY]));
});

it("a rule that carries no tags of ours is somebody else's change as ever", () => {
  const lab = live();
  expect(
    lab.ask({ type: 'config', action: 'set', xpath: RULES, element: foreignRule('by hand') }, 'key-svc'),
  ).toContain('success');
  const outcome = finish(beginApply(lab.port, jobOf(rulebase([A, DENY]), lab.plan(rulebase([A, DENY]))), FOREVER));
  expect(outcome.kind === 'refused' ? words(outcome.problems).join() : outcome.kind).toMatch(/CREATE rule by hand/);
});

it('nothing is read for the names of runs', () => {
  const lab = live();
  expect(lab.apply(rulebase([A, DENY])).kind).toBe('applied');
  const before = lab.sent.length;
  expect(lab.commit().kind).toBe('committed');
  expect(lab.sent.slice(before).filter(({ type }) => type === 'config')).toEqual([]);
});

it.each([
  ['a rule', at('shop.a'), 'rule shop.a'],
  ['a group', `${GROUP}/address-group/entry[@name='shop.api']`, 'address group shop.api'],
  ['a service', `${GROUP}/service/entry[@name='shop.tcp-80']`, 'service shop.tcp-80'],
])('a tag taken off %s is told with what helps, and putting it back helps', (_what, xpath, subject) => {
  const lab = live();
  person(lab, 'key-alice', untag(xpath, 'cnseries-shop'));
  const plan = lab.plan(NOW);
  expect(plan).toMatchObject({ refused: true, operations: [] });
  expect(planSituationsTable(plan).rows.map((row) => row.join(' '))).toContain(
    `The ${subject} is there already in shop-cluster, but not managed any more: somebody took the tag cnseries-shop off. Nothing is written. Put the tag cnseries-shop back in Panorama, and commit that there.`,
  );
  const outcome = lab.apply(NOW);
  expect(outcome.kind === 'refused' ? words(outcome.problems).join() : outcome.kind).toMatch(
    /somebody took the tag cnseries-shop off the .*shop\.[a-z0-9-]+ in shop-cluster, and must put that back/,
  );
  person(lab, 'key-alice', { action: 'set', xpath, element: '<tag><member>cnseries-shop</member></tag>' });
  expectNothingFound(lab, NOW);
});

it('a run that deletes what was renamed can be taken back by another one', () => {
  const lab = live();
  person(lab, 'key-alice', rename('shop.a', 'emergency'));
  const plan = lab.plan(NOW);
  const saved = saveRun(plan, startOf(plan, lab.read(), []));
  expect(isUndoable(saved, PROFILE, plan.hash)).toBe(true);
  const edited = saved.operations.map((one) =>
    one.op === 'delete' && one.before?.kind === 'rule' ? { ...one, before: { ...one.before, tags: [] } } : one,
  );
  expect(isUndoable({ ...saved, operations: edited }, PROFILE, plan.hash)).toBe(false);
});

it('what was made and deleted again is nothing that a commit could take along', () => {
  const lab = live();
  const reader = createPanoramaReader(lab.port);
  const changes = ['gone', 'corporate-dns'].map((name) => ({ xpath: at(name), admins: ['svc-k8s'], action: 'EDIT' }));
  const isOwn = readOwnChanges(lab.port, reader, changes, PROFILE, { added: false });
  expect(reader.failure()).toBe(undefined);
  expect(changes.map(isOwn)).toEqual([true, false]);
});

it.each([
  ['the other rulebase', `${GROUP}/post-rulebase/security/rules`, 'shop-cluster'],
  ['an ancestor', `${GROUP.replace('shop-cluster', 'kubernetes')}/pre-rulebase/security/rules`, 'kubernetes'],
])('a copy in %s is named, and never touched', (_what, xpath, location) => {
  const lab = live();
  const tags = '<tag><member>cnseries</member><member>cnseries-shop</member></tag>';
  const tagObjects = '<entry name="cnseries"/><entry name="cnseries-shop"/>';
  const element = foreignRule('elsewhere').replace('</entry>', `${tags}</entry>`);
  person(
    lab,
    'key-alice',
    { action: 'set', xpath: '/config/shared/tag', element: tagObjects },
    { action: 'set', xpath, element },
  );
  const plan = lab.plan(rulebase([A, DENY]));
  expect(plan.situations).toContainEqual({ kind: 'tagged-elsewhere', location, rules: ['elsewhere'], count: 1 });
  expect(planSituationsTable(plan).rows.map((row) => row.join(' '))).toContain(
    `In ${location}, outside of the rulebase of the managed rules, both tags of the cluster are on: elsewhere. They stay: nothing is ever changed there. Take both tags off them, or remove them.`,
  );
  expect(lab.apply(rulebase([A, DENY])).kind).toBe('applied');
  expect(lab.commit().kind).toBe('committed');
  expect(lab.candidate(xpath)).toContain('elsewhere');
});
