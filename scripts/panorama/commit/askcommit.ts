import { descriptionText } from '../api/commands';
import { findJob } from '../api/jobs';
import type { CommitAnswer, PanoramaPort } from '../api/port';

/**
 * Asks for a commit or a push; once more only where the lost request has become no job.
 * `later` has the description of the job, and the number of one that came before it.
 */
export function askCommit<Answer extends { readonly kind: string }>(
  port: PanoramaPort,
  type: 'Commit' | 'CommitAll',
  later: { readonly job: string; readonly description: string },
  ask: () => CommitAnswer | Answer,
): CommitAnswer | Answer {
  const answer = ask();
  if (answer.kind !== 'unclear') return answer;
  const job = findJob(port, type, descriptionText(later.description), later.job);
  return job === undefined ? ask() : { kind: 'enqueued', job: job.id };
}
