import { textOf, objectOf, type JsonObject } from '../values/json';
import { isAllowed, type User } from './auth';

/** Answers a SelfSubjectAccessReview: may the caller do this? */
export function reviewAccess(user: User, body: JsonObject): JsonObject {
  const spec = objectOf(body.spec);
  const asked = objectOf(spec.resourceAttributes);
  const isResource = spec.resourceAttributes !== undefined;
  const allowed =
    isResource &&
    isAllowed(user, {
      verb: textOf(asked.verb),
      group: textOf(asked.group),
      resource: textOf(asked.resource),
      subresource: textOf(asked.subresource),
      namespace: textOf(asked.namespace),
      name: textOf(asked.name),
    });
  return {
    kind: 'SelfSubjectAccessReview',
    apiVersion: 'authorization.k8s.io/v1',
    metadata: { creationTimestamp: null },
    spec,
    status: { allowed, ...(allowed ? { reason: 'RBAC: allowed by a rule of this stand-in' } : {}) },
  };
}
