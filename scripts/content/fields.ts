import { INCIDENT_TYPE_NAME } from './names';

/** A field of the incident type. Its name begins with that of the pack (demisto-sdk IF113). */
export interface IncidentField {
  readonly name: string;
  /** What commands and the context call it: lower-case letters and digits only (demisto-sdk IF105). */
  readonly cliName: string;
  readonly type: 'shortText' | 'longText' | 'markdown';
  /** Ends in a full stop. */
  readonly description: string;
  readonly associatedTypes: readonly string[];
}

/** The fields of the incident, in the order of the layout. */
export const FIELDS = [
  field('CN-Series Cluster', 'shortText', 'The Kubernetes cluster, by its name in the list "CNSeries Clusters".'),
  field('CN-Series State', 'shortText', 'How far the change got, as the authors of the policies were told last.'),
  field('CN-Series Plan Hash', 'shortText', 'The hash of the plan, which an approval is bound to.'),
  field(
    'CN-Series Verdict',
    'shortText',
    'Whether the rules allow exactly what the policies allow: equal, different, refused or nothing to prove, and which policies that leaves out.',
  ),
  field('CN-Series Approved By', 'shortText', 'Who approved the plan.'),
  field('CN-Series Rejection Reason', 'longText', 'Who rejected the plan, and why.'),
  field(
    'CN-Series Lock',
    'longText',
    'Which configuration lock in Panorama a run of this incident may hold, and how to free it. Empty while none does.',
  ),
  field('CN-Series Changes', 'markdown', 'What changed in the cluster.'),
  field('CN-Series Plan', 'markdown', 'What the change does in Panorama and to reachability, and why it waits.'),
] as const satisfies readonly IncidentField[];

function field<const Name extends string>(
  name: Name,
  type: IncidentField['type'],
  description: string,
): IncidentField & { readonly name: Name } {
  return {
    name,
    cliName: cliNameOf(name),
    type,
    description,
    associatedTypes: [INCIDENT_TYPE_NAME],
  };
}

/** The server derives the machine name of a field from its name this way. */
function cliNameOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The names of the fields. */
export type FieldName = (typeof FIELDS)[number]['name'];
