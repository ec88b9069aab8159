import { hasKey } from '../policy/text/canonical';
import { diagnosticSentence, isError } from '../policy/diagnostics/diagnostic';
import { listed } from '../policy/text/words';
import { idText } from '../policy/kubernetes/identity';
import type { Refusal } from '../policy/translate/translation';
import type { ObjectData, ValueManifest } from '../xsoar/outputs';
import type { Snapshot } from '../policy/kubernetes/types';
import type { WatchedChange } from './incident';

/** How one policy fared, for its author. `refused`: the rules hold its last good version, or nothing of it. */
export const POLICY_STATE_FIELDS = {
  Namespace: {
    type: 'String',
    description: 'The namespace of a policy that is refused, or that the incident is about.',
  },
  Name: { type: 'String', description: 'The name of a policy.' },
  UID: { type: 'String', description: 'The UID of a policy.' },
  State: {
    type: 'String',
    choices: ['accepted', 'refused'],
    description: 'Whether the current version of the policy is in the rules, "accepted" or "refused".',
  },
  Message: { type: 'String', description: 'Why the policy is refused, and what to do about it.' },
} as const satisfies { readonly [name: string]: ValueManifest };

/** As it stands in the context. */
export type PolicyState = ObjectData<typeof POLICY_STATE_FIELDS>;

/** What holds instead of a refused policy. */
function keptText(refusal: Refusal): string {
  switch (refusal.instead) {
    case 'nothing':
      return refusal.lastGood === undefined ? 'It has no rules.' : 'Its rules stay as they are until somebody decides.';
    case 'last-good':
      return 'Its last good version stays in force.';
    case 'rejected':
      return refusal.standIn === undefined ? 'It has no rules.' : 'Its last approved version stays in force.';
    case 'no-entries':
      return 'Its pods are isolated in its directions, and none of its entries allows anything.';
    case 'closed':
      return 'It was live; its pods stay isolated, and allowed is nothing more by ' + listed(refusal.closed) + '.';
    case 'held':
      return 'It was live; its rules stay as they are until somebody decides.';
  }
}

/**
 * The policies that are refused, and those that the caller asks for; not all, since a context that holds thousands of
 * policies slows the server down.
 */
export function policyStates(
  refusals: readonly Refusal[],
  policies: Snapshot['policies'],
  asked: readonly WatchedChange[],
): PolicyState[] {
  const messages: { [id: string]: string } = {};
  for (const refusal of refusals) {
    const kept = keptText(refusal);
    const reasons = refusal.diagnostics.filter(isError).map(diagnosticSentence);
    messages[idText(refusal.policy)] = reasons.concat([kept]).join(' ');
  }
  const wanted: { [id: string]: true } = {};
  for (const change of asked) if (change.kind === 'NetworkPolicy') wanted[idText(change)] = true;
  const states: PolicyState[] = [];
  for (const { id } of policies) {
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
