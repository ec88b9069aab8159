import { manifest as applyManifest, run as runApply } from '../../scripts/automations/CNSeriesApply';
import { manifest as approveManifest, run as runApprove } from '../../scripts/automations/CNSeriesApprove';
import { manifest as commitManifest, run as runCommit } from '../../scripts/automations/CNSeriesCommit';
import { manifest as planManifest, run as runPlan } from '../../scripts/automations/CNSeriesPlan';
import { manifest as readManifest, run as runRead } from '../../scripts/automations/CNSeriesRead';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { WarRoomEntry } from '../../scripts/xsoar/entries';
import type { CommandArguments, Host, HostEntry } from '../../scripts/xsoar/host';
import { createPanorama, type ApiRequest, type DeviceGroupOptions, type PanoramaOptions } from '../lab/panorama';
import { answerListCommand } from '../lab/listcommands';
import { APPROVER_ROLE, INSTANCE, LAB_CLUSTER } from '../checks/engines/labserver';
import { createPanosIntegration } from '../lab/panosintegration';
import { isPolicy, translated, withOneMoreEntry } from '../session/cluster';
import { isWrite, OWN_KEY } from '../session/requests';
import { panoramaSetting } from '../session/setting';
import { generateCluster } from './cluster';
import { BENCH_PROFILE } from './compile';

/** What one changed entry asks of Panorama, from reading to applied, as the playbook runs the automations. */

/** What was asked, without job polls and verification. Taking and freeing the lock count as reads. */
export interface RequestCount {
  readonly policies: number;
  readonly levels: number;
  readonly reads: number;
  readonly writes: number;
  /** Bytes of all answers to reads. */
  readonly bytes: number;
  /** Bytes of the longest one. */
  readonly longest: number;
}

const CLUSTER = 'bench';
const DEVICE_GROUP = 'bench';

/** Counts on a cluster whose rules are committed, in a device group below so many others. */
export function countRequests(policies: number, levels: number): RequestCount {
  const objects = generateCluster(policies);
  const lab = openLab(objects, levels);
  lab.carryOut();
  lab.until(() => lab.run(commitManifest, runCommit));
  const target = objects.find(isPolicy);
  lab.change(objects.map((object) => (object === target ? withOneMoreEntry(object) : object)));
  lab.asked.length = 0;
  lab.carryOut();
  const reads = lab.asked.filter(({ isRead }) => isRead);
  return {
    policies,
    levels,
    reads: reads.length,
    writes: lab.asked.length - reads.length,
    bytes: reads.reduce((sum, { bytes }) => sum + bytes, 0),
    longest: Math.max(...reads.map(({ bytes }) => bytes)),
  };
}

interface Asked {
  readonly isRead: boolean;
  readonly bytes: number;
  readonly what: string;
}

function openLab(objects: readonly RawObject[], levels: number) {
  const kept = { clusters: { [CLUSTER]: { ...LAB_CLUSTER, deviceGroup: DEVICE_GROUP } } };
  const lists = new Map([['CNSeries Clusters', JSON.stringify(kept)]]);
  const asked: Asked[] = [];
  let snapshot = snapshotOf('s1', objects);
  const panorama = createPanorama(settingOf(objects, levels));
  const integration = createPanosIntegration({
    version: '2.5.1',
    handle: (request: ApiRequest) => {
      const answer = panorama.handle(request);
      const { type = '', action = '', xpath = '', cmd = '' } = request.params;
      const what = [type, action, xpath, cmd].join(' ');
      if (!what.includes('<jobs><id>')) asked.push({ isRead: !isWrite(request), bytes: answer.body.length, what });
      return answer;
    },
    params: {
      server: 'http://127.0.0.1',
      port: '8443',
      key: '',
      credentials: { password: OWN_KEY },
      device_group: DEVICE_GROUP,
    },
    predefinedValues: 'any',
  });

  function executeCommand(name: string, args: CommandArguments): readonly HostEntry[] {
    const ofList = answerListCommand(lists, name, args);
    if (ofList !== undefined) return ofList;
    switch (name) {
      case 'getUsers':
        return [{ Type: 1, Contents: [{ username: 'alice', allRoles: [APPROVER_ROLE] }] }];
      case 'cnseries-get-snapshot':
        return [{ Type: 1, Contents: snapshot }];
      default: {
        const { using, ...given } = args;
        if (using !== INSTANCE) throw new Error(`${name} must name its instance.`);
        return JSON.parse(JSON.stringify(integration.execute(name, given))) as readonly HostEntry[];
      }
    }
  }

  const host: Omit<Host, 'args'> = {
    incident: undefined,
    activeInstances: () => [
      { name: INSTANCE, brand: 'Panorama' },
      { name: 'watcher', brand: 'Kubernetes Policy Watcher' },
    ],
    executeCommand,
  };

  const run: Runner = (manifest, automation, more = {}) => {
    const [entry] = runAutomation(manifest, automation, { args: { cluster: CLUSTER, ...more }, ...host });
    if (entry.Type === 4) throw new Error(String(entry.Contents));
    return dataOf(entry);
  };

  function until(step: () => Data): Data {
    for (let round = 0; round < 100; round++) {
      const data = step();
      if (data.Done === true) return data;
    }
    throw new Error('It does not end.');
  }

  return {
    asked,
    run,
    until,
    change: (changed: readonly RawObject[]) => {
      snapshot = snapshotOf('s2', changed);
    },
    carryOut: () => {
      until(() => run(readManifest, runRead));
      const { Hash } = run(planManifest, runPlan);
      run(approveManifest, runApprove, { plan_hash: Hash, approver: 'alice' });
      const { Outcome } = until(() => run(applyManifest, runApply, { plan_hash: Hash }));
      if (Outcome !== 'applied') throw new Error(`The bench's apply is ${String(Outcome)}.`);
    },
  };
}

type Data = Readonly<Record<string, unknown>>;
type Runner = <Manifest extends Parameters<typeof runAutomation>[0]>(
  manifest: Manifest,
  automation: Parameters<typeof runAutomation<Manifest>>[1],
  more?: CommandArguments,
) => Data;

const dataOf = ({ Contents }: WarRoomEntry): Data => Contents as Data;

function snapshotOf(id: string, objects: readonly RawObject[]): object {
  return { SnapshotId: id, Cluster: CLUSTER, ClusterUID: 'u1', Lists: {}, Objects: objects };
}

/** The Panorama of a session, with so many device groups above that of the cluster; the first one has a rule. */
function settingOf(objects: readonly RawObject[], levels: number): PanoramaOptions {
  const { rulebase } = translated({ objects, profile: BENCH_PROFILE, services: [], lastGood: [] }).translation;
  const setting = panoramaSetting(DEVICE_GROUP, rulebase === undefined ? [] : [rulebase]);
  const [top, ...rest] = setting.deviceGroups ?? [];
  const between: DeviceGroupOptions[] = [];
  for (let level = 1; level < levels - 1; level++) {
    between.push({ name: `level-${level}`, parent: level === 1 ? top.name : `level-${level - 1}` });
  }
  const parent = between.at(-1)?.name ?? top.name;
  const groups = rest.map((group) => (group.name === DEVICE_GROUP ? { ...group, parent } : group));
  return { ...setting, deviceGroups: [top, ...between, ...groups] };
}
