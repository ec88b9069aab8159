import type { Verdict } from '../../scripts/policy/prove/types';

/** What must come of the cases, from what each says is right. */

/** The outcome of one run. */
export interface Outcome {
  readonly case: string;
  /** Over the default profile. @default nothing */
  readonly inspection?: 'server-only';
  /** Every code that is reported, sorted. @default none */
  readonly codes?: readonly string[];
  /** Of the proof; `none`: the cluster is refused as a whole. @default 'equal' */
  readonly verdict?: Verdict | 'none';
  /** Connections that policies and rules both allow: `SOURCE > DESTINATION PORT`, ends as `namespace/pod` or an address. */
  readonly allows?: readonly string[];
  readonly denies?: readonly string[];
}

export const OUTCOMES: readonly Outcome[] = [
  {
    case: '01-except-readmitted-by-second-policy',
    allows: ['lab/caller > lab/target tcp/80', 'lab/target > lab/caller tcp/80'],
    denies: ['lab/caller > 203.0.113.5 tcp/80'],
  },
  {
    case: '02-two-entries-same-block-other-ports',
    allows: ['lab/app-0 > lab/other udp/53', 'lab/app-0 > 10.9.9.9 tcp/53', 'lab/app-0 > 203.0.113.5 tcp/443'],
    denies: ['lab/app-0 > lab/other tcp/443', 'lab/app-0 > 10.9.9.9 tcp/443', 'lab/app-0 > 169.254.169.254 tcp/80'],
  },
  {
    case: '03-host-bits-in-cidr',
    allows: ['x/a > x/c tcp/80', 'x/a > 9.0.0.1 tcp/80', 'x/a > x/b udp/53', 'x/a > 203.0.113.5 udp/53'],
    denies: ['x/a > x/b tcp/80', 'x/a > 203.0.113.5 tcp/80'],
  },
  {
    case: '04-namespace-notin-is-not-world',
    allows: ['team2/d > team1/c tcp/80'],
    denies: ['team1/c > team2/d tcp/80', 'team1/c > 203.0.113.5 tcp/80'],
  },
  { case: '07-ipv6-exception-in-ipv4-block', codes: ['except-outside'], verdict: 'nothing' },
  {
    case: '08-ipv6-block-on-ipv4-cluster',
    allows: ['lab/app-0 > 203.0.113.5 tcp/443'],
    denies: ['lab/app-0 > 203.0.113.5 tcp/80', 'lab/app-0 > 198.51.100.7 tcp/443'],
  },
  { case: '11-blank-in-expression-value', codes: ['label-invalid'], verdict: 'nothing' },
  {
    case: '13-completed-pod-shares-address',
    allows: ['t/other > t/web-1 tcp/80', 't/web-1 > t/other tcp/80', 't/web-1 > 203.0.113.5 tcp/80'],
  },
  {
    case: '14-host-network-pod-in-empty-selector',
    allows: ['203.0.113.5 > 192.168.1.10 tcp/80', 'mon/prom > 192.168.1.10 tcp/80'],
    // No selector means a host-network pod.
    denies: ['203.0.113.5 > mon/prom tcp/9090', '192.168.1.10 > mon/prom tcp/9090'],
  },
  {
    case: '16-egress-all-namespaces-is-not-world',
    allows: ['cost/c > other/o tcp/80'],
    denies: ['cost/c > 203.0.113.5 tcp/80', 'cost/c > 192.168.1.10 tcp/80'],
  },
  {
    case: '17-empty-from-means-everyone',
    allows: ['t/x > t/ui tcp/3000', '203.0.113.5 > t/ui tcp/3000', 't/ui > 203.0.113.5 tcp/443'],
    denies: ['t/x > t/ui tcp/80', 't/ui > t/x tcp/80'],
  },
  {
    case: '18-null-directions',
    denies: ['t/x > t/es tcp/80', 't/es > t/x tcp/80', 't/es > 203.0.113.5 tcp/443'],
  },
  // A warning says that no packet has a Service address as its own: the block holds none of the real endpoints.
  {
    case: '20-api-server-by-service-address',
    codes: ['block-of-services'],
    denies: ['t/op > 192.168.1.10 tcp/6443'],
  },
  {
    case: '20-api-server-by-service-address',
    inspection: 'server-only',
    codes: ['block-of-services'],
    denies: ['t/op > 192.168.1.10 tcp/6443'],
  },
  { case: '22-yaml-yes-in-label', codes: ['field-type'], verdict: 'nothing' },
  { case: '24-duplicate-keys', codes: ['object-unreadable'], verdict: 'nothing' },
  {
    // The merged selector means `api` alone, which each of the two lacks at one end.
    case: '25-anchors-and-merge',
    allows: ['t/x > 203.0.113.5 tcp/80'],
    denies: ['t/api > t/web tcp/80', 't/web > t/api tcp/80', 't/x > t/web tcp/80', 't/web > t/x tcp/80'],
  },
  { case: '26-bom-and-crlf', allows: ['t/x > t/web tcp/80'], denies: ['t/x > t/web tcp/81'] },
  { case: '27-tab-indent', codes: ['object-unreadable'], verdict: 'nothing' },
  { case: '28-typed-list' },
  { case: '29-helm-output', codes: ['label-invalid', 'name-invalid'], verdict: 'nothing' },
  { case: '31-old-api-versions', codes: ['api-version', 'object-unreadable'], verdict: 'nothing' },
  { case: '32-foreign-kinds', codes: ['cluster-wide-policy', 'foreign-policy'] },
  { case: '33-many-aliases' },
  { case: '34-unicode-annotations', denies: ['203.0.113.5 > t/web tcp/80'] },
  {
    case: '35-long-names',
    codes: ['tag-too-long'],
    allows: ['203.0.113.5 > t2/w tcp/80'],
    denies: ['203.0.113.5 > t2/w tcp/81'],
  },
  // The policy selects the pod without an address; the other pod is free.
  { case: '39-pending-without-address', allows: ['203.0.113.5 > t/x tcp/80'] },
  { case: '40-endport-below-port', codes: ['port-range-invalid'], verdict: 'nothing' },
  { case: '41-named-port-differs', codes: ['named-port'], verdict: 'nothing' },
  {
    case: '44-kubelet-hook',
    allows: ['192.168.1.10 > t/web tcp/8080', '192.168.1.10 > t/web tcp/8081', '192.168.1.10 > t/web tcp/8082'],
    denies: ['192.168.1.10 > t/web tcp/8083', '203.0.113.5 > t/web tcp/8081'],
  },
  {
    case: '45-probe-by-name',
    allows: ['192.168.1.10 > t/web tcp/1234', '192.168.1.10 > t/web tcp/5000'],
    denies: ['192.168.1.10 > t/web tcp/9999', '192.168.1.10 > t/web tcp/8443'],
  },
  { case: '48-headless-only', allows: ['t/x > t/web tcp/80'], denies: ['203.0.113.5 > t/web tcp/80'] },
  { case: '50-empty-pod-label', codes: ['label-value-empty'], verdict: 'nothing' },
  {
    case: '51-dual-stack-only-v4-block',
    allows: ['t/web > 203.0.113.5 tcp/443', 't/web > 2001:db8::5 udp/53'],
    denies: ['t/web > 2001:db8::5 tcp/443', 't/web > t/x tcp/443'],
  },
  { case: '53-probe-with-host', denies: ['192.168.1.10 > t/web tcp/8443'] },
  {
    case: '54-ticket-characters',
    codes: ['attribute-value'],
    allows: ['t/x > t/web tcp/80'],
    denies: ['t/x > t/web tcp/81'],
  },
  {
    case: '55-pod-address-as-block',
    allows: ['t/a > t/db tcp/5432'],
    denies: ['t/a > t/db tcp/80', 't/a > 203.0.113.5 tcp/5432', '203.0.113.5 > t/db tcp/5432'],
  },
  {
    case: '56-node-addresses-as-block',
    allows: ['192.168.1.10 > t/hook tcp/9443', 't/hook > 192.168.1.10 tcp/6443', 't/hook > 192.168.7.7 tcp/6443'],
    denies: ['t/x > t/hook tcp/9443', 't/hook > 192.168.1.10 tcp/80'],
  },
  {
    case: '57-vpc-cni-no-pod-cidr',
    allows: ['t/a > t/b tcp/443', 't/a > 203.0.113.5 tcp/443', 't/a > t/b udp/53'],
    denies: ['t/a > 203.0.113.5 udp/53', 't/a > t/b tcp/80'],
  },
  { case: '59-daemonset-host-network-template', codes: ['host-network-subject'] },
  { case: '60-sctp-in-one-entry', codes: ['sctp-refused'], verdict: 'nothing' },
  // `y` without quotes is a boolean to kubectl, as in case 22; the case is about more than that.
  { case: '62-pod-notin', codes: ['field-type'], verdict: 'nothing' },
  { case: '63-empty-lists', allows: ['t/b > t/a tcp/80', 't/a > t/b tcp/80'] },
  {
    // The Service sends to port 8080 of one pod, which the policy does not allow.
    case: '64-service-named-target-differs',
    codes: ['service-network-unknown'],
    allows: ['t/x > t/a tcp/80', 't/x > t/b tcp/80'],
    denies: ['t/x > t/b tcp/8080', 't/x > 10.96.0.20 tcp/80'],
  },
  {
    case: '64-service-named-target-differs',
    inspection: 'server-only',
    allows: ['t/x > t/a tcp/80', 't/x > t/b tcp/80'],
    denies: ['t/x > t/b tcp/8080', 't/x > 203.0.113.5 tcp/80'],
  },
  { case: '65-tag-dot-collision', codes: ['field-type'], verdict: 'nothing' },
  { case: '68-kind-lower-case-silently-skipped', codes: ['object-unreadable'], verdict: 'nothing' },
  { case: '69-policy-in-kube-system', codes: ['namespace-excluded'], verdict: 'nothing' },
  { case: '70-typed-label-numbers', codes: ['field-type', 'port-invalid'], verdict: 'nothing' },
  { case: '71-generate-name-and-status', codes: ['field-missing'], denies: ['203.0.113.5 > t/a tcp/80'] },
  {
    case: '73-spec-typo-indent',
    codes: ['field-unknown'],
    allows: ['t/a > 203.0.113.5 tcp/443'],
    denies: ['203.0.113.5 > t/a tcp/80', 't/a > 203.0.113.5 tcp/80'],
  },
  { case: '75-namespace-does-not-exist-yet', codes: ['entry-matches-nothing'], denies: ['203.0.113.5 > t/web tcp/80'] },
  {
    case: '76-nodelocal-dns-link-local',
    allows: ['t/web > 169.254.20.10 udp/53', 't/web > kube-system/dns tcp/53'],
    denies: ['t/web > 169.254.20.11 udp/53', 't/web > kube-system/dns tcp/80'],
  },
  { case: '77-nodes-unknown', codes: ['nodes-unknown'], verdict: 'none' },
  { case: '78-ipv4-mapped-and-weird-cidrs', codes: ['cidr-invalid'], verdict: 'nothing' },
  { case: '80-ipv6-world-opens-ipv4', denies: ['203.0.113.5 > t/w tcp/443', '192.168.1.10 > t/w tcp/443'] },
];
