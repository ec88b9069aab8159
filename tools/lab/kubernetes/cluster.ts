import type { Users } from './api/auth';
import type { Catalogue, Resource } from './api/resources';
import type { NodeNetworks } from './controllers/nodenetworks';
import type { ServiceAddresses } from './controllers/serviceaddresses';
import type { WorkQueue } from './controllers/queue';
import type { Turn } from './controllers/turn';
import type { AppliedConfigurations } from './patch/applied';
import type { Store } from './store/store';
import type { Clock } from './values/clock';
import type { Names } from './values/names';

/** Everything that one emulated cluster consists of. */
export interface Cluster {
  readonly store: Store;
  readonly clock: Clock;
  readonly names: Names;
  readonly catalogue: Catalogue;
  readonly users: Users;
  readonly nodeNetworks: NodeNetworks;
  readonly serviceAddresses: ServiceAddresses;
  readonly queue: WorkQueue;
  /** Which node the next pod goes to. */
  readonly turn: Turn;
  readonly applied: AppliedConfigurations;
  readonly minorVersion: number;
}

/**
 * The resource with that kind.
 *
 * @throws Error if none is served, which is a mistake in the stand-in
 */
export function resourceOf(cluster: Cluster, apiVersion: string, kind: string): Resource {
  const found = cluster.catalogue.byKind(apiVersion, kind);
  if (found === undefined) throw new Error(`${apiVersion} ${kind} is not served.`);
  return found;
}
