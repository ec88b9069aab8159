import type { Cluster } from '../cluster';
import { podBlocksOf } from '../controllers/nodenetworks';
import { keyOf } from '../store/store';
import { objectOf, sameJson, textOf, type JsonObject } from '../values/json';
import { namespaceOf, nameOf, specOf, withMetadata, type Draft, type KubeObject } from '../values/object';
import { validate } from '../validate/validate';
import { withDefaults } from './defaults';
import { apiVersionOf, type Resource } from './resources';
import { alreadyExists, badRequest, conflict, detailsOf, failure } from './status';

/** Whether a write is carried out or only tried (`dryRun=All`). */
export type Mode = 'store' | 'try';

/** The key of a draft; objects of the cluster have no namespace in it. */
export const keyOfDraft = (resource: Resource, draft: Draft): string =>
  keyOf(resource.scope === 'namespace' ? namespaceOf(draft) : '', nameOf(draft));

/**
 * Creates an object as a POST does: names, defaults, validation, addresses.
 *
 * @throws ApiError with the API's refusal
 */
export function createObject(cluster: Cluster, resource: Resource, given: Draft, mode: Mode): KubeObject {
  if (textOf(given.metadata.resourceVersion) !== '') {
    throw badRequest('resourceVersion should not be set on objects to be created');
  }
  return insert(cluster, resource, withoutStatus(resource, withName(cluster, given)), mode);
}

/** Stores an object as it was in another cluster, with its status and its UID if it has one. */
export function restoreObject(cluster: Cluster, resource: Resource, given: Draft): KubeObject {
  const stored = insert(cluster, resource, withMetadata(given, { resourceVersion: undefined }), 'store');
  if (resource.kind === 'Pod') {
    cluster.nodeNetworks.take(podAddressesOf(stored));
  }
  return stored;
}

function insert(cluster: Cluster, resource: Resource, given: Draft, mode: Mode): KubeObject {
  checkNamespace(cluster, resource, given);
  const draft = withDefaults(resource, given);
  validate(resource, draft, undefined);
  const key = keyOfDraft(resource, draft);
  if (cluster.store.get(resource.storage, key) !== undefined) throw alreadyExists(resource, nameOf(draft));
  const known = draft.metadata;
  const named = withMetadata(draft, {
    uid: textOf(known.uid) === '' ? cluster.names.uid() : known.uid,
    creationTimestamp: known.creationTimestamp ?? cluster.clock.timestamp(),
    generation: resource.generation === 'counted' ? (known.generation ?? 1) : undefined,
    managedFields: undefined,
    selfLink: undefined,
  });
  const complete = mode === 'store' ? completed(cluster, resource, named, undefined) : named;
  const object = finished(resource, complete);
  return mode === 'store' ? cluster.store.put(resource.storage, key, object) : object;
}

/** Replaces an object as a PUT does. `part` says what of the draft counts. Nothing is stored when nothing changed. */
export function updateObject(
  cluster: Cluster,
  resource: Resource,
  before: KubeObject,
  given: Draft,
  part: 'object' | 'status',
  mode: Mode,
): KubeObject {
  checkPreconditions(resource, before, given);
  const system = {
    uid: before.metadata.uid,
    creationTimestamp: before.metadata.creationTimestamp,
    resourceVersion: before.metadata.resourceVersion,
    generation: before.metadata.generation,
    managedFields: undefined,
    selfLink: undefined,
  };
  const kept: Draft =
    part === 'status'
      ? { ...before, status: given.status }
      : { ...withMetadata(given, system), ...(resource.status === 'own' ? { status: before.status } : {}) };
  const draft = withDefaults(resource, part === 'object' ? withKeptFields(resource, kept, before) : kept);
  validate(resource, draft, before);
  const complete = mode === 'store' ? completed(cluster, resource, draft, before) : draft;
  const counted =
    resource.generation === 'counted' && !sameJson(withoutMetadataAndStatus(complete), withoutMetadataAndStatus(before))
      ? withMetadata(complete, { generation: (before.metadata.generation ?? 0) + 1 })
      : complete;
  const object = finished(resource, counted);
  if (mode === 'try' || sameJson(object, before)) return object;
  return cluster.store.put(resource.storage, keyOfDraft(resource, object), object);
}

function checkPreconditions(resource: Resource, before: KubeObject, given: Draft): void {
  const { uid, resourceVersion } = given.metadata;
  const name = before.metadata.name;
  if (textOf(uid) !== '' && uid !== before.metadata.uid) {
    const why = `Precondition failed: UID in precondition: ${textOf(uid)}, UID in object meta: ${before.metadata.uid}`;
    throw conflict(resource, name, why);
  }
  if (textOf(resourceVersion) !== '' && resourceVersion !== before.metadata.resourceVersion) {
    const why = 'the object has been modified; please apply your changes to the latest version and try again';
    throw conflict(resource, name, why);
  }
}

/** What a PUT that leaves a field out does not take away: the addresses of Services, the node and account of pods. */
function withKeptFields(resource: Resource, draft: Draft, before: KubeObject): Draft {
  const [spec, was] = [specOf(draft), specOf(before)];
  switch (resource.kind) {
    case 'Service':
      return {
        ...draft,
        spec: { ...spec, ...keep(was, spec, ['clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy']) },
      };
    case 'Pod':
      return { ...draft, spec: { ...spec, ...keep(was, spec, ['nodeName']) } };
    case 'Node':
      return { ...draft, spec: { ...spec, ...keep(was, spec, ['podCIDR', 'podCIDRs']) } };
    default:
      return draft;
  }
}

function keep(before: JsonObject, after: JsonObject, names: readonly string[]): JsonObject {
  const missing = names.filter((name) => after[name] === undefined && before[name] !== undefined);
  return Object.fromEntries(missing.map((name) => [name, before[name]]));
}

/** Addresses and generated parts, once the object is known to be valid. */
function completed(cluster: Cluster, resource: Resource, draft: Draft, before: KubeObject | undefined): Draft {
  switch (resource.kind) {
    case 'Service':
      return cluster.serviceAddresses.complete(resource, draft, before);
    case 'Node': {
      const blocks = podBlocksOf(draft as KubeObject);
      const podCIDRs = blocks.length > 0 ? blocks : cluster.nodeNetworks.nextBlocks();
      cluster.nodeNetworks.note(podCIDRs);
      const fields = podCIDRs.length === 0 ? {} : { podCIDR: podCIDRs[0] ?? '', podCIDRs };
      return { ...draft, spec: { ...specOf(draft), ...fields } };
    }
    default:
      return draft;
  }
}

function withName(cluster: Cluster, draft: Draft): Draft {
  const prefix = textOf(draft.metadata.generateName);
  if (nameOf(draft) !== '' || prefix === '') return draft;
  return withMetadata(draft, { name: prefix.slice(0, 58) + cluster.names.suffix(5) });
}

/** A client cannot set the status of a new object; Nodes are the exception (`nodeStrategy`). */
function withoutStatus(resource: Resource, draft: Draft): Draft {
  const fresh = withMetadata(draft, {
    uid: undefined,
    resourceVersion: undefined,
    creationTimestamp: undefined,
    generation: undefined,
    deletionTimestamp: undefined,
  });
  if (resource.status === 'none' || resource.kind === 'Node') return fresh;
  switch (resource.kind) {
    case 'Namespace':
      return { ...fresh, status: { phase: 'Active' } };
    case 'Pod':
      return { ...fresh, status: { phase: 'Pending', qosClass: 'BestEffort' } };
    case 'Service':
      return { ...fresh, status: { loadBalancer: {} } };
    default:
      return { ...fresh, status: {} };
  }
}

function checkNamespace(cluster: Cluster, resource: Resource, draft: Draft): void {
  if (resource.scope !== 'namespace') return;
  const name = namespaceOf(draft);
  if (name === '' || cluster.store.get('namespaces', name) !== undefined) return;
  const namespaces = cluster.catalogue.byStorage('namespaces');
  throw failure(404, 'NotFound', `namespaces ${JSON.stringify(name)} not found`, detailsOf(namespaces, name));
}

/** Type first, metadata next; fields without a value left out. */
function finished(resource: Resource, draft: Draft): KubeObject {
  const { metadata, ...rest } = draft;
  const stored = { group: resource.storage === 'events' ? '' : resource.group, version: resource.version };
  const fields = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  return {
    ...fields,
    apiVersion: apiVersionOf(stored),
    kind: resource.kind,
    metadata: metadata as KubeObject['metadata'],
  };
}

function withoutMetadataAndStatus(object: JsonObject): JsonObject {
  return { ...object, metadata: undefined, status: undefined, apiVersion: undefined, kind: undefined };
}

/** `status.podIPs` of a pod that is not on the host's network. */
export function podAddressesOf(pod: KubeObject): readonly string[] {
  if (specOf(pod).hostNetwork === true) return [];
  const list = objectOf(pod.status).podIPs;
  return Array.isArray(list) ? list.map((entry: JsonObject) => textOf(objectOf(entry).ip)) : [];
}
