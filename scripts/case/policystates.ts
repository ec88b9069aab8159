import { hasKey } from '../policy/text/canonical';
import { describeDiagnostic, isError } from '../policy/diagnostics/diagnostic';
import { idText } from '../policy/kubernetes/identity';
import type { ClusterInput } from './clusterinput';
import type { WatchedChange } from './incident';

/** How one policy fared, for its author; as it stands in the context. */
export interface PolicyState {
  readonly Namespace: string;
  readonly Name: string;
  readonly UID: string;
  /** `refused`: the rules hold its last good version, or nothing of it. */
  readonly State: 'accepted' | 'refused';
  /** Why it is refused, with the remedies; '' for an accepted one. */
  readonly Message: string;
}

/**
 * The policies that are refused, and those that the caller asks for; not all, since a context that holds thousands of
 * policies slows the server down.
 */
export function policyStates(cluster: ClusterInput, asked: readonly WatchedChange[]): PolicyState[] {
  const messages: { [id: string]: string } = {};
  for (const refusal of cluster.translation.refusals) {
    const kept = refusal.standIn === undefined ? 'It has no rules.' : 'Its last good version stays in force.';
    const reasons = refusal.diagnostics.filter(isError).map((diagnostic) => {
      const found = describeDiagnostic(diagnostic);
      return (found.path === '' ? '' : found.path + ': ') + found.message + ' ' + found.remedy;
    });
    messages[idText(refusal.policy)] = reasons.concat([kept]).join(' ');
  }
  const wanted: { [id: string]: true } = {};
  for (const change of asked) if (change.kind === 'NetworkPolicy') wanted[idText(change)] = true;
  const states: PolicyState[] = [];
  for (const { id } of cluster.snapshot.policies) {
    const text = idText(id);
    const message = hasKey(messages, text) ? messages[text] : undefined;
    if (message === undefined && !hasKey(wanted, text)) continue;
    states.push({
      Namespace: id.namespace,
      Name: id.name,
      UID: id.uid,
      State: message === undefined ? 'accepted' : 'refused',
      Message: message === undefined ? '' : message,
    });
  }
  return states;
}
