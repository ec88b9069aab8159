import { metadataField, nameOf } from '../../policy/kubernetes/identity';
import type { RawObject } from '../../policy/kubernetes/types';
import { oneLineOf } from '../../policy/text/printable';
import { sha256 } from '../../policy/text/sha256';
import { byteLength } from '../../policy/text/utf8';
import { callApi, type ApiAnswer, type Client } from '../api/client';
import { parsedObject } from '../api/answererrors';
import { apiVersionOf, EVENTS, namespacePath, NETWORK_POLICIES } from '../api/resources';
import { uidOf } from './policyreferences';

/** Events of the core API on NetworkPolicies: what `kubectl describe networkpolicy` shows its author. */
export interface Outcome {
  readonly type: 'Normal' | 'Warning';
  /** One word in CamelCase. */
  readonly reason: string;
  readonly message: string;
}

/** Who writes them. */
const COMPONENT = 'cnseries.panw.com/policy-watcher';
/** The API's own limit for the text of an Event, in bytes (Kubernetes `validateV1Event`, `NoteLengthLimit`). */
const MOST_OF_MESSAGE = 1024;
/** So that name and hash fit into the 253 characters of a name. */
const MOST_OF_NAME = 200;

/**
 * Writes an Event on a policy. The same outcome again only counts: the Event has a name made of its content (the
 * policy's name, a dot, 16 digits of a hash, such as `web.c189cc3eed6e8be1`), and if the token may not count (patch),
 * another one is created.
 *
 * @returns the answer of the last request; 200 or 201 where the Event is written
 */
export function writeEvent(client: Client, policy: RawObject, outcome: Outcome): ApiAnswer {
  const now = new Date(client.host.now()).toISOString().replace(/\.[0-9]+Z$/, 'Z');
  const namespace = String(metadataField(policy, 'namespace'));
  const path = namespacePath(EVENTS, namespace);
  const name = eventName(policy, outcome);
  const event = eventBody(policy, outcome, name, now);
  const created = callApi(client, { method: 'POST', path, body: event });
  if (created.status !== 409) return created;
  const counted = countAgain(client, path + '/' + name, now);
  if (counted.status === 200) return counted;
  const other = name + '.' + client.host.now().toString(16);
  return callApi(client, { method: 'POST', path, body: eventBody(policy, outcome, other, now) });
}

/** Two patches, since reading the count by itself would need one more permission: each answers with the whole Event. */
function countAgain(client: Client, path: string, now: string): ApiAnswer {
  const touched = callApi(client, { method: 'PATCH', path, body: { lastTimestamp: now } });
  if (touched.status !== 200) return touched;
  const event = parsedObject(touched.body);
  const count = event && typeof event.count === 'number' ? event.count : 1;
  return callApi(client, { method: 'PATCH', path, body: { count: count + 1 } });
}

function eventBody(policy: RawObject, outcome: Outcome, name: string, now: string): object {
  const namespace = metadataField(policy, 'namespace');
  return {
    apiVersion: apiVersionOf(EVENTS),
    kind: EVENTS.kind,
    metadata: { name, namespace },
    involvedObject: {
      apiVersion: apiVersionOf(NETWORK_POLICIES),
      kind: NETWORK_POLICIES.kind,
      namespace,
      name: nameOf(policy),
      uid: uidOf(policy),
      resourceVersion: metadataField(policy, 'resourceVersion'),
    },
    type: outcome.type,
    reason: outcome.reason,
    message: oneLineOf(outcome.message, MOST_OF_MESSAGE, byteLength),
    source: { component: COMPONENT },
    reportingComponent: COMPONENT,
    count: 1,
    firstTimestamp: now,
    lastTimestamp: now,
  };
}

function eventName(policy: RawObject, outcome: Outcome): string {
  const content = [uidOf(policy), outcome.type, outcome.reason, outcome.message].join('\n');
  const readable = nameOf(policy)
    .slice(0, MOST_OF_NAME)
    .replace(/[.-]+$/, '');
  return readable + '.' + sha256(content).slice(0, 16);
}
