import type { RuleAction } from '../panos/entry';

/** Attribute keys (without the prefix `np.panw.com/`) and their values, as a security service or `defaults` names them. */
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

/** One cluster's settings with all defaults filled in. DESIGN section 5 gives each key's meaning and the reason of its default. */
export interface ClusterProfile {
  /** The key of `clusters` in the profile document; prefix of every name in Panorama. */
  readonly cluster: string;
  readonly deviceGroup: string;
  readonly panoramaInstance: string;
  readonly watcherInstance: string;
  readonly panoramaAdmin: string;
  readonly clusterUID: string;
  readonly enforcement: 'audit' | 'enforce';
  readonly autoCommit: boolean;
  readonly autoPush: boolean;
  readonly commit: { readonly minIntervalMinutes: number };
  readonly rulebase: 'pre' | 'post';
  readonly position: { readonly at: 'top' | 'bottom' | 'before' | 'after'; readonly rule: string };
  readonly applyMode: 'batch' | 'multi-config';
  readonly style: 'readable' | 'compact';
  readonly zones: { readonly from: readonly string[]; readonly to: readonly string[] };
  readonly excludedNamespaces: readonly string[];
  /** undefined: taken from the Nodes. */
  readonly podCIDRs: readonly string[] | undefined;
  /** undefined: taken from the ServiceCIDR objects. */
  readonly serviceCIDRs: readonly string[] | undefined;
  readonly inspection: 'both-ends' | 'server-only';
  readonly nodes: {
    readonly toPods: 'probes' | 'all' | 'off';
    /** Further TCP ports beside the probe ports. */
    readonly ports: readonly number[];
    /** Further single node-side addresses that no pod has, also inside podCIDRs. */
    readonly addresses: readonly string[];
  };
  readonly tags: {
    /** The cluster's name in the plugin's tags. */
    readonly cluster: string;
    /** How the plugin writes a label key into a tag. `underscore`: `/` becomes `_`. */
    readonly labelKey: 'identity' | 'underscore';
    readonly hostNetwork: 'registered' | 'not-registered';
  };
  readonly tagPruning: boolean;
  readonly sctp: 'refuse' | 'service';
  readonly filterNot: boolean;
  readonly capacity: { readonly rules: number; readonly groups: number; readonly members: number };
  readonly isolation: {
    readonly action: Exclude<RuleAction, 'allow'>;
    readonly log: 'end' | 'start' | 'both' | 'none';
  };
  readonly defaults: AttributeValues;
  readonly allowed: AllowLists;
  readonly guardRails: {
    readonly approveAlways: boolean;
    readonly maxChanges: number;
    readonly maxDeletes: number;
    readonly maxDeletedShare: number;
    readonly maxMoves: number;
    readonly approveExternal: readonly string[];
  };
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
