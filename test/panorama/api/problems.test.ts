import { beginApply, continueApply } from '../../../scripts/panorama/apply/run';
import { beginCommit, continueCommit, type CommitOutcome } from '../../../scripts/panorama/commit/commit';
import { preflight } from '../../../scripts/panorama/prepare/preflight';
import { referencesOfRules } from '../../../scripts/panorama/prepare/references';
import { describeProblem, PROBLEMS, type Problem, type ProblemCode } from '../../../scripts/panorama/api/problems';
import type { ApplyOutcome } from '../../../scripts/panorama/apply/types';
import type { PushOutcome } from '../../../scripts/panorama/commit/push';
import {
  foreignRule,
  type AdminOptions,
  type DeviceOptions,
  type Fault,
  type FaultRule,
} from '../../../tools/lab/panorama';
import { oldBlockProblem } from '../../../scripts/panorama/prepare/oldblock';
import { rightsProblems } from '../../../scripts/panorama/prepare/rights';
import { sharedAdminProblem } from '../../../scripts/case/neighbours';
import { takeConfigLock } from '../../../scripts/panorama/api/locks';
import { finish, FOREVER, GROUP, jobOf, Lab, ONE_STEP, OPTIONS, PROFILE, rule, rulebase } from '../support';

/** Every problem of the table comes about on a Panorama, and says what it is about in words without blanks. */

const BASE = rulebase([rule('a'), rule('b')]);
const TURNED = rulebase([rule('b'), rule('a')]);
const OTHER = GROUP.replace('shop-cluster', 'other');
const RULES = '/pre-rulebase/security/rules';

const found = (outcome: ApplyOutcome | CommitOutcome): readonly Problem[] =>
  'problems' in outcome ? outcome.problems : [];
const check = (lab: Lab, profile = PROFILE, desired = BASE) =>
  preflight(lab.port, profile, referencesOfRules(desired.rules), { ignoredAdmins: [] }).problems;
const committed = (lab: Lab, profile = PROFILE) => found(lab.commit(profile));

/** A Panorama with the rules of BASE in the candidate configuration. */
function applied(options: ConstructorParameters<typeof Lab>[0] = {}): Lab {
  const calm = new Lab({ panorama: options.panorama });
  calm.apply(BASE);
  return new Lab(options, calm.panorama);
}

function withRule(lab: Lab, key: string, group = GROUP): Lab {
  lab.ask({ type: 'config', action: 'set', xpath: group + RULES, element: foreignRule('half done') }, key);
  return lab;
}

/** A rule without a service can be written; it fails when it is validated. */
function withoutService(lab: Lab): Lab {
  const xpath = `${GROUP}${RULES}/entry[@name='shop.b']/service`;
  lab.ask({ type: 'config', action: 'delete', xpath }, 'key-svc');
  return lab;
}

function writing(fault: Fault, rest: Partial<FaultRule>): readonly Problem[] {
  return found(new Lab({ faults: [{ fault, type: 'config', action: 'set', ...rest }] }).apply(BASE));
}

/** What a run finds where alice, who broke its lock, sets an element as the last rule is written. */
function disturbed(xpath: string, element: string): readonly Problem[] {
  const lab = new Lab();
  const job = lab.job(BASE);
  let step = beginApply(lab.port, job, ONE_STEP);
  while (!step.done && step.progress.phase === 'write') step = continueApply(lab.port, job, step.progress, ONE_STEP);
  if (step.done) throw new Error('It should go on.');
  const command = '<request><config-lock><remove><admin>svc-k8s</admin></remove></config-lock></request>';
  lab.ask({ type: 'op', cmd: command, vsys: 'shop-cluster' });
  lab.ask({ type: 'config', action: 'set', xpath: GROUP + RULES + xpath, element });
  return found(finish(continueApply(lab.port, job, step.progress, FOREVER)));
}

function stale(): readonly Problem[] {
  const lab = new Lab();
  const job = lab.job(BASE);
  lab.apply(TURNED);
  return found(finish(beginApply(lab.port, job, FOREVER)));
}

const EMPTY_GROUP =
  '<response status="success" code="19"><result total-count="1" count="1"><entry name="shop-cluster"/></result></response>';

/** What a failed run leaves where everything that is read while it is undone is an empty device group. */
function emptied(): readonly Problem[] {
  const fault: Fault = { kind: 'instead', body: EMPTY_GROUP };
  const refused: FaultRule = { fault: NO, type: 'config', action: 'set', from: 3 };
  const lab = new Lab({ faults: [refused, { fault, type: 'config', action: 'get', from: 3, times: 99 }] });
  const outcome = lab.apply(BASE);
  const [left] = outcome.kind === 'failed' ? outcome.leftovers : [];
  expect(left).toContain('could not be checked: The device group shop-cluster is said to hold no rules');
  return [{ code: 'emptied', params: { deviceGroup: 'shop-cluster' } }];
}

function pushed(device: Partial<DeviceOptions>): readonly Problem[] {
  const devices = (OPTIONS.devices ?? []).slice(0, 1).map((one) => ({ ...one, ...device }));
  const lab = applied({ panorama: { devices } });
  lab.commit();
  const outcome: PushOutcome = lab.push();
  return outcome.kind === 'failed' ? outcome.problems : [];
}

function unknownJob(): readonly Problem[] {
  const progress = { phase: 'committing', scope: 'group', job: '77', description: '', since: 0 } as const;
  const step = continueCommit(new Lab().port, PROFILE, progress, 0);
  return step.done ? found(step.outcome) : [];
}

/** A commit in a Panorama whose next jobs never end, looked at once an hour. */
function endless(behaviour: 'queued' | 'refused', jobs: number): readonly Problem[] {
  const lab = applied({ panorama: { whileBusy: behaviour } });
  lab.panorama.setJobSeconds(Infinity);
  for (let job = 0; job < jobs; job++) lab.ask({ type: 'op', cmd: '<validate><full/></validate>' });
  let step = beginCommit(lab.port, PROFILE, 'x', 0);
  for (let hour = 1; hour < 9 && !step.done; hour++) {
    step = continueCommit(lab.port, PROFILE, step.progress, hour * 3_600_000);
  }
  return step.done ? found(step.outcome) : [];
}

function foreignNamesake(): readonly Problem[] {
  const group = '<entry name="shop.web"><static><member>web-1</member></static></entry>';
  const lab = new Lab();
  lab.ask({ type: 'config', action: 'set', xpath: `${GROUP}/address-group`, element: group });
  return found(finish(beginApply(lab.port, jobOf(BASE, lab.plan(BASE)), FOREVER)));
}

function reordered(): readonly Problem[] {
  const lab = applied({ panorama: { version: '10.2.9' } });
  lab.commit();
  lab.apply(TURNED);
  return committed(withRule(lab, 'key-alice', OTHER));
}

function locked(): Lab {
  const lab = new Lab();
  const comment = '<comment>Freeze</comment>';
  lab.ask({ type: 'op', cmd: `<request><config-lock><add>${comment}</add></config-lock></request>` });
  return lab;
}

/** What is said of an API administrator with this role. */
function withRole(more: Partial<AdminOptions>, profile = PROFILE): readonly Problem[] {
  const admins = [{ name: 'svc-k8s', password: 's', apiKey: 'key-svc', ...more }];
  return rightsProblems(new Lab({ panorama: { admins } }).port, profile);
}

/** What the cluster `other` is told while the run of `shop` has the lock. */
function lockedByRun(): readonly Problem[] {
  const lab = new Lab();
  takeConfigLock(lab.port, PROFILE.deviceGroup, PROFILE.cluster);
  const answer = takeConfigLock(lab.port, PROFILE.deviceGroup, 'other');
  return answer.kind === 'failed' ? [answer.problem] : [];
}

const some = (found: Problem | undefined): readonly Problem[] => (found === undefined ? [] : [found]);

const LOST: Fault = { kind: 'lost-request' };
const FORBIDDEN: Fault = { kind: 'status', status: 403, reason: 'Invalid Credential' };
const UNAUTHORIZED: Fault = { kind: 'device-error', code: 16, lines: ['Unauthorized request'] };
const NO: Fault = { kind: 'device-error', code: 12, lines: ['no'] };
const UNKNOWN_COMMAND: Fault = { kind: 'device-error', code: 17, lines: ['validate is unexpected'] };

/** What the message must hold, and the way to it. */
const ROWS: { readonly [Code in ProblemCode]: readonly [RegExp, () => readonly Problem[]] } = {
  'no-answer': [/read the device group hierarchy/, () => check(new Lab({ faults: [{ fault: LOST, times: 9 }] }))],
  refused: [/Invalid Credential/, () => check(new Lab({ faults: [{ fault: FORBIDDEN, times: 9 }] }))],
  forbidden: [
    /allow.*read the device group hierarchy: .*Unauthorized/,
    () => check(new Lab({ faults: [{ fault: UNAUTHORIZED, times: 9 }] })),
  ],
  'read-only-admin': [/svc-k8s.*superreader/, () => withRole({ role: 'superreader' })],
  'no-commit-right': [
    /api-svc-k8s.*svc-k8s/,
    () => withRole({ role: 'api', types: ['config', 'op'] }, { ...PROFILE, autoCommit: true }),
  ],
  'shared-admin': [
    /clusters shop, test.*shop-cluster.*svc-k8s/,
    () => some(sharedAdminProblem(PROFILE, [{ ...PROFILE, cluster: 'test' }])),
  ],
  'old-block': [
    /shop has 2 rules in the pre-rulebase.*shop-cluster \(shop\.a, shop\.b\).*pre-rulebase of the device group other/,
    () => some(oldBlockProblem(applied().port, { ...PROFILE, deviceGroup: 'other' }, PROFILE)),
  ],
  'locked-by-run': [/the cluster shop holds.*device group shop-cluster.*svc-k8s/, lockedByRun],
  'empty-answer': [
    /"success".*read the uncommitted changes/,
    () => {
      const fault: Fault = { kind: 'instead', body: '<response status="success"/>' };
      return check(new Lab({ faults: [{ fault, content: '<changes>', times: 9 }] }));
    },
  ],
  contradiction: [
    /the device group shop-cluster: first it is in the hierarchy, then it cannot be found/,
    () => {
      const lab = new Lab();
      const job = lab.job(BASE);
      const body = '<response status="success" code="19"><result total-count="0" count="0"/></response>';
      const faulty = new Lab({ faults: [{ fault: { kind: 'instead', body }, action: 'get', times: 9 }] }, lab.panorama);
      return found(finish(beginApply(faulty.port, job, FOREVER)));
    },
  ],
  emptied: [/shop-cluster is said to hold no rules and objects at all/, emptied],
  'unreadable-version': [/"none"/, () => check(new Lab({ panorama: { version: 'none' } }))],
  'version-too-old': [/9\.1\.16.*10\.0\.0/, () => check(new Lab({ panorama: { version: '9.1.16' } }))],
  'passive-peer': [/secondary-passive/, () => check(new Lab({ panorama: { highAvailability: 'passive' } }))],
  'bad-name': [/device group "a'b"/, () => check(new Lab(), { ...PROFILE, deviceGroup: "a'b" })],
  'no-device-group': [/"gone".*other/, () => check(new Lab(), { ...PROFILE, deviceGroup: 'gone' })],
  'missing-object': [
    /log forwarding profile "siem".*shop\.a/,
    () => check(new Lab(), PROFILE, rulebase([rule('a', { logSetting: 'siem' })])),
  ],
  locked: [/alice holds a configuration lock on Shared.*Freeze/, () => check(locked())],
  'foreign-changes': [/alice.*half done/, () => check(withRule(new Lab(), 'key-alice'))],
  'own-changes': [/svc-k8s.*half done/, () => check(withRule(new Lab(), 'key-svc'))],
  'stale-plan': [/[0-9a-f]{8}.*[0-9a-f]{8}/, stale],
  'refused-plan': [/address-group shop\.web in shop-cluster/, foreignNamesake],
  'write-failed': [/: no$/, () => writing(NO, {})],
  'write-unclear': [/asked twice: /, () => writing(LOST, { times: 2 })],
  'not-as-planned': [/rule shop\.b/, () => disturbed("/entry[@name='shop.b']", '<description>Mine.</description>')],
  'outside-changed': [/rule intruder is new/, () => disturbed('', foreignRule('intruder'))],
  'no-admin': [/does not name/, () => committed(applied(), { ...PROFILE, panoramaAdmin: '' })],
  'wrong-admin': [/by svc-k8s.*names bob/, () => committed(applied(), { ...PROFILE, panoramaAdmin: 'bob' })],
  'full-commit-blocked': [/10\.2\.9.*alice/, reordered],
  'admin-changes-outside': [/svc-k8s.*entry\[@name='other'\]/, () => committed(withRule(applied(), 'key-svc', OTHER))],
  'validation-failed': [/service/, () => committed(withoutService(applied()))],
  'commit-failed': [
    /job \d+.*service/,
    () => committed(withoutService(applied({ faults: [{ fault: UNKNOWN_COMMAND, content: '<validate>' }] }))),
  ],
  'push-failed': [/job \d+.*fw-1.*out of memory/, () => pushed({ outcome: 'fails', message: 'out of memory' })],
  'nothing-reached': [/job \d+.*shop-cluster.*fw-1/, () => pushed({ connected: false })],
  'unknown-job': [/job 77/, unknownJob],
  'unfinished-job': [/Job \d+ .*validation.* 60 minutes/, () => endless('queued', 0)],
  busy: [/no commit for 60 minutes.*Another commit/, () => endless('refused', 1)],
};

it('each code of the table has one row here, and each row a code', () => {
  expect(Object.keys(ROWS).sort()).toEqual(Object.keys(PROBLEMS).sort());
});

it.each(Object.entries(ROWS))('%s comes about', (code, [message, produce]) => {
  const problems = produce();
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  const described = describeProblem(problems[0]);
  expect(described.message).toMatch(message);
  expect(described.message + described.remedy).not.toMatch(/\{[a-zA-Z]+\}|undefined|\[object/);
});
