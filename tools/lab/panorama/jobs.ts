import { type Clock, stampOf, timeOf } from './clock';
import { element, failure, linesXml, wrap } from './reply';
import type { ApiResponse } from './types';

/**
 * What a job does, as `<type>` of `show jobs` prints it. `CommitAll` is a push, `MoveDG` hangs a device group
 * elsewhere.
 */
export type JobType = 'Commit' | 'CommitAll' | 'Validate' | 'ValidateAll' | 'MoveDG';

/** What a job came to. `devices` is markup, in pushes only. */
export interface JobOutcome {
  readonly result: 'OK' | 'FAIL';
  readonly details: readonly string[];
  readonly warnings: readonly string[];
  readonly devices?: string;
}

interface Job {
  readonly id: number;
  readonly type: JobType;
  readonly user: string;
  readonly description: string;
  readonly enqueued: number;
  readonly seconds: number;
  readonly run: () => JobOutcome;
  /** Further elements of the job (`push_type`, `dgname`), as markup. */
  readonly extra: string;
  started: number | undefined;
  finished: number | undefined;
  outcome: JobOutcome | undefined;
}

/** The most commits that administrators may have in the queue (Panorama administrator's guide 8.1 to 10.0). */
const QUEUE_LIMIT = 10;

/** The queue: one job at a time, in order, each for its virtual seconds; the work is done when it finishes. */
export class Jobs {
  private jobs: Job[] = [];
  private last = 0;

  /**
   * An empty queue.
   *
   * @param seconds how long a commit, a validation or a push takes from now on; `Infinity`: it never ends
   * @param whileBusy whether more are queued while one runs
   */
  constructor(
    private readonly clock: Clock,
    public seconds: number,
    private readonly whileBusy: 'queued' | 'refused',
  ) {}

  /** The refusal of a further commit, push or validation; undefined where one is taken. */
  refusal(): ApiResponse | undefined {
    if (this.whileBusy === 'refused' && this.isBusy) {
      return failure(13, ['Another commit/validate is in progress. Please try again later']);
    }
    if (this.unfinished().length < QUEUE_LIMIT) return undefined;
    return failure(14, ['The commit queue is full. Please try again later.']);
  }

  /** A restart: no job is listed any more, and those that had not ended never do. */
  forget(): void {
    this.jobs = [];
  }

  /** Whether any job is waiting or running. */
  get isBusy(): boolean {
    return this.unfinished().length > 0;
  }

  /** The next job's number. */
  add(job: {
    readonly type: JobType;
    readonly user: string;
    readonly description: string;
    readonly seconds: number;
    readonly extra?: string;
    readonly run: () => JobOutcome;
  }): number {
    this.last += 1;
    const id = this.last;
    this.jobs.push({
      ...job,
      extra: job.extra ?? '',
      id,
      enqueued: this.clock.seconds(),
      started: undefined,
      finished: undefined,
      outcome: undefined,
    });
    this.settle();
    return id;
  }

  /** Starts and finishes what is due by now. */
  settle(): void {
    let free = 0;
    for (const job of this.jobs) {
      if (job.finished === undefined) {
        job.started ??= Math.max(job.enqueued, free);
        const due = job.started + job.seconds;
        if (job.started > this.clock.seconds()) job.started = undefined;
        if (job.started === undefined || due > this.clock.seconds()) return;
        job.outcome = job.run();
        job.finished = due;
      }
      free = job.finished;
    }
  }

  /** One job as `show jobs id` prints it. */
  describe(id: number): string | undefined {
    const job = this.jobs.find((one) => one.id === id);
    return job === undefined ? undefined : jobXml(job);
  }

  /** All jobs, the newest first. */
  describeAll(): string {
    return [...this.jobs].reverse().map(jobXml).join('');
  }

  private unfinished(): readonly Job[] {
    return this.jobs.filter((job) => job.finished === undefined);
  }
}

/** Shape and order of elements: pack test data and fixtures of netbox-panorama-configpump-plugin. */
function jobXml(job: Job): string {
  const { outcome } = job;
  const status = outcome !== undefined ? 'FIN' : job.started === undefined ? 'PEND' : 'ACT';
  const started = job.started ?? job.enqueued;
  const head = [
    element('tenq', stampOf(job.enqueued)),
    element('tdeq', timeOf(started)),
    element('id', job.id),
    element('user', job.user),
    element('type', job.type),
    element('status', status),
    element('queued', status === 'PEND' ? 'YES' : 'NO'),
    element('stoppable', 'no'),
    element('result', outcome?.result ?? 'PEND'),
    element('tfin', job.finished === undefined ? 'Still Active' : timeOf(job.finished)),
    element('description', job.description),
    element('positionInQ', '0'),
    element('progress', outcome === undefined ? (status === 'ACT' ? '40' : '0') : '100'),
    job.extra,
  ];
  const warnings = wrap('warnings', linesXml(outcome?.warnings ?? []));
  const details = outcome?.devices === undefined ? wrap('details', linesXml(outcome?.details ?? [])) : '';
  const devices = outcome?.devices === undefined ? '' : wrap('devices', outcome.devices);
  return wrap('job', `${head.join('')}${warnings}${details}${devices}`);
}
