import type { Admins } from './admins';
import type { AuditComments } from './auditcomments';
import type { Clock } from './clock';
import type { Devices } from './devices';
import type { Jobs } from './jobs';
import type { Locks } from './locks';
import type { Plugin } from './plugin';
import type { ConfigStore } from './store';
import type { Uuids } from './uuids';
import type { AdminOptions, NothingToCommit } from './types';
import type { Versions } from './commit/versions';

/** The settings that steer answers; defaults are filled in. */
export interface Settings {
  readonly version: string;
  readonly hostname: string;
  readonly highAvailability: 'standalone' | 'active' | 'passive';
  readonly secondsPerRequest: number;
  readonly nothingToCommit: NothingToCommit;
  readonly deleteOfSeveral: 'refused' | 'carried-out';
  readonly emptyGet: 'code-7' | 'zero-count';
  readonly partlyFailedPush: 'OK' | 'FAIL';
}

/** Everything that one Panorama is. */
export interface PanoramaState {
  readonly settings: Settings;
  readonly clock: Clock;
  readonly store: ConfigStore;
  readonly admins: Admins;
  readonly locks: Locks;
  readonly jobs: Jobs;
  readonly devices: Devices;
  readonly plugin: Plugin;
  readonly uuids: Uuids;
  readonly comments: AuditComments;
  readonly versions: Versions;
}

/** A request after authentication. */
export interface Session {
  readonly admin: AdminOptions;
  readonly params: { readonly [name: string]: string };
}
