import type { Cluster } from '../cluster';
import { settle } from '../controllers/controllers';
import { Stored } from '../store/store';
import type { ApiRequest, ApiResponse, Watch } from '../types';
import { reviewAccess } from './accessreview';
import { authorize, type User } from './auth';
import { discovery } from './discovery';
import { list } from './list';
import { checkAccept, toRequest, type Request } from './request';
import type { Resource } from './resources';
import { parseRoute, type Route } from './route';
import { jsonResponse, objectText } from './serve';
import { ApiError, methodNotAllowed, unknownResource } from './status';
import { finishedBody, openWatch } from './watch';
import { create, findTarget, patch, readBody, remove, removeAll, update, type Target } from './write';

type ResourceRoute = Extract<Route, { kind: 'resource' }>;

/** Answers one request, and lets the controllers work on what it changed. */
export function handle(cluster: Cluster, given: ApiRequest): ApiResponse {
  return answer(() => {
    const request = toRequest(given);
    const user = cluster.users.authenticate(request.headers.authorization);
    const route = parseRoute(request.path);
    if (route.kind === 'other') return discovery(cluster, route.path) ?? pageNotFound();
    const response = handleResource(cluster, user, route, request);
    settle(cluster);
    return response;
  });
}

/**
 * Opens a watch that goes on; undefined when the request is no watch, or is refused: then `handle` has the answer.
 *
 * @throws whatever is no refusal: a mistake in the stand-in
 */
export function stream(cluster: Cluster, given: ApiRequest): Watch | undefined {
  try {
    const request = toRequest(given);
    const user = cluster.users.authenticate(request.headers.authorization);
    const route = parseRoute(request.path);
    if (route.kind === 'other' || verbOf(route, request) !== 'watch') return undefined;
    const target = targetOf(cluster, user, route, request);
    return openWatch(cluster, target.resource, target.namespace, watchQuery(target, request));
  } catch (error) {
    if (error instanceof ApiError) return undefined;
    throw error;
  }
}

function answer(work: () => ApiResponse): ApiResponse {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, details } = error.status;
    const seconds = details?.retryAfterSeconds;
    const headers: ApiResponse['headers'] = typeof seconds === 'number' ? { 'retry-after': String(seconds) } : {};
    return jsonResponse(code, JSON.stringify(error.status), headers);
  }
}

/** What the server says of a path that it does not know at all. */
const pageNotFound = (): ApiResponse => ({
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8' },
  body: '404 page not found\n',
});

/** The verb of RBAC. */
function verbOf({ name }: ResourceRoute, { method, query }: Request): string {
  switch (method) {
    case 'GET':
      if (['true', '1'].includes(query.watch ?? '')) return 'watch';
      return name === '' ? 'list' : 'get';
    case 'POST':
      return 'create';
    case 'PUT':
      return 'update';
    case 'PATCH':
      return 'patch';
    case 'DELETE':
      return name === '' ? 'deletecollection' : 'delete';
    default:
      throw methodNotAllowed();
  }
}

/**
 * Authorises a request and finds what it is about.
 *
 * @throws ApiError 403, 404 and 406
 */
function targetOf(cluster: Cluster, user: User, route: ResourceRoute, request: Request): Target {
  const { group, version, plural, namespace, name, subresource } = route;
  const resource = cluster.catalogue.byPath(group, version, plural);
  // Everybody may ask what he may do (the ClusterRole system:basic-user).
  if (resource?.persistence !== 'virtual') {
    authorize(user, { verb: verbOf(route, request), group, resource: plural, subresource, namespace, name });
  }
  if (resource === undefined) throw unknownResource();
  checkAccept(request);
  const isCluster = resource.scope === 'cluster';
  if (isCluster && namespace !== '' && resource.kind !== 'Namespace') throw unknownResource();
  return { resource, namespace: isCluster ? '' : namespace, name };
}

function handleResource(cluster: Cluster, user: User, route: ResourceRoute, request: Request): ApiResponse {
  const target = targetOf(cluster, user, route, request);
  const { resource } = target;
  const verb = verbOf(route, request);
  if (resource.persistence === 'virtual') {
    if (verb !== 'create') throw methodNotAllowed();
    return jsonResponse(201, JSON.stringify(reviewAccess(user, readBody(request))));
  }
  if (needsNamespace(resource, verb) && target.namespace === '') throw methodNotAllowed();
  switch (route.subresource) {
    case '':
      return handleObject(cluster, target, verb, request);
    case 'status':
      if (resource.status === 'none') throw unknownResource();
      return handleStatus(cluster, target, verb, request);
    default:
      throw unknownResource();
  }
}

/** Writes to namespaced resources need the namespace in the path. */
const needsNamespace = (resource: Resource, verb: string): boolean =>
  resource.scope === 'namespace' && !['list', 'watch'].includes(verb);

function handleObject(cluster: Cluster, target: Target, verb: string, request: Request): ApiResponse {
  switch (verb) {
    case 'get':
      return jsonResponse(200, objectText(target.resource, new Stored(findTarget(cluster, target))));
    case 'list':
      return list(cluster, target.resource, target.namespace, request.query);
    case 'watch': {
      const watch = openWatch(cluster, target.resource, target.namespace, watchQuery(target, request));
      return jsonResponse(200, finishedBody(watch));
    }
    case 'create':
      if (target.name !== '') throw methodNotAllowed();
      return create(cluster, target, request);
    case 'update':
      if (target.name === '') throw methodNotAllowed();
      return update(cluster, target, request, 'object');
    case 'patch':
      if (target.name === '') throw methodNotAllowed();
      return patch(cluster, target, request, 'object');
    case 'delete':
      return remove(cluster, target, request);
    default:
      return removeAll(cluster, target, request);
  }
}

function handleStatus(cluster: Cluster, target: Target, verb: string, request: Request): ApiResponse {
  switch (verb) {
    case 'get':
      return jsonResponse(200, objectText(target.resource, new Stored(findTarget(cluster, target))));
    case 'update':
      return update(cluster, target, request, 'status');
    case 'patch':
      return patch(cluster, target, request, 'status');
    default:
      throw methodNotAllowed();
  }
}

/** A watch on one object is a watch with a field selector. */
function watchQuery({ name }: Target, { query }: Request): Request['query'] {
  if (name === '') return query;
  const fields = [query.fieldSelector ?? '', `metadata.name=${name}`].filter((part) => part !== '');
  return { ...query, fieldSelector: fields.join(',') };
}
