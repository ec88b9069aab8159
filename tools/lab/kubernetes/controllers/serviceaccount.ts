import { createObject } from '../api/lifecycle';
import { resourceOf, type Cluster } from '../cluster';

/** Every namespace has a ServiceAccount named default. */
export function reconcileServiceAccount(cluster: Cluster, namespace: string): void {
  if (cluster.store.get('namespaces', namespace) === undefined) return;
  if (cluster.store.get('serviceaccounts', `${namespace}/default`) !== undefined) return;
  const draft = { metadata: { name: 'default', namespace } };
  createObject(cluster, resourceOf(cluster, 'v1', 'ServiceAccount'), draft, 'store');
}
