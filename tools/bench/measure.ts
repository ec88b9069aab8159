/** CPU time of this process, which other work on the machine does not lengthen. */

/** A result, and what it took. */
export interface Measured<Result> {
  readonly result: Result;
  /** Milliseconds of CPU time, user and system, all threads of the process. */
  readonly milliseconds: number;
}

/** Runs `work` several times; the median time, and the last result. */
export function medianTime<Result>(runs: number, work: () => Result): Measured<Result> {
  // Only the last result is kept: the others would be work for the garbage collector of the runs after them.
  let last = timed(work);
  const times = [last.milliseconds];
  while (times.length < runs) {
    last = timed(work);
    times.push(last.milliseconds);
  }
  times.sort((a, b) => a - b);
  return { result: last.result, milliseconds: times[Math.floor(runs / 2)] };
}

/** Runs `work` once. */
export function timed<Result>(work: () => Result): Measured<Result> {
  const before = process.cpuUsage();
  const result = work();
  const used = process.cpuUsage(before);
  return { result, milliseconds: (used.user + used.system) / 1000 };
}
