import { connect, type AddressInfo, type Server } from 'node:net';
import { createServer } from 'node:tls';
import { createPanorama, serve, withFaults, type PanoramaOptions } from '../../lab/panorama';
import { foreignRule } from '../../lab/panorama/demostate';
import { selfSigned } from '../../lab/certificate';

/** One emulated Panorama on loopback, by HTTP and by HTTPS. */
export interface Emulator {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly stop: () => void;
}

/** What the clients find: `xmlapi.py` and `objectlibrary.py` name these administrators, device groups and firewalls. */
const STATE: PanoramaOptions = {
  // `delete_similar` of pan-os-python needs it, so there are devices that can.
  deleteOfSeveral: 'carried-out',
  admins: [
    { name: 'admin', password: 'secret&+ "ü', apiKey: 'key-admin==' },
    { name: 'other', password: 'other', apiKey: 'key-other' },
    { name: 'reader', password: 'reader', apiKey: 'key-reader', role: 'superreader' },
  ],
  shared:
    '<tag><entry name="corporate"/></tag><log-settings><profiles><entry name="default"/></profiles></log-settings>',
  deviceGroups: [
    { name: 'kubernetes' },
    {
      name: 'shop-cluster',
      parent: 'kubernetes',
      config: `<pre-rulebase><security><rules>${foreignRule('corporate-dns')}</rules></security></pre-rulebase>`,
    },
    { name: 'mixed-cluster', parent: 'kubernetes' },
  ],
  devices: [
    ...[1, 2, 3, 4].map((number) => firewall(number, 'shop-cluster')),
    firewall(5, 'mixed-cluster'),
    { ...firewall(6, 'mixed-cluster'), outcome: 'fails', message: 'Policy exceeds the limit' },
    { ...firewall(7, 'mixed-cluster'), connected: false },
  ],
};

function firewall(number: number, deviceGroup: string): { serial: string; hostname: string; deviceGroup: string } {
  return { serial: `00000000000000${number}`, hostname: `cn-ngfw-${number}`, deviceGroup };
}

/**
 * Starts the emulator on free ports. pan-os-python speaks HTTPS only, so a TLS connection in front of the emulator's
 * own HTTP server hands its bytes on; the certificate is made for the run, and both libraries verify none by default.
 */
export async function startEmulator(): Promise<Emulator> {
  const panorama = createPanorama(STATE);
  panorama.setRegistered('10.0.0.1', ['k8s.cl_shop.ns_shop.app.web']);
  const { server: http, started } = serve(withFaults(panorama.handle, []), 0);
  const httpPort = await started;
  const https = createServer(selfSigned(), (client) => {
    const upstream = connect(httpPort, '127.0.0.1');
    client.pipe(upstream).pipe(client);
    client.on('error', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  const httpsPort = await listen(https);
  const stop = (): void => {
    https.close();
    http.closeAllConnections();
    http.close();
  };
  return { httpPort, httpsPort, stop };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}
