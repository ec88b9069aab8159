import type { Cluster } from '../cluster';
import { mergePatch } from '../patch/jsonmerge';
import { strategicMerge } from '../patch/strategic';
import { applyConfiguration } from '../patch/threeway';
import { isObject, objectOf, type Json, type JsonObject } from '../values/json';
import { readYaml } from '../values/yaml';
import type { KubeObject } from '../values/object';
import { groupResource, type Resource } from './resources';
import { badRequest, failure } from './status';

/** The media types of patches. */
export const PATCH_TYPES = {
  merge: 'application/merge-patch+json',
  strategic: 'application/strategic-merge-patch+json',
  apply: 'application/apply-patch+yaml',
} as const;

/**
 * The object after a patch of the given media type.
 *
 * @throws ApiError 400 for a body that is no object, 415 for a type that is not in `PATCH_TYPES`
 */
export function patched(
  cluster: Cluster,
  resource: Resource,
  before: KubeObject,
  contentType: string,
  body: string,
  manager: string,
): JsonObject {
  switch (contentType) {
    case PATCH_TYPES.merge:
      return mergePatch(before, parseBody(body));
    case PATCH_TYPES.strategic:
      return strategicMerge(before, parseBody(body), resource.kind);
    case PATCH_TYPES.apply:
      return applyConfiguration(cluster.applied.get(before, manager), parseBody(body), before, resource.kind);
    default:
      throw unsupportedPatch(resource, contentType);
  }
}

function unsupportedPatch(resource: Resource, contentType: string): Error {
  const accepted = Object.values(PATCH_TYPES).join(', ');
  return failure(
    415,
    'UnsupportedMediaType',
    `the body of the request was in an unknown format - accepted media types include: ${accepted} (${groupResource(resource)}: ${contentType})`,
  );
}

/**
 * Reads a JSON or YAML body.
 *
 * @throws ApiError 400 for anything but an object
 */
export function parseBody(body: string): JsonObject {
  let json: Json;
  try {
    json = body.trimStart().startsWith('{') ? (JSON.parse(body) as Json) : readYaml(body);
  } catch (error) {
    throw badRequest(`error decoding the body: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!isObject(json)) throw badRequest('the body of the request is not an object');
  return objectOf(json);
}
