import type { Server } from '../lab/xsoar';

/** Who and what the demo works with. */

/** The cluster's name in the pack's list of clusters and in the set-up of the plugin. */
export const CLUSTER = 'shop';
/** The device group that takes the cluster's rules. */
export const DEVICE_GROUP = 'shop-cluster';
/** The watcher instance that fetches from the cluster. */
export const WATCHER = 'shop watcher';

/** The security administrator, who approves and commits. */
export const ADMIN = 'alice';

/** Who may sign in: only the first may approve. */
export const USERS = [
  { username: ADMIN, roles: ['Security Admin'] },
  { username: 'analyst', roles: ['Analyst'] },
];

/** Whether commit and push need a person. */
export type Automation = 'automatic' | 'by hand';

/** The list "CNSeries Clusters" as the administrator keeps it. */
export function clustersList(automation: Automation): string {
  const isAutomatic = automation === 'automatic';
  const shop = {
    deviceGroup: DEVICE_GROUP,
    panoramaAdmin: 'svc-k8s',
    enforcement: 'enforce',
    autoCommit: isAutomatic,
    autoPush: isAutomatic,
    approverRoles: ['Security Admin'],
  };
  return JSON.stringify({ clusters: { [CLUSTER]: shop } }, undefined, 2);
}

/** Rewrites the list of clusters, as the administrator does between two changes. */
export function setAutomation(server: Server, automation: Automation): void {
  server.setList('CNSeries Clusters', clustersList(automation));
}
