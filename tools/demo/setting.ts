import type { Server } from '../lab/xsoar';

/** Who and what the demo works with. */

export const CLUSTER = 'shop';
export const DEVICE_GROUP = 'shop-cluster';
export const WATCHER = 'shop watcher';

/** The security administrator, who approves and commits. */
export const ADMIN = 'alice';

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
    inspection: 'server-only',
    autoCommit: isAutomatic,
    autoPush: isAutomatic,
    approverRoles: ['Security Admin'],
  };
  return JSON.stringify({ clusters: { [CLUSTER]: shop } }, undefined, 2);
}

export function setAutomation(server: Server, automation: Automation): void {
  server.setList('CNSeries Clusters', clustersList(automation));
}
