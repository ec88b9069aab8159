import type { JsonObject } from './values/json';

/** One HTTP request to the API server. */
export interface ApiRequest {
  readonly method: string;
  /** The path; a query may follow after `?`, beside or in place of `query`. */
  readonly path: string;
  readonly query?: { readonly [name: string]: string | undefined };
  /** Names in any case. */
  readonly headers?: { readonly [name: string]: string | undefined };
  readonly body?: string;
}

/** The answer, with lower-case header names. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** The API server as a function. */
export type Handle = (request: ApiRequest) => ApiResponse;

/** What somebody may do (RBAC). `*` stands for all. */
export interface Rule {
  readonly apiGroups: readonly string[];
  /** Plural names, with a subresource after `/`. */
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  /** @default the whole cluster, cluster-wide resources included */
  readonly namespaces?: readonly string[];
  /** @default any name */
  readonly resourceNames?: readonly string[];
}

/** Who may use the API. */
export interface UserOptions {
  /** The bearer token. */
  readonly token: string;
  /** The name in messages, such as `system:serviceaccount:cnseries:watcher`. */
  readonly user: string;
  readonly rules: readonly Rule[];
}

/** A worker node. */
export interface NodeOptions {
  readonly name: string;
  /** Internal addresses, the main one first. */
  readonly addresses: readonly string[];
  /** One for each family. @default the next /24 (or /64) of `podNetworks` */
  readonly podCIDRs?: readonly string[];
  readonly labels?: { readonly [key: string]: string };
}

/** How the cluster starts. */
export interface KubernetesOptions {
  /** @default worker-1 and worker-2 at 192.168.50.11 and .12 */
  readonly nodes?: readonly NodeOptions[];
  /**
   * Where Nodes without podCIDR get one from; two of different families make a dual-stack cluster.
   *
   * @default 10.244.0.0/16
   */
  readonly podNetworks?: readonly string[];
  /** The first is the family of single-stack Services. @default 10.96.0.0/16 */
  readonly serviceCIDRs?: readonly string[];
  /**
   * @default `admin-token`, who may do everything, and `watcher-token`, who may do what the watcher integration needs
   */
  readonly users?: readonly UserOptions[];
  /** The y of Kubernetes 1.y. Before 33 ServiceCIDRs are not served. @default 33 */
  readonly minorVersion?: number;
  /** Virtual time at the start. @default 2026-01-05T08:00:00Z */
  readonly startsAt?: string;
  /** Milliseconds since the epoch, in place of virtual time. @default virtual time */
  readonly now?: () => number;
  /** Generated names and UIDs follow from it. @default 1 */
  readonly seed?: number;
}

/** Names one object. */
export interface ObjectReference {
  readonly apiVersion: string;
  readonly kind: string;
  /** @default `default` for objects that live in namespaces */
  readonly namespace?: string;
  readonly name: string;
}

/** What became of one manifest. `unknown`: the server has no such kind, and nothing was stored. */
export interface Applied {
  readonly object: ObjectReference;
  readonly outcome: 'created' | 'configured' | 'unchanged' | 'unknown';
  readonly warnings: readonly string[];
}

/** An open watch. */
export interface Watch {
  /** Seconds after which the server ends it. */
  readonly timeoutSeconds: number;
  /** The events since the last call, one JSON text a line; empty when there are none. */
  readonly next: () => string;
  /** After an ERROR event: the server ends the watch. */
  readonly isOver: () => boolean;
  /** A bookmark line, if the client asked for bookmarks; else empty. */
  readonly bookmark: () => string;
}

/** A manifest, or an object as the API serves it. */
export type Manifest = JsonObject;
