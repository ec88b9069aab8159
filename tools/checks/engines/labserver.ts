import { answerListCommand } from '../../lab/listcommands';
import { createPanorama, type PanoramaOptions } from '../../lab/panorama';
import { createPanosIntegration } from '../../lab/panosintegration';
import type { ServerFunctions } from './recording';

/** A server with lists, and with an instance of the PAN-OS integration that reaches an emulated Panorama. */
export interface LabServer {
  readonly functions: ServerFunctions;
}

interface CommandArguments {
  readonly [name: string]: unknown;
}

/** What the server has before the first script runs. */
export interface LabServerOptions {
  /** The server's lists by name. */
  readonly lists: { readonly [name: string]: string };
  /** What the watcher answers with; without it, there is none. */
  readonly snapshot?: object;
}

/** The instance of the PAN-OS integration. */
export const INSTANCE = 'panorama';

/** The instance of the watcher. */
const WATCHER = 'watcher';

/** The device group of the lab's clusters. */
const DEVICE_GROUP = 'kubernetes';

/** The role of those who may approve. */
export const APPROVER_ROLE = 'Security Admin';

/** The settings of a cluster of the lab's that enforces. */
export const LAB_CLUSTER = {
  deviceGroup: DEVICE_GROUP,
  panoramaInstance: INSTANCE,
  panoramaAdmin: 'svc-k8s',
  enforcement: 'enforce',
  approverRoles: [APPROVER_ROLE],
};

/** Who approves, and who runs automations: in a playbook, the server itself. */
const USER = { username: 'alice', allRoles: [APPROVER_ROLE] };
const SERVER = { username: 'DBot', allRoles: [] };

/** What the policies of the examples and of the generated clusters name. */
const LAB_PANORAMA: PanoramaOptions = {
  admins: [{ name: 'svc-k8s', password: 'secret', apiKey: 'key-svc' }],
  applications: ['dns-base'],
  shared:
    '<tag><entry name="corporate"/></tag>' +
    '<profile-group>' +
    ['outbound', 'pci-strict']
      .map((name) => `<entry name="${name}"><virus><member>default</member></virus></entry>`)
      .join('') +
    '</profile-group>' +
    '<log-settings><profiles><entry name="default"/><entry name="soc"/><entry name="pci-audit"/></profiles></log-settings>' +
    '<profiles><custom-url-category><entry name="financial-services"/></custom-url-category></profiles>',
  deviceGroups: [{ name: DEVICE_GROUP }],
};

/** A server for recordings: only the commands that the pack's automations give, each answered at once. */
export function createLabServer(options: LabServerOptions): LabServer {
  const panorama = createPanorama(LAB_PANORAMA);
  const lists = new Map(Object.entries(options.lists));
  const integration = createPanosIntegration({
    version: '2.5.1',
    handle: panorama.handle,
    params: {
      server: 'http://127.0.0.1',
      port: '8443',
      key: '',
      credentials: { password: 'key-svc' },
      device_group: DEVICE_GROUP,
    },
    predefinedValues: 'any',
  });

  function executeCommand(name: string, args: CommandArguments): unknown {
    const ofList = answerListCommand(lists, name, args);
    if (ofList !== undefined) return ofList;
    switch (name) {
      case 'cnseries-get-snapshot':
        return options.snapshot === undefined ? [failure('no watcher')] : [{ Type: 1, Contents: options.snapshot }];
      case 'getUsers':
        return [{ Type: 1, Contents: [args.current === undefined ? USER : SERVER] }];
      default:
        return name.startsWith('pan-os') ? askPanorama(name, args) : [failure(`Unsupported Command : ${name}`)];
    }
  }

  function askPanorama(name: string, { using, ...args }: CommandArguments): unknown {
    if (using !== INSTANCE) return [failure(`${name} must name its instance.`)];
    return JSON.parse(JSON.stringify(integration.execute(name, args)));
  }

  return {
    functions: {
      executeCommand: (name, args) => executeCommand(String(name), (args ?? {}) as CommandArguments),
      getModules: () => ({
        [INSTANCE]: { brand: 'Panorama', state: 'active' },
        ...(options.snapshot && { [WATCHER]: { brand: 'Kubernetes Policy Watcher', state: 'active' } }),
      }),
    },
  };
}

function failure(text: string): object {
  return { Type: 4, Contents: text };
}
