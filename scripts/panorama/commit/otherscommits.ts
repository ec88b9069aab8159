import { readJobs } from '../api/jobs';
import type { PanoramaPort } from '../api/port';
import type { Problem } from '../api/problems';

/** What other administrators committed since a commit of ours, or why nobody can say. */
export type OthersCommits =
  | { readonly kind: 'known'; readonly commits: readonly string[] }
  | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * The commits of others behind ours: a push takes the running configuration, whoever committed it. Which device groups
 * they are about stands in no job, so that each of them counts.
 *
 * @param job the number of our commit
 * @param admin whose commits are ours
 * @returns for people: `job 17 by alice: nightly change`
 */
export function othersCommits(port: PanoramaPort, job: string, admin: string): OthersCommits {
  const answer = readJobs(port);
  if (answer.kind === 'failed') return answer;
  const later = answer.jobs.filter(
    (one) =>
      one.type === 'Commit' &&
      one.status === 'finished' &&
      one.result === 'ok' &&
      one.user !== admin &&
      Number(one.id) > Number(job),
  );
  return {
    kind: 'known',
    commits: later.map(
      (one) => 'job ' + one.id + ' by ' + one.user + (one.description === '' ? '' : ': ' + one.description),
    ),
  };
}
