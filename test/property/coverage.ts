import { type DiagnosticCode, isError } from '../../scripts/policy/diagnostics/diagnostic';
import { TABLE } from '../../scripts/policy/diagnostics/table';
import { type Feature, RARE, SUPPORTED } from './featurenames';
import { featuresOf } from './features';
import type { ClusterInput, CompiledCluster } from './pipeline';

/** How often each feature was among the cases that were compiled, and how many cases had something refused. */
export interface Coverage {
  cases: number;
  refused: number;
  /** Of these, where something valid has no exact rules, beside what `spoilers.ts` puts in to be refused. */
  inexpressible: number;
  readonly features: Map<Feature, number>;
  /** By diagnostic code: cases in which it refused something. */
  readonly reasons: Map<string, number>;
}

export function newCoverage(): Coverage {
  return { cases: 0, refused: 0, inexpressible: 0, features: new Map(), reasons: new Map() };
}

const SPOILED: ReadonlySet<DiagnosticCode> = new Set(['label-ambiguous', 'label-value-empty', 'sctp-refused']);

/** Takes a compiled case into account. */
export function observe(coverage: Coverage, input: ClusterInput, { translation, diagnostics }: CompiledCluster): void {
  const { refusals, rulebase } = translation;
  coverage.cases++;
  if (!rulebase || refusals.length > 0) {
    coverage.refused++;
    const codes = new Set(diagnostics.filter(isError).map((found) => found.code));
    if ([...codes].some((code) => TABLE[code].kind === 'inexpressible' && !SPOILED.has(code))) coverage.inexpressible++;
    count(coverage.reasons, codes);
  }
  if (!rulebase) return;
  const leftOut = refusals.filter((refusal) => !refusal.standIn).map((refusal) => refusal.policy);
  const found = new Set(featuresOf(input, leftOut));
  if (diagnostics.some(({ code }) => code === 'pods-by-address')) {
    found.add('pods named by address');
    if (found.has('address family: both')) found.add('pods named by address, one family of two');
  }
  count(coverage.features, found);
}

function count<Key>(counts: Map<Key, number>, keys: Iterable<Key>): void {
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function shareOf(coverage: Coverage, feature: Feature): number {
  return (coverage.features.get(feature) ?? 0) / coverage.cases;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(7);
}

/** The table that the tests print. */
export function coverageText(coverage: Coverage): string {
  const reasons = [...coverage.reasons].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${coverage.cases} cases; something was refused in ${percent(coverage.refused / coverage.cases).trim()} of them, in ${percent(coverage.inexpressible / coverage.cases).trim()} for want of exact rules`,
    ...[...SUPPORTED, ...RARE].map((feature) => `${percent(shareOf(coverage, feature))}  ${feature}`),
    ...reasons.map(([reason, cases]) => `${percent(cases / coverage.cases)}  refused: ${reason}`),
  ].join('\n');
}
