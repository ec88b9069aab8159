import { readDevices } from '../../../scripts/panorama/api/devices';
import { preparePlan } from '../../../scripts/panorama/prepare/prepare';
import { verifyGroups } from '../../../scripts/panorama/commit/verify';
import { createPanorama, type Fault, type FaultRule, type Panorama } from '../../../tools/lab/panorama';
import type { IntegrationVersion } from '../../../tools/lab/panosintegration';
import { isPolicy, policyLabel, translated, withOneMoreEntry } from '../../../tools/session/cluster';
import { sessionInput } from '../../../tools/session/input';
import { openInstance, type Instance } from '../../../tools/session/instance';
import { podsFor, registerPods } from '../../../tools/session/pods';
import { readPlainly, withoutMarks } from '../../../tools/session/requests';
import { applyAtOnce, commitAtOnce, jobOf, pushAtOnce, words } from '../../../tools/session/runs';
import { FAILING, groupPath, panoramaSetting } from '../../../tools/session/setting';

/** Whole sessions on examples/shop in which an apply fails midway: undone, then mended, committed, pushed, verified. */

const INPUT = sessionInput('shop');
if (INPUT === undefined) throw new Error('examples/shop is there.');
const { objects, profile, services } = INPUT;
const CLUSTER = { objects, profile, services, lastGood: [] };
const FIRST = translated(CLUSTER);

/** One policy has another entry, another policy is gone: creations, changes, moves and deletions. */
const CHANGED = translated({
  ...CLUSTER,
  objects: objects
    .filter((object) => !isPolicy(object) || policyLabel(object) !== 'edge/gateway')
    .map((object) => (isPolicy(object) && policyLabel(object) === 'shop/basket' ? withOneMoreEntry(object) : object)),
});

function prepared(instance: Instance, request = CHANGED) {
  const { plan, rulebase, blockers } = preparePlan(instance.port, request);
  if (plan === undefined || rulebase === undefined || blockers.length > 0) {
    throw new Error(`It cannot be planned: ${blockers.join(', ')}`);
  }
  return jobOf(rulebase, plan, profile);
}

/** A Panorama with the first rules committed, and what somebody else sees of them. */
function started(version: IntegrationVersion): { readonly panorama: Panorama; readonly seen: () => string } {
  const { rulebase } = FIRST.translation;
  const panorama = createPanorama(panoramaSetting(profile.deviceGroup, rulebase === undefined ? [] : [rulebase]));
  panorama.setDevice(FAILING.serial, { outcome: 'succeeds' });
  const instance = openInstance(panorama.handle, { deviceGroup: profile.deviceGroup, version });
  expect(applyAtOnce(instance.port, prepared(instance, FIRST)).kind).toBe('applied');
  expect(commitAtOnce(instance.port, profile, 'first').kind).toBe('committed');
  return {
    panorama,
    seen: () =>
      withoutMarks(readPlainly(panorama.handle, groupPath(profile.deviceGroup))).replace(/ uuid="[^"]*"/g, ''),
  };
}

const REFUSED: Fault = { kind: 'device-error', code: 12, lines: ['something is invalid'] };
const FAULTS: readonly (readonly [string, FaultRule])[] = [
  ['a creation is refused', { fault: REFUSED, type: 'config', action: 'set', from: 2 }],
  ['a change is refused', { fault: REFUSED, type: 'config', action: 'edit' }],
  ['a move is refused', { fault: REFUSED, type: 'config', action: 'move' }],
  ['a deletion is refused', { fault: { ...REFUSED, code: 10 }, type: 'config', action: 'delete', from: 2 }],
  ['a change gets no answer, twice', { fault: { kind: 'lost-answer' }, type: 'config', action: 'edit', times: 2 }],
  ['a creation never arrives, twice', { fault: { kind: 'lost-request' }, type: 'config', action: 'set', times: 2 }],
  [
    'a login page comes instead of an answer, twice',
    { fault: { kind: 'html' }, type: 'config', action: 'delete', times: 2 },
  ],
];

describe.each<IntegrationVersion>(['2.5.1', '1.14.22'])('through the PAN-OS integration %s', (version) => {
  it.each(FAULTS)('%s: undone, said; then mended, committed, pushed and effective', (_title, rule) => {
    const { panorama, seen } = started(version);
    const before = seen();
    const { deviceGroup } = profile;
    const faulty = openInstance(panorama.handle, { deviceGroup, version, faults: [rule] });
    const job = prepared(faulty);
    const failed = applyAtOnce(faulty.port, job);
    expect(failed).toMatchObject({ kind: 'failed', leftovers: [] });
    expect(failed.kind === 'failed' ? words(failed.problems).join() : '').toMatch(
      /^(Panorama refused to|Nobody knows)/,
    );
    expect(seen()).toBe(before);

    const instance = openInstance(panorama.handle, { deviceGroup, version });
    const again = prepared(instance);
    expect(again.plan.hash).toBe(job.plan.hash);
    expect(applyAtOnce(instance.port, again)).toMatchObject({ kind: 'applied', leftovers: [] });
    expect(prepared(instance).plan.operations).toEqual([]);
    expect(commitAtOnce(instance.port, profile, 'mended').kind).toBe('committed');
    expect(pushAtOnce(instance.port, profile, 'mended').kind).toBe('pushed');
    const pods = podsFor(again.rulebase);
    registerPods(panorama, pods);
    const devices = readDevices(instance.port, deviceGroup);
    expect(devices.kind === 'read' && verifyGroups(instance.port, devices.devices, pods.groups).verdict).toBe(
      'effective',
    );
  });
});

it('the change that fails here has operations of every kind', () => {
  const { panorama } = started('2.5.1');
  const instance = openInstance(panorama.handle, { deviceGroup: profile.deviceGroup });
  const kinds = new Set(prepared(instance).plan.operations.map(({ op }) => op));
  expect(kinds).toEqual(new Set(['create', 'replace', 'move', 'delete']));
});
