import { benchCluster, rulebaseOf, translateCluster } from './compile';

/** Translates a cluster with the number of policies that the command line names, and prints what memory that took. */

/** What the probe prints, as JSON. */
export interface MemoryReport {
  /** Bytes of the process at the most, when the objects were there, and after their translation. */
  readonly before: number;
  readonly peak: number;
}

function main(policies: number): void {
  const cluster = benchCluster(policies);
  const before = peakBytes();
  rulebaseOf(translateCluster(cluster.snapshot));
  const report: MemoryReport = { before, peak: peakBytes() };
  process.stdout.write(JSON.stringify(report));
}

function peakBytes(): number {
  return process.resourceUsage().maxRSS * 1024;
}

main(Number(process.argv[2]));
