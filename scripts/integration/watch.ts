import { metadataField } from '../policy/kubernetes/identity';
import { isObject } from '../policy/kubernetes/read';
import type { RawObject } from '../policy/kubernetes/types';
import { userError } from '../xsoar/errors';
import { callApi, knowsTooLittle, type Client } from './client';
import { parsedObject, refusal, resourceText } from './refusals';
import { clusterPath, type Resource } from './resources';
import { isNotNewer } from './versions';

/** One change of an object, oldest first. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly object: RawObject;
}

/** `gone`: the server no longer has the changes since then; everything must be listed again. */
export type WatchOutcome =
  | { readonly kind: 'gone' }
  | { readonly kind: 'changes'; readonly events: readonly WatchEvent[]; readonly resourceVersion: string };

/**
 * The changes of a resource since a resourceVersion: the API server sends what it has, waits for more until the time is
 * over, and closes (Kubernetes API documentation, "Efficient detection of changes").
 *
 * @throws a user error if the watch is refused, or answers with something else
 */
export function watchChanges(client: Client, resource: Resource, since: string, seconds: number): WatchOutcome {
  const answer = callApi(client, {
    method: 'GET',
    path: clusterPath(resource),
    query: {
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: since,
      timeoutSeconds: String(seconds),
    },
    holdSeconds: seconds,
  });
  if (answer.status === 410 || knowsTooLittle(answer)) return { kind: 'gone' };
  if (answer.status !== 200) throw refusal({ verb: 'watch', resource: resource, namespace: '' }, answer);
  return readEvents(resource, since, answer.body);
}

/** One JSON object on each line; the last line may be cut off where the connection ended. */
function readEvents(resource: Resource, since: string, body: string): WatchOutcome {
  const events: WatchEvent[] = [];
  let version = since;
  const lines = body.split('\n');
  for (let i = 0; i < lines.length; i++) {
    if (lines[i].trim() === '') continue;
    const event = parsedObject(lines[i]);
    if (!event || !isObject(event.object)) {
      if (i === lines.length - 1) break;
      throw userError(
        'The watch of ' + resourceText(resource) + ' answered with something else than events. Check the URL.',
      );
    }
    if (event.type === 'ERROR') {
      if (event.object.code === 410) return { kind: 'gone' };
      const status = typeof event.object.code === 'number' ? event.object.code : 500;
      const answer = { status: status, body: JSON.stringify(event.object) };
      throw refusal({ verb: 'watch', resource: resource, namespace: '' }, answer);
    }
    const reached = metadataField(event.object, 'resourceVersion');
    if (typeof reached === 'string' && reached !== '' && !isNotNewer(reached, version)) version = reached;
    const type = event.type;
    if (type === 'ADDED' || type === 'MODIFIED' || type === 'DELETED')
      events.push({ type: type, object: event.object });
  }
  return { kind: 'changes', events: events, resourceVersion: version };
}
