import { note } from '../entries';
import { compactTable } from '../markdown';
import { get, getAt, item, itemAt, or } from '../python/access';
import { argToBoolean, argToNumber } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { str } from '../python/text';
import { isTrue, type Dictionary, type Value } from '../python/value';
import type { Command, Session } from '../session';
import type { Arguments } from '../types';
import { polling, type PollResult } from './polling';

const CONTEXT = { prefix: 'Panorama.Commit', keys: ['JobID'] };
const NOTHING = 'There are no changes to commit.';
const IGNORED = 'configured with no certificate profile';

/** `pan-os-commit`. A failed commit is no error entry, and its entry gives no reason. */
export const commit = polling('pan-os-commit', (session, args) => {
  const jobId = get(args, 'commit_job_id');
  return isTrue(jobId) ? finished(session, args, jobId) : started(session, args);
});

function started(session: Session, args: Arguments): PollResult {
  const description = get(args, 'description', '');
  const answer = requestCommit(session, args);
  const jobId = getAt(answer, ['response', 'result', 'job'], '');
  const hasJob = isTrue(jobId);
  const outputs: Dictionary = { JobID: jobId, Description: description, Status: 'Pending' };
  const quoted = isTrue(description)
    ? `Waiting for commit "${str(description)}" with job ID`
    : 'Waiting for commit job ID';
  return {
    response: hasJob ? report(outputs) : { text: or(getAt(answer, ['response', 'msg'], null), NOTHING) },
    isWaiting: hasJob,
    next: { args: nextArguments(args, jobId, description), readable: `${quoted} ${str(jobId)} to finish...` },
  };
}

const nextArguments = (args: Arguments, jobId: Value, description: Value): Arguments => ({
  commit_job_id: jobId,
  description,
  polling: argToBoolean(args.polling),
  interval_in_seconds: argToNumber(args.interval_in_seconds) ?? null,
  timeout: argToNumber(args.timeout) ?? null,
});

function finished(session: Session, args: Arguments, jobId: Value): PollResult {
  const job = getAt(showJob(session, jobId), ['response', 'result', 'job'], {});
  const Status = get(job, 'result') === 'OK' ? 'Success' : 'Failure';
  return {
    response: report({ JobID: jobId, Description: get(args, 'description', ''), Status }),
    isWaiting: get(job, 'status') !== 'FIN',
  };
}

const report = (outputs: Dictionary) => ({ outputs, readable: compactTable('Commit Status:', outputs), ...CONTEXT });

/** The whole candidate, or a part: the changes of one administrator, without device and network, without Shared. */
function requestCommit(session: Session, args: Arguments): Dictionary {
  const isSet = (argument: string): boolean => isTrue(args[argument]) && argToBoolean(args[argument]);
  const parts = [
    isTrue(args.admin_name) ? `<admin><member>${str(args.admin_name)}</member></admin>` : '',
    isSet('exclude_device_network_configuration') ? '<device-and-network>excluded</device-and-network>' : '',
    isSet('exclude_shared_objects') ? '<shared-object>excluded</shared-object>' : '',
  ].join('');
  // 1.14.22 takes a description and does not send it.
  const isDescribed = session.instance.version === '2.5.1' && isTrue(args.description);
  const content = [
    isSet('force_commit') ? '<force></force>' : '',
    isDescribed ? `<description>${str(args.description)}</description>` : '',
    parts === '' ? '' : `<partial>${parts}</partial>`,
  ].join('');
  const action: Dictionary = parts === '' ? {} : { action: 'partial' };
  return session.post({ type: 'commit', cmd: `<commit>${content}</commit>`, ...action });
}

/** Asks for one job. */
export const showJob = (session: Session, jobId: Value): Dictionary =>
  session.get({ type: 'op', cmd: `<show><jobs><id>${str(jobId)}</id></jobs></show>` });

/**
 * `pan-os-commit-status`. Only FIN, and ACT with PEND, have a status. A single warning comes as its letters, without
 * those that occur in a text that is to be ignored; a finished job without details fails.
 */
export const commitStatus: Command = (session, args) => {
  const answer = showJob(session, get(args, 'job_id'));
  const job = itemAt(answer, 'response', 'result', 'job');
  if (item(job, 'type') !== 'Commit') throw new CommandError('JobID given is not of a commit.');
  const output: Dictionary = { JobID: item(job, 'id') };
  const [status, result] = [item(job, 'status'), item(job, 'result')];
  if (status === 'FIN') {
    output.Status = result === 'OK' ? 'Completed' : 'Failed';
    output.Details = itemAt(job, 'details', 'line');
  }
  if (status === 'ACT' && result === 'PEND') output.Status = 'Pending';
  const warnings = get(job, 'warnings', {});
  const lines = isTrue(warnings) ? get(warnings, 'line', []) : [];
  output.Warnings = iterated(lines).filter((line) => !IGNORED.includes(str(line)));
  const table = compactTable('Commit status:', output, ['JobID', 'Status', 'Details', 'Warnings']);
  session.emit(note(answer, table, { 'Panorama.Commit(val.JobID == obj.JobID)': output }, 'markdown'));
};

/**
 * What a `for` of Python sees: the elements of a list, the letters of a text, the keys of a dictionary.
 *
 * @throws CommandError with Python's text for anything else
 */
export function iterated(value: Value): readonly Value[] {
  if (Array.isArray(value)) return value;
  if (typeof value === 'string') return Array.from(value);
  if (typeof value === 'object' && value !== null) return Object.keys(value);
  throw new CommandError("'NoneType' object is not iterable");
}
