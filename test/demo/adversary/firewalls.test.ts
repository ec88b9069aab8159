import { DEMO_STATE } from '../../../tools/lab/panorama';
import { entryText } from '../../../tools/lab/xsoar';
import {
  agreeing,
  COMPLETE,
  commitAsAdmin,
  ends,
  inPlace,
  names,
  openAdversity,
  outcome,
  pushAsAdmin,
  reference,
  setProfile,
  settle,
  type Adversity,
} from '../adversity';
import { apply, fetch, policy, SHOP } from '../support';
import { CHANGE, data } from './changing';

/**
 * What is live where, from the policy to the Event: firewalls that fail, that are away, that hang in device groups
 * below, and a Panorama that is busy, hangs or was restarted (cases C1 and C3 of the wild).
 */

const WANTED = reference([CHANGE]);

const GROUP = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop-cluster']";

const serial = (number: number): string => `00000000000000${number}`;

function changed(path: Adversity): Adversity {
  apply(path, [CHANGE]);
  fetch(path);
  return path;
}

const lastEvent = (path: Adversity) => path.kubectl.eventsOf('shop', 'new').at(-1);
const reasonsTold = (path: Adversity) => path.kubectl.eventsOf('shop', 'new').map(({ reason }) => reason);

/** Completes the task once. */
function complete(path: Adversity, task: string): readonly string[] {
  let isDone = false;
  return names(
    settle(path, ({ name }) => {
      if (isDone || name !== task) return undefined;
      isDone = true;
      return COMPLETE;
    }),
  );
}

function jobsOf(path: Adversity, type: 'Commit' | 'CommitAll'): number {
  const body = path.admin({ type: 'op', cmd: '<show><jobs><all></all></jobs></show>' });
  return body.match(new RegExp(`<type>${type}</type>`, 'g'))?.length ?? 0;
}

/** Jobs of somebody else, which take so long together. */
function occupy(path: Adversity, jobs: number, seconds: number): void {
  path.panorama.setJobSeconds(seconds / jobs);
  for (let job = 0; job < jobs; job++) path.admin({ type: 'op', cmd: '<validate><full></full></validate>' });
  path.panorama.setJobSeconds(3);
}

describe('one firewall of four fails (C3)', () => {
  function failing(): Adversity {
    const path = inPlace();
    path.panorama.setDevice(serial(2), { outcome: 'fails', message: 'disk full' });
    changed(path);
    expect(names(settle(path))).toEqual(['Resolve the Failed Push']);
    return path;
  }

  it('the author is told that three enforce the rules, and which one does not', () => {
    const event = lastEvent(failing());
    expect(event).toMatchObject({ type: 'Warning', reason: 'PushFailed' });
    expect(event?.message).toContain(
      'Of 4 firewalls, 3 with the rules (cn-ngfw-1, cn-ngfw-3, cn-ngfw-4); 1 with what they had before (cn-ngfw-2).',
    );
    expect(event?.message).toContain('disk full');
    expect(event?.message).not.toContain('the old ones stay in force');
  });

  it('completing the task tells nobody that the firewalls have the rules', () => {
    const path = failing();
    expect(complete(path, 'Resolve the Failed Push')).toEqual(['Follow Up on Rules That Are Not Effective']);
    expect(reasonsTold(path)).not.toContain('RulesPushed');
    expect(lastEvent(path)).toMatchObject({ reason: 'NotEffective' });
    expect(lastEvent(path)?.message).toContain('1 with what they had before (cn-ngfw-2)');
  });

  it('mended and pushed in Panorama: effective, on all four', () => {
    const path = failing();
    path.panorama.setDevice(serial(2), { outcome: 'succeeds' });
    pushAsAdmin(path);
    complete(path, 'Resolve the Failed Push');
    expect(ends(path)).toEqual(['closed effective']);
    expect(lastEvent(path)?.message).toContain('Of 4 firewalls, 4 with the rules');
    expect(outcome(path)).toEqual(WANTED);
  });
});

describe('firewalls in device groups below (C1)', () => {
  const BELOW = {
    deviceGroups: [
      ...(DEMO_STATE.deviceGroups ?? []),
      { name: 'shop-east', parent: 'shop-cluster' },
      { name: 'shop-west', parent: 'shop-cluster' },
    ],
    devices: (DEMO_STATE.devices ?? []).map((device, index) => ({
      ...device,
      deviceGroup: index < 2 ? 'shop-east' : 'shop-west',
    })),
  };

  it('inherit the rules, get the push, and are what "effective" is about', () => {
    const path = openAdversity({ panorama: BELOW });
    apply(path, [...SHOP, CHANGE]);
    fetch(path);
    expect(names(settle(path))).toEqual([]);
    expect(path.server.incidents().map(({ fields }) => fields.cnseriesstate)).toEqual(['effective']);
    expect(outcome(path)).toEqual(WANTED);
    expect(jobsOf(path, 'CommitAll')).toBe(2);
    expect(lastEvent(path)?.message).toContain('Of 4 firewalls, 4 with the rules');
  });

  it('one that fails there is told, and the rules are not effective until it has them', () => {
    const path = inPlace({ panorama: BELOW });
    path.panorama.setDevice(serial(3), { outcome: 'fails', message: 'disk full' });
    changed(path);
    expect(names(settle(path))).toEqual(['Resolve the Failed Push']);
    expect(lastEvent(path)?.message).toContain('1 with what they had before (cn-ngfw-3)');
    expect(complete(path, 'Resolve the Failed Push')).toEqual(['Follow Up on Rules That Are Not Effective']);
  });
});

describe('a firewall that is away at the push', () => {
  function away(): Adversity {
    const path = inPlace();
    path.panorama.setDevice(serial(4), { connected: false });
    changed(path);
    expect(names(settle(path))).toEqual([]);
    expect(ends(path)).toEqual(['closed effective']);
    return path;
  }

  it('is told as such', () => {
    expect(lastEvent(away())?.message).toContain(
      '3 with the rules (cn-ngfw-1, cn-ngfw-2, cn-ngfw-3); 1 not connected, with what they had before (cn-ngfw-4).',
    );
  });

  it('is told to have its old rules when it is back, until it gets the new ones', () => {
    const path = away();
    const verify = () => data(path, '!CNSeriesVerify cluster=shop patience=0', 'alice');
    expect(verify()).toMatchObject({ Outcome: 'effective', Devices: 3 });
    path.panorama.setDevice(serial(4), { connected: true });
    expect(verify()).toMatchObject({ Outcome: 'not-effective', Devices: 4 });
    expect(verify().Where).toContain('3 with the rules');
    expect(verify().Where).toContain('1 with what they had before (cn-ngfw-4)');
    pushAsAdmin(path);
    expect(verify()).toMatchObject({ Outcome: 'effective', Where: expect.stringContaining('4 with') as unknown });
    expect(outcome(path)).toEqual(WANTED);
  });

  /** Another incident, which needs no other rules. */
  function nextIncident(path: Adversity): readonly string[] {
    path.server.advance(600_000);
    apply(path, [policy('new', 7001, { annotations: { 'example.com/note': 'twice' } })]);
    fetch(path);
    return names(settle(path, (task) => (task.name.startsWith('Push Despite') ? undefined : agreeing(task))));
  }

  /** A rule of somebody else goes live, in Panorama at least. */
  function foreignCommit(path: Adversity): void {
    const element = '<entry name="web-9"><ip-netmask>192.0.2.9</ip-netmask></entry>';
    path.admin({ type: 'config', action: 'set', xpath: `${GROUP}/address`, element });
    commitAsAdmin(path);
  }

  it('gets the rules with the next incident, whatever that one is about', () => {
    const path = away();
    path.panorama.setDevice(serial(4), { connected: true });
    expect(nextIncident(path)).toEqual([]);
    expect(outcome(path)).toEqual(WANTED);
  });

  it('gets what others committed since only when somebody says so', () => {
    const path = away();
    foreignCommit(path);
    pushAsAdmin(path);
    path.panorama.setDevice(serial(4), { connected: true });
    expect(nextIncident(path)).toEqual(['Push Despite Changes of Others']);
  });

  it('makes nobody push while it stays away', () => {
    const path = away();
    const pushes = jobsOf(path, 'CommitAll');
    foreignCommit(path);
    expect(nextIncident(path)).toEqual([]);
    expect(ends(path)).toEqual(['closed effective', 'closed unchanged']);
    expect(jobsOf(path, 'CommitAll')).toBe(pushes);
  });
});

describe.each([
  ['another commit in progress', { whileBusy: 'refused' }, 1],
  ['a full queue', {}, 10],
] as const)('%s', (_title, panorama, jobs) => {
  it('for five minutes: nobody is asked, and one commit is made', () => {
    const path = inPlace({ panorama });
    const before = jobsOf(path, 'Commit');
    occupy(path, jobs, 300);
    changed(path);
    expect(names(settle(path))).toEqual([]);
    expect(ends(path)).toEqual(['closed effective']);
    expect(jobsOf(path, 'Commit') - before).toBe(1);
    expect(outcome(path)).toEqual(WANTED);
  });

  it('for ever: a person is asked, and nothing was begun', () => {
    const path = inPlace({ panorama });
    occupy(path, jobs, Infinity);
    const before = jobsOf(path, 'Commit');
    changed(path);
    expect(names(settle(path))).toEqual(['Resolve the Failed Commit']);
    expect(lastEvent(path)).toMatchObject({ reason: 'CommitFailed' });
    expect(lastEvent(path)?.message).toContain('Panorama took no commit for');
    expect(jobsOf(path, 'Commit')).toBe(before);
  });
});

describe('a job that never ends', () => {
  /** Runs until the incident has got there. */
  function until(path: Adversity, isThere: () => boolean): void {
    for (let step = 0; step < 2000 && !isThere(); step++) if (!path.server.step()) path.server.advance(1000);
    expect(isThere()).toBe(true);
  }

  it('of the commit: a person is asked, with its number; by hand it is looked at again, and not made twice', () => {
    const path = inPlace();
    const commits = jobsOf(path, 'Commit');
    path.panorama.setJobSeconds(Infinity);
    changed(path);
    expect(names(settle(path))).toEqual(['Resolve the Failed Commit']);
    const told = path.server.incident('2').entries.map(entryText).join('\n');
    const [, job] = /Job (\d+) of Panorama/.exec(told) ?? [];
    expect(told).toContain(`show jobs id ${job}`);
    expect(lastEvent(path)?.message).toContain(`Job ${job} of Panorama`);
    expect(data(path, '!CNSeriesCommit cluster=shop', 'alice')).toMatchObject({ Done: true, Outcome: 'failed' });
    expect(jobsOf(path, 'Commit')).toBe(commits);
    path.panorama.restart();
    path.panorama.setJobSeconds(3);
    expect(data(path, '!CNSeriesCommit cluster=shop', 'alice').Reasons).toEqual([
      expect.stringContaining(`Panorama does not know job ${job}`),
    ]);
    for (let look = 0; look < 20; look++) data(path, '!CNSeriesCommit cluster=shop', 'alice');
    expect(jobsOf(path, 'Commit')).toBe(1);
    complete(path, 'Resolve the Failed Commit');
    expect(ends(path)).toEqual(['closed effective']);
    expect(outcome(path)).toEqual(WANTED);
  });

  it('of the push: a person is asked, and the author told that nobody knows', () => {
    const path = inPlace();
    const commits = jobsOf(path, 'Commit');
    changed(path);
    until(path, () => jobsOf(path, 'Commit') > commits);
    path.panorama.setJobSeconds(Infinity);
    expect(names(settle(path))).toEqual(['Resolve the Failed Push']);
    expect(lastEvent(path)).toMatchObject({ reason: 'PushFailed' });
    expect(lastEvent(path)?.message).toContain('Of 4 firewalls, 4 nobody knows');
    expect(lastEvent(path)?.message).toMatch(/Job \d+ of Panorama \(push to the device group shop-cluster\)/);
  });

  it('of a commit that a restart of Panorama lost: a person is asked, and the next run commits', () => {
    const path = inPlace();
    const commits = jobsOf(path, 'Commit');
    changed(path);
    until(path, () => jobsOf(path, 'Commit') > commits);
    path.panorama.restart();
    expect(names(settle(path))).toEqual(['Resolve the Failed Commit']);
    expect(lastEvent(path)?.message).toContain('Panorama does not know job');
  });
});

describe('what was pushed once', () => {
  it('is believed no longer when somebody pushed something else since, and set Panorama back', () => {
    const path = inPlace();
    const rules = `${GROUP}/pre-rulebase/security/rules`;
    const [, rule = ''] =
      /<entry name="(shop\.shop\.basket[^"]*)"/.exec(path.admin({ type: 'config', action: 'get', xpath: rules })) ?? [];
    const set = (action: string): void => {
      const xpath = `${rules}/entry[@name='${rule}']/action`;
      path.admin({ type: 'config', action: 'edit', xpath, element: `<action>${action}</action>` });
      commitAsAdmin(path);
    };
    set('deny');
    pushAsAdmin(path);
    set('allow');
    const found = data(path, '!CNSeriesVerify cluster=shop patience=0', 'alice');
    expect(found).toMatchObject({ Outcome: 'not-effective' });
    expect(String(found.Where)).toContain('4 with what they had before');
  });

  it('counts for nobody whom a push by hand did not reach', () => {
    const path = inPlace();
    setProfile(path, { autoPush: false });
    path.panorama.setDevice(serial(4), { connected: false });
    changed(path);
    expect(names(settle(path, (task) => (task.name === 'Push the Rules' ? undefined : agreeing(task))))).toEqual([
      'Push the Rules',
    ]);
    pushAsAdmin(path);
    settle(path, ({ name, options }) =>
      name === 'Push the Rules' ? options.find((option) => option.startsWith('Already')) : undefined,
    );
    expect(ends(path)).toEqual(['closed effective']);
    path.panorama.setDevice(serial(4), { connected: true });
    expect(data(path, '!CNSeriesVerify cluster=shop patience=0', 'alice')).toMatchObject({ Outcome: 'not-effective' });
  });
});

it('a firewall that never says how it fared keeps no later commit from the others', () => {
  const path = inPlace();
  path.panorama.setDevice(serial(4), { outcome: 'stalls' });
  changed(path);
  expect(names(settle(path))).toEqual(['Resolve the Failed Push']);
  path.panorama.setDevice(serial(4), { outcome: 'succeeds' });
  pushAsAdmin(path);
  complete(path, 'Resolve the Failed Push');
  path.server.advance(600_000);
  apply(path, [policy('later', 7002)]);
  fetch(path);
  expect(names(settle(path))).toEqual([]);
  expect(ends(path)).toEqual(['closed effective', 'closed effective']);
  for (const number of [1, 2, 3, 4]) {
    expect(path.panorama.deviceRules(serial(number)).some((rule) => rule.includes('.later.'))).toBe(true);
  }
});
