import { JOB_PATIENCE } from './waiting';
import type { Device } from '../api/devices';
import type { Job, JobDevice } from '../api/jobs';
import { problem, type Problem } from '../api/problems';

/** The push to the firewalls of one device group: a job of its own. What counts is what each firewall says. */
export interface GroupPush {
  readonly deviceGroup: string;
  readonly state: 'todo' | 'under-way' | 'over';
  /** '' where none was made. */
  readonly job: string;
  /** When the job was asked for, in milliseconds. */
  readonly since: number;
  readonly devices: readonly DevicePush[];
  /** The firewalls that were not connected when the push began: they must not make it fail. */
  readonly disconnected: readonly string[];
  /** Besides what firewalls say. With `under-way`: the job has taken too long. */
  readonly problem?: Problem;
}

/** How one firewall fared; `pending`: nobody knows yet, or ever. */
export interface DevicePush {
  readonly serial: string;
  readonly name: string;
  readonly state: 'succeeded' | 'failed' | 'disconnected' | 'pending';
  readonly messages: readonly string[];
}

/** A push that was not asked for yet, to some firewalls of one device group. */
export function groupPush(deviceGroup: string, devices: readonly Device[]): GroupPush {
  return {
    deviceGroup,
    state: 'todo',
    job: '',
    since: 0,
    devices: devices.map(({ serial, name, connected }) => ({
      serial,
      name,
      state: connected ? 'pending' : 'disconnected',
      messages: [],
    })),
    disconnected: devices.filter((device) => !device.connected).map((device) => device.serial),
  };
}

/** The push is over without a job: connected firewalls get this state, and why. */
export function withoutJob(
  push: GroupPush,
  state: 'succeeded' | 'failed',
  message: string,
  found: Problem | undefined,
): GroupPush {
  return {
    ...push,
    state: 'over',
    devices: push.devices.map((device) =>
      device.state === 'disconnected' ? device : { ...device, state, messages: [message] },
    ),
    problem: found,
  };
}

/** What the job says by now. It is over when every firewall has answered, which may be later than its own end. */
export function lookedAt(push: GroupPush, job: Job, now: number): GroupPush {
  const said: DevicePush[] = job.devices.map((device) => devicePush(device, push.disconnected));
  const isFinished = job.status === 'finished';
  for (const device of push.devices) {
    if (said.some((one) => one.serial === device.serial)) continue;
    said.push(isFinished ? unnamed(device, job) : device);
  }
  const isOver = isFinished && said.every((device) => device.state !== 'pending');
  const minutes = Math.floor((now - push.since) / 60000);
  const isLate = !isOver && now - push.since >= JOB_PATIENCE;
  const what = 'push to the device group ' + push.deviceGroup;
  return {
    ...push,
    state: isOver ? 'over' : 'under-way',
    devices: said,
    problem: isLate ? problem('unfinished-job', { job: push.job, what, minutes: String(minutes) }) : undefined,
  };
}

/** A firewall of the device group that a finished job does not list: nothing says that it has the policy. */
function unnamed(device: DevicePush, job: Job): DevicePush {
  if (device.state === 'disconnected') return device;
  const messages = job.details.length > 0 ? job.details : ['the job does not name it'];
  return { ...device, state: 'failed', messages };
}

function devicePush(device: JobDevice, disconnected: readonly string[]): DevicePush {
  const said = device.errors.concat(device.warnings).filter(isNoSuccess);
  return {
    serial: device.serial,
    name: device.name || device.serial,
    state: stateOf(device, disconnected),
    messages: said.length > 0 || device.result === 'ok' ? said : [device.status],
  };
}

function stateOf(device: JobDevice, disconnected: readonly string[]): DevicePush['state'] {
  switch (device.result) {
    case 'ok':
      return 'succeeded';
    case 'pending':
      return disconnected.indexOf(device.serial) >= 0 ? 'disconnected' : 'pending';
    case 'failed':
      return /not connected/i.test(device.status) ||
        (disconnected.indexOf(device.serial) >= 0 && device.errors.length === 0)
        ? 'disconnected'
        : 'failed';
  }
}

/** Devices put their success among the errors (test data of the PAN-OS pack). */
function isNoSuccess(line: string): boolean {
  return !/^Configuration (committed successfully|is valid)/.test(line);
}
