import pc from 'picocolors';
import type { PanoramaPort } from '../../scripts/panorama/api/port';
import { translateChecked } from '../../scripts/panorama/prepare/checked';
import { lookUpAll } from '../../scripts/panorama/prepare/lookup';
import { preparePlan, type PlanRequest, type Preparation } from '../../scripts/panorama/prepare/prepare';
import { describeProblem } from '../../scripts/panorama/api/problems';
import { planSentences, planTables } from '../../scripts/panorama/prepare/plantables';
import { blockerText } from '../../scripts/panorama/prepare/view';
import { beginSurroundings } from '../../scripts/panorama/state/surroundings';
import type { Reference } from '../../scripts/policy/attributes/references';
import { buildSnapshot } from '../../scripts/policy/kubernetes/snapshot';
import { translate } from '../../scripts/policy/translate/translate';
import type { Translation, TranslationInput } from '../../scripts/policy/translate/translation';
import { coverageOf, coverageText } from '../../scripts/policy/views/coverage';
import { planHeadline, shortPlanHash } from '../../scripts/policy/views/planheadline';
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
  const panorama = openPanorama(options.panorama);
  try {
    const cluster = translateCluster(options, (input) => translateFor(panorama.port, input));
    const request = { ...cluster, known: undefined, lifted: [] };
    const prepared = preparePlan(panorama.port, request);
    for (const note of [...cluster.notes, ...panorama.notes]) process.stderr.write(`${note}\n`);
    process.stdout.write(options.output === 'json' ? jsonText(prepared) : tablesText(request, prepared));
    process.stderr.write(diagnosticsText(cluster.diagnostics));
    if (options.diagnostics !== undefined) writeDiagnostics(options.diagnostics, cluster.diagnostics);
    return prepared.blockers.length > 0 ? 1 : exitStatus(cluster.diagnostics);
  } finally {
    panorama.close();
  }
}

/** Without what this Panorama does not have; all of it where it cannot be asked, which the preflight says. */
function translateFor(port: PanoramaPort, input: TranslationInput): Translation {
  const run = (missing: readonly Reference[]): Translation => translate({ ...input, missing });
  const begun = beginSurroundings(port, input.profile);
  if (begun.kind !== 'read') return run([]);
  const checked = translateChecked(run, (references) => {
    const answer = lookUpAll(port, references, begun.surroundings);
    return answer.kind === 'failed' ? answer : { kind: 'read', references: answer.found.references };
  });
  return checked.kind === 'checked' ? checked.translation : run([]);
}

function jsonText({ plan, proof, problems, blockers, unverified, reach }: Preparation): string {
  const document = {
    blockers: blockers.map((blocker) => ({ blocker, message: blockerText(blocker) })),
    problems: problems.map((problem) => ({ code: problem.code, ...describeProblem(problem) })),
    unverified,
    proof,
    reachability: reach,
    plan,
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

/** The tables of the war room, in its order; the findings go to standard error. */
function tablesText(cluster: TranslatedCluster & PlanRequest, prepared: Preparation): string {
  const { plan, blockers } = prepared;
  const lines = [
    ...blockers.map((blocker) => pc.red(blockerText(blocker))),
    ...(plan ? [`Plan ${shortPlanHash(plan.hash)}: ${planHeadline(plan)}.`] : []),
    ...planSentences({ ...prepared, blockers: [] }),
    coverageLine(cluster),
  ];
  const width = outputWidth(process.stdout);
  const tables = planTables(cluster, prepared, []).map((table) => terminalTable(table, width));
  return [`${lines.join('\n')}\n`, ...tables].join('\n');
}

function coverageLine({ objects, lastGood, profile }: TranslatedCluster): string {
  const { snapshot } = buildSnapshot(objects, profile.cluster, lastGood);
  return coverageText(coverageOf(snapshot, profile.excludedNamespaces));
}
