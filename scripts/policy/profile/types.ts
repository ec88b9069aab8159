import type { RuleAction } from '../panos/entry';

/**
 * Attribute keys (without the prefix `np.panw.com/`) and their values, as a security service or `defaults` names them.
 */
export interface AttributeValues {
  readonly [key: string]: string;
}

/** A name that policies may use, everywhere or only in the given namespaces. */
export type AllowedName = string | { readonly name: string; readonly namespaces: readonly string[] };

/** What policies may name; an absent list allows whatever exists in Panorama. */
export interface AllowLists {
  readonly profileGroups?: readonly AllowedName[];
  readonly profiles?: readonly AllowedName[];
  readonly applications?: readonly AllowedName[];
  readonly logProfiles?: readonly AllowedName[];
  readonly urlCategories?: readonly AllowedName[];
}

/** One cluster's settings with all defaults filled in; docs/profile.md, "Keys", gives each key's meaning. */
export interface ClusterProfile {
  /** The key of `clusters` in the profile document; prefix of every name in Panorama. */
  readonly cluster: string;
  /** The device group that gets the rules; `shared` is refused, since the plugin registers no addresses there. */
  readonly deviceGroup: string;
  /** The instance of the PAN-OS integration. @default '', the only active one */
  readonly panoramaInstance: string;
  /** The instance of the watcher. @default '', the only active one */
  readonly watcherInstance: string;
  /** Whose changes are committed: the administrator of the API key. @default '', with which nothing is committed */
  readonly panoramaAdmin: string;
  /** The UID of the namespace kube-system. @default '', taken at the first apply */
  readonly clusterUID: string;
  /** `audit`: what no policy allows is let through and logged. @default 'audit' */
  readonly enforcement: 'audit' | 'enforce';
  /** @default false */
  readonly autoCommit: boolean;
  /** @default false */
  readonly autoPush: boolean;
  /** The least time between two commits, 0 to 1440 minutes. @default 5 */
  readonly commit: { readonly minIntervalMinutes: number };
  /** @default 'pre' */
  readonly rulebase: 'pre' | 'post';
  /** Where the block is created; `rule` is the neighbour of `before` and `after`, else ''. @default 'bottom' */
  readonly position: { readonly at: 'top' | 'bottom' | 'before' | 'after'; readonly rule: string };
  /** How changes reach Panorama: few large requests, or several in one, all or nothing. @default 'batch' */
  readonly applyMode: 'batch' | 'multi-config';
  /** `compact`: rules alike are joined across policies, and needless ones left out. @default 'readable' */
  readonly style: 'readable' | 'compact';
  /** @default any, any */
  readonly zones: { readonly from: readonly string[]; readonly to: readonly string[] };
  /** Namespaces whose policies are not compiled. @default kube-system */
  readonly excludedNamespaces: readonly string[];
  /** undefined: taken from the Nodes. */
  readonly podCIDRs: readonly string[] | undefined;
  /** undefined: taken from the ServiceCIDR objects. */
  readonly serviceCIDRs: readonly string[] | undefined;
  /**
   * Whether a client's packet may be inspected before its Service address is replaced by a pod's.
   *
   * @default 'both-ends'
   */
  readonly inspection: 'both-ends' | 'server-only';
  /**
   * What becomes of the pods of a policy that has no exact rules and never was live. `leave-out`: as if it had not been
   * created. `isolate`: nothing is allowed to or from them in the directions that it restricts, but by other policies.
   *
   * @default 'leave-out'
   */
  readonly refused: 'leave-out' | 'isolate';
  readonly nodes: {
    /** What Nodes may reach in isolated pods, for kubelets' probes. @default 'probes' */
    readonly toPods: 'probes' | 'all' | 'off';
    /** Further TCP ports beside the probe ports. @default none */
    readonly ports: readonly number[];
    /** Further single node-side addresses that no pod has, also inside podCIDRs. @default none */
    readonly addresses: readonly string[];
  };
  readonly tags: {
    /** The cluster's name in the plugin's tags. @default `cluster` of the profile */
    readonly cluster: string;
    /** How the plugin writes a label key into a tag. `underscore`: `/` becomes `_`. @default 'identity' */
    readonly labelKey: 'identity' | 'underscore';
    /** Whether the plugin registers the addresses of host-network pods. @default 'registered' */
    readonly hostNetwork: 'registered' | 'not-registered';
  };
  /** Whether the plugin sends addresses only for tags in use; true is refused so far. @default false */
  readonly tagPruning: boolean;
  /** `service`: the device takes SCTP service objects. @default 'refuse' */
  readonly sctp: 'refuse' | 'service';
  /** Whether the device takes `not` in match expressions. @default false */
  readonly filterNot: boolean;
  /**
   * What the device takes; a plan beyond it is refused.
   *
   * @default 10000 rules, 10000 groups, 2000 members of one group or field
   */
  readonly capacity: { readonly rules: number; readonly groups: number; readonly members: number };
  readonly isolation: {
    /** What happens to traffic that no policy allows. @default 'deny' */
    readonly action: Exclude<RuleAction, 'allow'>;
    /** When that traffic is logged. @default 'end' */
    readonly log: 'end' | 'start' | 'both' | 'none';
  };
  /** Attributes where no policy says otherwise. @default none */
  readonly defaults: AttributeValues;
  /** @default everything */
  readonly allowed: AllowLists;
  readonly guardRails: {
    /** @default false */
    readonly approveAlways: boolean;
    /** More created, changed and deleted entries than this need approval. @default 200 */
    readonly maxChanges: number;
    /** @default 20 */
    readonly maxDeletes: number;
    /** The largest share of deleted rules, 0 to 1, that needs no approval. @default 0.3 */
    readonly maxDeletedShare: number;
    /** @default 50 */
    readonly maxMoves: number;
    /** Allowing one of these networks needs approval. @default 0.0.0.0/0, ::/0 */
    readonly approveExternal: readonly string[];
  };
  /** Roles in Cortex XSOAR that may approve. @default none */
  readonly approverRoles: readonly string[];
}

/** A named bundle of attributes that the security admin publishes. */
export interface SecurityService {
  readonly name: string;
  readonly description: string;
  readonly owner: string;
  /** undefined: every namespace may use it. */
  readonly namespaces: readonly string[] | undefined;
  readonly attributes: AttributeValues;
}
