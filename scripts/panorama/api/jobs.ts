import { childNode, childNodes, childText, descendant, linesOf, nodeText } from './nodes';
import type { JsonNode, OperationalAnswer, PanoramaPort, RefusedAnswer } from './port';
import { problem, type Problem } from './problems';
import { askAgain, failureOf, type Reader } from './reader';
import { element, textElement } from './xml';

/** Panorama's jobs: commits, validations and pushes run as such (shapes: pack test data, pan-os-python). */
export interface Job {
  readonly id: string;
  /** `Commit`, `CommitAll`, `Validate`, `ValidateAll` … */
  readonly type: string;
  /** The administrator who asked for it. */
  readonly user: string;
  readonly description: string;
  readonly status: 'waiting' | 'running' | 'finished';
  /** Only of a finished job: pushes say `ok` although a device failed. */
  readonly result: 'ok' | 'failed' | 'pending';
  readonly details: readonly string[];
  readonly warnings: readonly string[];
  /** Of pushes. */
  readonly devices: readonly JobDevice[];
}

/** What a push came to on one firewall. */
export interface JobDevice {
  readonly serial: string;
  readonly name: string;
  /** The device's words: `commit succeeded`, `commit failed`, `device not connected`. */
  readonly status: string;
  /** May stay `pending` when the job has finished. */
  readonly result: 'ok' | 'failed' | 'pending';
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** How a job stands, or why nobody can say. */
export type JobAnswer =
  { readonly kind: 'job'; readonly job: Job } | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Looks at one job. Panorama keeps a limited list of them, and a restart may count anew: a job of another type is not
 * the one that was asked for.
 *
 * @param type undefined where the type is not known
 */
export function readJob(port: PanoramaPort, id: string, type: string | undefined): JobAnswer {
  const answer = askJobs(port, textElement('id', id));
  if (answer.kind === 'unclear' || (answer.kind === 'refused' && !isUnknown(answer))) {
    return { kind: 'failed', problem: failureOf('show job ' + id, answer) };
  }
  const node = answer.kind === 'answered' ? childNode(answer.node, 'job') : undefined;
  const found = node !== undefined && childText(node, 'id') === id ? jobOf(node) : undefined;
  if (found !== undefined && (type === undefined || found.type === type)) return { kind: 'job', job: found };
  const said = answer.kind === 'refused' ? answer.message : 'no such job';
  const message = found === undefined ? said : 'it is of the type ' + found.type;
  return { kind: 'failed', problem: problem('unknown-job', { job: id, message }) };
}

/** Code 7, or the integration's words for it; any other refusal (a key, a right) says nothing about the job. */
function isUnknown(answer: RefusedAnswer): boolean {
  return answer.code === 7 || /not found|no such|invalid job/i.test(answer.message);
}

/** All jobs that Panorama still lists, or why it does not. */
export type JobsAnswer =
  { readonly kind: 'jobs'; readonly jobs: readonly Job[] } | { readonly kind: 'failed'; readonly problem: Problem };

/** Reads the list of jobs. */
export function readJobs(port: PanoramaPort): JobsAnswer {
  const answer = askJobs(port, element('all', ''));
  if (answer.kind !== 'answered') return { kind: 'failed', problem: failureOf('show the jobs', answer) };
  return { kind: 'jobs', jobs: childNodes(answer.node, 'job').map(jobOf) };
}

/** Instead of a job's number: jobs are numbered from 1, so that every job is later. */
export const BEFORE_ALL_JOBS = '0';

/**
 * The newest job of a type with a description, later than another job: how a commit is found again whose answer was
 * lost. undefined: there is none, or the list cannot be read.
 */
export function findJob(port: PanoramaPort, type: string, description: string, later: string): Job | undefined {
  const answer = readJobs(port);
  if (answer.kind === 'failed') return undefined;
  let newest: Job | undefined;
  for (const job of answer.jobs) {
    if (job.type !== type || job.description !== description || Number(job.id) <= Number(later)) continue;
    if (newest === undefined || Number(job.id) > Number(newest.id)) newest = job;
  }
  return newest;
}

/** Whether anybody pushed to any firewalls after a job: jobs do not say to which. Where that cannot be read, somebody may have. */
export function isPushedSince(port: PanoramaPort, job: string): boolean {
  const answer = readJobs(port);
  return (
    answer.kind === 'failed' || answer.jobs.some(({ id, type }) => type === 'CommitAll' && Number(id) > Number(job))
  );
}

/** Jobs that leave the configuration of Panorama as it is. */
const HARMLESS: readonly string[] = ['CommitAll', 'Validate', 'ValidateAll'];

/**
 * Tells the newest job that may have changed the running configuration, or what is predefined, from every other; '' for
 * none. Where it cannot be read, the reader has the failure.
 */
export function newestChange(reader: Reader): string {
  const answer = reader.op(element('show', element('jobs', element('all', ''))), 'the jobs', {});
  let newest = { id: 0, mark: '' };
  for (const node of childNodes(answer, 'job')) {
    const { id, type, status } = jobOf(node);
    if (HARMLESS.indexOf(type) >= 0 || Number(id) <= newest.id) continue;
    newest = { id: Number(id), mark: [id, type, childText(node, 'tenq'), status].join(' ') };
  }
  return newest.mark;
}

/** The job's number in the answer to a request that became one; '' where there is none. */
export function jobNumber(node: JsonNode): string {
  return childText(node, 'job');
}

function askJobs(port: PanoramaPort, markup: string): OperationalAnswer {
  return askAgain(() => port.op(element('show', element('jobs', markup)), {}));
}

function jobOf(node: JsonNode): Job {
  const status = childText(node, 'status');
  return {
    id: childText(node, 'id'),
    type: childText(node, 'type'),
    user: childText(node, 'user'),
    description: childText(node, 'description'),
    status: status === 'FIN' ? 'finished' : status === 'PEND' ? 'waiting' : 'running',
    result: resultOf(childText(node, 'result')),
    details: linesOf(childNode(node, 'details')),
    warnings: linesOf(childNode(node, 'warnings')),
    devices: childNodes(childNode(node, 'devices'), 'entry').map(deviceOf),
  };
}

function deviceOf(node: JsonNode): JobDevice {
  const details = childNode(node, 'details');
  const message = descendant(details, ['msg']);
  const errors = linesOf(childNode(message, 'errors'));
  return {
    serial: childText(node, 'serial-no'),
    name: childText(node, 'devicename'),
    status: childText(node, 'status'),
    result: resultOf(childText(node, 'result')),
    errors: errors.length > 0 ? errors : textLines(details),
    warnings: linesOf(childNode(message, 'warnings')),
  };
}

function textLines(node: JsonNode): string[] {
  const text = nodeText(node);
  return text === '' ? [] : [text];
}

function resultOf(text: string): 'ok' | 'failed' | 'pending' {
  return text === 'OK' ? 'ok' : text === 'FAIL' ? 'failed' : 'pending';
}
