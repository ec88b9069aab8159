import type { ClusterProfile } from '../../policy/profile/types';
import { askCommit } from './askcommit';
import { groupPush, lookedAt, withoutJob, type DevicePush, type GroupPush } from './grouppush';
import { busyProblem, isBusy, waitOn, type Waiting } from './waiting';
import { readDevices, type Device } from '../api/devices';
import { BEFORE_ALL_JOBS, readJob, readJobs, type Job } from '../api/jobs';
import type { PanoramaPort, RefusedAnswer } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { listed } from '../../policy/text/words';
import { failureOf } from '../api/reader';

/**
 * The push of a policy to the firewalls that inherit it, without templates. A push by the XML API reaches the firewalls
 * that hang in the device group itself, and none of those in the ones below (vendor, "Commit-All"): each device group
 * with firewalls gets a job of its own.
 */

/** How far a push is: what the caller keeps until it comes back. */
export interface PushProgress {
  readonly description: string;
  readonly groups: readonly GroupPush[];
  /** The number of the newest job that is none of those that are to come. */
  readonly latest: string;
  /** How long Panorama has been busy, where it is. */
  readonly waiting?: Waiting;
}

/** How a push ended. It is the firewalls that count: a job may be OK although one of them failed. */
export type PushOutcome =
  /** Every connected firewall has the policy; the disconnected ones are listed. */
  | { readonly kind: 'pushed'; readonly job: string; readonly devices: readonly DevicePush[] }
  /** There is no firewall to push to, or Panorama says that there is nothing to push. */
  | { readonly kind: 'nothing'; readonly reason: 'no-devices' | 'no-changes' }
  /** Some firewalls may have the policy all the same: `devices` says which. */
  | { readonly kind: 'failed'; readonly problems: readonly Problem[]; readonly devices: readonly DevicePush[] };

/** What one look at a push came to: progress to go on from, or the end. */
export type PushStep =
  | { readonly done: false; readonly progress: PushProgress }
  | {
      readonly done: true;
      readonly outcome: PushOutcome;
      /** Jobs may go on all the same: the next look is at these, and none is asked for beside them. */
      readonly goesOn?: PushProgress;
    };

/** So many pushes at a time: the vendor advises at most five requests that run at once, and ten jobs fill the queue. */
const MOST_AT_ONCE = 4;

/**
 * Sends the first pushes.
 *
 * @param now milliseconds, as all times here
 */
export function beginPush(port: PanoramaPort, profile: ClusterProfile, description: string, now: number): PushStep {
  const found = readDevices(port, profile.deviceGroup);
  if (found.kind === 'failed') return failed([found.problem], []);
  if (found.devices.length === 0) return { done: true, outcome: { kind: 'nothing', reason: 'no-devices' } };
  const jobs = readJobs(port);
  if (jobs.kind === 'failed') return failed([jobs.problem], []);
  const progress = { description, groups: groupsOf(found.devices), latest: latestOf(jobs.jobs) };
  return settled(profile, beginGroups(port, progress, now));
}

/** Looks at the jobs, and sends the next pushes. */
export function continuePush(
  port: PanoramaPort,
  profile: ClusterProfile,
  progress: PushProgress,
  now: number,
): PushStep {
  const groups: GroupPush[] = [];
  for (const group of progress.groups) {
    if (group.state !== 'under-way') {
      groups.push(group);
      continue;
    }
    const answer = readJob(port, group.job, 'CommitAll');
    if (answer.kind === 'job') groups.push(lookedAt(group, answer.job, now));
    else if (answer.problem.code === 'unknown-job') groups.push({ ...group, state: 'over', problem: answer.problem });
    else return { ...failed([answer.problem], devicesOf(progress)), goesOn: progress };
  }
  return settled(profile, beginGroups(port, { ...progress, groups }, now));
}

/** The firewalls by device group, the nearest first. */
function groupsOf(devices: readonly Device[]): GroupPush[] {
  const names: string[] = [];
  for (const device of devices) if (names.indexOf(device.deviceGroup) < 0) names.push(device.deviceGroup);
  return names.map((name) => {
    const own = devices.filter((device) => device.deviceGroup === name);
    return groupPush(name, own);
  });
}

/** A job that has not ended may be ours already: its answer was lost, and the step is tried again. */
function latestOf(jobs: readonly Job[]): string {
  let latest = Number(BEFORE_ALL_JOBS);
  for (const job of jobs) if (job.status === 'finished') latest = Math.max(latest, Number(job.id));
  return String(latest);
}

/** What came of asking; `lost`: of the last request nobody knows, and it is to be tried again. */
interface Begun {
  readonly progress: PushProgress;
  readonly lost?: Problem;
}

/** Asks for as many pushes as may run at once. */
function beginGroups(port: PanoramaPort, before: PushProgress, now: number): Begun {
  let progress = before;
  for (const { deviceGroup } of before.groups) {
    if (progress.waiting !== undefined && now < progress.waiting.next) break;
    if (progress.groups.filter(isRunning).length >= MOST_AT_ONCE) break;
    const group = progress.groups.filter((one) => one.deviceGroup === deviceGroup)[0];
    if (group.state !== 'todo') continue;
    const begun = beginGroup(port, progress, group, now);
    if (begun.lost !== undefined) return begun;
    progress = begun.progress;
    if (progress.waiting !== undefined) break;
  }
  return { progress };
}

function beginGroup(port: PanoramaPort, progress: PushProgress, group: GroupPush, now: number): Begun {
  const { description, latest, waiting } = progress;
  const request = { deviceGroup: group.deviceGroup, description };
  const answer = askCommit(port, 'CommitAll', { job: latest, description }, () => port.commitAll(request));
  const free: PushProgress = { ...progress, waiting: undefined };
  switch (answer.kind) {
    case 'nothing':
      return replaced(free, withoutJob(group, 'succeeded', NOTHING_TO_PUSH, undefined));
    case 'enqueued': {
      const newest = String(Math.max(Number(latest), Number(answer.job)));
      return replaced({ ...free, latest: newest }, { ...group, state: 'under-way', job: answer.job, since: now });
    }
    case 'refused': {
      if (!isBusy(answer)) return replaced(free, notTaken(group, answer));
      const longer = waitOn(waiting, answer.message, now);
      if (longer !== undefined) return { progress: { ...progress, waiting: longer } };
      const found = busyProblem('push', waiting, answer.message, now);
      const groups = progress.groups.map((one) =>
        one.state === 'todo' ? withoutJob(one, 'failed', NOT_ASKED, found) : one,
      );
      return { progress: { ...free, groups } };
    }
    case 'unclear':
      return { progress, lost: failureOf('push to the device group ' + group.deviceGroup, answer) };
  }
}

const NOTHING_TO_PUSH = 'Panorama has nothing to push to it';
const NOT_ASKED = 'Panorama took no push';

function notTaken(group: GroupPush, answer: RefusedAnswer): GroupPush {
  return withoutJob(group, 'failed', NOT_ASKED, failureOf('push to the device group ' + group.deviceGroup, answer));
}

function replaced(progress: PushProgress, group: GroupPush): Begun {
  const groups = progress.groups.map((one) => (one.deviceGroup === group.deviceGroup ? group : one));
  return { progress: { ...progress, groups } };
}

/** Under way, and not so long that nobody waits for it any more. */
function isRunning(group: GroupPush): boolean {
  return group.state === 'under-way' && group.problem === undefined;
}

function settled(profile: ClusterProfile, { progress, lost }: Begun): PushStep {
  if (lost !== undefined) return { ...failed([lost], devicesOf(progress)), goesOn: progress };
  const isOver = progress.groups.every((group) => group.state !== 'todo' && !isRunning(group));
  if (!isOver) return { done: false, progress };
  const step = judge(profile, progress);
  const goesOn = progress.groups.some((group) => group.state === 'under-way');
  return goesOn ? { ...step, goesOn: progress } : step;
}

function judge(profile: ClusterProfile, progress: PushProgress): Extract<PushStep, { readonly done: true }> {
  const devices = devicesOf(progress);
  const problems = problemsOf(progress.groups);
  if (problems.length > 0) return failed(problems, devices);
  if (progress.groups.every((group) => group.job === '')) {
    return { done: true, outcome: { kind: 'nothing', reason: 'no-changes' } };
  }
  const job = jobsOf(progress);
  if (withState(devices, 'succeeded').length === 0) {
    const names = listed(devices.map(deviceWords));
    return failed([problem('nothing-reached', { job, deviceGroup: profile.deviceGroup, devices: names })], devices);
  }
  return { done: true, outcome: { kind: 'pushed', job, devices } };
}

/** Each problem once: several device groups wait for the same queue. */
function problemsOf(groups: readonly GroupPush[]): Problem[] {
  const problems: Problem[] = [];
  for (const group of groups) {
    const found = group.problem;
    if (found !== undefined && !problems.some((one) => one.code === 'busy' && found.code === 'busy')) {
      problems.push(found);
    }
    const bad = withState(group.devices, 'failed');
    if (group.job === '' || bad.length === 0) continue;
    problems.push(problem('push-failed', { job: group.job, devices: listed(bad.map(deviceWords)) }));
  }
  return problems;
}

function failed(
  problems: readonly Problem[],
  devices: readonly DevicePush[],
): Extract<PushStep, { readonly done: true }> {
  return { done: true, outcome: { kind: 'failed', problems, devices } };
}

/** The firewalls of all device groups. */
export function devicesOf(progress: PushProgress): DevicePush[] {
  const devices: DevicePush[] = [];
  for (const group of progress.groups) for (const device of group.devices) devices.push(device);
  return devices;
}

/** The numbers of the jobs that were made so far: `17, 18`. */
export function jobsOf(progress: PushProgress): string {
  const jobs = progress.groups.map((group) => group.job);
  return jobs.filter((job) => job !== '').join(', ');
}

/** `fw-1 (001): commit failed`. */
function deviceWords(device: DevicePush): string {
  return device.name + ' (' + device.serial + '): ' + device.messages.join('; ');
}

function withState(devices: readonly DevicePush[], state: DevicePush['state']): DevicePush[] {
  return devices.filter((device) => device.state === state);
}
