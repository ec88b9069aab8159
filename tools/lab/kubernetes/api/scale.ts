import type { Cluster } from '../cluster';
import type { ApiResponse } from '../types';
import { numberOf, objectOf, stringMapOf, type JsonObject } from '../values/json';
import { specOf, statusOf, type KubeObject } from '../values/object';
import { updateObject } from './lifecycle';
import { parseBody } from './patch';
import { mergePatch } from '../patch/jsonmerge';
import type { Request } from './request';
import { jsonResponse } from './serve';
import { badRequest } from './status';
import { findTarget, type Target } from './write';

/**
 * The subresource `scale`: GET, PUT and PATCH of the number of replicas.
 *
 * @throws ApiError 404 for an object that is not there, 400 for a number that is none
 */
export function scale(cluster: Cluster, target: Target, request: Request): ApiResponse {
  const before = findTarget(cluster, target);
  if (request.method === 'GET') return jsonResponse(200, JSON.stringify(scaleOf(before)));
  const body = mergePatch(scaleOf(before), parseBody(request.body));
  const replicas = objectOf(body.spec).replicas;
  if (typeof replicas !== 'number') throw badRequest('spec.replicas: must be a number');
  const draft = { ...before, spec: { ...specOf(before), replicas } };
  const after = updateObject(cluster, target.resource, before, draft, 'object', 'store');
  return jsonResponse(200, JSON.stringify(scaleOf(after)));
}

function scaleOf(object: KubeObject): JsonObject {
  const { name, namespace, uid, resourceVersion, creationTimestamp } = object.metadata;
  const selector = stringMapOf(objectOf(specOf(object).selector).matchLabels);
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: numberOf(specOf(object).replicas, 1) },
    status: {
      replicas: numberOf(statusOf(object).replicas, 0),
      selector: Object.entries(selector)
        .map(([key, value]) => `${key}=${value}`)
        .join(','),
    },
  };
}
