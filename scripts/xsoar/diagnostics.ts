import { describeDiagnostic, type Diagnostic } from '../policy/diagnostics/diagnostic';
import type { ObjectData, ValueManifest } from './outputs';

/** A diagnostic as it stands in the context, where it is called a finding. */
export const DIAGNOSTIC_FIELDS = {
  Code: { type: 'String', description: 'The code of the finding.' },
  Severity: { type: 'String', description: 'The severity of the finding, "error" or "warning".' },
  Kind: {
    type: 'String',
    description:
      'The kind of the finding. "invalid" if the API server would refuse the policy, "rejected" if an attribute or a setting is wrong, "inexpressible" if the policy is valid, but no exact rules exist for it.',
  },
  Policy: { type: 'String', description: 'The policy that the finding is about, as namespace/name.' },
  Path: { type: 'String', description: 'The field that the finding is about.' },
  Message: { type: 'String', description: 'What is wrong.' },
  Remedy: { type: 'String', description: 'What to do about it.' },
} as const satisfies { readonly [name: string]: ValueManifest };

/** The values of these fields. */
export type DiagnosticData = ObjectData<typeof DIAGNOSTIC_FIELDS>;

/** A diagnostic as outputs declare it. */
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
