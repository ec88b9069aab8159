/** CPU time of this process, which other work on the machine does not lengthen. */

export interface Measured<Result> {
  readonly result: Result;
  /** Milliseconds of CPU time, user and system, all threads of the process. */
  readonly milliseconds: number;
}

/** Runs `work` several times; the median time, and the last result. */
export function medianTime<Result>(runs: number, work: () => Result): Measured<Result> {
  const all = Array.from({ length: runs }, () => timed(work));
  const times = all.map((one) => one.milliseconds).sort((a, b) => a - b);
  return { result: all[runs - 1].result, milliseconds: times[Math.floor(runs / 2)] };
}

function timed<Result>(work: () => Result): Measured<Result> {
  const before = process.cpuUsage();
  const result = work();
  const used = process.cpuUsage(before);
  return { result, milliseconds: (used.user + used.system) / 1000 };
}
