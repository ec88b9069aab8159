import { readDevices } from '../../../scripts/panorama/api/devices';
import { beginPush, continuePush, type PushStep } from '../../../scripts/panorama/commit/push';
import type { DeviceOptions, FaultRule } from '../../../tools/lab/panorama';
import { Lab, OPTIONS, PROFILE, rule, rulebase, words, type LabOptions } from '../support';

/**
 * Firewalls in device groups below the profile's inherit its rules, and a push by the XML API does not reach them
 * (case C1 of the wild: pan-os-ansible 400; vendor, "Commit-All").
 */

const SITES = Array.from({ length: 10 }, (_, index) => `site-${index + 1}`);

/** A firewall in each of so many device groups below, and so many in the device group itself. */
function hierarchy(
  below: number,
  own: number,
  change: (device: DeviceOptions) => Partial<DeviceOptions> = () => ({}),
): LabOptions {
  const sites = SITES.slice(0, below);
  const devices = [...Array<string>(own).fill('shop-cluster'), ...sites].map((deviceGroup, index) => {
    const device = { serial: `00${index + 1}`, hostname: `fw-${index + 1}`, deviceGroup };
    return { ...device, ...change(device) };
  });
  const deviceGroups = [
    ...(OPTIONS.deviceGroups ?? []),
    // The second hangs below the first, and so on.
    ...sites.map((name, index) => ({ name, parent: index === 1 ? 'site-1' : 'shop-cluster' })),
    { name: 'elsewhere', parent: 'other' },
  ];
  return { panorama: { deviceGroups, devices: [...devices, ELSEWHERE] } };
}

const ELSEWHERE: DeviceOptions = { serial: '099', hostname: 'fw-99', deviceGroup: 'elsewhere' };

function committed(options: LabOptions): Lab {
  const lab = new Lab(options);
  lab.apply(rulebase([rule('a')]));
  lab.commit();
  return lab;
}

const isLive = (lab: Lab, serial: string): boolean => lab.panorama.deviceRules(serial).join('').includes('shop.a');

function pushesOf(lab: Lab): number {
  const jobs = lab.ask({ type: 'op', cmd: '<show><jobs><all/></jobs></show>' });
  return jobs.match(/<type>CommitAll<\/type>/g)?.length ?? 0;
}

it.each([
  [2, 0],
  [3, 2],
  [10, 1],
])('%d device groups below, %d firewalls in the device group itself: all of them are pushed to', (below, own) => {
  const lab = committed(hierarchy(below, own));
  const outcome = lab.push();
  expect(outcome.kind).toBe('pushed');
  const serials = Array.from({ length: below + own }, (_, index) => `00${index + 1}`);
  expect(outcome.kind === 'pushed' ? outcome.devices.map(({ serial }) => serial) : []).toEqual(serials);
  expect(serials.every((serial) => isLive(lab, serial))).toBe(true);
  expect(pushesOf(lab)).toBe(below + (own === 0 ? 0 : 1));
  expect(isLive(lab, '099')).toBe(false);
});

it.each([1, 10])('firewalls are listed with their device groups, however many of these there are (%d)', (below) => {
  const lab = committed(hierarchy(below, 1));
  const answer = readDevices(lab.port, 'shop-cluster');
  const groups = answer.kind === 'read' ? answer.devices.map(({ deviceGroup }) => deviceGroup) : [];
  expect([...groups].sort()).toEqual(['shop-cluster', ...SITES.slice(0, below)].sort());
});

it('four pushes run at once, so that others have places in the queue', () => {
  const lab = committed(hierarchy(10, 0));
  let step: PushStep = beginPush(lab.port, PROFILE, 'x', 0);
  let most = 0;
  for (let look = 0; !step.done && look < 99; look++) {
    const running = step.progress.groups.filter(({ state }) => state === 'under-way');
    most = Math.max(most, running.length);
    step = continuePush(lab.port, PROFILE, JSON.parse(JSON.stringify(step.progress)) as typeof step.progress, 0);
  }
  expect([step.done, most]).toEqual([true, 4]);
});

it('a firewall that fails below is named, and the others have the rules', () => {
  const lab = committed(
    hierarchy(3, 1, ({ serial }) => (serial === '003' ? { outcome: 'fails', message: 'disk full' } : {})),
  );
  const outcome = lab.push();
  expect(outcome.kind === 'failed' ? words(outcome.problems) : []).toEqual([
    expect.stringMatching(/^The push \(job \d+\) failed on fw-3 \(003\): disk full\.$/),
  ]);
  expect(['001', '002', '003', '004'].map((serial) => isLive(lab, serial))).toEqual([true, true, false, true]);
});

it('a device group below whose firewalls are all disconnected does not make the push fail', () => {
  const lab = committed(hierarchy(2, 0, ({ serial }) => ({ connected: serial === '001' })));
  expect(lab.push()).toMatchObject({ kind: 'pushed', devices: [{ state: 'succeeded' }, { state: 'disconnected' }] });
});

it('a device group that refuses the push is named, and the others get it', () => {
  const fault: FaultRule['fault'] = { kind: 'device-error', code: 12, lines: ['site-1 is locked by bob'] };
  const calm = committed(hierarchy(2, 0));
  const lab = new Lab({ faults: [{ fault, type: 'commit', content: 'site-1' }] }, calm.panorama);
  const outcome = lab.push();
  expect(outcome.kind === 'failed' ? words(outcome.problems) : []).toEqual([
    'Panorama refused to push to the device group site-1: site-1 is locked by bob',
  ]);
  expect([isLive(lab, '001'), isLive(lab, '002')]).toEqual([false, true]);
});

it.each(['lost-request', 'lost-answer'] as const)('a %s makes one push for each device group, not two', (kind) => {
  for (let from = 1; from <= 3; from++) {
    const calm = committed(hierarchy(3, 0));
    const lab = new Lab(
      { faults: [{ fault: { kind }, type: 'commit', action: 'all', from }], predefinedValues: 'any' },
      calm.panorama,
    );
    expect(lab.push().kind).toBe('pushed');
    expect(pushesOf(lab)).toBe(3);
  }
});

it('a push that failed before is not taken for the one whose answer is lost', () => {
  const calm = committed(hierarchy(0, 1, () => ({ outcome: 'fails', message: 'disk full' })));
  expect(calm.push().kind).toBe('failed');
  calm.panorama.setDevice('001', { outcome: 'succeeds' });
  const lab = new Lab(
    { faults: [{ fault: { kind: 'lost-request' }, type: 'commit' }], predefinedValues: 'any' },
    calm.panorama,
  );
  expect(lab.push().kind).toBe('pushed');
});
