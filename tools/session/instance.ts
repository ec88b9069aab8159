import type { PanoramaPort } from '../../scripts/panorama/api/port';
import { createPanosPort } from '../../scripts/xsoar/panosport';
import { withFaults, type ApiRequest, type FaultRule, type Handle } from '../lab/panorama';
import {
  createPanosIntegration,
  throughFaults,
  type IntegrationVersion,
  type PredefinedValues,
} from '../lab/panosintegration';
import { isWrite, OWN_KEY, recorded } from './requests';

/** How the instance is set up. */
export interface InstanceOptions {
  readonly deviceGroup: string;
  /** API key. @default the pack's own administrator */
  readonly key?: string;
  /** @default '2.5.1' */
  readonly version?: IntegrationVersion;
  /** What goes wrong between the integration and Panorama. @default nothing */
  readonly faults?: readonly FaultRule[];
  /** Whether the server takes values that the command does not list. @default 'listed', the harder one */
  readonly predefinedValues?: PredefinedValues;
}

/** An instance of the PAN-OS integration, as the code that runs inside XSOAR reaches it. */
export interface Instance {
  readonly port: PanoramaPort;
  /** The requests that Panorama got through it. */
  readonly requests: readonly ApiRequest[];
  /** How many of them wanted to change the configuration. */
  readonly writes: () => number;
}

const NAME = 'panorama';

/** Puts the emulated integration before a Panorama, and listens to what goes through. */
export function openInstance(panorama: Handle, options: InstanceOptions): Instance {
  const { handle, requests } = recorded(panorama);
  const integration = createPanosIntegration({
    version: options.version ?? '2.5.1',
    handle: throughFaults(withFaults(handle, options.faults ?? [])),
    params: {
      server: 'http://127.0.0.1',
      port: '8443',
      key: '',
      credentials: { password: options.key ?? OWN_KEY },
      device_group: options.deviceGroup,
    },
    predefinedValues: options.predefinedValues ?? 'listed',
  });
  const executeCommand = (name: string, args: { readonly [name: string]: unknown }) => {
    const { using, ...given } = args;
    if (using !== NAME) throw new Error('The command must name its instance.');
    // Entries come from the server as plain data.
    return JSON.parse(JSON.stringify(integration.execute(name, given))) as ReturnType<typeof integration.execute>;
  };
  return {
    port: createPanosPort({ executeCommand }, NAME),
    requests,
    writes: () => requests.filter(isWrite).length,
  };
}
