import { createObject } from '../api/lifecycle';
import { resourceOf, type Cluster } from '../cluster';
import type { KubeObject } from '../values/object';

/** Writes an Event of a controller on an object; one that says the same already is not repeated. */
export function recordEvent(
  cluster: Cluster,
  object: KubeObject,
  type: 'Normal' | 'Warning',
  reason: string,
  message: string,
): void {
  const { name, namespace = 'default', uid, resourceVersion } = object.metadata;
  const known = cluster.store
    .list('events', namespace)
    .some((event) => event.message === message && event.metadata.name.startsWith(`${name.slice(0, 200)}.`));
  if (known) return;
  const time = cluster.clock.timestamp();
  const event = {
    metadata: { name: `${name.slice(0, 200)}.${cluster.names.suffix(16)}`, namespace },
    involvedObject: { apiVersion: object.apiVersion, kind: object.kind, name, namespace, uid, resourceVersion },
    reason,
    message,
    type,
    source: { component: 'controller-manager' },
    reportingComponent: 'controller-manager',
    firstTimestamp: time,
    lastTimestamp: time,
    count: 1,
  };
  createObject(cluster, resourceOf(cluster, 'v1', 'Event'), event, 'store');
}
