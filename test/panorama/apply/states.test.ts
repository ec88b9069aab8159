import { beginApply } from '../../../scripts/panorama/apply/run';
import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import { foreignRule } from '../../../tools/lab/panorama';
import { finish, FOREVER, GROUP, jobOf, Lab, PROFILE, rule, rulebase, words, type LabOptions } from '../support';

const BASE = rulebase([rule('a'), rule('b')]);
const RULES = `${GROUP}/pre-rulebase/security/rules`;

interface Case {
  readonly title: string;
  readonly lab?: LabOptions;
  readonly profile?: Partial<ClusterProfile>;
  readonly desired?: typeof BASE;
  /** What happens in Panorama before the run. */
  readonly arrange?: (lab: Lab) => void;
  readonly says: RegExp;
}

const lock = (kind: string, scope: string) => (lab: Lab) => {
  const comment = '<comment>Change window</comment>';
  lab.ask({ type: 'op', cmd: `<request><${kind}-lock><add>${comment}</add></${kind}-lock></request>`, vsys: scope });
};

const CASES: readonly Case[] = [
  {
    title: 'a wrong device group names those that there are',
    profile: { deviceGroup: 'shop-clutser' },
    says: /no device group "shop-clutser".*kubernetes, shop-cluster, other/,
  },
  {
    title: 'a device group whose name holds an apostrophe is refused before any request',
    profile: { deviceGroup: "shop' or '1'='1" },
    says: /apostrophe/,
  },
  {
    title: 'a rule named as position that holds an apostrophe is refused',
    profile: { position: { at: 'after', rule: "x']" } },
    says: /apostrophe/,
  },
  {
    title: 'the passive peer of an HA pair takes no changes',
    lab: { panorama: { highAvailability: 'passive' } },
    says: /passive peer/,
  },
  { title: 'a Panorama before 10.0 is too old', lab: { panorama: { version: '9.1.14' } }, says: /9\.1\.14.*10\.0/ },
  {
    title: 'a missing profile group names its rules',
    desired: rulebase([rule('a', { profileSetting: { type: 'group', group: 'nowhere' } }), rule('b')]),
    says: /security profile group "nowhere".*shop\.a\./,
  },
  {
    title: 'a missing single profile',
    desired: rulebase([rule('a', { profileSetting: { type: 'profiles', profiles: { spyware: 'nowhere' } } })]),
    says: /spyware profile "nowhere"/,
  },
  {
    title: 'a missing log forwarding profile',
    desired: rulebase([rule('a', { logSetting: 'nowhere' })]),
    says: /log forwarding profile "nowhere"/,
  },
  {
    title: 'a missing application',
    desired: rulebase([rule('a', { application: ['redis', 'nowhere'] })]),
    says: /application "nowhere"/,
  },
  {
    title: 'a profile group that exists only in the candidate configuration',
    desired: rulebase([rule('a', { profileSetting: { type: 'group', group: 'fresh' } })]),
    arrange: (lab) => {
      const element = '<entry name="fresh"><virus><member>default</member></virus></entry>';
      lab.ask({ type: 'config', action: 'set', xpath: '/config/shared/profile-group', element });
    },
    says: /profile group "fresh".*running configuration/,
  },
  {
    title: 'a configuration lock of somebody else on the device group',
    arrange: lock('config', 'shop-cluster'),
    says: /alice holds a configuration lock on the device group shop-cluster.*Change window/,
  },
  {
    title: 'a commit lock of somebody else on Shared',
    arrange: lock('commit', ''),
    says: /alice holds a commit lock on Shared/,
  },
  {
    title: 'uncommitted changes of somebody else in the device group',
    arrange: (lab) => {
      lab.ask({ type: 'config', action: 'set', xpath: RULES, element: foreignRule('new foreign') });
    },
    says: /alice has uncommitted changes.*CREATE rule new foreign/,
  },
  {
    title: 'uncommitted changes of our own administrator that are no work of this cluster',
    arrange: (lab) => {
      lab.ask({ type: 'config', action: 'set', xpath: RULES, element: foreignRule('by hand') }, 'key-svc');
    },
    says: /svc-k8s has uncommitted changes.*by hand/,
  },
  {
    title: 'a foreign rule with a name that we need',
    lab: {
      panorama: {
        deviceGroups: [
          {
            name: 'shop-cluster',
            config: `<pre-rulebase><security><rules>${foreignRule('shop.a')}</rules></security></pre-rulebase>`,
          },
        ],
        devices: [],
      },
    },
    says: /rule shop\.a in shop-cluster is not ours/,
  },
];

it.each(CASES)('$title: it is said, and nothing is changed', ({ lab: options, profile, desired, arrange, says }) => {
  const lab = new Lab(options);
  const own: ClusterProfile = { ...PROFILE, ...profile };
  const wanted = desired ?? BASE;
  // The plan is made in a good state; what is wrong is found by the run itself.
  const plan = new Lab({ panorama: options?.panorama?.deviceGroups ? options.panorama : {} }).plan(wanted);
  arrange?.(lab);
  const before = lab.candidate('/config');
  const outcome = finish(beginApply(lab.port, jobOf(wanted, plan, own), FOREVER));
  expect(outcome.kind).toBe('refused');
  expect(outcome.kind === 'refused' ? words(outcome.problems).join('\n') : '').toMatch(says);
  expect(lab.writes).toEqual([]);
  expect(lab.candidate('/config')).toBe(before);
});

it('a wrong API key is said in the words of the device', () => {
  const lab = new Lab({
    faults: [{ fault: { kind: 'status', status: 403, reason: 'Invalid Credential' }, times: 99 }],
  });
  const plan = new Lab().plan(BASE);
  const outcome = finish(beginApply(lab.port, jobOf(BASE, plan), FOREVER));
  expect(outcome).toMatchObject({ kind: 'refused' });
  expect(outcome.kind === 'refused' ? words(outcome.problems) : []).toEqual([
    'Panorama refused to read the device group hierarchy: HTTP 403 Invalid Credential',
  ]);
});

it('all problems are named at once', () => {
  const lab = new Lab();
  const desired = rulebase([rule('a', { logSetting: 'nowhere', application: ['nothing'] })]);
  const plan = lab.plan(desired);
  lock('config', 'shop-cluster')(lab);
  const outcome = finish(beginApply(lab.port, jobOf(desired, plan), FOREVER));
  expect(outcome.kind === 'refused' ? outcome.problems.map(({ code }) => code) : []).toEqual([
    'locked',
    'missing-object',
    'missing-object',
  ]);
});

it('a plan for what Panorama no longer holds is stale, and the lock is given back', () => {
  const lab = new Lab();
  const plan = lab.plan(BASE);
  expect(lab.apply(rulebase([rule('z')])).kind).toBe('applied');
  const before = lab.candidate();
  const outcome = finish(beginApply(lab.port, jobOf(BASE, plan), FOREVER));
  expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'stale-plan' }] });
  expect(lab.candidate()).toBe(before);
  expect(lab.ask({ type: 'op', cmd: '<show><config-locks></config-locks></show>' })).not.toMatch(/svc-k8s/);
});

it('nothing to do and a foreign name taken meanwhile is no success', () => {
  const lab = new Lab();
  expect(lab.apply(BASE).kind).toBe('applied');
  expect(lab.commit().kind).toBe('committed');
  const job = lab.job(BASE);
  // The tags are what makes a rule ours.
  lab.ask({ type: 'config', action: 'delete', xpath: `${RULES}/entry[@name='shop.a']/tag` });
  const ignoring = { ...job, ignoredAdmins: ['alice'] };
  const outcome = finish(beginApply(lab.port, ignoring, FOREVER));
  expect(outcome).toMatchObject({ kind: 'refused', problems: [{ code: 'refused-plan' }] });
});

it('changes of administrators that are ignored do not count', () => {
  const lab = new Lab();
  lab.ask({ type: 'config', action: 'set', xpath: RULES, element: foreignRule('new foreign') });
  const job = { ...jobOf(BASE, lab.plan(BASE)), ignoredAdmins: ['alice'] };
  expect(finish(beginApply(lab.port, job, FOREVER)).kind).toBe('applied');
});

it.each([['&'], ['<'], ["'"], [']]>'], ['<![CDATA[x]]>'], ['"><entry name="x"/>'], ['ü €'], ['&amp;']])(
  'the text %s in a description, a tag comment and a ticket arrives as it is',
  (text) => {
    const lab = new Lab();
    const desired = rulebase([rule('a', { description: `before ${text} after` })], {
      tags: BASE.tags.map((tag) => ({ ...tag, comments: `${text}!` })),
    });
    expect(lab.apply(desired).kind).toBe('applied');
    expect(lab.read().state.rules.find(({ name }) => name === 'shop.a')?.entry?.description).toBe(
      `before ${text} after`,
    );
    expect(lab.apply(desired)).toEqual({ kind: 'unchanged' });
  },
);
