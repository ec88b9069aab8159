import { beginCommit, continueCommit } from '../../../scripts/panorama/commit/commit';
import { foreignRule } from '../../../tools/lab/panorama';
import { GROUP, Lab, PROFILE, rule, rulebase, words } from '../support';

const BASE = rulebase([rule('a'), rule('b')]);
const TURNED = rulebase([rule('b'), rule('a')]);

const OTHER = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='other']";

function foreignChange(lab: Lab, group = GROUP, key = 'key-alice'): void {
  const xpath = `${group}/post-rulebase/security/rules`;
  lab.ask({ type: 'config', action: 'set', xpath, element: foreignRule('half done') }, key);
}

function failure(lab: Lab, profile = PROFILE): string {
  const outcome = lab.commit(profile);
  return outcome.kind === 'failed' ? words(outcome.problems).join('\n') : outcome.kind;
}

it('only our changes go live, those of others stay pending', () => {
  const lab = new Lab();
  lab.apply(BASE);
  foreignChange(lab);
  foreignChange(lab, OTHER);
  expect(lab.commit()).toMatchObject({ kind: 'committed', warnings: [] });
  const running = lab.ask({ type: 'config', action: 'show', xpath: GROUP });
  expect(running).toContain('shop.a');
  expect(running).not.toContain('half done');
});

it.each(['text', 'line', 'same-result', 'code-13'] as const)('nothing to commit is success in the form %s', (form) => {
  for (const predefinedValues of ['any', 'listed'] as const) {
    const lab = new Lab({ panorama: { nothingToCommit: form }, predefinedValues });
    // Somebody else's change is pending, so that the device is asked at all.
    foreignChange(lab, OTHER);
    expect(lab.commit()).toEqual({ kind: 'nothing' });
  }
});

it('each step sends at most a few requests and never waits', () => {
  const lab = new Lab({ panorama: { jobSeconds: 30 } });
  lab.apply(BASE);
  let step = beginCommit(lab.port, PROFILE, 'x', 0);
  let rounds = 0;
  for (; !step.done; rounds++)
    step = continueCommit(lab.port, PROFILE, JSON.parse(JSON.stringify(step.progress)) as typeof step.progress, 0);
  expect(step.outcome.kind).toBe('committed');
  expect(rounds).toBeGreaterThan(30);
});

it('the description reaches the job, cut to 512 characters, whatever it holds', () => {
  const lab = new Lab({ predefinedValues: 'any' });
  lab.apply(BASE);
  lab.commit(PROFILE, `<R&D> ']]> ${'x'.repeat(600)}`);
  const jobs = lab.ask({ type: 'op', cmd: '<show><jobs><all/></jobs></show>' });
  expect(jobs).toMatch(/<description>&lt;R&amp;D&gt; '\]\]&gt; x{498}[.]{3}</);
});

it('without an administrator in the profile nothing is committed', () => {
  const lab = new Lab();
  lab.apply(BASE);
  expect(failure(lab, { ...PROFILE, panoramaAdmin: '' })).toContain('does not name the API administrator');
});

it('a wrong administrator in the profile is found by our own changes', () => {
  const lab = new Lab();
  lab.apply(BASE);
  expect(failure(lab, { ...PROFILE, panoramaAdmin: 'svc-k8' })).toContain(
    'made by svc-k8s, but the cluster profile names svc-k8.',
  );
});

it('what our administrator left in the device group by hand is not committed with ours', () => {
  const lab = new Lab();
  lab.apply(BASE);
  foreignChange(lab, GROUP, 'key-svc');
  expect(failure(lab)).toMatch(/svc-k8s has uncommitted changes.*half done/);
});

it('on a server that commits by administrator only, changes elsewhere stop it', () => {
  const elsewhere = (predefinedValues: 'any' | 'listed') => {
    const lab = new Lab({ predefinedValues });
    lab.apply(BASE);
    foreignChange(lab, OTHER, 'key-svc');
    return failure(lab);
  };
  expect(elsewhere('any')).toBe('committed');
  expect(elsewhere('listed')).toMatch(/svc-k8s has uncommitted changes outside the device group shop-cluster/);
});

it('a commit lock of somebody else is named', () => {
  const lab = new Lab();
  lab.apply(BASE);
  lab.ask({ type: 'op', cmd: '<request><commit-lock><add><comment>Freeze</comment></add></commit-lock></request>' });
  expect(failure(lab)).toMatch(/alice holds a commit lock on Shared.*Freeze/);
});

it('a validation that fails is said with its reason, and nothing is committed', () => {
  const lab = new Lab();
  lab.apply(BASE);
  lab.commit();
  // A rule without a service can be written; it fails when it is validated.
  const xpath = `${GROUP}/pre-rulebase/security/rules/entry[@name='shop.b']/service`;
  lab.ask({ type: 'config', action: 'delete', xpath }, 'key-svc');
  expect(failure(lab)).toMatch(/validation says no:.*service/);
  expect(lab.ask({ type: 'config', action: 'show', xpath })).toContain('shop.tcp-80');
});

describe('before Panorama 11.0.1 reordered rules need a full commit', () => {
  function turned(): Lab {
    const lab = new Lab({ panorama: { version: '10.2.9-h1' } });
    lab.apply(BASE);
    expect(lab.commit()).toMatchObject({ kind: 'committed' });
    expect(lab.apply(TURNED).kind).toBe('applied');
    return lab;
  }

  it('which is made where nothing foreign is pending', () => {
    const lab = turned();
    expect(lab.commit()).toMatchObject({ kind: 'committed' });
    const running = lab.ask({ type: 'config', action: 'show', xpath: `${GROUP}/pre-rulebase/security/rules` });
    expect(running.indexOf('shop.b')).toBeLessThan(running.indexOf('shop.a'));
  });

  it('and is refused, with the names, where it would take the work of others', () => {
    const lab = turned();
    foreignChange(lab, OTHER);
    expect(failure(lab)).toMatch(/10\.2\.9-h1 cannot commit reordered rules.*alice/);
  });

  it('while unmoved rules are still committed for our administrator alone', () => {
    const lab = new Lab({ panorama: { version: '10.2.9' } });
    lab.apply(BASE);
    foreignChange(lab, OTHER);
    expect(lab.commit()).toMatchObject({ kind: 'committed' });
  });
});

it('from 11.0.1 on reordered rules are committed for our administrator alone', () => {
  const lab = new Lab();
  lab.apply(BASE);
  lab.commit();
  lab.apply(TURNED);
  foreignChange(lab, OTHER);
  expect(lab.commit()).toMatchObject({ kind: 'committed' });
});

/** Too long and of two lines: the job is found by what became of it. */
const LONG = `CN-Series shop:\n${'x'.repeat(600)}`;

it.each(['lost-request', 'lost-answer'] as const)('a %s of the commit makes one commit, not two', (kind) => {
  for (const predefinedValues of ['any', 'listed'] as const) {
    const calm = new Lab();
    calm.apply(BASE);
    const lab = new Lab({ faults: [{ fault: { kind }, type: 'commit' }], predefinedValues }, calm.panorama);
    expect(lab.commit(PROFILE, LONG)).toMatchObject({ kind: 'committed' });
    const jobs = lab.ask({ type: 'op', cmd: '<show><jobs><all/></jobs></show>' });
    expect(jobs.match(/<type>Commit<\/type>/g)).toHaveLength(1);
  }
});

it('a device that does not know the validation command commits without it', () => {
  const calm = new Lab();
  calm.apply(BASE);
  const fault = { kind: 'device-error', code: 17, lines: [' validate is unexpected'] } as const;
  const lab = new Lab({ faults: [{ fault, content: '<validate>' }] }, calm.panorama);
  expect(lab.commit()).toMatchObject({ kind: 'committed' });
});

const ASKED = { phase: 'committing', scope: 'group', description: '', since: 0 } as const;

it('a job that Panorama does not know is said', () => {
  const lab = new Lab();
  const step = continueCommit(lab.port, PROFILE, { ...ASKED, job: '77' }, 0);
  expect(step).toMatchObject({ done: true, outcome: { kind: 'failed', problems: [{ code: 'unknown-job' }] } });
});
