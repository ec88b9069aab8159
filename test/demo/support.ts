import { resolve } from 'node:path';
import { display, type Display } from '../../tools/demo/display';
import { kubectl, type Kubectl } from '../../tools/demo/kubectl';
import { liveRules } from '../../tools/demo/rulebase';
import { play, type Stage } from '../../tools/demo/scenario';
import { CLUSTER, WATCHER } from '../../tools/demo/setting';
import { localWorld, type World } from '../../tools/demo/world';
import { openXsoar, type XsoarOptions } from '../../tools/demo/xsoar';
import { loadManifests, type Manifest } from '../../tools/lab/kubernetes';
import type { Server } from '../../tools/lab/xsoar';

/** The whole path in this process: cluster, watcher, server with the built pack, PAN-OS integration, Panorama. */
export interface Path extends Stage {
  readonly world: World;
  readonly kubectl: Kubectl;
  readonly server: Server;
  readonly display: Display;
  /** What was printed. */
  readonly printed: () => string;
}

export const SHOP = loadManifests(resolve(__dirname, '../../examples/shop'));

export function openPath(manifests: readonly Manifest[] = SHOP, options: XsoarOptions = {}): Path {
  const lines: string[] = [];
  const show = display((text) => lines.push(text), 120);
  const bringsNodes = manifests.some(({ kind }) => kind === 'Node');
  const world = localWorld({ cluster: CLUSTER, nodes: bringsNodes ? 'own' : 'of the lab' });
  return {
    world,
    kubectl: kubectl(world.http, world.kubernetes),
    server: openXsoar(world, { onEvent: show.event, ...options }),
    display: show,
    manifests,
    printed: () => lines.join(''),
  };
}

/** Applies manifests; the API server must take them. */
export function apply(path: Path, manifests: readonly Manifest[]): void {
  expect(path.kubectl.apply(manifests)).toEqual([]);
}

/** One round of the watcher; the new incidents. */
export function fetch(path: Path): readonly string[] {
  return path.server.fetch(WATCHER);
}

/** Answers whatever waits, as an administrator who agrees with everything, until nothing does. */
export function agree(path: Path): void {
  for (let waiting = path.server.run(); waiting.length > 0; waiting = path.server.run()) {
    for (const { incident, name, kind, options } of waiting) {
      const answer = kind === 'collection' ? { '0': 'Approve', '1': '' } : options[0];
      if (kind === 'manual') throw new Error(`Incident ${incident} stops at "${name}".`);
      path.server.answer(incident, name, answer, 'alice');
    }
  }
}

/** A policy that lets pods with one label value reach those with another, on one port. */
export function policy(name: string, port: number, more: object = {}): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: 'shop', name, ...more },
    spec: {
      podSelector: { matchLabels: { app: 'basket' } },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }], ports: [{ port }] }],
    },
  };
}

/** The names of the rules that are live, in their order. */
export const ruleNames = (path: Path): readonly string[] => liveRules(path.world).rows.map((row) => String(row[1]));

/** Id, status and state of each incident. */
export const statesOf = (path: Path) =>
  path.server.incidents().map(({ id, status, fields }) => [id, status, fields.cnseriesstate]);

/** A path whose cluster is in place: incident 1 is over. */
export function settled(): Path {
  const path = openPath();
  apply(path, SHOP);
  expect(fetch(path)).toEqual(['1']);
  agree(path);
  expect(statesOf(path)).toEqual([['1', 'closed', 'effective']]);
  return path;
}

/** The rules that a fresh path comes to with these manifests. */
export function expectedRules(manifests: readonly (typeof SHOP)[number][]): readonly string[] {
  const path = openPath();
  apply(path, [...SHOP, ...manifests]);
  fetch(path);
  agree(path);
  return ruleNames(path);
}

/** Plays the demo on a cluster, which must come to its usual end. */
export function expectDemo(manifests: readonly Manifest[]): void {
  const path = openPath(manifests);
  play(path);
  const states = path.server.incidents().map(({ status, fields }) => [status, fields.cnseriesstate]);
  expect(states).toEqual([
    ['closed', 'effective'],
    ['closed', 'effective'],
    ['closed', 'effective'],
    ['closed', 'policy-refused'],
    ['closed', 'effective'],
    ['closed', 'rejected'],
  ]);
  const printed = path.printed();
  for (const part of ['Security rules that are live', 'Verdict   equal', 'PolicyRefused', 'byte for byte']) {
    expect(printed).toContain(part);
  }
}
