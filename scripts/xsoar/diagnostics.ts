import { describeDiagnostic, type Diagnostic } from '../policy/diagnostics/diagnostic';
import type { OutputManifest } from './manifest';

/** A diagnostic as it stands in the context, where it is called a finding; `diagnosticOutputs` documents it. */
export interface DiagnosticData {
  readonly Code: string;
  readonly Severity: string;
  readonly Kind: string;
  readonly Policy: string;
  readonly Path: string;
  readonly Message: string;
  readonly Remedy: string;
}

/** The context outputs of diagnostics under `path`, for example `CNSeries.Validation`. */
export function diagnosticOutputs(path: string): readonly OutputManifest[] {
  const described: { readonly [name in keyof DiagnosticData]: string } = {
    Code: 'The code of the finding.',
    Severity: 'The severity of the finding, "error" or "warning".',
    Kind: 'The kind of the finding. "invalid" if the API server would refuse the policy, "rejected" if an attribute or a setting is wrong, "inexpressible" if the policy is valid, but no exact rules exist for it.',
    Policy: 'The policy that the finding is about, as namespace/name.',
    Path: 'The field that the finding is about.',
    Message: 'What is wrong.',
    Remedy: 'What to do about it.',
  };
  return (Object.keys(described) as (keyof DiagnosticData)[]).map((name) => ({
    contextPath: path + '.Findings.' + name,
    description: described[name],
    type: 'String',
  }));
}

/** A diagnostic as outputs declare it (`diagnosticOutputs`). */
export function diagnosticData(diagnostic: Diagnostic): DiagnosticData {
  const found = describeDiagnostic(diagnostic);
  return {
    Code: found.code,
    Severity: found.severity,
    Kind: found.kind,
    Policy: found.policy,
    Path: [found.file, found.path].filter((part) => part !== '').join(': '),
    Message: found.message,
    Remedy: found.remedy,
  };
}
