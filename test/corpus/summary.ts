import type { DescribedDiagnostic } from '../../scripts/policy/diagnostics/diagnostic';
import type { CompiledCluster } from '../property/pipeline';
import type { CorpusCase } from '../../tools/session/corpus';

/** What became of the corpus, by source and by reason. */
export interface Summary {
  readonly sources: Map<string, Row>;
  /** How many policies were refused, by diagnostic code. */
  readonly reasons: Map<string, number>;
  /** Each refused policy with its reasons. */
  readonly refused: string[];
}

interface Row {
  cases: number;
  policies: number;
  clusterWide: number;
  refused: number;
  rules: number;
  tables: number;
  lines: number;
}

export function newSummary(): Summary {
  return { sources: new Map(), reasons: new Map(), refused: [] };
}

/** Takes a case into account. */
export function observe(
  summary: Summary,
  { name, cluster, expected }: CorpusCase,
  { translation }: CompiledCluster,
  errors: readonly DescribedDiagnostic[],
  lines: number,
): void {
  const source = name.split('/')[0];
  const row = summary.sources.get(source) ?? emptyRow();
  summary.sources.set(source, row);
  row.cases++;
  row.policies += cluster.policies?.length ?? 0;
  row.clusterWide += cluster.clusterPolicies?.length ?? 0;
  row.refused += translation.refusals.length;
  row.rules += translation.rulebase?.rules.length ?? 0;
  row.tables += expected && lines > 0 ? 1 : 0;
  row.lines += lines;
  for (const { code, policy } of errors) if (policy === '') add(summary.reasons, code);
  for (const { policy, diagnostics } of translation.refusals) {
    const codes = [...new Set(diagnostics.map(({ code }) => code))];
    for (const code of codes) add(summary.reasons, code);
    summary.refused.push(`  ${name}: ${policy.namespace}/${policy.name}: ${codes.join(', ')}`);
  }
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function emptyRow(): Row {
  return { cases: 0, policies: 0, clusterWide: 0, refused: 0, rules: 0, tables: 0, lines: 0 };
}

const COLUMNS = ['cases', 'policies', 'clusterWide', 'refused', 'rules', 'tables', 'lines'] as const;

/** The table that the test prints. `lines` are those of truth tables that the rules were evaluated against. */
export function summaryText(summary: Summary): string {
  const total = emptyRow();
  for (const row of summary.sources.values()) for (const column of COLUMNS) total[column] += row[column];
  const rows = [...summary.sources, ['all', total] as const];
  const width = Math.max(...rows.map(([source]) => source.length));
  return [
    [' '.repeat(width), ...COLUMNS.map((column) => column.padStart(12))].join(''),
    ...rows.map(([source, row]) =>
      [source.padEnd(width), ...COLUMNS.map((column) => String(row[column]).padStart(12))].join(''),
    ),
    ...[...summary.reasons].sort().map(([reason, count]) => `${count} policies refused: ${reason}`),
    ...summary.refused,
  ].join('\n');
}
