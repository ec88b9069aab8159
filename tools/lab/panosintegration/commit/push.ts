import { note } from '../entries';
import { compactTable } from '../markdown';
import { get, getAt, or, safeGet } from '../python/access';
import { argToBoolean, argToNumber } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { str } from '../python/text';
import { isDictionary, isTrue, type Dictionary, type Value } from '../python/value';
import type { Command, Session } from '../session';
import type { Arguments } from '../types';
import { iterated, showJob } from './commit';
import { polling, type PollResult } from './polling';

const CONTEXT = { prefix: 'Panorama.Push', keys: ['JobID'] };

/** `pan-os-push-to-device-group`: one device group, to all its firewalls or to one; templates too, unless told not to. */
export const push = polling('pan-os-push-to-device-group', (session, args) => {
  const { deviceGroup } = session.instance;
  if (deviceGroup === undefined) {
    throw new CommandError(
      "The 'panorama-push-to-device-group' command is relevant for a Palo Alto Panorama instance.",
    );
  }
  const jobId = get(args, 'push_job_id');
  return isTrue(jobId) ? finished(session, args, deviceGroup, jobId) : started(session, args, deviceGroup);
});

function started(session: Session, args: Arguments, deviceGroup: string): PollResult {
  const answer = requestPush(session, args, deviceGroup);
  const jobId = getAt(answer, ['response', 'result', 'job'], '');
  const hasJob = isTrue(jobId);
  const outputs = described(args, { DeviceGroup: deviceGroup, JobID: jobId, Status: 'Pending' });
  const nothing = or(getAt(answer, ['response', 'msg'], null), 'There are no changes to push.');
  return {
    response: hasJob ? report(outputs) : { readable: nothing },
    isWaiting: hasJob,
    next: {
      args: nextArguments(session, args, jobId),
      readable: `Waiting for Job-ID ${str(jobId)} to finish push changes to device-group ${deviceGroup}...`,
    },
  };
}

/** 1.14.22 forgets the device group: the next run works with the instance's. */
function nextArguments({ instance }: Session, args: Arguments, jobId: Value): Arguments {
  const next: Arguments = {
    push_job_id: jobId,
    polling: argToBoolean(get(args, 'polling', false)),
    interval_in_seconds: argToNumber(get(args, 'interval_in_seconds', 10)) ?? null,
    description: get(args, 'description'),
  };
  return instance.version === '2.5.1' ? { ...next, 'device-group': instance.deviceGroup ?? null } : next;
}

function finished(session: Session, args: Arguments, deviceGroup: string, jobId: Value): PollResult {
  const answer = showJob(session, jobId);
  return {
    response: report(described(args, { ...statusOf(answer), DeviceGroup: deviceGroup })),
    isWaiting: safeGet(answer, ['response', 'result', 'job', 'status']) !== 'FIN',
  };
}

const described = (args: Arguments, outputs: Dictionary): Dictionary =>
  isTrue(args.description) ? { ...outputs, Description: get(args, 'description') } : outputs;

const report = (outputs: Dictionary) => ({
  outputs,
  readable: compactTable('Push to Device Group:', outputs),
  ...CONTEXT,
});

function requestPush(session: Session, args: Arguments, deviceGroup: string): Dictionary {
  const serial = get(args, 'serial_number');
  const devices = `<devices><entry name="${str(serial)}"/></devices>`;
  const content = [
    isTrue(serial)
      ? `<device-group><entry name="${deviceGroup}">${devices}</entry></device-group>`
      : `<device-group><entry name="${deviceGroup}"/></device-group>`,
    argToBoolean(get(args, 'validate-only', 'false')) ? '<validate-only>yes</validate-only>' : '',
    argToBoolean(get(args, 'include-template', 'true')) ? '' : '<include-template>no</include-template>',
    isTrue(args.description) ? `<description>${str(args.description)}</description>` : '',
  ];
  const cmd = `<commit-all><shared-policy>${content.join('')}</shared-policy></commit-all>`;
  return session.post({ type: 'commit', action: 'all', cmd });
}

/** `pan-os-push-status`. */
export const pushStatus: Command = (session, args) => {
  const answer = showJob(session, get(args, 'job_id'));
  const output = statusOf(answer);
  const headers = ['JobID', 'Status', 'Details', 'Errors', 'Warnings'];
  const table = compactTable('Push to Device Group status:', output, headers);
  session.emit(note(answer, table, { 'Panorama.Push(val.JobID == obj.JobID)': output }, 'markdown'));
};

/**
 * The state of a push. Only FIN and PEND have a status. Devices that succeeded report in `Errors` too; with one device
 * nothing is found in it; a single warning of a device comes as its letters.
 */
function statusOf(answer: Value): Dictionary {
  const job = getAt(answer, ['response', 'result', 'job'], {});
  const type = get(job, 'type', '');
  if (type !== 'CommitAll' && type !== 'ValidateAll') {
    throw new CommandError('JobID given is not of a Push neither of a validate.');
  }
  const output: Dictionary = { JobID: get(job, 'id') };
  const entries = safeGet(job, ['devices', 'entry']);
  if (get(job, 'status', '') === 'FIN') {
    output.Status = get(job, 'result', '') === 'OK' ? 'Completed' : 'Failed';
    if (Array.isArray(entries)) {
      output.Details = entries.filter((device) => isTrue(device)).map((device) => get(device, 'status'));
    } else if (isDictionary(entries)) output.Details = get(entries, 'status');
  }
  if (get(job, 'status') === 'PEND') output.Status = 'Pending';
  const devices = isTrue(entries) ? iterated(entries ?? null) : [];
  output.Warnings = devices.flatMap((device) => iterated(linesOf(device, 'warnings')));
  output.Errors = devices.flatMap((device) => {
    const errors = linesOf(device, 'errors');
    return typeof errors === 'string' ? [errors] : iterated(errors);
  });
  return output;
}

const linesOf = (device: Value, kind: string): Value =>
  or(safeGet(device, ['details', 'msg', kind, 'line']) ?? null, []);
