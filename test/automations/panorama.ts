import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { collectObjects } from '../../scripts/policy/kubernetes/objects';
import type { CommandArguments, Host, HostEntry } from '../../scripts/xsoar/host';
import { parseDocuments } from '../../scripts/xsoar/documents';
import {
  createPanorama,
  withFaults,
  type FaultRule,
  type Panorama,
  type PanoramaOptions,
} from '../../tools/lab/panorama';
import { answerListCommand } from '../../tools/lab/listcommands';
import { createPanosIntegration, throughFaults, type IntegrationVersion } from '../../tools/lab/panosintegration';
import { OPTIONS } from '../panorama/support';

/** A server with a PAN-OS integration instance `panorama` and the lists of a user, for the automations. */

const EXAMPLE = resolve(__dirname, '../../examples/shop');

/** The objects of examples/shop as one text. */
export const SHOP = ['cluster', 'policies', 'workloads']
  .map((name) => readFileSync(resolve(EXAMPLE, `${name}.yaml`), 'utf8'))
  .join('\n---\n');

/** The objects of a YAML text as JSON, which is what a whole cluster is handed over as. */
export function asJson(text: string = SHOP): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items: parseDocuments(text).documents });
}

/** Firewalls that have the policy of the start. */
export const PUSHED_DEVICES = (OPTIONS.devices ?? []).map((device) => ({ ...device, pushed: true }));

/** The users of the server. */
const USERS = [
  { username: 'alice', allRoles: ['Security Admin', 'Analyst'] },
  { username: 'bob', allRoles: ['Analyst'] },
];

export const UID = '0f6c1a52-6f0e-4a3c-9d3b-0b8a5f0f7c11';

/** The objects as the watcher hands them over. */
export function snapshotOf(id: string, text: string = SHOP, more: object = {}): object {
  const parsed = parseDocuments(text).documents.map((value) => ({ value, file: '' }));
  return {
    SnapshotId: id,
    Cluster: 'shop',
    ClusterUID: UID,
    TakenAt: '2026-01-01T00:00:00Z',
    Lists: { networkpolicies: { resourceVersion: '7', complete: true } },
    Objects: collectObjects(parsed).objects,
    ...more,
  };
}

export const SHARED =
  '<tag><entry name="corporate"/></tag>' +
  '<profile-group><entry name="pci-strict"><virus><member>default</member></virus></entry></profile-group>' +
  '<log-settings><profiles><entry name="default"/><entry name="soc"/><entry name="pci-audit"/></profiles></log-settings>' +
  '<profiles><custom-url-category><entry name="financial-services"/></custom-url-category></profiles>';

const CLUSTER = {
  deviceGroup: 'shop-cluster',
  panoramaInstance: 'panorama',
  panoramaAdmin: 'svc-k8s',
  enforcement: 'enforce',
  inspection: 'server-only',
  approverRoles: ['Security Admin'],
};

/** The list of clusters with the cluster `shop`. */
export function clusters(more: object = {}): string {
  return JSON.stringify({ clusters: { shop: { ...CLUSTER, ...more } } });
}

export interface Server {
  readonly panorama: Panorama;
  readonly host: Omit<Host, 'args'>;
  /** The lists of the server, by name. */
  readonly lists: Map<string, string>;
  /** What was executed besides `pan-os` and lists, in order. */
  readonly executed: { readonly name: string; readonly args: CommandArguments }[];
  /** The write requests so far. */
  readonly writes: () => number;
  /** Reads the candidate as somebody else, not through the code that is tested. */
  readonly candidate: (xpath: string) => string;
}

export interface ServerOptions {
  readonly clusters?: string;
  /** What the watcher gives as its snapshot. */
  readonly snapshot?: () => object;
  /** Who runs the automations; absent: the server itself, as in a playbook. */
  readonly user?: string;
  readonly incident?: Host['incident'];
  /** Answers of other commands, by name. */
  readonly commands?: { readonly [name: string]: (args: CommandArguments) => readonly HostEntry[] };
  readonly version?: IntegrationVersion;
  readonly panorama?: PanoramaOptions;
  readonly faults?: readonly FaultRule[];
  readonly shared?: string;
}

export function server(options: ServerOptions = {}): Server {
  const panorama = createPanorama({
    ...OPTIONS,
    shared: options.shared ?? SHARED,
    applications: ['dns-base'],
    devices: PUSHED_DEVICES,
    ...options.panorama,
  });
  let writes = 0;
  const integration = createPanosIntegration({
    version: options.version ?? '2.5.1',
    handle: throughFaults(
      withFaults((request) => {
        const { type, action = '' } = request.params;
        if (type === 'config' && action !== 'get' && action !== 'show') writes++;
        return panorama.handle(request);
      }, options.faults ?? []),
    ),
    params: {
      server: 'http://127.0.0.1',
      port: '8443',
      key: '',
      credentials: { password: 'key-svc' },
      device_group: 'shop-cluster',
    },
    predefinedValues: 'any',
  });
  const lists = new Map([['CNSeries Clusters', options.clusters ?? clusters()]]);
  const executed: { readonly name: string; readonly args: CommandArguments }[] = [];
  const note = (contents: unknown): readonly HostEntry[] => [{ Type: 1, Contents: contents }];
  const commands: ServerOptions['commands'] & object = {
    getUsers: ({ current }) => {
      const me = { username: options.user ?? 'DBot', allRoles: [] };
      return note(current === undefined ? USERS : [USERS.find(({ username }) => username === me.username) ?? me]);
    },
    getEntry: () => note(asJson()),
    'cnseries-get-snapshot': () => note(options.snapshot?.()),
    ...options.commands,
  };
  return {
    panorama,
    lists,
    executed,
    host: {
      incident: options.incident,
      activeInstances: () => [
        { name: 'panorama', brand: 'Panorama' },
        { name: 'shop watcher', brand: 'Kubernetes Policy Watcher' },
      ],
      executeCommand: (name, args) => {
        const ofList = Object.hasOwn(commands, name) ? undefined : answerListCommand(lists, name, args);
        if (ofList !== undefined) return ofList;
        if (Object.hasOwn(commands, name)) {
          if (!name.endsWith('List')) executed.push({ name, args });
          return JSON.parse(JSON.stringify(commands[name](args))) as readonly HostEntry[];
        }
        if (!name.startsWith('pan-os')) return [{ Type: 4, Contents: `Unsupported command ${name}` }];
        const { using, ...given } = args;
        if (using !== 'panorama') throw new Error(`${name} must name its instance.`);
        return JSON.parse(JSON.stringify(integration.execute(name, given))) as ReturnType<typeof integration.execute>;
      },
    },
    writes: () => writes,
    candidate: (xpath) =>
      panorama.handle({
        method: 'POST',
        path: '/api/',
        params: { key: 'key-alice', type: 'config', action: 'get', xpath },
      }).body,
  };
}
