import type { Cluster } from '../cluster';
import type { ApiResponse } from '../types';
import { decode } from '../validate/shape';
import { objectOf, textOf, type JsonObject } from '../values/json';
import { nameOf, namespaceOf, withMetadata, type Draft, type KubeObject } from '../values/object';
import { toStored } from './events';
import { createObject, updateObject, type Mode } from './lifecycle';
import { objectTest } from './list';
import { parseBody, patched, PATCH_TYPES } from './patch';
import { PROTOBUF, readProtobuf } from './protobuf';
import { deleteObject, deleteOptions } from './removal';
import { contentType, type Request } from './request';
import { apiVersionOf, type Resource } from './resources';
import { jsonResponse, objectResponse, objectText, successText } from './serve';
import { badRequest, conflict, detailsOf, failure, notFound } from './status';
import { Stored } from '../store/store';

/** The object of the store that a path names. */
export interface Target {
  readonly resource: Resource;
  /** Empty for objects of the cluster. */
  readonly namespace: string;
  /** Empty for all of them. */
  readonly name: string;
}

/** The key of the target in the store. */
const keyOfTarget = ({ namespace, name }: Target): string => (namespace === '' ? name : `${namespace}/${name}`);

/**
 * The stored object that a request names.
 *
 * @throws ApiError 404 if it is not there
 */
export function findTarget(cluster: Cluster, target: Target): KubeObject {
  const found = cluster.store.get(target.resource.storage, keyOfTarget(target));
  if (found === undefined) throw notFound(target.resource, target.name);
  return found;
}

interface Parsed {
  readonly draft: Draft;
  readonly warnings: ApiResponse['headers'];
}

/** POST. */
export function create(cluster: Cluster, target: Target, request: Request): ApiResponse {
  const { draft, warnings } = parse(target, readBody(request), request);
  const object = createObject(cluster, target.resource, draft, modeOf(request));
  return objectResponse(201, target.resource, object, warnings);
}

/** PUT. */
export function update(cluster: Cluster, target: Target, request: Request, part: 'object' | 'status'): ApiResponse {
  const before = findTarget(cluster, target);
  const { draft, warnings } = parse(target, readBody(request), request);
  const object = updateObject(cluster, target.resource, before, draft, part, modeOf(request));
  return objectResponse(200, target.resource, object, warnings);
}

/**
 * PATCH; server-side apply also creates.
 *
 * @throws ApiError 400 for an apply without a field manager, 404 for any other patch of an object that is not there
 */
export function patch(cluster: Cluster, target: Target, request: Request, part: 'object' | 'status'): ApiResponse {
  const { resource, name } = target;
  const type = contentType(request);
  const isApply = type === PATCH_TYPES.apply;
  const manager = request.query.fieldManager ?? '';
  if (isApply && manager === '')
    throw badRequest(
      'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
    );
  const before = cluster.store.get(resource.storage, keyOfTarget(target));
  if (before === undefined) {
    if (!isApply) throw notFound(resource, name);
    const { draft, warnings } = parse(target, parseBody(request.body), request);
    const object = createObject(cluster, resource, draft, modeOf(request));
    cluster.applied.set(object, manager, parseBody(request.body));
    return objectResponse(201, resource, object, warnings);
  }
  const body = patched(cluster, resource, before, type, request.body, manager);
  const { draft, warnings } = parse(target, body, request);
  const object = updateObject(cluster, resource, before, draft, part, modeOf(request));
  if (isApply) cluster.applied.set(object, manager, parseBody(request.body));
  return objectResponse(200, resource, object, warnings);
}

/**
 * DELETE of one object. Kinds whose storage returns the deleted object answer with it, others with a Status.
 *
 * @throws ApiError 404 if it is not there, 409 if it is another one than the preconditions say
 */
export function remove(cluster: Cluster, target: Target, request: Request): ApiResponse {
  const { resource, name } = target;
  const object = findTarget(cluster, target);
  const options = deleteOptions(optionalBody(request), request.query);
  if (options.uid !== '' && options.uid !== object.metadata.uid) {
    const why = `Precondition failed: UID in precondition: ${options.uid}, UID in object meta: ${object.metadata.uid}`;
    throw conflict(resource, name, why);
  }
  if (options.resourceVersion !== '' && options.resourceVersion !== object.metadata.resourceVersion) {
    const why = `Precondition failed: ResourceVersion in precondition: ${options.resourceVersion}, ResourceVersion in object meta: ${object.metadata.resourceVersion}`;
    throw conflict(resource, name, why);
  }
  const removed = options.isDryRun ? object : deleteObject(cluster, resource, object, options.propagation);
  if (['Pod', 'Service', 'ServiceAccount', 'Namespace'].includes(resource.kind)) {
    return objectResponse(200, resource, removed);
  }
  return jsonResponse(200, successText({ ...detailsOf(resource, name), uid: object.metadata.uid }));
}

/**
 * DELETE of all objects that the selectors take; answers with the list of them.
 *
 * @throws ApiError 405 for Namespaces, which go one by one
 */
export function removeAll(cluster: Cluster, target: Target, request: Request): ApiResponse {
  const { resource, namespace } = target;
  if (resource.kind === 'Namespace')
    throw failure(405, 'MethodNotAllowed', 'deletecollection is not supported on resources of kind "namespaces"', {});
  const test = objectTest(resource, request.query);
  const options = deleteOptions(optionalBody(request), request.query);
  const objects = cluster.store.list(resource.storage, namespace).filter((object) => test(new Stored(object)));
  if (!options.isDryRun) for (const object of objects) deleteObject(cluster, resource, object, options.propagation);
  const head = {
    kind: `${resource.kind}List`,
    apiVersion: apiVersionOf(resource),
    metadata: { resourceVersion: String(cluster.store.version) },
  };
  const items = objects.map((object) => objectText(resource, new Stored(object)));
  return jsonResponse(200, `${JSON.stringify(head).slice(0, -1)},"items":[${items.join(',')}]}`);
}

const modeOf = ({ query }: Request): Mode => (query.dryRun === 'All' ? 'try' : 'store');

const optionalBody = ({ body }: Request): JsonObject => (body.trim() === '' ? {} : parseBody(body));

/**
 * The body of a request.
 *
 * @throws ApiError 415 for anything but JSON, YAML and a little protobuf
 */
export function readBody(request: Request): JsonObject {
  const type = contentType(request);
  const message = type === PROTOBUF ? readProtobuf(request.body) : undefined;
  if (message !== undefined) return message;
  if (!['application/json', 'application/yaml'].includes(type)) {
    throw failure(
      415,
      'UnsupportedMediaType',
      'the body of the request was in an unknown format - accepted media types include: application/json, application/yaml',
    );
  }
  return parseBody(request.body);
}

/** Checks type, name and namespace of a body against the path, and decodes it. */
function parse(target: Target, body: JsonObject, request: Request): Parsed {
  const { resource, name, namespace } = target;
  const { kind, version } = resource;
  const apiVersion = apiVersionOf(resource);
  if (body.apiVersion !== undefined && ![apiVersion, 'v1'].includes(textOf(body.apiVersion))) {
    throw badRequest(
      `the API version in the data (${textOf(body.apiVersion)}) does not match the expected API version (${apiVersion})`,
    );
  }
  if (body.kind !== undefined && body.kind !== kind) {
    throw badRequest(`${textOf(body.kind)} in version ${JSON.stringify(version)} cannot be handled as a ${kind}`);
  }
  const { value, unknown } = decode(kind, version, body);
  const decoded: Draft = { ...value, metadata: objectOf(value.metadata) };
  const [givenName, givenNamespace] = [nameOf(decoded), namespaceOf(decoded)];
  if (name !== '' && givenName !== '' && givenName !== name) {
    throw badRequest(`the name of the object (${givenName}) does not match the name on the URL (${name})`);
  }
  if (resource.scope === 'namespace' && givenNamespace !== '' && givenNamespace !== namespace) {
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  }
  const placed = withMetadata(decoded, {
    ...(name === '' ? {} : { name }),
    ...(resource.scope === 'namespace' ? { namespace } : {}),
  });
  return { draft: toStored(resource, placed), warnings: unknownFields(kind, version, unknown, request) };
}

/** Unknown fields: refused, reported in a header, or passed over, as `fieldValidation` says. */
function unknownFields(
  kind: string,
  version: string,
  unknown: readonly string[],
  { query }: Request,
): ApiResponse['headers'] {
  const texts = unknown.map((path) => `unknown field ${JSON.stringify(path)}`);
  if (texts.length === 0 || query.fieldValidation === 'Ignore') return {};
  if (query.fieldValidation === 'Strict') {
    throw badRequest(
      `${kind} in version ${JSON.stringify(version)} cannot be handled as a ${kind}: strict decoding error: ${texts.join(', ')}`,
    );
  }
  return { warning: texts.map((text) => `299 - ${JSON.stringify(text)}`).join(', ') };
}
