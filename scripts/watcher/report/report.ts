import { hasKey, sortedUnique } from '../../policy/text/canonical';
import { nameOf } from '../../policy/kubernetes/identity';
import type { RawObject } from '../../policy/kubernetes/types';
import { errorMessage, userError } from '../../xsoar/errors';
import type { Client } from '../api/client';
import { writeEvent, type Outcome } from './events';
import { listAll } from '../api/list';
import { uidOf, type PolicyReference } from './policyreferences';
import { errorForAnswer } from '../api/answererrors';
import { EVENTS, NETWORK_POLICIES } from '../api/resources';
import { withoutManagedFields } from '../snapshot/slim';

/** What became of a report. */
export interface ReportResult {
  /** How many policies got their Event. */
  readonly written: number;
  /** Policies that are gone, each with the reason. */
  readonly skipped: readonly string[];
  /** What kept Events from being written; the others are written all the same. */
  readonly failures: readonly string[];
}

/** One command writes so many Events at most, and for so long; what is left is named. */
const MOST_POLICIES = 200;
const MOST_SECONDS = 45;

/**
 * Writes an outcome as an Event on each policy. What fails for one keeps no other from its Event.
 *
 * @throws a user error for a reason that is not one word of at most 128 characters (events.k8s.io/v1)
 */
export function reportOutcome(client: Client, references: readonly PolicyReference[], outcome: Outcome): ReportResult {
  if (!/^[A-Z][A-Za-z0-9]{0,127}$/.test(outcome.reason)) {
    throw userError(
      'The argument "reason" is "' + outcome.reason + '". It must be one word, for example RulesApplied.',
    );
  }
  const end = client.host.now() + MOST_SECONDS * 1000;
  const reports: { [namespace: string]: PoliciesHere } = {};
  const result: GrowingResult = { written: 0, skipped: [], failures: [] };
  for (let i = 0; i < references.length; i++) {
    const reference = references[i];
    const namespace = reference.namespace;
    if (i >= MOST_POLICIES || client.host.now() > end) {
      const rest = String(references.length - i) + ' more policies, from ' + shown(reference) + ' on';
      result.skipped.push(rest + ': too many for one command');
      break;
    }
    if (!hasKey(reports, namespace)) reports[namespace] = policiesIn(client, namespace);
    const here = reports[namespace];
    if (here.kind === 'refused') result.failures.push(here.reason);
    else reportOn(client, here.policies, reference, outcome, result);
  }
  return { written: result.written, skipped: result.skipped, failures: sortedUnique(result.failures) };
}

interface GrowingResult {
  written: number;
  readonly skipped: string[];
  readonly failures: string[];
}

function reportOn(
  client: Client,
  policies: { readonly [name: string]: RawObject },
  reference: PolicyReference,
  outcome: Outcome,
  result: GrowingResult,
): void {
  const policy = hasKey(policies, reference.name) ? policies[reference.name] : undefined;
  if (!policy || (reference.uid !== '' && uidOf(policy) !== reference.uid)) {
    result.skipped.push(shown(reference) + (policy ? ': replaced by a new policy of this name' : ': it is gone'));
    return;
  }
  const answer = writeEvent(client, policy, outcome);
  if (answer.status === 200 || answer.status === 201) result.written++;
  else
    result.failures.push(
      errorForAnswer({ verb: 'create', resource: EVENTS, namespace: reference.namespace }, answer).message,
    );
}

function shown(reference: PolicyReference): string {
  return reference.namespace + '/' + reference.name;
}

type PoliciesHere =
  | { readonly kind: 'read'; readonly policies: { readonly [name: string]: RawObject } }
  | { readonly kind: 'refused'; readonly reason: string };

/** The policies of a namespace by name; a namespace that is gone has none. */
function policiesIn(client: Client, namespace: string): PoliciesHere {
  try {
    const found: { [name: string]: RawObject } = {};
    const query = { resource: NETWORK_POLICIES, namespace };
    for (const policy of listAll(client, query, withoutManagedFields).items) found[nameOf(policy)] = policy;
    return { kind: 'read', policies: found };
  } catch (thrown) {
    return { kind: 'refused', reason: errorMessage(thrown) };
  }
}
