import { metadataField } from '../../policy/kubernetes/identity';
import { isObject } from '../../policy/kubernetes/read';
import type { RawObject } from '../../policy/kubernetes/types';
import { userError } from '../../xsoar/errors';
import { callApi, knowsTooLittle, type Client } from '../api/client';
import { parsedObject, errorForAnswer, resourceText } from '../api/answererrors';
import { clusterPath, type Resource } from '../api/resources';
import { isNotNewer } from '../api/resourceversions';

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
  if (answer.status !== 200) throw errorForAnswer({ verb: 'watch', resource, namespace: '' }, answer);
  return readEvents(resource, since, answer.body);
}

/** One JSON object on each line; the last line may be cut off where the connection ended. */
function readEvents(resource: Resource, since: string, body: string): WatchOutcome {
  const events: WatchEvent[] = [];
  let version = since;
  const lines = body.split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = readLine(lines[i]);
    switch (line.kind) {
      case 'blank':
        break;
      case 'unreadable':
        if (i === lines.length - 1) break;
        throw userError(
          'The watch of ' + resourceText(resource) + ' answered with something else than events. Check the URL.',
        );
      case 'error':
        if (line.status === 410) return { kind: 'gone' };
        throw errorForAnswer({ verb: 'watch', resource, namespace: '' }, { status: line.status, body: line.body });
      case 'state': {
        const reached = metadataField(line.object, 'resourceVersion');
        if (typeof reached === 'string' && reached !== '' && !isNotNewer(reached, version)) version = reached;
        if (line.type !== 'BOOKMARK') events.push({ type: line.type, object: line.object });
      }
    }
  }
  return { kind: 'changes', events, resourceVersion: version };
}

type Line =
  | { readonly kind: 'blank' | 'unreadable' }
  | { readonly kind: 'error'; readonly status: number; readonly body: string }
  | { readonly kind: 'state'; readonly type: WatchEvent['type'] | 'BOOKMARK'; readonly object: RawObject };

function readLine(text: string): Line {
  if (text.trim() === '') return { kind: 'blank' };
  const event = parsedObject(text);
  if (!event || !isObject(event.object)) return { kind: 'unreadable' };
  const object = event.object;
  switch (event.type) {
    case 'ADDED':
    case 'MODIFIED':
    case 'DELETED':
    case 'BOOKMARK':
      return { kind: 'state', type: event.type, object };
    case 'ERROR': {
      const status = typeof object.code === 'number' ? object.code : 500;
      return { kind: 'error', status, body: JSON.stringify(object) };
    }
    default:
      return { kind: 'unreadable' };
  }
}
