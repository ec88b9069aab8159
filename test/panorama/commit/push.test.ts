import { beginPush, continuePush, devicesOf } from '../../../scripts/panorama/commit/push';
import { readDevices } from '../../../scripts/panorama/api/devices';
import type { DeviceOptions } from '../../../tools/lab/panorama';
import { Lab, OPTIONS, PROFILE, rule, rulebase, words, type LabOptions } from '../support';

/** A Panorama with the rulebase committed; each firewall behaves as its entry says. */
function committed(changes: readonly Partial<DeviceOptions>[], options: LabOptions = {}): Lab {
  const devices = (OPTIONS.devices ?? [])
    .slice(0, changes.length)
    .map((device, index) => ({ ...device, ...changes[index] }));
  const lab = new Lab({ ...options, panorama: { devices, ...options.panorama } });
  lab.apply(rulebase([rule('a')]));
  lab.commit();
  return lab;
}

function pushedTo(lab: Lab) {
  const outcome = lab.push();
  const devices = outcome.kind === 'nothing' ? [] : outcome.devices;
  return { outcome, states: devices.map(({ name, state }) => `${name} ${state}`) };
}

it.each(['OK', 'FAIL'] as const)('a failed firewall fails the push by name, also where the job says %s', (result) => {
  const lab = committed(
    [{}, { outcome: 'fails', message: 'out of memory' }, { outcome: 'warns', message: 'shadowed' }],
    {
      panorama: { partlyFailedPush: result },
    },
  );
  const { outcome, states } = pushedTo(lab);
  expect(states).toEqual(['fw-1 succeeded', 'fw-2 failed', 'fw-3 succeeded']);
  expect(outcome.kind === 'failed' ? words(outcome.problems).join(' ') : '').toMatch(
    /^The push \(job \d+\) failed on fw-2 \(002\): out of memory\.$/,
  );
});

it('warnings are kept, the success among the errors is not', () => {
  const lab = committed([{}, { outcome: 'warns', message: 'rule is shadowed' }]);
  expect(lab.push()).toMatchObject({
    kind: 'pushed',
    devices: [
      { name: 'fw-1', messages: [] },
      { name: 'fw-2', messages: ['rule is shadowed'] },
    ],
  });
});

it('disconnected firewalls are listed and fail nothing', () => {
  const { outcome, states } = pushedTo(committed([{}, { connected: false }]));
  expect(outcome.kind).toBe('pushed');
  expect(states).toEqual(['fw-1 succeeded', 'fw-2 disconnected']);
});

it('a push that reaches no firewall is no success', () => {
  const { outcome } = pushedTo(committed([{ connected: false }, { connected: false }]));
  expect(outcome).toMatchObject({ kind: 'failed', problems: [{ code: 'nothing-reached' }] });
});

it('a single firewall is read, too', () => {
  expect(pushedTo(committed([{ outcome: 'fails', message: 'no' }])).states).toEqual(['fw-1 failed']);
});

it('a firewall may be pending for longer than the job: it is not done, and says for whom it waits', () => {
  const lab = committed([{}, { outcome: 'stalls' }]);
  let step = beginPush(lab.port, PROFILE, 'x', 0);
  for (let round = 0; round < 10 && !step.done; round++) step = continuePush(lab.port, PROFILE, step.progress, 0);
  if (step.done) throw new Error('It should wait.');
  expect(devicesOf(step.progress).map(({ name, state }) => `${name} ${state}`)).toEqual([
    'fw-1 succeeded',
    'fw-2 pending',
  ]);
});

it('a device group without firewalls needs no push', () => {
  expect(committed([], { panorama: { devices: [] } }).push()).toEqual({ kind: 'nothing', reason: 'no-devices' });
});

it.each(['any', 'listed'] as const)('no templates are pushed (server with %s values)', (predefinedValues) => {
  const lab = committed([{}], { predefinedValues });
  let command = '';
  const panorama = {
    ...lab.panorama,
    handle: (request: Parameters<typeof lab.panorama.handle>[0]) => {
      if (request.params.action === 'all') command = request.params.cmd ?? '';
      return lab.panorama.handle(request);
    },
  };
  expect(new Lab({ predefinedValues }, panorama).push().kind).toBe('pushed');
  expect(command).toContain('<include-template>no</include-template>');
  expect(command).toMatch(/<device-group><entry name="shop-cluster"(\/>|><\/entry>)<\/device-group>/);
});

it.each(['lost-request', 'lost-answer'] as const)('a %s of the push ends in a push', (kind) => {
  const calm = committed([{}]);
  const lab = new Lab({ faults: [{ fault: { kind }, type: 'commit' }], predefinedValues: 'any' }, calm.panorama);
  expect(lab.push()).toMatchObject({ kind: 'pushed' });
  const jobs = lab.ask({ type: 'op', cmd: '<show><jobs><all/></jobs></show>' });
  expect(jobs.match(/<type>CommitAll<\/type>/g)).toHaveLength(1);
});

it('firewalls are read with their connection and whether they are in sync', () => {
  const lab = committed([{}, { connected: false }]);
  const read = () => {
    const answer = readDevices(lab.port, 'shop-cluster');
    return answer.kind === 'read' ? answer.devices : [];
  };
  expect(read()).toEqual([
    { serial: '001', name: 'fw-1', deviceGroup: 'shop-cluster', connected: true, inSync: false },
    { serial: '002', name: 'fw-2', deviceGroup: 'shop-cluster', connected: false, inSync: false },
  ]);
  lab.push();
  expect(read().map(({ inSync }) => inSync)).toEqual([true, false]);
});
