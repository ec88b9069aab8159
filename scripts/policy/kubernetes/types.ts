import type { Diagnostic } from '../diagnostics/diagnostic';

/**
 * Kubernetes objects as this project uses them, after reading: every default of the API is decoded here once, so that
 * nothing behind this border asks what an absent field means.
 */

/** A string-to-string map, as Kubernetes labels and annotations are. */
export interface StringMap {
  readonly [key: string]: string;
}

/** An object of the Kubernetes API as it came in (parsed YAML or JSON), not yet checked. */
export interface RawObject {
  readonly [field: string]: unknown;
}

/** The protocols of NetworkPolicy ports; absent means TCP (networking/v1 `NetworkPolicyPort`). */
export type Protocol = 'TCP' | 'UDP' | 'SCTP';
/** As a pod sees it: `ingress` to it, `egress` from it. */
export type Direction = 'ingress' | 'egress';

/** Which policy something belongs to. `uid` is '' where the input has none (files). */
export interface PolicyId {
  readonly namespace: string;
  readonly name: string;
  readonly uid: string;
}

/**
 * One condition on one label key; `matchLabels` reads as `In` with one value. `values` is sorted and without
 * duplicates.
 */
export interface SelectorTerm {
  readonly key: string;
  readonly operator: 'In' | 'NotIn' | 'Exists' | 'DoesNotExist';
  readonly values: readonly string[];
}

/** A label selector: all terms must hold; the empty list selects everything. Sorted by key, operator, values. */
export type Selector = readonly SelectorTerm[];

/** One element of `from` or `to`. `path` is its field path, for example `spec.ingress[0].from[1]`. */
export type Peer =
  | { readonly kind: 'ipBlock'; readonly cidr: string; readonly except: readonly string[]; readonly path: string }
  | { readonly kind: 'pods'; readonly namespaces: PeerNamespaces; readonly pods: Selector; readonly path: string };

/** `own`: the policy's namespace (no namespaceSelector given); `selected`: every namespace with these labels. */
export type PeerNamespaces = { readonly kind: 'own' } | { readonly kind: 'selected'; readonly selector: Selector };

/** `anyone`: `from`/`to` is absent or empty, which means every source or destination. */
export type Peers = { readonly kind: 'anyone' } | { readonly kind: 'peers'; readonly peers: readonly Peer[] };

/** One element of `ports`. `every`: only a protocol was given. `to` equals `from` without `endPort`. */
export type PortMatch =
  | { readonly kind: 'every'; readonly protocol: Protocol; readonly path: string }
  | {
      readonly kind: 'range';
      readonly protocol: Protocol;
      readonly from: number;
      readonly to: number;
      readonly path: string;
    }
  | {
      readonly kind: 'named';
      readonly protocol: Protocol;
      readonly name: string;
      /** Only of a version that stands in for a live one: destinations in these namespaces are closed on it. */
      readonly closedIn?: readonly string[];
      readonly path: string;
    };

/**
 * `anything`: `ports` is absent or empty, which means every port of every protocol, and traffic without ports (ICMP).
 */
export type Ports = { readonly kind: 'anything' } | { readonly kind: 'ports'; readonly ports: readonly PortMatch[] };

/**
 * One element of a policy's `ingress` or `egress`. `key` tells it apart from the others of its direction, by its peers.
 */
export interface Entry {
  readonly direction: Direction;
  readonly index: number;
  readonly key: string;
  readonly peers: Peers;
  readonly ports: Ports;
  readonly path: string;
}

/** What the spec of a NetworkPolicy says. `isolates` holds the effective policyTypes. */
export interface PolicySpec {
  readonly subject: Selector;
  readonly isolates: { readonly ingress: boolean; readonly egress: boolean };
  readonly entries: readonly Entry[];
}

/** A NetworkPolicy. */
export interface Policy extends PolicySpec {
  readonly id: PolicyId;
  readonly labels: StringMap;
  readonly annotations: StringMap;
}

/** A NetworkPolicy as read, and what was found on the way. */
export interface PolicyReading {
  /** undefined where an error was found. */
  readonly policy: Policy | undefined;
  /** undefined where an error was found outside of metadata. */
  readonly spec: PolicySpec | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A NetworkPolicy of a snapshot: as it came in, and as it was read, which happens once. */
export interface SnapshotPolicy {
  readonly id: PolicyId;
  readonly raw: RawObject;
  readonly reading: PolicyReading;
}

/** A Namespace; selectors of peers look at its labels. */
export interface Namespace {
  readonly name: string;
  /** With `kubernetes.io/metadata.name`, which the control plane sets on each. */
  readonly labels: StringMap;
}

/** A container port with a name, which policies and Services may use instead of its number. */
export interface NamedPort {
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
}

/** Pods alike in all that matters here, with a count (0 for a workload whose pods are not listed). */
export interface PodClass {
  readonly namespace: string;
  /**
   * Only the label keys that policies and Services mention (see `mentionedLabelKeys`), and labels whose tag may be
   * taken for one of theirs.
   */
  readonly labels: StringMap;
  readonly namedPorts: readonly NamedPort[];
  /** TCP ports that the kubelet connects to at the pod's address, for probes and lifecycle hooks; sorted. */
  readonly probePorts: readonly number[];
  readonly hostNetwork: boolean;
  /** Carries the CN-Series annotation `paloaltonetworks.com/firewall` itself or by its namespace. */
  readonly firewallAnnotated: boolean;
  readonly families: readonly ('IPv4' | 'IPv6')[];
  readonly count: number;
  /** Up to three pods (or workloads) of this class, with the addresses known of them. */
  readonly samples: readonly { readonly name: string; readonly addresses: readonly string[] }[];
  /** All addresses of host-network pods, which are their nodes'; empty for other pods. */
  readonly nodeAddresses: readonly string[];
  /** All addresses of the other pods, as canonical texts, in no order. */
  readonly podAddresses: readonly string[];
}

/** A port of a Service. `targetPort` is a number, or the name of a port of its pods. */
export interface ServicePort {
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
  readonly targetPort: number | string;
}

/** An address behind a Service, as an EndpointSlice or Endpoints object lists it. */
export interface ServiceEndpoint {
  /** Canonical text. */
  readonly address: string;
  /** The numbers of the Service's ports there, by port name. */
  readonly ports: { readonly [name: string]: number };
  /** The pod that has the address, with all its labels; undefined for a node, an address outside, or nobody. */
  readonly pod: { readonly namespace: string; readonly labels: StringMap } | undefined;
}

/** A Service: probes and rules need to know which addresses it stands for. */
export interface Service {
  readonly namespace: string;
  readonly name: string;
  readonly labels: StringMap;
  readonly type: 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';
  readonly headless: boolean;
  /** Canonical texts; none for headless Services and ExternalName. */
  readonly clusterIPs: readonly string[];
  /** undefined: a Service without selector. */
  readonly selector: StringMap | undefined;
  /** Those with a number from 1 to 65535. */
  readonly ports: readonly ServicePort[];
  /** Ready or not, from EndpointSlices, or from Endpoints where it has no slice. */
  readonly endpoints: readonly ServiceEndpoint[];
}

/**
 * A Node: the kubelet on it reaches its pods whatever policies say (Kubernetes, "Network Policies": "traffic to and
 * from the node where a Pod is running is always allowed").
 */
export interface Node {
  readonly name: string;
  /** InternalIP and ExternalIP addresses. */
  readonly addresses: readonly string[];
  readonly podCIDRs: readonly string[];
}

/** One cluster at one time: what the compiler reads. */
export interface Snapshot {
  readonly cluster: string;
  /** What was listed, and whether it is whole; files count as whole. */
  readonly lists: { readonly [resource: string]: { readonly resourceVersion: string; readonly complete: boolean } };
  readonly namespaces: readonly Namespace[];
  /** Sorted by namespace and name. */
  readonly policies: readonly SnapshotPolicy[];
  readonly podClasses: readonly PodClass[];
  /** Of pods that are not on the host network: the pod, as `namespace/name`, by its address. */
  readonly podAddresses: StringMap;
  readonly services: readonly Service[];
  readonly nodes: readonly Node[];
  /** From ServiceCIDR objects. */
  readonly serviceCIDRs: readonly string[];
}
