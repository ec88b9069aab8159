import { readState } from '../../scripts/panorama/state/readstate';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import { planRulebase } from '../../scripts/policy/plan/plan';
import type { DeviceGroupState } from '../../scripts/policy/plan/types';
import type { ClusterProfile } from '../../scripts/policy/profile/types';
import { createPanorama, foreignRule, type DeviceGroupOptions, type PanoramaOptions } from '../lab/panorama';
import { isPolicy, translated, withOneMoreEntry } from '../session/cluster';
import { openInstance, type Instance } from '../session/instance';
import { applyAtOnce, jobOf } from '../session/runs';
import { panoramaSetting } from '../session/setting';
import { generateCluster } from './cluster';
import { BENCH_PROFILE } from './compile';
import { medianTime } from './measure';

/** What a run costs in Panorama: requests, bytes, and the CPU time of the plan. */
export interface PanoramaRow {
  readonly what: string;
  readonly policies: number;
  readonly foreign: number;
  readonly measured: number;
  readonly unit: 'writes' | 'CPU ms';
  readonly most: number;
  /** Bytes of XML in the write requests. */
  readonly bytes: number;
}

const PROFILE: ClusterProfile = { ...BENCH_PROFILE, enforcement: 'enforce', panoramaAdmin: 'svc-k8s' };

interface Bench {
  readonly instance: Instance;
  readonly policies: number;
  readonly foreign: number;
}

/** The goals of a first apply, of one entry more, of no change, and of planning beside many rules of others. */
export function measurePanorama(): readonly PanoramaRow[] {
  const small = generateCluster(1_000);
  const large = generateCluster(10_000);
  const first = open(small, 0);
  const rulebase = compiled(small);
  const crowded = open(large, 10_000);
  const crowdedRules = compiled(large);
  const oneMore = compiled(withEntry(large));
  return [
    writes(first, 'first apply', rulebase, 6),
    writes(first, 'no change', rulebase, 0),
    writes(crowded, 'first apply', crowdedRules, Infinity),
    writes(crowded, 'one entry more', oneMore, 4),
    writes(crowded, 'no change', oneMore, 0),
    planning(crowded, oneMore),
  ];
}

function open(objects: readonly RawObject[], foreign: number): Bench {
  const setting = panoramaSetting(PROFILE.deviceGroup, [compiled(objects)]);
  const panorama = createPanorama(withForeign(setting, foreign));
  const instance = openInstance(panorama.handle, { deviceGroup: PROFILE.deviceGroup });
  return { instance, policies: objects.filter(isPolicy).length, foreign };
}

/** The device group of the cluster with so many more rules of others above it. */
function withForeign(setting: PanoramaOptions, count: number): PanoramaOptions {
  const rules = Array.from({ length: count }, (_none, index) => foreignRule(`foreign ${index}`)).join('');
  const changed = (group: DeviceGroupOptions): DeviceGroupOptions =>
    group.name === PROFILE.deviceGroup
      ? { ...group, config: (group.config ?? '').replace('<rules>', `<rules>${rules}`) }
      : group;
  return { ...setting, deviceGroups: (setting.deviceGroups ?? []).map(changed) };
}

function compiled(objects: readonly RawObject[]): Rulebase {
  const { rulebase } = translated({ objects, profile: PROFILE, services: [], lastGood: [] }).translation;
  if (rulebase === undefined) throw new Error('The generated cluster has no rulebase.');
  return rulebase;
}

/** One more entry in a policy that isolates pods already. */
function withEntry(objects: readonly RawObject[]): readonly RawObject[] {
  const target = objects.find(isPolicy);
  return objects.map((object) => (object === target ? withOneMoreEntry(object) : object));
}

function writes(bench: Bench, what: string, desired: Rulebase, most: number): PanoramaRow {
  const { instance } = bench;
  const sent = instance.requests.length;
  const before = instance.writes();
  const { kind } = applyAtOnce(
    instance.port,
    jobOf(desired, planRulebase(desired, stateOf(instance), PROFILE), PROFILE),
  );
  if (kind !== 'applied' && kind !== 'unchanged') throw new Error(`The bench's run is ${kind}.`);
  const bytes = instance.requests.slice(sent).reduce((sum, { params }) => sum + (params.element ?? '').length, 0);
  return { ...rowOf(bench, what), measured: instance.writes() - before, unit: 'writes', most, bytes };
}

function planning(bench: Bench, desired: Rulebase): PanoramaRow {
  const state = stateOf(bench.instance);
  const { milliseconds } = medianTime(5, () => planRulebase(desired, state, PROFILE));
  return { ...rowOf(bench, 'planning'), measured: milliseconds, unit: 'CPU ms', most: 1000, bytes: 0 };
}

function rowOf({ policies, foreign }: Bench, what: string): Pick<PanoramaRow, 'what' | 'policies' | 'foreign'> {
  return { what, policies, foreign };
}

function stateOf({ port }: Instance): DeviceGroupState {
  const answer = readState(port, PROFILE);
  if (answer.kind === 'failed') throw new Error('The emulator cannot be read.');
  return answer.reading.state;
}
