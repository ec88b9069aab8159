import pc from 'picocolors';
import { judgedVersions } from '../../scripts/policy/translate/judgedversions';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import { prove } from '../../scripts/policy/prove/prove';
import type { CounterExample, Proof } from '../../scripts/policy/prove/types';
import { comparedTexts } from '../../scripts/policy/views/proof';
import { verdictText } from '../../scripts/policy/views/verdict';
import { exitStatus, translateCluster, type ClusterOptions } from './cluster';
import { readDocument } from './documents';
import { diagnosticsText, writeDiagnostics } from './output';

/** The options of `cnseries prove`. `rulebase` is a file: JSON as `cnseries compile -o json` prints it. */
export interface ProveOptions extends ClusterOptions {
  readonly output: 'text' | 'json';
  /** @default the compiled rulebase */
  readonly rulebase?: string;
  /** Where the findings are also written, as JSON. @default nowhere */
  readonly diagnostics?: string;
}

/** Proves the compiled rulebase (or a given one) against the policies; returns the exit status. */
export function runProve(options: ProveOptions): number {
  const cluster = translateCluster(options);
  for (const note of cluster.notes) process.stderr.write(`${note}\n`);
  process.stderr.write(diagnosticsText(cluster.diagnostics));
  if (options.diagnostics !== undefined) writeDiagnostics(options.diagnostics, cluster.diagnostics);
  const rulebase =
    options.rulebase === undefined ? cluster.translation.rulebase : (readDocument(options.rulebase) as Rulebase);
  if (!rulebase) {
    process.stderr.write('The cluster has no rulebase, so there is nothing to prove.\n');
    return 1;
  }
  const proof = prove({
    objects: cluster.objects,
    profile: cluster.profile,
    services: cluster.services,
    rulebase,
    ...judgedVersions(cluster.translation.refusals, cluster.diagnostics),
  });
  process.stdout.write(options.output === 'json' ? `${JSON.stringify(proof, undefined, 2)}\n` : proofText(proof));
  const isProved = proof.verdict === 'equal' && proof.exceptions.length === 0;
  return isProved ? exitStatus(cluster.diagnostics) : 1;
}

function proofText(proof: Proof): string {
  const text = verdictText(proof);
  const verdict = proof.verdict === 'equal' && proof.exceptions.length === 0 ? pc.green(text) : pc.red(text);
  const lines = [
    `${pc.bold('Verdict')}: ${verdict}${proof.verdict === 'nothing' ? '' : ` - ${proof.reason}`}.`,
    `${pc.bold('Compared')}: ${comparedTexts(proof.scope).join(' ')}.`,
    ...proof.scope.notJudged.map((text) => `Not compared: ${text}.`),
    ...(proof.counterExample ? counterExampleLines(proof.counterExample) : []),
  ];
  return `${lines.join('\n')}\n`;
}

function counterExampleLines(example: CounterExample): string[] {
  return [
    `${pc.bold('Counter-example')}: ${example.source.text} -> ${example.destination.text}, ${example.port}`,
    `  policies: ${example.policySide.verdict} - ${example.policySide.reason}`,
    `  rules:    ${example.ruleSide.verdict} - ${example.ruleSide.reason}`,
  ];
}
