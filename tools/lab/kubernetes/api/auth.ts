import type { Rule, UserOptions } from '../types';
import { forbidden, quote, unauthorized } from './status';

/** Somebody who has been recognised. */
export interface User {
  readonly name: string;
  readonly rules: readonly Rule[];
}

/** What somebody wants to do, as RBAC sees it. `namespace` is empty for the whole cluster, `name` for all objects. */
export interface Attributes {
  readonly verb: string;
  readonly group: string;
  /** The plural name. */
  readonly resource: string;
  readonly subresource: string;
  readonly namespace: string;
  readonly name: string;
}

const EVERYTHING: Rule = { apiGroups: ['*'], resources: ['*'], verbs: ['*'] };
const READ = ['get', 'list', 'watch'];

/** What the watcher integration is documented to need: read the snapshot's resources, write Events. */
const WATCHER: readonly Rule[] = [
  { apiGroups: [''], resources: ['namespaces', 'nodes', 'pods', 'services'], verbs: READ },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
  { apiGroups: ['networking.k8s.io'], resources: ['networkpolicies', 'servicecidrs'], verbs: READ },
  { apiGroups: ['', 'events.k8s.io'], resources: ['events'], verbs: ['create', 'patch'] },
];

/** Who may use a cluster that says nothing about it. */
export const DEFAULT_USERS: readonly UserOptions[] = [
  { token: 'admin-token', user: 'kubernetes-admin', rules: [EVERYTHING] },
  { token: 'watcher-token', user: 'system:serviceaccount:cnseries:watcher', rules: WATCHER },
];

/** Recognises users by their bearer tokens. */
export class Users {
  constructor(private readonly users: readonly UserOptions[]) {}

  /**
   * Recognises who sends a request by its `Authorization` header, `Bearer TOKEN`.
   *
   * @throws ApiError 401 for an unknown token, and for none where nobody may stay anonymous
   */
  authenticate(authorization: string | undefined): User {
    const token = /^Bearer (.+)$/i.exec(authorization ?? '')?.[1];
    const found = this.users.find((user) => user.token === token);
    if (found === undefined) throw unauthorized();
    return { name: found.user, rules: found.rules };
  }
}

/** Whether one of the user's rules allows it. */
export function isAllowed(user: User, attributes: Attributes): boolean {
  const what = attributes.subresource === '' ? attributes.resource : `${attributes.resource}/${attributes.subresource}`;
  return user.rules.some(
    (rule) =>
      matches(rule.verbs, attributes.verb) &&
      matches(rule.apiGroups, attributes.group) &&
      (matches(rule.resources, what) || matches(rule.resources, `*/${attributes.subresource}`)) &&
      (rule.namespaces === undefined || rule.namespaces.includes(attributes.namespace)) &&
      (rule.resourceNames === undefined || rule.resourceNames.includes(attributes.name)),
  );
}

const matches = (list: readonly string[], value: string): boolean => list.includes('*') || list.includes(value);

/**
 * Lets a request pass that one of the user's rules allows.
 *
 * @throws ApiError 403 with the message of the API server
 */
export function authorize(user: User, attributes: Attributes): void {
  if (isAllowed(user, attributes)) return;
  const { verb, group, resource, subresource, namespace, name } = attributes;
  const what = subresource === '' ? resource : `${resource}/${subresource}`;
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace ${quote(namespace)}`;
  throw forbidden(
    group,
    resource,
    name,
    `User ${quote(user.name)} cannot ${verb} resource ${quote(what)} in API group ${quote(group)} ${where}`,
  );
}
