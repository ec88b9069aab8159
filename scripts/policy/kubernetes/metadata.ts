import { byteLength } from '../text/utf8';
import { sortedKeys } from '../text/canonical';
import {
  checkFields,
  fieldSet,
  isAbsent,
  keyPath,
  readObject,
  readString,
  readStringMap,
  report,
  shown,
  type Reader,
} from './read';
import { checkLabel } from './readselector';
import { annotationKeyViolation, namespaceNameViolation, objectNameViolation } from './syntax';
import type { PolicyId, RawObject, StringMap } from './types';

/** Reading `metadata` of a policy (Kubernetes API documentation, meta/v1 ObjectMeta). */

/** What `metadata` says of a policy; a name that cannot be read is ''. */
export interface PolicyMetadata {
  readonly id: PolicyId;
  readonly labels: StringMap;
  readonly annotations: StringMap;
}

/** The namespace of objects that name none, as `kubectl` has it. */
export const DEFAULT_NAMESPACE = 'default';

/** The API server's limit for all annotations of an object, keys included. */
const MOST_ANNOTATION_BYTES = 262144;

const METADATA = fieldSet([
  'name',
  'generateName',
  'namespace',
  'labels',
  'annotations',
  'uid',
  'resourceVersion',
  'generation',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'ownerReferences',
  'finalizers',
  'managedFields',
  'selfLink',
  'clusterName',
]);

/** Reads `metadata`; names, labels and annotation keys are checked for their syntax. */
export function readPolicyMetadata(reader: Reader, value: unknown): PolicyMetadata {
  if (isAbsent(value)) report(reader, 'field-missing', { expected: 'an object with a name' }, 'metadata');
  const metadata = readObject(reader, value, 'metadata');
  if (!metadata) return { id: { namespace: DEFAULT_NAMESPACE, name: '', uid: '' }, labels: {}, annotations: {} };
  checkFields(reader, metadata, METADATA, 'metadata');
  return {
    id: {
      namespace: readNamespace(reader, metadata),
      name: readName(reader, metadata),
      uid: readString(reader, metadata.uid, 'metadata.uid') || '',
    },
    labels: readLabels(reader, metadata.labels, 'metadata.labels'),
    annotations: readAnnotations(reader, metadata.annotations),
  };
}

function readName(reader: Reader, metadata: RawObject): string {
  const name = readString(reader, metadata.name, 'metadata.name');
  if (isAbsent(metadata.name)) {
    const expected = isAbsent(metadata.generateName) ? 'a name' : 'a name (generateName does not name anything yet)';
    report(reader, 'field-missing', { expected }, 'metadata.name');
  }
  if (name === undefined) return '';
  const reason = objectNameViolation(name);
  if (reason !== undefined) {
    report(reader, 'name-invalid', { value: shown(name), what: 'policy name', reason }, 'metadata.name');
  }
  return name;
}

function readNamespace(reader: Reader, metadata: RawObject): string {
  const namespace = readString(reader, metadata.namespace, 'metadata.namespace');
  // The API server reads an empty namespace as none.
  if (namespace === undefined || namespace === '') return DEFAULT_NAMESPACE;
  const reason = namespaceNameViolation(namespace);
  if (reason !== undefined) {
    const params = { value: shown(namespace), what: 'namespace name', reason };
    report(reader, 'name-invalid', params, 'metadata.namespace');
  }
  return namespace;
}

/** Labels, each checked for its syntax. */
export function readLabels(reader: Reader, value: unknown, path: string): StringMap {
  const labels = readStringMap(reader, value, path);
  for (const key of sortedKeys(labels)) checkLabel(reader, key, labels[key], path);
  return labels;
}

function readAnnotations(reader: Reader, value: unknown): StringMap {
  const path = 'metadata.annotations';
  const annotations = readStringMap(reader, value, path);
  let bytes = 0;
  for (const key of sortedKeys(annotations)) {
    const reason = annotationKeyViolation(key);
    if (reason !== undefined) {
      const params = { part: 'annotation key', value: shown(key), reason };
      report(reader, 'label-invalid', params, keyPath(path, key));
    }
    bytes += byteLength(key) + byteLength(annotations[key]);
  }
  if (bytes > MOST_ANNOTATION_BYTES) {
    report(reader, 'annotations-too-long', { bytes, limit: MOST_ANNOTATION_BYTES }, path);
  }
  return annotations;
}
