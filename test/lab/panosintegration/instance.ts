import {
  createPanorama,
  type ApiRequest,
  type ApiResponse,
  type Panorama,
  type PanoramaOptions,
} from '../../../tools/lab/panorama';
import {
  createPanosIntegration,
  type Entry,
  type InstanceParams,
  type IntegrationVersion,
  type Value,
} from '../../../tools/lab/panosintegration';

export const PARAMS: InstanceParams = {
  server: 'https://panorama.example',
  port: '443',
  key: '',
  credentials: { identifier: '', password: 'key-alice' },
  device_group: 'shop',
};
export const FIREWALL: InstanceParams = { ...PARAMS, device_group: '', vsys: 'vsys1' };

const SHARED =
  '<tag><entry name="corporate"/></tag>' +
  '<profile-group><entry name="strict"><virus><member>default</member></virus></entry></profile-group>' +
  '<log-settings><profiles><entry name="default"/></profiles></log-settings>';

const OPTIONS: PanoramaOptions = {
  admins: [{ name: 'alice', password: 'a', apiKey: 'key-alice' }],
  shared: SHARED,
  deviceGroups: [{ name: 'parent' }, { name: 'shop', parent: 'parent' }, { name: 'other' }],
  devices: [1, 2, 3, 4].map((number) => ({ serial: `00${number}`, hostname: `fw-${number}`, deviceGroup: 'shop' })),
};

type Params = ApiRequest['params'];

/** An instance of the integration on an emulated Panorama, and what it sent. */
export class Instance {
  readonly panorama: Panorama;
  readonly requests: ApiRequest[] = [];
  private readonly integration;

  constructor(
    version: IntegrationVersion = '2.5.1',
    options: PanoramaOptions = {},
    params: InstanceParams = PARAMS,
    answer?: (params: Params) => string | undefined,
  ) {
    this.panorama = createPanorama({ ...OPTIONS, ...options });
    const handle = (request: ApiRequest): ApiResponse => {
      this.requests.push(request);
      const body = answer?.(request.params);
      return body === undefined ? this.panorama.handle(request) : xmlAnswer(body);
    };
    this.integration = createPanosIntegration({ version, handle, params, predefinedValues: 'any' });
  }

  execute(command: string, args: { readonly [name: string]: unknown } = {}): Entry[] {
    return this.integration.execute(`pan-os${command === '' ? '' : `-${command}`}`, args);
  }

  /** Runs a command that has to succeed. */
  done(command: string, args: { readonly [name: string]: unknown } = {}): Entry {
    const [entry, ...more] = this.execute(command, args);
    if (entry?.Type !== 1 || more.length > 0) throw new Error(`${command}: ${JSON.stringify([entry, ...more])}`);
    return entry;
  }

  /** The parameters of what was sent since the last call, without the key. */
  sent(): Params[] {
    return this.requests.splice(0).map(({ params }) => without(params, 'key'));
  }

  commit(): void {
    this.done('commit', { polling: 'false' });
    this.panorama.advance(60);
  }
}

/** A copy without one key. */
export function without<T extends object>(object: T, key: keyof T): T {
  const copy = { ...object };
  Reflect.deleteProperty(copy, key);
  return copy;
}

/** An instance whose every request gets the same answer. */
export const answering = (
  body: string,
  version: IntegrationVersion = '2.5.1',
  params: InstanceParams = PARAMS,
): Instance => new Instance(version, {}, params, () => body);

const xmlAnswer = (body: string): ApiResponse => ({ status: 200, reason: 'OK', headers: {}, body });

/** The contents of the only entry, which is an error. */
export function errorOf(entries: readonly Entry[]): Value {
  expect(entries).toHaveLength(1);
  expect(entries[0]?.Type).toBe(4);
  return entries[0]?.Contents ?? null;
}

/** The only thing that an entry puts into context. */
export function contextOf(entry: Entry | undefined): Value {
  const values = Object.values(entry?.EntryContext ?? {});
  expect(values).toHaveLength(1);
  return values[0] ?? null;
}

/** The entries as type and contents. */
export const plainly = (entries: readonly Entry[]): readonly (readonly [number, Value])[] =>
  entries.map(({ Type, Contents }) => [Type, Contents]);

export const RULES =
  "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop']/pre-rulebase/security/rules";
export const OWN = "/config/devices/entry/device-group/entry[@name='shop']/";
