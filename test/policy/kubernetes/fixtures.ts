import { describeDiagnostic, type Diagnostic } from '../../../scripts/policy/diagnostics/diagnostic';
import { readPolicy } from '../../../scripts/policy/kubernetes/policy';
import type { Policy, RawObject } from '../../../scripts/policy/kubernetes/types';

/** A NetworkPolicy `shop/web` with the given spec. */
export function networkPolicy(spec: unknown, metadata: RawObject = {}): RawObject {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: 'shop', name: 'web', ...metadata },
    spec,
  };
}

/** The policy as read; throws with its errors where there are any. */
export function readGood(raw: RawObject): Policy {
  const { policy, diagnostics } = readPolicy(raw);
  if (!policy) throw new Error(lines(diagnostics).join('\n'));
  return policy;
}

/** `code path: message`, one line for each diagnostic. */
export function lines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((found) => {
    const { code, path, message } = describeDiagnostic(found);
    return `${code} ${path}: ${message}`;
  });
}

/** `code path` of each diagnostic. */
export function places(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map((found) => `${found.code} ${found.where.path ?? ''}`);
}

/** The diagnostics of a policy with the given spec, as lines. */
export function diagnosed(spec: unknown, metadata: RawObject = {}): string[] {
  return lines(readPolicy(networkPolicy(spec, metadata)).diagnostics);
}
