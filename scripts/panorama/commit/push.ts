import type { ClusterProfile } from '../../policy/profile/types';
import { askCommit } from './askcommit';
import { readDevices, type Device } from '../api/devices';
import { BEFORE_ALL_JOBS, readJob, type Job, type JobDevice } from '../api/jobs';
import type { PanoramaPort, PushRequest } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { listed } from '../../policy/text/words';
import { failureOf } from '../api/reader';

/**
 * The push of one device group's policy to its firewalls, without templates. The job's own result says little; what
 * counts is what each firewall says.
 */

/** How far a push is: what the caller keeps until it comes back. */
export interface PushProgress {
  readonly job: string;
  /** The firewalls that were not connected when the push was asked for. */
  readonly disconnected: readonly string[];
  /** What is known so far; a firewall may be pending for longer than the job. */
  readonly devices: readonly DevicePush[];
}

/** How one firewall fared; `pending` while its part of the job is not over. */
export interface DevicePush {
  readonly serial: string;
  readonly name: string;
  readonly state: 'succeeded' | 'failed' | 'disconnected' | 'pending';
  readonly messages: readonly string[];
}

/** How a push ended. It is the firewalls that count: a job may be OK although one of them failed. */
export type PushOutcome =
  /** Every connected firewall has the policy; the disconnected ones are listed. */
  | { readonly kind: 'pushed'; readonly job: string; readonly devices: readonly DevicePush[] }
  /** There is no firewall to push to, or Panorama says that there is nothing to push. */
  | { readonly kind: 'nothing'; readonly reason: 'no-devices' | 'no-changes' }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly devices: readonly DevicePush[] };

/** What one look at a push came to: progress to go on from, or the end. */
export type PushStep =
  { readonly done: false; readonly progress: PushProgress } | { readonly done: true; readonly outcome: PushOutcome };

/** Sends the push, and notes which firewalls are not connected when it begins: they must not make it fail. */
export function beginPush(port: PanoramaPort, profile: ClusterProfile, description: string): PushStep {
  const found = readDevices(port, profile.deviceGroup);
  if (found.kind === 'failed') return failed(found.problem, []);
  if (found.devices.length === 0) return done({ kind: 'nothing', reason: 'no-devices' });
  const request: PushRequest = { deviceGroup: profile.deviceGroup, description };
  const answer = askCommit(port, 'CommitAll', { job: BEFORE_ALL_JOBS, description }, () => port.commitAll(request));
  switch (answer.kind) {
    case 'nothing':
      return done({ kind: 'nothing', reason: 'no-changes' });
    case 'enqueued':
      return {
        done: false,
        progress: { job: answer.job, disconnected: disconnectedOf(found.devices), devices: [] },
      };
    case 'refused':
    case 'unclear':
      return failed(failureOf('push to the device group ' + profile.deviceGroup, answer), []);
  }
}

/** Looks at the job; it is done when every firewall has answered, which may be later than the job's own end. */
export function continuePush(port: PanoramaPort, profile: ClusterProfile, progress: PushProgress): PushStep {
  const answer = readJob(port, progress.job);
  if (answer.kind === 'failed') return failed(answer.problem, progress.devices);
  const job = answer.job;
  const devices = job.devices.map((device) => devicePush(device, progress.disconnected));
  if (job.status !== 'finished' || withState(devices, 'pending').length > 0) {
    return { done: false, progress: { job: progress.job, disconnected: progress.disconnected, devices } };
  }
  return judge(profile, job, devices);
}

function done(outcome: PushOutcome): PushStep {
  return { done: true, outcome };
}

function failed(why: Problem, devices: readonly DevicePush[]): PushStep {
  return done({ kind: 'failed', problem: why, devices });
}

function disconnectedOf(devices: readonly Device[]): string[] {
  const serials: string[] = [];
  for (const device of devices) if (!device.connected) serials.push(device.serial);
  return serials;
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
      return /not connected/i.test(device.status) || disconnected.indexOf(device.serial) >= 0
        ? 'disconnected'
        : 'failed';
  }
}

/** Devices put their success among the errors (test data of the PAN-OS pack). */
function isNoSuccess(line: string): boolean {
  return !/^Configuration (committed successfully|is valid)/.test(line);
}

function judge(profile: ClusterProfile, job: Job, devices: readonly DevicePush[]): PushStep {
  const bad = withState(devices, 'failed');
  if (bad.length > 0 || (devices.length === 0 && job.result !== 'ok')) {
    const said = bad.length > 0 ? bad.map(deviceWords) : job.details;
    return failed(problem('push-failed', { job: job.id, devices: listed(said) }), devices);
  }
  if (devices.length > 0 && withState(devices, 'succeeded').length === 0) {
    const names = listed(devices.map(deviceWords));
    const why = problem('nothing-reached', { job: job.id, deviceGroup: profile.deviceGroup, devices: names });
    return failed(why, devices);
  }
  return done({ kind: 'pushed', job: job.id, devices });
}

/** `fw-1 (001): commit failed`. */
function deviceWords(device: DevicePush): string {
  return device.name + ' (' + device.serial + '): ' + device.messages.join('; ');
}

function withState(devices: readonly DevicePush[], state: DevicePush['state']): DevicePush[] {
  return devices.filter((device) => device.state === state);
}
