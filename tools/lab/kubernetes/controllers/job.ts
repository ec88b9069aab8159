import type { Cluster } from '../cluster';
import { numberOf, textOf } from '../values/json';
import { specOf, statusOf } from '../values/object';
import { createPod, isReady, podsOf, writeStatus } from './ownedpods';

/** Starts the pods of a Job. They run on; a test ends one through its status. */
export function reconcileJob(cluster: Cluster, key: string): void {
  const job = cluster.store.get('jobs.batch', key);
  if (job === undefined || specOf(job).suspend === true) return;
  const pods = podsOf(cluster, job);
  const isOver = (phase: string): number => pods.filter((pod) => textOf(statusOf(pod).phase) === phase).length;
  const [succeeded, failed] = [isOver('Succeeded'), isOver('Failed')];
  const active = pods.length - succeeded - failed;
  const open = numberOf(specOf(job).completions, 1) - succeeded;
  const wanted = Math.min(numberOf(specOf(job).parallelism, 1), open);
  for (let count = active; count < wanted; count++)
    createPod(cluster, job, { generateName: `${job.metadata.name}-` }, {});
  const running = podsOf(cluster, job).length - succeeded - failed;
  const counts = { active: running, succeeded, failed, ready: pods.filter(isReady).length };
  const startTime = statusOf(job).startTime ?? cluster.clock.timestamp();
  writeStatus(cluster, 'jobs.batch', job, {
    ...Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0)),
    startTime,
  });
}
