import { resolve } from 'node:path';
import {
  createServer,
  loadPack,
  LOCK,
  missingReferences,
  panoramaIntegration,
  type Server,
  type ServerOptions,
} from '../../../tools/lab/xsoar';
import { createPanorama, DEMO_STATE } from '../../../tools/lab/panorama';
import { createPanosIntegration } from '../../../tools/lab/panosintegration';

/** The pack as it is installed, on the server. */

const PACK = loadPack(resolve(__dirname, '../../../Packs/CNSeries'));

const PARAMS = { server: 'http://127.0.0.1', port: '8443', key: '', credentials: { password: 'key-svc-k8s' } };

const options = (more: Partial<ServerOptions> = {}): ServerOptions => {
  const { handle } = createPanorama(DEMO_STATE);
  const instance = createPanosIntegration({
    version: '2.5.1',
    handle,
    params: { ...PARAMS, device_group: 'shop-cluster' },
  });
  return {
    packs: [PACK],
    integrations: [panoramaIntegration('2.5.1', { panorama: instance }), LOCK],
    instances: [{ name: 'panorama', brand: 'Panorama' }],
    ...more,
  };
};

const POLICY = `\`{"apiVersion":"networking.k8s.io/v1","kind":"NetworkPolicy","metadata":{"name":"web","namespace":"shop",
  "annotations":{"np.panw.com/appid":"ssl"}},"spec":{"podSelector":{},"policyTypes":["Ingress"]}}\``;

const validate = (server: Server): unknown =>
  server.command(`!CNSeriesValidatePolicy policy=${POLICY}`, 'alice')[0].EntryContext;

it('all that its playbooks and types name is there', () => {
  expect(missingReferences(options())).toEqual([]);
});

it('its integration and the shipped example lists are installed', () => {
  const server = createServer(options());
  expect(PACK.integrations.map(({ brand }) => brand)).toEqual(['Kubernetes Policy Watcher']);
  expect(server.list('CNSeries Clusters Example')).toContain('deviceGroup');
});

it.each(['es5', 'otto'] as const)('its automations run in %s', (engine) => {
  expect(validate(createServer(options({ engine })))).toMatchObject({
    'CNSeries.Validation(val.Policy == obj.Policy)': expect.anything() as unknown,
  });
});
