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

/** The managed firewalls, which keep what was pushed to them. */
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

  /** Every firewall, in the order of the options. */
  all(): readonly Device[] {
    return this.devices;
  }

  /** A firewall by its serial number. */
  get(serial: string): Device | undefined {
    return this.devices.find((device) => device.serial === serial);
  }

  /** The firewalls of exactly this device group, connected or not; those of its descendants are not among them. */
  inGroup(deviceGroup: Scope): readonly Device[] {
    return this.devices.filter((device) => device.deviceGroup === deviceGroup);
  }
}
