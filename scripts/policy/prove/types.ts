import type { PolicyId, RawObject, StringMap } from '../kubernetes/types';
import type { Rulebase } from '../panos/entry';
import type { ClusterProfile, SecurityService } from '../profile/types';
import type { InspectionRecord } from './rules/combine';

/** Everything that the proof looks at. It sees nothing of the compiler but its rendered result. */
export interface ProofInput {
  /** Raw API objects, as they came in; Lists are already flattened. */
  readonly objects: readonly RawObject[];
  readonly profile: ClusterProfile;
  readonly services: readonly SecurityService[];
  readonly rulebase: Rulebase;
  /** Policies that were refused: judged as if they did not exist. An empty UID fits every UID. */
  readonly leftOut: readonly PolicyId[];
  /** Last good versions that stand in for the current ones of the same namespace and name. */
  readonly replaced?: readonly RawObject[];
  /** Of these, by `namespace/name`: what stands in, where it is no last good version as a whole. */
  readonly standIns?: { readonly [policy: string]: StandIn };
  /** Ports of Services that nobody reaches where one end is isolated, whatever the policies say. */
  readonly closedPorts?: readonly ClosedPort[];
  /** Of policies that are left out or replaced, by `namespace/name`: the codes of what is wrong with them. */
  readonly codes?: { readonly [policy: string]: readonly string[] };
}

/**
 * What stands in for a policy. `no-entries`: its isolation alone. `closed`: without the entries at these field paths,
 * or without a port name in a namespace (`spec.egress[0].ports[1] in pay`).
 * `rejected`: the version that was approved last, because a person rejected the current one, or its deletion.
 * `held`: whole, and its rules may no longer be exact where other labels make a tag that it names.
 */
export interface StandIn {
  readonly instead: 'no-entries' | 'closed' | 'held' | 'rejected';
  readonly closed: readonly string[];
}

/** A port of a Service (`shop/web`, `sctp/5000`), and the code of why it is closed. */
export interface ClosedPort {
  readonly service: string;
  readonly port: string;
  readonly code: string;
}

/** What was compared. */
export interface ProofScope {
  readonly policies: number;
  readonly rules: number;
  /** Endpoints: pods, virtual pods, nodes, Services and outside addresses. */
  readonly endpoints: number;
  readonly pods: number;
  readonly virtualPods: number;
  /** Endpoints that nothing in the input tells apart count as one class. */
  readonly classes: number;
  /** Ordered pairs of classes. */
  readonly pairs: number;
  /** Classes of ports, with one for traffic without ports. */
  readonly ports: number;
  /** Named App-IDs, and one for all others. */
  readonly applications: number;
  readonly categories: number;
  /** Pairs times ports times applications times categories. */
  readonly points: number;
  /** What the verdict says nothing about, in words. */
  readonly notJudged: readonly string[];
}

/** One end of a counter-example. */
export interface EndpointDescription {
  readonly kind: 'pod' | 'workload' | 'virtual' | 'node' | 'outside' | 'service';
  /** For people: `shop/web-1`, `virtual pod in shop (app=web)`, `node n1`, `203.0.113.5`. */
  readonly text: string;
  readonly namespace: string;
  readonly name: string;
  readonly address: string;
  readonly labels: StringMap;
}

/** A policy or one of its entries, for reasons. `path` is '' for the policy itself. */
export interface PolicyPlace {
  readonly policy: PolicyId;
  readonly path: string;
}

/** What the policies say of one connection, and why. */
export interface PolicySide {
  readonly verdict: 'allow' | 'deny';
  readonly reason: string;
  /** Policies that isolate the sender for egress, the receiver for ingress. */
  readonly isolatedBy: { readonly egress: readonly PolicyId[]; readonly ingress: readonly PolicyId[] };
  /** Entries that allow the connection at each end, the deciding one first. */
  readonly allowedBy: { readonly egress: readonly PolicyPlace[]; readonly ingress: readonly PolicyPlace[] };
  /** True for what the cluster profile allows nodes beyond NetworkPolicy. */
  readonly byProfile: boolean;
  /** How it must be inspected; undefined where no entry decides, or the profile. */
  readonly record?: InspectionRecord;
}

/** What the rules say of one connection, and why. */
export interface RuleSide {
  readonly verdict: 'allow' | 'deny';
  readonly reason: string;
  /** The first rule that matches; '' for none, where `intrazone-default` allows. */
  readonly rule: string;
  readonly record: InspectionRecord;
}

/** A connection that policies and rulebase judge differently. */
export interface CounterExample {
  readonly source: EndpointDescription;
  readonly destination: EndpointDescription;
  /** `tcp/443`, or `icmp` for traffic without ports. */
  readonly port: string;
  /** An App-ID; '' for any that nobody names. */
  readonly application: string;
  /** A URL category; '' for any that nobody names. */
  readonly category: string;
  /** Whether the port is the application's default port. */
  readonly onDefaultPort: boolean;
  readonly policySide: PolicySide;
  readonly ruleSide: RuleSide;
}

/**
 * A policy, or a Service, that is not judged as it stands in the cluster: a verdict that does not name it says too much.
 */
export interface Exception {
  /** Which policy, or which Service. */
  readonly policy: PolicyId;
  readonly isService?: true;
  /** The codes of what is wrong with it; empty where nobody said. */
  readonly codes: readonly string[];
  /** What is judged in its place. */
  readonly instead: 'nothing' | 'last-good' | StandIn['instead'];
  /** What that means, in words: `pods of app=x are open`, `its last good version holds`, `its pods are isolated, and it allows nothing`. */
  readonly effect: string;
}

/**
 * `equal`: same verdicts and records everywhere in the scope. `different`: not, or the rulebase cannot be evaluated.
 * `refused`: the input cannot be judged. `nothing`: there is no policy to judge, and no rule that does anything.
 */
export type Verdict = 'equal' | 'different' | 'refused' | 'nothing';

/** A verdict, and what it is about. `reason` says it in one sentence. */
export interface Proof {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly scope: ProofScope;
  /** What the verdict leaves out, by namespace and name. */
  readonly exceptions: readonly Exception[];
  readonly counterExample?: CounterExample;
}
