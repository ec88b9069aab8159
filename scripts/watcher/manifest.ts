import type { AutomationManifest } from '../xsoar/manifest';
import { FIRST_FETCH_CHOICES } from './api/settings';

/**
 * What the watcher integration takes and gives. Its YAML, its README and the types of the arguments that its code sees
 * are made from this, so they cannot differ.
 */
export interface IntegrationManifest {
  /** Id, name and display name on the server: the brand of its instances. */
  readonly name: string;
  /** Name of the folder and the files in the pack. */
  readonly folder: string;
  readonly category: string;
  /** Ends in a full stop. */
  readonly description: string;
  readonly parameters: readonly ParameterManifest[];
  readonly commands: readonly CommandManifest[];
}

/** A command is declared as an automation is. */
export type CommandManifest = AutomationManifest & {
  /** Arguments that may be lists; the server then passes a list whole. */
  readonly listArguments: readonly string[];
  /** A line for the command examples. */
  readonly example: string;
};

/** Kinds of parameters that the server knows (Cortex XSOAR documentation, "Parameter Types"). */
export type ParameterKind = 'text' | 'boolean' | 'credentials' | 'incidentType' | 'select';

/** One parameter of the integration's instances. */
export interface ParameterManifest {
  readonly name: string;
  readonly display: string;
  readonly kind: ParameterKind;
  readonly section: 'Connect' | 'Collect';
  readonly required: boolean;
  readonly defaultValue?: string;
  readonly options?: readonly string[];
  /** Shown under "Advanced". */
  readonly advanced?: true;
  /** Ends in a full stop. */
  readonly help?: string;
}

/** The command that reads a cluster. */
export const GET_SNAPSHOT = {
  name: 'cnseries-get-snapshot',
  description:
    'Reads all objects of the cluster that make rules: NetworkPolicies, Namespaces, Pods, Services, EndpointSlices, Nodes and ServiceCIDRs. Fails if any list cannot be read whole.',
  details: [],
  tags: [],
  arguments: {
    snapshot_id: {
      kind: 'text',
      positional: true,
      description: 'The ID of a snapshot that was taken before. Without it, a new one is taken.',
    },
  },
  outputs: {
    path: 'CNSeries.Snapshot',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      ClusterUID: { type: 'String', description: 'The UID of its namespace kube-system.' },
      SnapshotId: { type: 'String', description: 'The ID of the snapshot, a hash of its content.' },
      TakenAt: { type: 'Date', description: 'When it was taken.' },
      Policies: { type: 'Number', description: 'The number of NetworkPolicies.' },
      Namespaces: { type: 'Number', description: 'The number of namespaces.' },
      Pods: { type: 'Number', description: 'The number of pods.' },
      Services: { type: 'Number', description: 'The number of Services.' },
      Nodes: { type: 'Number', description: 'The number of nodes.' },
    },
  },
  listArguments: [],
  example: '!cnseries-get-snapshot',
} as const satisfies CommandManifest;

/** The command that tells authors how far their policy got. */
export const REPORT_OUTCOME = {
  name: 'cnseries-report-outcome',
  description: 'Writes an Event on NetworkPolicies, where their authors see it with "kubectl describe networkpolicy".',
  details: [],
  tags: [],
  arguments: {
    policies: {
      kind: 'document',
      required: true,
      description:
        'The policies: a comma-separated list of namespace/name, or a JSON list of objects with "namespace", "name" and optionally "uid".',
    },
    type: {
      kind: 'choice',
      choices: ['Normal', 'Warning'],
      defaultValue: 'Normal',
      description: 'The type of the Event.',
    },
    reason: {
      kind: 'text',
      required: true,
      description: 'Why the Event is written, in one word, for example RulesApplied.',
    },
    message: { kind: 'text', required: true, description: 'What the author should read: one line, cut at 1024 bytes.' },
  },
  outputs: {
    path: 'CNSeries.Report',
    key: 'Cluster',
    fields: {
      Cluster: { type: 'String', description: 'The cluster.' },
      Reason: { type: 'String', description: 'The reason that the Events carry.' },
      Written: { type: 'Number', description: 'The number of policies that got the Event.' },
      Skipped: { type: 'String', list: true, description: 'The policies that got no Event, and why.' },
    },
  },
  listArguments: ['policies'],
  example:
    '!cnseries-report-outcome policies=shop/web reason=RulesApplied message="The rules of this policy are in Panorama."',
} as const satisfies CommandManifest;

/** As the server sees the integration: YAML, README and the types of its parameters come from here. */
export const manifest: IntegrationManifest = {
  name: 'Kubernetes Policy Watcher',
  folder: 'KubernetesPolicyWatcher',
  category: 'Network Security',
  description:
    'Watches the NetworkPolicies of a Kubernetes cluster, and raises one incident for all changes since the last look.',
  parameters: [
    {
      name: 'url',
      display: 'URL of the API server',
      kind: 'text',
      section: 'Connect',
      required: true,
      defaultValue: 'https://kubernetes.example:6443',
      help: 'Scheme, host and port, without a path.',
    },
    {
      name: 'credentials',
      display: 'Token of the service account',
      kind: 'credentials',
      section: 'Connect',
      required: true,
    },
    {
      name: 'cluster',
      display: 'Cluster',
      kind: 'text',
      section: 'Connect',
      required: true,
      help: 'The name of the cluster in the list "CNSeries Clusters".',
    },
    {
      name: 'insecure',
      display: 'Trust any certificate (not secure)',
      kind: 'boolean',
      section: 'Connect',
      required: false,
      advanced: true,
    },
    {
      name: 'proxy',
      display: 'Use system proxy settings',
      kind: 'boolean',
      section: 'Connect',
      required: false,
      advanced: true,
    },
    { name: 'isFetch', display: 'Fetch incidents', kind: 'boolean', section: 'Collect', required: false },
    { name: 'incidentType', display: 'Incident type', kind: 'incidentType', section: 'Collect', required: false },
    {
      name: 'max_fetch',
      display: 'Maximum number of incidents per fetch',
      kind: 'text',
      section: 'Collect',
      required: false,
      defaultValue: '1',
      help: 'All changes since the last fetch are one incident, so that there is never more than one.',
    },
    {
      name: 'first_fetch',
      display: 'First fetch',
      kind: 'select',
      section: 'Collect',
      required: false,
      defaultValue: FIRST_FETCH_CHOICES[0],
      options: FIRST_FETCH_CHOICES,
      help: 'Whether the policies that are there already raise an incident.',
    },
    {
      name: 'page_size',
      display: 'Page size',
      kind: 'text',
      section: 'Collect',
      required: false,
      defaultValue: '500',
      advanced: true,
      help: 'How many objects the API server is asked for at once, from 10 to 5000.',
    },
    {
      name: 'watch_seconds',
      display: 'Seconds to watch',
      kind: 'text',
      section: 'Collect',
      required: false,
      defaultValue: '5',
      advanced: true,
      help: 'How long one fetch waits for changes of policies, from 1 to 50.',
    },
    {
      name: 'pod_check_minutes',
      display: 'Minutes between checks of the pods',
      kind: 'text',
      section: 'Collect',
      required: false,
      defaultValue: '5',
      advanced: true,
      help: 'How often pods are listed, and policies, namespaces and Services compared with what is known, from 1 to 1440.',
    },
    {
      name: 'pod_cidrs',
      display: 'Pod networks',
      kind: 'text',
      section: 'Collect',
      required: false,
      advanced: true,
      help: 'Where the cluster profile has podCIDRs, the same ones, with commas between them. They tell which blocks of policies hold a part of the pods.',
    },
  ],
  commands: [GET_SNAPSHOT, REPORT_OUTCOME],
};
