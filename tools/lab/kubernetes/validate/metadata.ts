import type { Resource } from '../api/resources';
import type { Cause } from '../api/status';
import { objectOf, objectsOf, stringMapOf, textOf, type JsonObject } from '../values/json';
import { forbiddenField, invalidValue, required, tooLong } from './causes';
import { dns1035Reasons, labelKeyReasons, labelNameReasons, labelValueReasons, subdomainReasons } from './names';

/** All keys and values of an object's annotations together, in bytes. */
const ANNOTATIONS_LIMIT = 256 * 1024;

/** Validates `metadata` as `ValidateObjectMeta` does. */
export function validateMetadata(resource: Resource, metadata: JsonObject): readonly Cause[] {
  const causes: Cause[] = [];
  const name = textOf(metadata.name);
  if (name === '') causes.push(required('metadata.name', 'name or generateName is required'));
  else for (const reason of nameReasons(resource, name)) causes.push(invalidValue('metadata.name', name, reason));
  if (resource.scope === 'namespace') {
    const namespace = textOf(metadata.namespace);
    for (const reason of labelNameReasons(namespace)) {
      causes.push(invalidValue('metadata.namespace', namespace, reason));
    }
  } else if (metadata.namespace !== undefined) {
    causes.push(forbiddenField('metadata.namespace', 'not allowed on this type'));
  }
  causes.push(...validateLabels(metadata.labels, 'metadata.labels'), ...validateAnnotations(metadata.annotations));
  for (const reference of objectsOf(metadata.ownerReferences)) causes.push(...validateOwner(reference));
  return causes;
}

/** The format of names of a resource. */
function nameReasons(resource: Resource, name: string): readonly string[] {
  switch (resource.kind) {
    case 'Namespace':
      return labelNameReasons(name);
    case 'Service':
      return dns1035Reasons(name);
    default:
      return resource.group === 'rbac.authorization.k8s.io' ? pathSegmentReasons(name) : subdomainReasons(name);
  }
}

/** RBAC names may be anything that fits into a path. */
function pathSegmentReasons(name: string): readonly string[] {
  if (name === '.' || name === '..') return [`may not be '${name}'`];
  return ['/', '%']
    .filter((character) => name.includes(character))
    .map((character) => `may not contain '${character}'`);
}

/** Validates labels, also those of a selector's `matchLabels`. The field of a wrong key or value is the whole map. */
export function validateLabels(labels: JsonObject[string], field: string): readonly Cause[] {
  return Object.entries(stringMapOf(labels)).flatMap(([key, value]) => [
    ...labelKeyReasons(key).map((reason) => invalidValue(field, key, reason)),
    ...labelValueReasons(value).map((reason) => invalidValue(field, value, reason)),
  ]);
}

function validateAnnotations(annotations: JsonObject[string]): readonly Cause[] {
  const field = 'metadata.annotations';
  const entries = Object.entries(stringMapOf(annotations));
  const size = entries.reduce((sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value), 0);
  return [
    ...entries.flatMap(([key]) => labelKeyReasons(key.toLowerCase()).map((reason) => invalidValue(field, key, reason))),
    ...(size > ANNOTATIONS_LIMIT ? [tooLong(field, ANNOTATIONS_LIMIT)] : []),
  ];
}

function validateOwner(reference: JsonObject): readonly Cause[] {
  return ['apiVersion', 'kind', 'name', 'uid']
    .filter((name) => textOf(objectOf(reference)[name]) === '')
    .map((name) =>
      invalidValue(
        `metadata.ownerReferences.${name}`,
        '',
        name === 'apiVersion' ? 'version must not be empty' : 'must not be empty',
      ),
    );
}
