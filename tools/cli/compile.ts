import { exitStatus, translateCluster, type ClusterOptions } from './cluster';
import { diagnosticsText, rulebaseText, writeDiagnostics } from './output';
import type { Format } from './formats';

/** The options of `cnseries compile`. */
export interface CompileOptions extends ClusterOptions {
  readonly output: Format;
  /** Where the findings are also written, as JSON. @default nowhere */
  readonly diagnostics?: string;
}

/** Prints the rulebase of the cluster in the input; returns the exit status. */
export async function runCompile(options: CompileOptions): Promise<number> {
  const cluster = translateCluster(options);
  for (const note of cluster.notes) process.stderr.write(`${note}\n`);
  const { rulebase } = cluster.translation;
  if (rulebase) process.stdout.write(await rulebaseText(cluster.translation, rulebase, options.output));
  else process.stderr.write('The cluster has no rulebase; what stands in the way is listed below.\n');
  process.stderr.write(diagnosticsText(cluster.diagnostics));
  if (options.diagnostics !== undefined) writeDiagnostics(options.diagnostics, cluster.diagnostics);
  return exitStatus(cluster.diagnostics);
}
