import { DEFAULT_USERS, Users } from './api/auth';
import { handle, stream } from './api/handle';
import { Catalogue } from './api/resources';
import { applyManifests, deleteReference, restoreObjects } from './apply';
import type { Cluster } from './cluster';
import { enqueue } from './controllers/controllers';
import { NodeNetworks } from './controllers/nodenetworks';
import { ServiceAddresses } from './controllers/serviceaddresses';
import { Turn } from './controllers/turn';
import { WorkQueue } from './controllers/queue';
import { fillInitially } from './initial';
import { AppliedConfigurations } from './patch/applied';
import { Store } from './store/store';
import type { Applied, ApiRequest, Handle, KubernetesOptions, Manifest, ObjectReference, Watch } from './types';
import { parseBlock, type Block } from './values/address';
import { Clock } from './values/clock';
import { Names } from './values/names';
import type { KubeObject } from './values/object';

/** One emulated cluster: its API, and what only the lab can do. */
export interface Kubernetes {
  /** Answers one request. A watch is answered with the events so far, as one whose time ran out. */
  readonly handle: Handle;
  /** Opens a watch that goes on; undefined for any other request, and for a watch that `handle` refuses. */
  readonly stream: (request: ApiRequest) => Watch | undefined;
  /** Calls back after every change of an object, until the returned function is called. */
  readonly onChange: (listener: () => void) => () => void;
  /**
   * Creates or changes objects as `kubectl apply` does.
   *
   * @throws an `ApiError` at the first refusal
   */
  readonly apply: (manifests: readonly Manifest[]) => readonly Applied[];
  /**
   * Stores objects as another cluster had them, status, addresses and UIDs included; kinds that are not served are left
   * out.
   */
  readonly restore: (objects: readonly Manifest[]) => void;
  /**
   * Deletes an object and what belongs to it.
   *
   * @throws when it is not there
   */
  readonly delete: (reference: ObjectReference) => void;
  /** The objects of a kind, sorted by namespace and name. */
  readonly objects: (apiVersion: string, kind: string, namespace?: string) => readonly KubeObject[];
  /** All Events, oldest first, in the form of the core group. */
  readonly events: () => readonly KubeObject[];
  /** Sets the virtual time. */
  readonly setTime: (time: string) => void;
  /** Lets virtual time pass. */
  readonly advance: (seconds: number) => void;
  /** Forgets the history up to now, or up to a version: older watches and continue tokens get 410. */
  readonly compact: (version?: number) => void;
  /** The version of the newest change. */
  readonly resourceVersion: () => number;
}

const POD_NETWORKS = ['10.244.0.0/16'];
const SERVICE_CIDRS = ['10.96.0.0/16'];

/**
 * Builds a cluster with its initial objects.
 *
 * @throws for a CIDR that is none
 */
export function createKubernetes(options: KubernetesOptions = {}): Kubernetes {
  const listeners = new Set<() => void>();
  const cluster = createCluster(options, () => {
    for (const listener of listeners) listener();
  });
  fillInitially(cluster, options.nodes, options.serviceCIDRs ?? SERVICE_CIDRS);
  return {
    handle: (request) => handle(cluster, request),
    stream: (request) => stream(cluster, request),
    onChange: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    apply: (manifests) => applyManifests(cluster, manifests),
    restore: (objects) => {
      restoreObjects(cluster, objects);
    },
    delete: (reference) => {
      deleteReference(cluster, reference);
    },
    objects: (apiVersion, kind, namespace) => {
      const resource = cluster.catalogue.byKind(apiVersion, kind);
      return resource === undefined ? [] : cluster.store.list(resource.storage, namespace);
    },
    events: () =>
      [...cluster.store.list('events')].sort(
        (left, right) => Number(left.metadata.resourceVersion) - Number(right.metadata.resourceVersion),
      ),
    setTime: (time) => {
      cluster.clock.set(time);
    },
    advance: (seconds) => {
      cluster.clock.advance(seconds);
    },
    compact: (version) => {
      cluster.store.compact(version);
    },
    resourceVersion: () => cluster.store.version,
  };
}

function createCluster(options: KubernetesOptions, changed: () => void): Cluster {
  const minorVersion = options.minorVersion ?? 33;
  const cluster: Cluster = {
    store: new Store((storage, change) => {
      enqueue(cluster, storage, change);
      changed();
    }),
    clock: new Clock(options.startsAt ?? '2026-01-05T08:00:00Z', options.now),
    names: new Names(options.seed ?? 1),
    catalogue: new Catalogue(minorVersion),
    users: new Users(options.users ?? DEFAULT_USERS),
    nodeNetworks: new NodeNetworks((options.podNetworks ?? POD_NETWORKS).map(block)),
    serviceAddresses: new ServiceAddresses((options.serviceCIDRs ?? SERVICE_CIDRS).map(block)),
    queue: new WorkQueue(),
    turn: new Turn(),
    applied: new AppliedConfigurations(),
    minorVersion,
  };
  return cluster;
}

function block(text: string): Block {
  const parsed = parseBlock(text);
  if (parsed === undefined) throw new Error(`${text} is no CIDR.`);
  return parsed;
}
