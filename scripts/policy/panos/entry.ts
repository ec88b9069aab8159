/**
 * PAN-OS configuration entries as the compiler renders them: plain data, one interface for each kind, from which XML,
 * tables and plans are made. Names and limits: PAN-OS schema 10.0.6 (`security/rules`, `address-group`, `service`,
 * `tag`).
 */

/** A tag object; names have at most 127 characters. */
export interface TagEntry {
  readonly kind: 'tag';
  readonly name: string;
  readonly comments: string;
}

/** A dynamic group's `filter` is a PAN-OS match expression: single-quoted tags, `and`, `or`, parentheses. */
export type GroupMatch =
  | { readonly type: 'dynamic'; readonly filter: string }
  | { readonly type: 'static'; readonly members: readonly string[] };

/** An address group; names have at most 63 characters, filters at most 2047. */
export interface AddressGroupEntry {
  readonly kind: 'address-group';
  readonly name: string;
  readonly description: string;
  readonly match: GroupMatch;
  readonly tags: readonly string[];
}

/** `port` is a PAN-OS port list: `80`, `80,443`, `1024-65535`. */
export interface ServiceEntry {
  readonly kind: 'service';
  readonly name: string;
  readonly protocol: 'tcp' | 'udp' | 'sctp';
  readonly port: string;
  readonly tags: readonly string[];
}

/** What PAN-OS does with the traffic of a rule. Compiled denials do what the profile's `isolation.action` says. */
export type RuleAction = 'allow' | 'deny' | 'drop' | 'reset-client' | 'reset-server' | 'reset-both';

/** The seven single profiles of a rule, by their PAN-OS element names. */
export type ProfileKind =
  'virus' | 'spyware' | 'vulnerability' | 'url-filtering' | 'file-blocking' | 'data-filtering' | 'wildfire-analysis';

/** `profile-setting`: nothing, one group, or single profiles (PAN-OS: a union of the two). */
export type ProfileSetting =
  | { readonly type: 'none' }
  | { readonly type: 'group'; readonly group: string }
  | { readonly type: 'profiles'; readonly profiles: { readonly [kind in ProfileKind]?: string } };

/**
 * A security rule. Member lists are never empty: `any` stands for everything. `source` and `destination` hold names of
 * address groups, literal CIDRs, addresses or ranges (`a-b`), or `any`. `service` holds names of services, `any`, or
 * `application-default`.
 */
export interface RuleEntry {
  readonly kind: 'rule';
  readonly name: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly source: readonly string[];
  readonly destination: readonly string[];
  readonly application: readonly string[];
  readonly service: readonly string[];
  readonly category: readonly string[];
  readonly action: RuleAction;
  readonly logStart: boolean;
  readonly logEnd: boolean;
  /** Log forwarding profile; '' for none. */
  readonly logSetting: string;
  readonly profileSetting: ProfileSetting;
  readonly tags: readonly string[];
  readonly groupTag: string;
  readonly description: string;
}

/** Whatever of the configuration a cluster may own. */
export type ConfigEntry = TagEntry | AddressGroupEntry | ServiceEntry | RuleEntry;

/** The compiled block of one cluster: rules in order, and the objects that they name, each list sorted by name. */
export interface Rulebase {
  readonly cluster: string;
  readonly deviceGroup: string;
  readonly rulebase: 'pre' | 'post';
  readonly tags: readonly TagEntry[];
  readonly addressGroups: readonly AddressGroupEntry[];
  readonly services: readonly ServiceEntry[];
  readonly rules: readonly RuleEntry[];
}
