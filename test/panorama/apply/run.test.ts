import { beginApply, continueApply } from '../../../scripts/panorama/apply/run';
import { foreignRule } from '../../../tools/lab/panorama';
import {
  finish,
  FOREVER,
  group,
  GROUP,
  jobOf,
  Lab,
  ONE_STEP,
  PROFILE,
  rule,
  rulebase,
  service,
  words,
} from '../support';

const BASE = rulebase([rule('a'), rule('b'), rule('c'), rule('_deny-both', { action: 'deny', service: ['any'] })]);
const RULES = `${GROUP}/pre-rulebase/security/rules`;

describe.each([
  ['2.5.1', { version: '2.5.1' }],
  ['1.14.22', { version: '1.14.22' }],
  ['2.5.1, and empty reads are counts of zero', { version: '2.5.1', panorama: { emptyGet: 'zero-count' } }],
  ['2.5.1 on a server that takes any value', { version: '2.5.1', predefinedValues: 'any' }],
] as const)('through the integration %s', (_title, options) => {
  it('a first apply at the bottom is one set for each kind, and the second run sends nothing', () => {
    const lab = new Lab(options);
    expect(lab.apply(BASE)).toEqual({ kind: 'applied', writes: 4, leftovers: [], warnings: [] });
    expect(lab.writes.map(({ action, xpath }) => [action, xpath.split('/').pop()])).toEqual([
      ['set', 'tag'],
      ['set', 'address-group'],
      ['set', 'service'],
      ['set', 'rules'],
    ]);
    expect(lab.ruleNames()).toEqual(['corporate-dns', 'shop.a', 'shop.b', 'shop.c', 'shop._deny-both']);
    expect(lab.apply(BASE)).toEqual({ kind: 'unchanged' });
    expect(lab.writes).toHaveLength(4);
  });

  it('the whole way: apply, commit, push', () => {
    const lab = new Lab(options);
    expect(lab.apply(BASE).kind).toBe('applied');
    expect(lab.commit()).toMatchObject({ kind: 'committed' });
    expect(lab.push()).toMatchObject({ kind: 'pushed' });
    expect(lab.panorama.deviceRules('001')).toHaveLength(6);
    expect(lab.commit()).toEqual({ kind: 'nothing' });
  });

  it('a changed rule keeps its uuid, and an inserted one costs four writes', () => {
    const lab = new Lab(options);
    lab.apply(BASE);
    const uuid = (name: string) => lab.read().state.rules.find((one) => one.name === name)?.uuid;
    const before = uuid('shop.b');
    const desired = rulebase(
      [
        rule('a'),
        rule('new', { source: ['shop.db'], service: ['shop.tcp-443'] }),
        rule('b', { description: 'Other.' }),
        rule('c'),
        rule('_deny-both', { action: 'deny', service: ['any'] }),
      ],
      { addressGroups: [group('api'), group('db'), group('web')], services: [service('443'), service('80')] },
    );
    const sent = lab.writes.length;
    expect(lab.apply(desired).kind).toBe('applied');
    expect(lab.writes.slice(sent).map(({ action }) => action)).toEqual(['set', 'set', 'set', 'move', 'edit']);
    expect(uuid('shop.b')).toBe(before);
    expect(before).toMatch(/^[0-9a-f-]{36}$/);
  });
});

it('a first apply above a foreign rule costs one move for each rule', () => {
  const lab = new Lab();
  const profile = { ...PROFILE, position: { at: 'before', rule: 'corporate-dns' } } as const;
  expect(lab.apply(BASE, profile)).toMatchObject({ kind: 'applied', writes: 8 });
  expect(lab.ruleNames()).toEqual(['shop.a', 'shop.b', 'shop.c', 'shop._deny-both', 'corporate-dns']);
});

it('a large first apply is split into requests of at most 1.5 MB, in order', () => {
  const lab = new Lab();
  const rules = Array.from({ length: 2000 }, (_, index) =>
    rule(`r${String(index)}`, { description: `${'ü'.repeat(400)} ${String(index)}` }),
  );
  expect(lab.apply(rulebase(rules)).kind).toBe('applied');
  const sets = lab.writes.filter(({ xpath }) => xpath.endsWith('/rules'));
  expect(sets).toHaveLength(3);
  expect(lab.ruleNames().slice(1)).toEqual(rules.map(({ name }) => name));
});

it('a deny that somebody disabled, and an allow with a schedule, are put right; undoing restores even those', () => {
  const lab = new Lab();
  lab.apply(BASE);
  lab.commit();
  const schedule = '<entry name="night"><schedule-type><recurring/></schedule-type></entry>';
  lab.ask({ type: 'config', action: 'set', xpath: '/config/shared/schedule', element: schedule }, 'key-svc');
  const set = (name: string, element: string) => {
    const xpath = `${RULES}/entry[@name='${name}']`;
    expect(lab.ask({ type: 'config', action: 'set', xpath, element }, 'key-svc')).toContain('success');
  };
  set('shop._deny-both', '<disabled>yes</disabled>');
  set('shop.b', '<schedule>night</schedule><negate-source>yes</negate-source>');
  set('shop.c', '<description>By hand.</description>');
  const drifted = lab.content();
  const plan = lab.plan(BASE);
  expect(plan.operations.map(({ op, name }) => `${op} ${name}`).sort()).toEqual([
    'replace shop._deny-both',
    'replace shop.b',
    'replace shop.c',
  ]);

  const faulty = new Lab(
    { faults: [{ fault: { kind: 'device-error', code: 12, lines: ['no'] }, action: 'edit', from: 3 }] },
    lab.panorama,
  );
  expect(finish(beginApply(faulty.port, jobOf(BASE, plan), FOREVER))).toMatchObject({ kind: 'failed', leftovers: [] });
  // Children may stand in another order; what counts is what they say.
  expect(sortedText(lab.content())).toBe(sortedText(drifted));
  expect(lab.apply(BASE).kind).toBe('applied');
  expect(lab.content(`${RULES}/entry[@name='shop.b']`)).not.toMatch(/night/);
});

it.each([
  ['disabled', '<disabled>yes</disabled>'],
  ['set to deny', '<action>deny</action>'],
])('an allow that somebody %s stays closed while everything else goes on', (how, element) => {
  const lab = new Lab();
  lab.apply(BASE);
  lab.commit();
  const xpath = `${RULES}/entry[@name='shop.a']`;
  expect(lab.ask({ type: 'config', action: 'set', xpath, element }, 'key-svc')).toContain('success');
  const closed = lab.content(xpath);
  const changed = rulebase([rule('a', { service: ['any'] }), rule('b', { logStart: true }), ...BASE.rules.slice(2)]);
  const plan = lab.plan(changed);
  expect(plan.closures).toEqual([{ rule: 'shop.a', how }]);
  expect(plan.operations.map(({ op, name }) => `${op} ${name}`)).toEqual(['replace shop.b']);
  expect(lab.apply(changed).kind).toBe('applied');
  expect(lab.content(xpath)).toBe(closed);
});

it('a disabled rule keeps the groups that it names, and stops nobody else', () => {
  const lab = new Lab();
  const withSource = (name: string) =>
    rulebase([rule('a', { source: [`shop.${name}`] }), ...BASE.rules.slice(1)], {
      addressGroups: [group('api'), group(name), group('web')],
    });
  lab.apply(withSource('old'));
  lab.commit();
  const xpath = `${RULES}/entry[@name='shop.a']`;
  expect(lab.ask({ type: 'config', action: 'set', xpath, element: '<disabled>yes</disabled>' }, 'key-svc')).toContain(
    'success',
  );
  expect(lab.apply(withSource('new')).kind).toBe('applied');
  expect(lab.content(xpath)).toContain('shop.old');
});

const sortedText = (text: string): string => text.split('><').sort().join('><');

it('a rule deleted by hand comes back, to its place', () => {
  const lab = new Lab();
  lab.apply(BASE);
  lab.ask({ type: 'config', action: 'delete', xpath: `${RULES}/entry[@name='shop.b']` }, 'key-svc');
  expect(lab.apply(BASE).kind).toBe('applied');
  expect(lab.ruleNames()).toEqual(['corporate-dns', 'shop.a', 'shop.b', 'shop.c', 'shop._deny-both']);
});

it('an object that a foreign rule names stays when we no longer need it', () => {
  const lab = new Lab();
  lab.apply(BASE);
  lab.commit();
  const foreign = foreignRule('uses ours').replace(
    '<service><member>any</member>',
    '<service><member>shop.tcp-80</member>',
  );
  lab.ask({ type: 'config', action: 'set', xpath: `${GROUP}/post-rulebase/security/rules`, element: foreign });
  lab.ask({ type: 'commit', cmd: '<commit></commit>' });
  lab.panorama.advance(60);
  const desired = rulebase([rule('a', { service: ['any'] })], { services: [] });
  expect(lab.apply(desired).kind).toBe('applied');
  expect(lab.content(`${GROUP}/service`)).toContain('shop.tcp-80');
});

it('an empty rulebase takes our rules and objects away, and nothing else', () => {
  const lab = new Lab();
  const before = lab.content();
  lab.apply(BASE);
  expect(lab.apply(rulebase([], { tags: [], addressGroups: [], services: [] })).kind).toBe('applied');
  expect(lab.ruleNames()).toEqual(['corporate-dns']);
  expect(lab.content().replace(/<tag>.*?<\/tag>|<service\/>/g, '')).toBe(before);
});

it('a foreign rule that appears while we write is a broken fence: named, and our work is undone', () => {
  const lab = new Lab();
  const job = lab.job(BASE);
  const step = beginApply(lab.port, job, ONE_STEP);
  if (step.done) throw new Error('It should go on.');
  // Locks keep others out; a lock that was broken does not.
  lab.ask({
    type: 'op',
    cmd: '<request><config-lock><remove><admin>svc-k8s</admin></remove></config-lock></request>',
    vsys: 'shop-cluster',
  });
  lab.ask({ type: 'config', action: 'set', xpath: RULES, element: foreignRule('intruder') });
  const outcome = finish(continueApply(lab.port, job, step.progress, FOREVER));
  expect(outcome).toMatchObject({ kind: 'failed', leftovers: [], problems: [{ code: 'outside-changed' }] });
  expect(outcome.kind === 'failed' ? words(outcome.problems)[0] : '').toContain('rule intruder is new');
  expect(lab.ruleNames()).toEqual(['corporate-dns', 'intruder']);
});

it('the configuration lock is held while we write, and only then', () => {
  const lab = new Lab();
  const locks = () => lab.ask({ type: 'op', cmd: '<show><config-locks></config-locks></show>' });
  const job = lab.job(BASE);
  expect(locks()).not.toContain('svc-k8s');
  const step = beginApply(lab.port, job, ONE_STEP);
  expect(locks()).toContain('CN-Series for Cortex XSOAR, cluster shop');
  if (step.done) throw new Error('It should go on.');
  expect(finish(continueApply(lab.port, job, step.progress, FOREVER)).kind).toBe('applied');
  expect(locks()).not.toContain('svc-k8s');
});

it('progress of another plan is refused', () => {
  const lab = new Lab();
  const step = beginApply(lab.port, lab.job(BASE), ONE_STEP);
  if (step.done) throw new Error('It should go on.');
  const other = { ...lab.job(rulebase([rule('z')])) };
  expect(() => continueApply(lab.port, other, step.progress, FOREVER)).toThrow(/another plan/);
});
