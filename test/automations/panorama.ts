import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Host } from '../../scripts/xsoar/host';
import { createPanorama, withFaults, type FaultRule, type Panorama } from '../../tools/lab/panorama';
import { createPanosIntegration, throughFaults } from '../../tools/lab/panosintegration';
import { OPTIONS } from '../panorama/support';

/** A server with a PAN-OS integration instance `panorama` and the lists of a user, for the automations. */

const EXAMPLE = resolve(__dirname, '../../examples/shop');

/** The objects of examples/shop as one text. */
export const SHOP = ['cluster', 'policies', 'workloads']
  .map((name) => readFileSync(resolve(EXAMPLE, `${name}.yaml`), 'utf8'))
  .join('\n---\n');

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
};

/** The list of clusters with the cluster `shop`. */
export function clusters(more: object = {}): string {
  return JSON.stringify({ clusters: { shop: { ...CLUSTER, ...more } } });
}

export interface Server {
  readonly panorama: Panorama;
  readonly host: Omit<Host, 'args'>;
  /** The write requests so far. */
  readonly writes: () => number;
  /** Reads the candidate as somebody else, not through the code that is tested. */
  readonly candidate: (xpath: string) => string;
}

export interface ServerOptions {
  readonly clusters?: string;
  readonly faults?: readonly FaultRule[];
  readonly shared?: string;
}

export function server(options: ServerOptions = {}): Server {
  const panorama = createPanorama({ ...OPTIONS, shared: options.shared ?? SHARED, applications: ['dns-base'] });
  let writes = 0;
  const integration = createPanosIntegration({
    version: '2.5.1',
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
  const list = options.clusters ?? clusters();
  return {
    panorama,
    host: {
      executeCommand: (name, args) => {
        if (name === 'getList') {
          return args.listName === 'CNSeries Clusters'
            ? [{ Type: 1, Contents: list }]
            : [{ Type: 4, Contents: 'Item not found (8)' }];
        }
        if (name === 'getEntry') return [{ Type: 1, Contents: SHOP }];
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
