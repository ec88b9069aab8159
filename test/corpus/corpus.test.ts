import { describeDiagnostic, isError, type DescribedDiagnostic } from '../../scripts/policy/diagnostics/diagnostic';
import { localProfile } from '../../scripts/policy/profile/defaults';
import { connectionsBetween } from '../../scripts/policy/prove/verdict/ask';
import { buildModel, type ProofModel } from '../../scripts/policy/prove/verdict/model';
import { prove } from '../../scripts/policy/prove/prove';
import { judgeRules } from '../../scripts/policy/prove/verdict/reasons';
import type { ProofInput } from '../../scripts/policy/prove/types';
import { compileCluster, proofInput, type ClusterInput, type CompiledCluster } from '../property/pipeline';
import { type CorpusCase, type CorpusCluster, clusterObjects, corpusCases } from '../../tools/session/corpus';
import { newSummary, observe, summaryText } from './summary';

/**
 * What public projects really write: every case is compiled and proved, and where a truth table is given, the rendered
 * rules are evaluated against it, pair by pair and port by port.
 */

const cases = corpusCases();
if (cases.length === 0) console.log('corpus not found: what public projects write is not checked');

function inputOf(cluster: CorpusCluster): ClusterInput {
  const local = localProfile(cluster.clusterName);
  return {
    objects: clusterObjects(cluster),
    profile: {
      ...local,
      inspection: 'server-only',
      nodes: (cluster.nodes ?? []).length > 0 ? local.nodes : { ...local.nodes, toPods: 'off' },
      sctp: 'service',
      podCIDRs: cluster.podCIDRs,
      // Some cases have their policies in kube-system.
      excludedNamespaces: [],
    },
    services: [],
    lastGood: [],
  };
}

/** The input of the proof; throws where the cluster was refused as a whole. */
function judgedInput(input: ClusterInput, compiled: CompiledCluster): ProofInput {
  const judged = proofInput(input, compiled);
  if (!judged)
    throw new Error(
      errorsOf(compiled)
        .map((found) => found.message)
        .join('\n'),
    );
  return judged;
}

function errorsOf({ diagnostics }: CompiledCluster): DescribedDiagnostic[] {
  return diagnostics.filter(isError).map(describeDiagnostic);
}

/** The lines of a truth table that the rendered rules do not reproduce, and how many lines there are. */
function tableCheck(
  model: ProofModel,
  { expected }: CorpusCase,
): { readonly lines: number; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  let lines = 0;
  for (const [source, row] of Object.entries(expected?.allowed ?? {})) {
    for (const [destination, digits] of Object.entries(row)) {
      // A pod can always reach itself, and its packets never leave it.
      if (source === destination) continue;
      expected?.ports.forEach((port, index) => {
        lines++;
        const verdicts = rulesSay(model, source, destination, port);
        if (verdicts.join() !== digits[index]) wrong.push(`${source} ${destination} ${port}: ${verdicts.join()}`);
      });
    }
  }
  return { lines, wrong };
}

/** `1` or `0` for each address family. */
function rulesSay(model: ProofModel, source: string, destination: string, text: string): string[] {
  const [protocol, number] = text.split('/');
  const port = { protocol: protocol as 'TCP' | 'UDP' | 'SCTP', port: Number(number) };
  const connections = connectionsBetween(model, source, destination, port);
  return connections.map((connection) => (judgeRules(model, connection).verdict === 'allow' ? '1' : '0'));
}

(cases.length > 0 ? describe : describe.skip)('the corpus', () => {
  const summary = newSummary();

  afterAll(() => {
    console.log(summaryText(summary));
  });

  it('has all 428 cases, 234 of them with a truth table', () => {
    expect(cases).toHaveLength(428);
    expect(cases.filter(({ expected }) => expected !== undefined)).toHaveLength(234);
  });

  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const input = inputOf(one.cluster);
    const compiled = compileCluster(input);
    const judged = judgedInput(input, compiled);
    const model = buildModel(judged, []);
    // A truth table is about all the policies of its case.
    const table = judged.leftOut.length === 0 ? tableCheck(model, one) : { lines: 0, wrong: [] };
    observe(summary, one, compiled, errorsOf(compiled), table.lines);
    expect(prove(judged)).toMatchObject({ verdict: 'equal' });
    expect(table.wrong).toEqual([]);
  });

  it('refuses named ports, and kinds of policy that it does not know', () => {
    expect(Object.fromEntries(summary.reasons)).toEqual({
      'cluster-wide-policy': 48,
      'named-port': 27,
    });
  });
});
