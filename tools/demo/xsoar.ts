import { resolve } from 'node:path';
import { createPanosIntegration, type IntegrationVersion } from '../lab/panosintegration';
import {
  createServer,
  loadPack,
  LOCK,
  missingReferences,
  panoramaIntegration,
  type Pack,
  type Server,
  type ServerOptions,
  type TraceEvent,
} from '../lab/xsoar';
import { CLUSTER, clustersList, DEVICE_GROUP, USERS, WATCHER } from './setting';
import type { World } from './world';

const PACK = resolve(__dirname, '../../Packs/CNSeries');

/** What may differ from the server of the demo. */
export interface XsoarOptions {
  /** Told of everything that happens on the server. */
  readonly onEvent?: (event: TraceEvent) => void;
  /** The text of the list "CNSeries Security Services". @default no such list */
  readonly services?: string;
  /** The pack. @default the one of the repository as it is built */
  readonly pack?: Pack;
  /** What runs scripts; checks listen in there. */
  readonly runScript?: ServerOptions['runScript'];
  /** The version of the PAN-OS integration. @default '2.5.1' */
  readonly panos?: IntegrationVersion;
  /** How the server behaves, where that is not the usual way. */
  readonly behaviour?: Pick<ServerOptions, 'commandMilliseconds' | 'deliver' | 'onWait' | 'unsure'>;
}

/** The server with the pack, and with instances of the watcher, of PAN-OS and of the lock. */
export function openXsoar(world: World, options: XsoarOptions = {}): Server {
  return createServer(serverOptions(world, options));
}

/** What the pack names and the server would not have, as sentences. */
export function missingIn(world: World, options: XsoarOptions = {}): readonly string[] {
  return missingReferences(serverOptions(world, options));
}

function serverOptions(world: World, options: XsoarOptions): ServerOptions {
  const version = options.panos ?? '2.5.1';
  const panos = createPanosIntegration({
    version,
    handle: world.panorama,
    params: {
      server: 'http://127.0.0.1',
      port: '8443',
      key: '',
      credentials: { password: 'key-svc-k8s' },
      device_group: DEVICE_GROUP,
    },
    predefinedValues: 'any',
  });
  return {
    packs: [options.pack ?? loadPack(PACK)],
    integrations: [panoramaIntegration(version, { panorama: panos }), LOCK],
    instances: [
      { name: 'panorama', brand: 'Panorama' },
      { name: 'lock', brand: 'Demisto Lock' },
      {
        name: WATCHER,
        brand: 'Kubernetes Policy Watcher',
        params: {
          url: world.kubernetes,
          cluster: CLUSTER,
          credentials: { identifier: '', password: 'watcher-token' },
          isFetch: true,
          watch_seconds: '1',
        },
      },
    ],
    lists: {
      'CNSeries Clusters': clustersList('automatic'),
      ...(options.services === undefined ? {} : { 'CNSeries Security Services': options.services }),
    },
    users: USERS,
    ...options.behaviour,
    http: world.http,
    ...(options.onEvent === undefined ? {} : { onEvent: options.onEvent }),
    ...(options.runScript === undefined ? {} : { runScript: options.runScript }),
  };
}
