import { decode } from './validate/shape';
import { createObject, keyOfDraft, restoreObject, updateObject } from './api/lifecycle';
import { deleteObject } from './api/removal';
import type { Resource } from './api/resources';
import { resourceOf, type Cluster } from './cluster';
import { settle } from './controllers/controllers';
import { applyConfiguration } from './patch/threeway';
import type { Applied, Manifest, ObjectReference } from './types';
import { objectOf, objectsOf, textOf, type JsonObject } from './values/json';
import { nameOf, namespaceOf, withMetadata, type Draft, type KubeObject } from './values/object';

/** Where `kubectl apply` keeps what it applied last. */
const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * Creates or changes objects as `kubectl apply` does; Lists are taken apart and Namespaces come first.
 *
 * @throws ApiError at the first refusal; what came before it stays
 */
export function applyManifests(cluster: Cluster, manifests: readonly Manifest[]): readonly Applied[] {
  const results = namespacesFirst(manifests.flatMap(flatten)).map((manifest) => applyOne(cluster, manifest));
  settle(cluster);
  return results;
}

/**
 * Stores objects as another cluster had them, with status, addresses and UIDs.
 *
 * @throws as `applyManifests` does
 */
export function restoreObjects(cluster: Cluster, manifests: readonly Manifest[]): void {
  for (const manifest of namespacesFirst(manifests.flatMap(flatten))) {
    const resource = cluster.catalogue.byKind(textOf(manifest.apiVersion), textOf(manifest.kind));
    if (resource === undefined) continue;
    const { draft } = decoded(resource, manifest);
    const before = cluster.store.get(resource.storage, keyOfDraft(resource, draft));
    if (before !== undefined) deleteObject(cluster, resource, before, 'Orphan');
    restoreObject(cluster, resource, draft);
  }
  settle(cluster);
}

/**
 * Deletes an object, and lets the controllers clean up behind it.
 *
 * @throws Error if it is not there
 */
export function deleteReference(cluster: Cluster, reference: ObjectReference): void {
  const resource = resourceOf(cluster, reference.apiVersion, reference.kind);
  const namespace = reference.namespace ?? 'default';
  const draft = { metadata: { name: reference.name, namespace } };
  const found = cluster.store.get(resource.storage, keyOfDraft(resource, draft));
  if (found === undefined) throw new Error(`There is no ${reference.kind} ${namespace}/${reference.name}.`);
  deleteObject(cluster, resource, found, 'Background');
  settle(cluster);
}

function flatten(manifest: Manifest): readonly Manifest[] {
  const isList = textOf(manifest.kind).endsWith('List') && manifest.items !== undefined;
  return isList ? objectsOf(manifest.items).flatMap(flatten) : [manifest];
}

function namespacesFirst(manifests: readonly Manifest[]): readonly Manifest[] {
  const isNamespace = ({ kind }: Manifest): boolean => kind === 'Namespace';
  return [...manifests.filter(isNamespace), ...manifests.filter((manifest) => !isNamespace(manifest))];
}

function applyOne(cluster: Cluster, manifest: Manifest): Applied {
  const resource = cluster.catalogue.byKind(textOf(manifest.apiVersion), textOf(manifest.kind));
  if (resource === undefined || resource.persistence === 'virtual') {
    return { object: referenceOf(manifest), outcome: 'unknown', warnings: [] };
  }
  const { draft, unknown } = decoded(resource, manifest);
  const object = referenceOf({ ...draft, apiVersion: manifest.apiVersion, kind: manifest.kind });
  const warnings = unknown.map((path) => `unknown field ${JSON.stringify(path)}`);
  const before = cluster.store.get(resource.storage, keyOfDraft(resource, draft));
  if (before === undefined) {
    createObject(cluster, resource, annotated(draft, manifest), 'store');
    return { object, outcome: 'created', warnings };
  }
  const wanted = annotated(draft, manifest);
  const merged = applyConfiguration(lastApplied(before), wanted, before, resource.kind);
  const next: Draft = { ...merged, metadata: objectOf(merged.metadata) };
  const after = updateObject(cluster, resource, before, next, 'object', 'store');
  const outcome = after.metadata.resourceVersion === before.metadata.resourceVersion ? 'unchanged' : 'configured';
  return { object, outcome, warnings };
}

/** Decoded, without status, and in a namespace. */
function decoded(
  resource: Resource,
  manifest: Manifest,
): { readonly draft: Draft; readonly unknown: readonly string[] } {
  const { value, unknown } = decode(resource.kind, resource.version, manifest);
  const draft: Draft = { ...value, metadata: objectOf(value.metadata) };
  if (resource.scope === 'cluster') return { draft, unknown };
  const namespace = namespaceOf(draft) === '' ? 'default' : namespaceOf(draft);
  return { draft: withMetadata(draft, { namespace }), unknown };
}

function annotated(draft: Draft, manifest: Manifest): Draft {
  const metadata = { annotations: {}, ...objectOf(manifest.metadata), namespace: draft.metadata.namespace };
  const text = `${JSON.stringify({ ...manifest, metadata })}\n`;
  return withMetadata(draft, { annotations: { ...objectOf(draft.metadata.annotations), [LAST_APPLIED]: text } });
}

function lastApplied(object: KubeObject): JsonObject {
  const text = object.metadata.annotations?.[LAST_APPLIED];
  return text === undefined ? {} : (JSON.parse(text) as JsonObject);
}

function referenceOf(manifest: JsonObject): ObjectReference {
  const namespace = namespaceOf({ ...manifest, metadata: objectOf(manifest.metadata) });
  return {
    apiVersion: textOf(manifest.apiVersion),
    kind: textOf(manifest.kind),
    ...(namespace === '' ? {} : { namespace }),
    name: nameOf({ ...manifest, metadata: objectOf(manifest.metadata) }),
  };
}
