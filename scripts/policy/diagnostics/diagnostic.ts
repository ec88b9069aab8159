import { fill, type MessageParams, type MessageText, type ParamsOf } from './message';
import { TABLE } from './table';
import { oneLine } from '../text/printable';

/**
 * Diagnostics: what is wrong with policies, profiles and other input: a code with typed parameters and a place. The
 * words stand in one table (`table.ts`), so that no message text hides in the logic and the documentation can list them
 * all.
 */

/** The name of a row of the table, for example `policy-duplicate`. */
export type DiagnosticCode = keyof typeof TABLE;
/** An error keeps a policy (or a cluster) from being compiled; a warning keeps nothing. */
export type Severity = 'error' | 'warning';

/**
 * `invalid`: the API server would refuse it; `rejected`: attributes or settings that are wrong; `inexpressible`: valid,
 * but no exact rulebase exists (yet).
 */
export type DiagnosticKind = 'invalid' | 'rejected' | 'inexpressible';

/** One row of the table. */
export interface DiagnosticText extends MessageText {
  readonly severity: Severity;
  readonly kind: DiagnosticKind;
  readonly title: string;
}

/**
 * Where it is: the policy, the field path inside it (or inside the document), the file it was read from, and further
 * places without which it would not be.
 */
export interface DiagnosticPlace {
  readonly policy?: { readonly namespace: string; readonly name: string };
  readonly path?: string;
  readonly file?: string;
  readonly together?: readonly string[];
}

/** The parameters that a code's text and remedy need. */
export type DiagnosticParams<Code extends DiagnosticCode> = ParamsOf<(typeof TABLE)[Code]>;

/** A code with its parameters and its place, without words. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly params: MessageParams;
  readonly where: DiagnosticPlace;
}

/** A diagnostic with its words, as users and `--diagnostics` see it. */
export interface DescribedDiagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly kind: DiagnosticKind;
  /** `namespace/name`; '' where it concerns no single policy. */
  readonly policy: string;
  readonly path: string;
  readonly file: string;
  readonly message: string;
  readonly remedy: string;
}

/** Makes a diagnostic; the compiler checks that the parameters are the ones that the code's text needs. */
export function diagnose<Code extends DiagnosticCode>(
  code: Code,
  params: DiagnosticParams<Code>,
  where: DiagnosticPlace,
): Diagnostic {
  return { code, params, where };
}

/** The severity that the table gives its code. */
export function severityOf(diagnostic: Diagnostic): Severity {
  return TABLE[diagnostic.code].severity;
}

/** Whether a diagnostic keeps something from being compiled. */
export function isError(diagnostic: Diagnostic): boolean {
  return severityOf(diagnostic) === 'error';
}

/** Adds what is not known yet (policy, file) to the places of diagnostics. */
export function placed(diagnostics: readonly Diagnostic[], where: DiagnosticPlace): Diagnostic[] {
  return diagnostics.map((found) => ({
    code: found.code,
    params: found.params,
    where: {
      policy: found.where.policy || where.policy,
      path: found.where.path || where.path,
      file: found.where.file || where.file,
      together: found.where.together || where.together,
    },
  }));
}

/** Puts a diagnostic into words; parts of the place that it does not have are ''. */
export function describeDiagnostic(diagnostic: Diagnostic): DescribedDiagnostic {
  const row: DiagnosticText = TABLE[diagnostic.code];
  const policy = diagnostic.where.policy;
  return {
    code: diagnostic.code,
    severity: row.severity,
    kind: row.kind,
    policy: policy ? oneLine(policy.namespace + '/' + policy.name) : '',
    path: oneLine(diagnostic.where.path || ''),
    file: oneLine(diagnostic.where.file || ''),
    message: fill(row.text, diagnostic.params) + oneLine(togetherText(diagnostic.where.together || [])),
    remedy: fill(row.remedy, diagnostic.params),
  };
}

/**
 * One line for people: the file and the field where they are known, what is wrong, and what to do. Not the policy:
 * whoever shows one line has named it.
 */
export function diagnosticSentence(diagnostic: Diagnostic): string {
  const found = describeDiagnostic(diagnostic);
  const place = [found.file, found.path].filter((part) => part !== '').join(', ');
  return (place === '' ? '' : place + ': ') + found.message + ' ' + found.remedy;
}

// A place that takes part with hundreds of others names the first ones.
const MOST_NAMED = 3;

function togetherText(places: readonly string[]): string {
  if (places.length === 0) return '';
  const named = places.slice(0, MOST_NAMED).join(', ');
  const more = places.length - MOST_NAMED;
  return ' It takes part together with ' + named + (more > 0 ? ' and ' + String(more) + ' more' : '') + '.';
}
