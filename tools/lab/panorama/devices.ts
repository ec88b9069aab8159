import type { Scope } from './hierarchy';
import type { PushedPolicy } from './commit/pushed';
import type { DeviceOptions, PushOutcome } from './types';

/** A managed firewall. */
export interface Device {
  readonly serial: string;
  readonly hostname: string;
  readonly deviceGroup: Scope;
  connected: boolean;
  outcome: PushOutcome;
  message: string;
  lastPush: string;
  policy: PushedPolicy | undefined;
  /** Since when (virtual seconds) the pushed rules use a tag, by lower-case tag. */
  tagSince: ReadonlyMap<string, number>;
}

export class Devices {
  private readonly devices: readonly Device[];

  constructor(options: readonly DeviceOptions[]) {
    this.devices = options.map((device) => ({
      serial: device.serial,
      hostname: device.hostname,
      deviceGroup: device.deviceGroup,
      connected: device.connected ?? true,
      outcome: device.outcome ?? 'succeeds',
      message: device.message ?? '',
      lastPush: 'none',
      policy: undefined,
      tagSince: new Map(),
    }));
  }

  all(): readonly Device[] {
    return this.devices;
  }

  get(serial: string): Device | undefined {
    return this.devices.find((device) => device.serial === serial);
  }

  inGroup(deviceGroup: Scope): readonly Device[] {
    return this.devices.filter((device) => device.deviceGroup === deviceGroup);
  }
}
