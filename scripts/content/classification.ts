import type { FieldName } from './fields';
import { CLASSIFIER_NAME, INCIDENT_TYPE_NAME, MAPPER_NAME } from './names';

/** Says which type an incoming incident gets, by the value at `root`. */
export interface Classifier {
  readonly name: string;
  readonly description: string;
  readonly root: string;
  readonly types: { readonly [value: string]: string };
  /** For every other value. */
  readonly otherwise: string;
}

/** Says which value of an incoming incident goes into which field. */
export interface Mapper {
  readonly name: string;
  readonly description: string;
  readonly incidentType: string;
  /** Field by name to the path in the incident's JSON. */
  readonly fields: { readonly [Name in FieldName]?: string };
}

/** Everything that the watcher reports is a change of the cluster, whatever the reason. */
export const CLASSIFIER: Classifier = {
  name: CLASSIFIER_NAME,
  description: 'Classifies what the Kubernetes Policy Watcher fetches.',
  root: 'reason',
  types: { first: INCIDENT_TYPE_NAME, changed: INCIDENT_TYPE_NAME, relisted: INCIDENT_TYPE_NAME },
  otherwise: INCIDENT_TYPE_NAME,
};

/** What fills the fields of a new incident: the watcher's `cluster` and `summary`, which fetched incidents carry. */
export const MAPPER: Mapper = {
  name: MAPPER_NAME,
  description: 'Maps what the Kubernetes Policy Watcher fetches to the fields of the incident.',
  incidentType: INCIDENT_TYPE_NAME,
  fields: { 'CN-Series Cluster': 'cluster', 'CN-Series Changes': 'summary' },
};
