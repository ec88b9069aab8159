import type { Diagnostic } from '../diagnostics/diagnostic';
import { idText } from '../kubernetes/identity';
import { compareText, hasKey, stableSort } from '../text/canonical';

/** By policy (those that concern none first), field path, code. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return stableSort(diagnostics, (a, b) => compareText(sortText(a), sortText(b)));
}

/** Each of them once. */
export function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen: { [text: string]: true } = {};
  return diagnostics.filter((diagnostic) => {
    const text = sortText(diagnostic);
    if (hasKey(seen, text)) return false;
    seen[text] = true;
    return true;
  });
}

function sortText(diagnostic: Diagnostic): string {
  const policy = diagnostic.where.policy;
  const place = policy ? idText(policy) : '';
  const params = Object.keys(diagnostic.params)
    .sort()
    .map((name) => String(diagnostic.params[name]));
  return [place, diagnostic.where.path || '', diagnostic.code].concat(params).join('\n');
}
