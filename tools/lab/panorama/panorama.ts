import { Admins, mayUse } from './admins';
import { AuditComments } from './auditcomments';
import { Clock } from './clock';
import { handleCommit } from './commit/commit';
import { Versions } from './commit/versions';
import { handleConfig } from './config/handle';
import { exportConfig } from './config/read';
import { receive } from './commit/push';
import { Devices } from './devices';
import { objectsBelow } from './hierarchy';
import { initialConfig } from './initial';
import { Jobs } from './jobs';
import { Locks } from './locks';
import { decide } from './match/match';
import type { Decision, Packet } from './match/packet';
import { handleOperational } from './op/handle';
import { version } from './op/system';
import { Plugin } from './plugin';
import { Predefined } from './predefined';
import { element, failure, httpError, invalidCredential, result } from './reply';
import { scopeShape } from './schema/scope';
import type { PanoramaState, Settings } from './state';
import { ConfigStore } from './store';
import { serialize } from './tree/serialize';
import type { ApiRequest, ApiResponse, DeviceOptions, Handle, PanoramaOptions } from './types';
import { Uuids } from './uuids';
import { problemLines } from './validate/problem';

/** The largest POST that the XML API takes (vendor documentation). */
const REQUEST_LIMIT = 5 * 1024 * 1024;

/** One emulated Panorama: the XML API, and what only the lab can do. */
export interface Panorama {
  /** Answers one XML API request; virtual time passes with each. */
  readonly handle: Handle;
  /** Sets the tags of an address, as the Kubernetes plugin does; no tags take it away. */
  readonly setRegistered: (address: string, tags: readonly string[]) => void;
  readonly clearRegistered: () => void;
  /** Lets virtual time pass without a request; jobs go on. */
  readonly advance: (seconds: number) => void;
  /**
   * Changes how a firewall behaves from now on.
   *
   * @throws for an unknown serial
   */
  readonly setDevice: (serial: string, change: Pick<DeviceOptions, 'connected' | 'outcome' | 'message'>) => void;
  /** How many virtual seconds the commits, validations and pushes to come take; `Infinity`: they never end. */
  readonly setJobSeconds: (seconds: number) => void;
  /** A restart of the management plane, as far as jobs go: none is listed any more, and none goes on. */
  readonly restart: () => void;
  /**
   * Which rule of a configuration decides a connection behind the firewalls of a device group, with the tags that the
   * plugin has now, whether or not a firewall was told of them.
   *
   * @throws for an address that is none
   */
  readonly decide: (configuration: 'candidate' | 'running', deviceGroup: string, packet: Packet) => Decision;
  /** The security rules that a firewall got with its last push, as XML, in the order of evaluation. */
  readonly deviceRules: (serial: string) => readonly string[];
}

/**
 * Builds a Panorama whose initial configuration is committed.
 *
 * @throws when that configuration is not valid
 */
export function createPanorama(options: PanoramaOptions = {}): Panorama {
  const state = createState(options);
  const device = (serial: string) => {
    const found = state.devices.get(serial);
    if (found === undefined) throw new Error(`There is no device ${serial}.`);
    return found;
  };
  return {
    handle: (request) => handle(state, request),
    setRegistered: (address, tags) => {
      state.plugin.register(address, tags);
    },
    clearRegistered: () => {
      state.plugin.clear();
    },
    advance: (seconds) => {
      state.clock.advance(seconds);
      state.jobs.settle();
    },
    setDevice: (serial, { connected, outcome, message }) => {
      const found = device(serial);
      found.connected = connected ?? found.connected;
      found.outcome = outcome ?? found.outcome;
      found.message = message ?? found.message;
    },
    setJobSeconds: (seconds) => {
      state.jobs.seconds = seconds;
    },
    restart: () => {
      state.jobs.forget();
    },
    decide: (configuration, deviceGroup, packet) =>
      decide(state.store[configuration], state.plugin, deviceGroup, packet),
    deviceRules: (serial) => (device(serial).policy?.rules ?? []).map((rule) => serialize(rule, 'without-marks')),
  };
}

function createState(options: PanoramaOptions): PanoramaState {
  const settings: Settings = {
    version: options.version ?? '11.1.4',
    hostname: options.hostname ?? 'panorama',
    highAvailability: options.highAvailability ?? 'standalone',
    secondsPerRequest: options.secondsPerRequest ?? 1,
    nothingToCommit: options.nothingToCommit ?? 'text',
    deleteOfSeveral: options.deleteOfSeveral ?? 'refused',
    emptyGet: options.emptyGet ?? 'code-7',
    partlyFailedPush: options.partlyFailedPush ?? 'OK',
  };
  const clock = new Clock(options.startsAt ?? '2026-01-05T08:00:00Z');
  const predefined = new Predefined(options);
  const uuids = new Uuids();
  const candidate = initialConfig(options, predefined, uuids);
  const store = new ConfigStore(candidate, candidate.clone(), predefined, scopeShape(options.sctp ?? false));
  load(store);
  for (const object of objectsBelow(candidate)) uuids.take(object);
  const state: PanoramaState = {
    settings,
    clock,
    store,
    uuids,
    admins: new Admins(options.admins ?? [{ name: 'admin', password: 'admin', apiKey: 'key-admin' }]),
    locks: new Locks(store.hierarchy, clock),
    jobs: new Jobs(clock, options.jobSeconds ?? 3, options.whileBusy ?? 'queued'),
    devices: new Devices(options.devices ?? []),
    plugin: new Plugin(clock, options.tagPruning ?? false, options.fillDelay ?? 0),
    comments: new AuditComments(),
    versions: new Versions(store.hierarchy),
  };
  for (const { serial, deviceGroup, pushed } of options.devices ?? []) {
    const device = state.devices.get(serial);
    if (pushed === true && device !== undefined) receive(state, device, deviceGroup);
  }
  return state;
}

function load(store: ConfigStore): void {
  const [problem] = store.candidate.load();
  if (problem !== undefined)
    throw new Error(`The initial configuration is not valid:${problemLines(problem, undefined).join(';')}`);
  store.running.load();
}

function handle(state: PanoramaState, request: ApiRequest): ApiResponse {
  state.clock.advance(state.settings.secondsPerRequest);
  state.jobs.settle();
  if (!/^\/api\/?$/.test(request.path)) return httpError(404, 'Not Found');
  const size = Object.entries(request.params).reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (size > REQUEST_LIMIT) return httpError(413, 'Request Entity Too Large');
  const { params } = request;
  if (params.type === 'keygen') {
    const key = state.admins.keyOf(params.user ?? '', params.password ?? '');
    return key === undefined ? invalidCredential() : result(element('key', key));
  }
  const admin = state.admins.authenticate(request);
  if (admin === undefined) return invalidCredential();
  const session = { admin, params };
  switch (params.type) {
    case 'config':
      return mayUse(admin, 'config') ? handleConfig(state, session) : failure(16, ['Unauthorized request']);
    case 'op':
      return handleOperational(state, session);
    case 'commit':
      return handleCommit(state, session);
    case 'version':
      return version(state);
    case 'export':
      if (params.category !== 'configuration') return failure(17, [' category is not emulated']);
      return exportConfig(state);
    default:
      return failure(17, [` type ${params.type ?? ''} is unexpected`]);
  }
}
