import { display } from '../../tools/demo/display';
import { kubectl } from '../../tools/demo/kubectl';
import { liveRules } from '../../tools/demo/rulebase';
import { CLUSTER } from '../../tools/demo/setting';
import type { World } from '../../tools/demo/world';
import { openXsoar, type XsoarOptions } from '../../tools/demo/xsoar';
import * as api from '../../tools/lab/kubernetes';
import type { Kubernetes, Manifest } from '../../tools/lab/kubernetes';
import { createLab } from '../../tools/lab/lab';
import { DEMO_STATE, withFaults, type FaultRule, type Panorama, type PanoramaOptions } from '../../tools/lab/panorama';
import { throughFaults } from '../../tools/lab/panosintegration';
import { entryText, textOf, type WaitingTask } from '../../tools/lab/xsoar';
import { apply, fetch, SHOP, type Path } from './support';

/** The whole path with everything that can get in its way. What other people do is met by no fault. */
export interface Adversity extends Path {
  readonly panorama: Panorama;
  readonly kubernetes: Kubernetes;
  /** Faults between the PAN-OS integration and Panorama from now on, in place of the ones before. */
  readonly panoramaFaults: (rules: readonly FaultRule[]) => void;
  /** Faults between the watcher and the API server from now on. */
  readonly kubernetesFaults: (rules: readonly api.FaultRule[]) => void;
  /** How many requests the PAN-OS integration has sent. */
  readonly requests: () => number;
  /** What another administrator of Panorama does; the answer. */
  readonly admin: (params: { readonly [name: string]: string }) => string;
}

export interface AdversityOptions extends XsoarOptions {
  readonly panorama?: PanoramaOptions;
}

export function openAdversity({ panorama: options, ...xsoar }: AdversityOptions = {}): Adversity {
  const lab = createLab({ cluster: CLUSTER, kubernetes: { nodes: [] }, panorama: { ...DEMO_STATE, ...options } });
  let requests = 0;
  let panoramaFaults: readonly FaultRule[] = [];
  let deliver = throughFaults(withFaults(lab.panorama.handle, panoramaFaults));
  let kubernetesFaults: readonly api.FaultRule[] = [];
  let find = api.faultFinder(kubernetesFaults);
  const httpThrough =
    (isFaulty: boolean): World['http'] =>
    ({ url, method, headers, body }) => {
      const { pathname, search } = new URL(url);
      const flat = Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values.join(',')]));
      const request = { method, path: pathname + search, headers: flat, body };
      const fault = isFaulty ? find(request) : undefined;
      if (fault === undefined) return lab.kubernetes.handle(request);
      const delivery = api.deliver(fault, lab.kubernetes.handle, request);
      if (delivery.kind === 'broken') throw new Error('connection refused');
      return delivery.response;
    };
  const common = { kubernetes: 'http://127.0.0.1:1', close: () => undefined };
  const world: World = { ...common, http: httpThrough(false), panorama: lab.panorama.handle };
  const faulty: World = {
    ...common,
    http: httpThrough(true),
    panorama: (request) => {
      requests++;
      return deliver(request);
    },
  };
  const lines: string[] = [];
  const show = display((text) => lines.push(text), 120);
  const behaviour = {
    onWait: (milliseconds: number) => {
      lab.panorama.advance(milliseconds / 1000);
    },
    ...xsoar.behaviour,
  };
  return {
    world,
    kubectl: kubectl(world.http, world.kubernetes),
    server: openXsoar(faulty, { onEvent: show.event, ...xsoar, behaviour }),
    display: show,
    manifests: SHOP,
    printed: () => lines.join(''),
    panorama: lab.panorama,
    kubernetes: lab.kubernetes,
    requests: () => requests,
    panoramaFaults: (rules) => {
      panoramaFaults = rules;
      deliver = throughFaults(withFaults(lab.panorama.handle, panoramaFaults));
    },
    kubernetesFaults: (rules) => {
      kubernetesFaults = rules;
      find = api.faultFinder(kubernetesFaults);
    },
    admin: (params) =>
      lab.panorama.handle({ method: 'POST', path: '/api/', params: { key: 'key-admin', ...params } }).body,
  };
}

/** Lets jobs of the other administrator come to their end. */
export function commitAsAdmin(path: Adversity, cmd = '<commit></commit>', action = ''): void {
  path.admin({ type: 'commit', cmd, ...(action === '' ? {} : { action }) });
  path.panorama.advance(10);
}

export function pushAsAdmin(path: Adversity): void {
  const group = '<device-group><entry name="shop-cluster"/></device-group>';
  commitAsAdmin(path, `<commit-all><shared-policy>${group}</shared-policy></commit-all>`, 'all');
}

/** A path whose cluster is in place: incident 1 is over. */
export function inPlace(options: AdversityOptions = {}): Adversity {
  const path = openAdversity(options);
  apply(path, SHOP);
  fetch(path);
  settle(path);
  expect(path.server.incidents().map(({ status, fields }) => [status, fields.cnseriesstate])).toEqual([
    ['closed', 'effective'],
  ]);
  // Longer than the least time between two commits.
  path.server.advance(600_000);
  return path;
}

/** What a person answers; undefined leaves the task waiting. */
export type Person = (task: WaitingTask) => unknown;

/** Approves, agrees to everything, and completes manual tasks, so many at most. */
export function settle(path: Adversity, person: Person = agreeing, most = 20): readonly WaitingTask[] {
  for (let round = 0; round < most; round++) {
    const waiting = path.server.run();
    const answered = waiting.filter((task) => {
      const answer = person(task);
      if (answer === undefined) return false;
      path.server.answer(task.incident, task.name, answer === COMPLETE ? undefined : (answer as string), 'alice');
      return true;
    });
    if (answered.length === 0) return waiting;
  }
  throw new Error(`It does not come to rest: ${names(path.server.waiting()).join(', ')}`);
}

/** What completes a manual task. */
export const COMPLETE = Symbol('complete');

export const agreeing: Person = ({ kind, options }) => {
  switch (kind) {
    case 'collection':
      return { '0': 'Approve', '1': '' };
    case 'ask':
      return options[0];
    case 'manual':
    case 'manual condition':
      return undefined;
  }
};

export const diligent: Person = (task) => (task.kind === 'manual' ? COMPLETE : agreeing(task));

export const names = (tasks: readonly WaitingTask[]): readonly string[] => tasks.map(({ name }) => name);

/** The live rules of Panorama, whole but for their numbers. */
export function live(path: Path): readonly string[] {
  return liveRules(path.world).rows.map((row) => JSON.stringify(row.slice(1)));
}

/** The rules that each firewall enforces, by serial number. */
export function enforced(path: Adversity): readonly (readonly string[])[] {
  return (DEMO_STATE.devices ?? []).map(({ serial }) =>
    path.panorama.deviceRules(serial).map((rule) => rule.replace(/ uuid="[^"]*"/g, '')),
  );
}

/** Whether the API administrator of the pack holds a lock. */
export function isLocked(path: Adversity): boolean {
  return path.admin({ type: 'op', cmd: '<show><config-locks></config-locks></show>' }).includes('svc-k8s');
}

/** What a fresh path comes to with these manifests beside examples/shop: live and enforced rules. */
export function reference(manifests: readonly Manifest[], options: AdversityOptions = {}): object {
  const path = openAdversity(options);
  apply(path, [...SHOP, ...manifests]);
  fetch(path);
  expect(settle(path)).toEqual([]);
  return outcome(path);
}

/** Live and enforced rules, and whether a lock is left. */
export function outcome(path: Adversity): object {
  return { live: live(path), enforced: enforced(path), isLocked: isLocked(path) };
}

/** Status and state of each incident but the first. */
export function ends(path: Path): readonly string[] {
  const [, ...later] = path.server.incidents();
  return later.map(({ status, fields }) => `${status} ${textOf(fields.cnseriesstate)}`);
}

/** Changes the profile of the cluster. */
export function setProfile(path: Path, more: object): void {
  const list = JSON.parse(path.server.list('CNSeries Clusters') ?? '') as { readonly clusters: { shop: object } };
  list.clusters.shop = { ...list.clusters.shop, ...more };
  path.server.setList('CNSeries Clusters', JSON.stringify(list));
}

/** So many tasks run; time passes where there is none to run. False if the incident is closed before. */
export function stepInto(path: Path, incident: string, steps: number): boolean {
  for (let count = 0; count < steps; count++) {
    if (path.server.incident(incident).status === 'closed') return false;
    if (!path.server.step()) path.server.advance(5000);
  }
  return true;
}

/** Every text that the server shows to somebody, and every Event in the cluster. */
export function everything(path: Adversity): string {
  const entries = path.server.incidents().flatMap(({ entries }) => entries.map(entryText));
  return [path.server.snapshot(), ...entries, JSON.stringify(path.kubernetes.objects('v1', 'Event'))].join('\n');
}
