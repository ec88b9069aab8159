import pc from 'picocolors';
import { preparePlan, type Preparation } from '../../scripts/panorama/prepare/prepare';
import { describeProblem } from '../../scripts/panorama/api/problems';
import { blockerText, problemsTable } from '../../scripts/panorama/prepare/view';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import { coverageOf, coverageText } from '../../scripts/policy/views/coverage';
import { planApprovalsTable } from '../../scripts/policy/views/planapprovals';
import { planChangesTable } from '../../scripts/policy/views/planchanges';
import { planSituationsTable } from '../../scripts/policy/views/plansituations';
import { proofTable } from '../../scripts/policy/views/proof';
import { exitStatus, translateCluster, type ClusterOptions, type TranslatedCluster } from './cluster';
import { diagnosticsText, writeDiagnostics } from './output';
import { openPanorama } from './panorama/open';
import { outputWidth, terminalTable } from './terminaltable';

/** The options of `cnseries plan`. `panorama` is a URL, or a file with an exported configuration. */
export interface PlanOptions extends ClusterOptions {
  readonly panorama: string;
  readonly output: 'table' | 'json';
  /** Where the findings are also written, as JSON. @default nowhere */
  readonly diagnostics?: string;
}

/**
 * Prints what applying the cluster would change in a Panorama; returns the exit status.
 *
 * @throws Error if no profile is given, or nothing can run with what is
 */
export function runPlan(options: PlanOptions): number {
  if (options.profile === undefined) {
    throw new Error('Give the cluster profile with --profile: it names the device group and where the rules go.');
  }
  const cluster = translateCluster(options);
  const panorama = openPanorama(options.panorama);
  try {
    const prepared = preparePlan(panorama.port, { ...cluster, known: undefined });
    for (const note of [...cluster.notes, ...panorama.notes]) process.stderr.write(`${note}\n`);
    process.stdout.write(options.output === 'json' ? jsonText(prepared) : tablesText(cluster, prepared));
    process.stderr.write(diagnosticsText(cluster.diagnostics));
    if (options.diagnostics !== undefined) writeDiagnostics(options.diagnostics, cluster.diagnostics);
    return prepared.blockers.length > 0 ? 1 : exitStatus(cluster.diagnostics);
  } finally {
    panorama.close();
  }
}

function jsonText({ plan, proof, problems, blockers, unverified }: Preparation): string {
  const document = {
    blockers: blockers.map((blocker) => ({ blocker, message: blockerText(blocker) })),
    problems: problems.map((problem) => ({ code: problem.code, ...describeProblem(problem) })),
    unverified,
    proof,
    plan,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** The tables of the war room, in its order. */
function tablesText(cluster: TranslatedCluster, prepared: Preparation): string {
  const { plan, proof, problems, blockers, unverified } = prepared;
  const tables = [
    problemsTable('Preflight problems', problems),
    ...(plan ? [planApprovalsTable(plan, cluster.profile.guardRails), planSituationsTable(plan)] : []),
  ].filter((table) => table.rows.length > 0);
  const lines = [
    ...blockers.map((blocker) => pc.red(blockerText(blocker))),
    ...(plan ? [`Plan ${plan.hash}`] : []),
    coverageLine(cluster),
    ...(unverified.length > 0 ? [`Not looked up: ${unverified.join(', ')}.`] : []),
  ];
  const shown = [...tables, ...(plan ? [planChangesTable(plan)] : []), ...(proof ? [proofTable(proof)] : [])];
  const width = outputWidth(process.stdout);
  return [`${lines.join('\n')}\n`, ...shown.map((table) => terminalTable(table, width))].join('\n');
}

function coverageLine({ objects, lastGood, profile }: TranslatedCluster): string {
  const { snapshot } = buildSnapshot(objects, profile.cluster, lastGood);
  return coverageText(coverageOf(snapshot, profile.excludedNamespaces));
}
