import { runAutomation } from '../../scripts/xsoar/automation';
import type { CommandArguments, Host, HostEntry } from '../../scripts/xsoar/host';
import { answerListCommand } from '../lab/listcommands';
import { createPanorama, type ApiRequest, type Delivery, type Panorama, type PanoramaOptions } from '../lab/panorama';
import { ConnectionBroken, createPanosIntegration } from '../lab/panosintegration';
import { pluginTags } from '../lab/plugin/plugin';
import type { RawObject } from '../../scripts/policy/kubernetes/types';
import { OWN_KEY } from '../session/requests';
import type { Example } from './clusters';
import type { Shape } from './setting';

/** The server of the suite: lists, incident fields, a clock, and scripts that can be stopped at any call. */

const INSTANCE = 'panorama';
const APPROVER = { username: 'alice', allRoles: ['Security Admin'] };

/** What is remembered between runs, and what the Panorama holds: where a case starts. */
export interface Start {
  readonly panorama: PanoramaOptions;
  readonly lists: ReadonlyMap<string, string>;
  readonly now: number;
}

/** A call of a script after or before which its server is gone. */
export interface Stop {
  /** Counted from 1 over all scripts of the case: requests to Panorama, and lists written. */
  readonly at: number;
  readonly when: 'before' | 'after';
}

class Stopped extends Error {}

/** What a script came to; undefined where it was stopped. */
export type Answer = HostEntry | undefined;

type Automation = Parameters<typeof runAutomation>[1];
type Manifest = Parameters<typeof runAutomation>[0];

/** One server with one Panorama. */
export class Server {
  readonly panorama: Panorama;
  readonly lists: Map<string, string>;
  /** What each incident says about a lock. */
  readonly notices = new Map<string, string>();
  /** What entries list as left over, of the runs so far. */
  readonly leftovers: string[] = [];
  /** Requests to Panorama so far, whatever became of them. */
  requests = 0;
  /** Requests to Panorama and lists written so far. */
  calls = 0;
  /** Milliseconds since 1970; only what waits moves it. */
  now: number;
  incident = '1';
  stop: Stop | undefined;
  isStopped = false;
  /** What becomes of a request to Panorama. */
  deliver: (request: ApiRequest, number: number) => Delivery;
  private readonly integration: ReturnType<typeof createPanosIntegration>;
  private snapshot: object = {};

  constructor(
    private readonly example: Example,
    start: Start,
  ) {
    this.panorama = createPanorama(start.panorama);
    this.lists = new Map(start.lists);
    this.now = start.now;
    this.deliver = this.calmly;
    this.integration = createPanosIntegration({
      version: '2.5.1',
      handle: (request) => {
        this.requests += 1;
        const delivery = this.deliver(request, this.requests);
        if (delivery.kind === 'broken') throw new ConnectionBroken();
        this.now += delivery.delayMilliseconds;
        return delivery.response;
      },
      params: {
        server: 'http://127.0.0.1',
        port: '8443',
        key: '',
        credentials: { password: OWN_KEY },
        device_group: example.profile.deviceGroup,
      },
      predefinedValues: 'any',
    });
  }

  /** Where the cluster's rules stand. */
  get deviceGroup(): string {
    return this.example.profile.deviceGroup;
  }

  /** Its name, with which the names of its rules and objects begin. */
  get cluster(): string {
    return this.example.profile.cluster;
  }

  /** Nothing goes wrong. */
  readonly calmly = (request: ApiRequest): Delivery => ({
    kind: 'answer',
    response: this.panorama.handle(request),
    delayMilliseconds: 0,
  });

  /** What is in the cluster from now on; the plugin has told Panorama. */
  setObjects(id: string, objects: readonly RawObject[]): void {
    const { cluster } = this.example.profile;
    this.snapshot = { SnapshotId: id, Cluster: cluster, ClusterUID: 'u1', Lists: {}, Objects: objects };
    this.panorama.clearRegistered();
    for (const [address, tags] of pluginTags(objects, { cluster })) {
      this.panorama.setRegistered(address, [...tags].filter((tag) => tag.length <= 127).slice(0, 32));
    }
  }

  /** Time passes; jobs go on. */
  wait(seconds: number): void {
    this.now += seconds * 1000;
    this.panorama.advance(seconds);
  }

  /** Runs an automation in the incident. */
  run(manifest: Manifest, automation: Automation, args: CommandArguments = {}): Answer {
    if (this.isStopped) return undefined;
    const host: Host = {
      args: { cluster: this.example.profile.cluster, ...args },
      incident: { id: this.incident, type: 'CN-Series Policy Change', rawJSON: '' },
      activeInstances: () => [
        { name: INSTANCE, brand: 'Panorama' },
        { name: 'watcher', brand: 'Kubernetes Policy Watcher' },
      ],
      executeCommand: (name, given) => this.counted(name, given),
    };
    const clock = Date.now;
    Date.now = () => this.now;
    try {
      const entries = runAutomation(manifest, automation, host);
      return this.hasStopped() ? undefined : entries[0];
    } finally {
      Date.now = clock;
    }
  }

  /** Scripts stop; TypeScript must not think that nobody did. */
  private hasStopped(): boolean {
    return this.isStopped;
  }

  private counted(name: string, given: CommandArguments): readonly HostEntry[] {
    if (this.isStopped) throw new Stopped();
    if (name.startsWith('pan-os') || name === 'setList' || name === 'createList') this.calls += 1;
    const isLast = this.calls === this.stop?.at && name !== 'getList';
    if (isLast && this.stop?.when === 'before') {
      this.isStopped = true;
      throw new Stopped();
    }
    const answer = this.execute(name, given);
    if (isLast) {
      this.isStopped = true;
      throw new Stopped();
    }
    return JSON.parse(JSON.stringify(answer)) as readonly HostEntry[];
  }

  private execute(name: string, given: CommandArguments): readonly HostEntry[] {
    const ofList = answerListCommand(this.lists, name, given);
    if (ofList !== undefined) return ofList;
    switch (name) {
      case 'setIncident':
        if (typeof given.cnserieslock === 'string') {
          this.notices.set(typeof given.id === 'string' ? given.id : this.incident, given.cnserieslock);
        }
        return note('done');
      case 'getUsers':
        return note(given.current === undefined ? [APPROVER] : [{ username: 'DBot', allRoles: [] }]);
      case 'cnseries-get-snapshot':
        return note(this.snapshot);
      default: {
        if (!name.startsWith('pan-os')) return [{ Type: 4, Contents: `Unsupported command ${name}` }];
        const { using, ...args } = given;
        if (using !== INSTANCE) throw new Error(`${name} must name its instance.`);
        return this.integration.execute(name, args);
      }
    }
  }
}

function note(contents: unknown): readonly HostEntry[] {
  return [{ Type: 1, Contents: contents }];
}

/** The lists of a server on which nothing ran yet. */
export function firstLists({ profile, services }: Example, { applyMode }: Shape): ReadonlyMap<string, string> {
  const { cluster, deviceGroup, panoramaAdmin, enforcement, approverRoles } = profile;
  const { podCIDRs, isolation, defaults, allowed, guardRails } = profile;
  const ours = { deviceGroup, panoramaAdmin, enforcement, approverRoles, panoramaInstance: INSTANCE, applyMode };
  const kept = { ...ours, podCIDRs, isolation, defaults, allowed, guardRails };
  const named = Object.fromEntries(services.map(({ name, ...service }) => [name, service]));
  return new Map([
    ['CNSeries Clusters', JSON.stringify({ clusters: { [cluster]: kept } })],
    ['CNSeries Security Services', JSON.stringify({ services: named })],
  ]);
}
