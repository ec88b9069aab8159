import { hasKey } from '../../policy/text/canonical';
import { isObject } from '../../policy/kubernetes/read';
import { callApi, type ApiAnswer, type Client } from './client';
import { parsedObject, errorForAnswer, roleRule, serverText, type Access } from './answererrors';
import {
  CLUSTER_IDENTITY_NAMESPACE,
  clusterPath,
  ENDPOINT_SLICES,
  EVENTS,
  NAMESPACES,
  NETWORK_POLICIES,
  NODES,
  PODS,
  SERVICE_CIDRS,
  SERVICES,
  type Resource,
} from './resources';

/**
 * What the watcher may do in the cluster: the least that it needs, and the manifest for its role grants exactly this.
 */
export interface Permission {
  readonly resource: Resource;
  readonly verbs: readonly Access['verb'][];
  /** Only for the object of this name. */
  readonly resourceName?: string;
}

/**
 * What the service account of the watcher needs, and nothing else. The test of an instance asks for each, and the
 * ClusterRole for installing is made from it.
 */
export const PERMISSIONS: readonly Permission[] = [
  { resource: NETWORK_POLICIES, verbs: ['list', 'watch'] },
  { resource: SERVICE_CIDRS, verbs: ['list'] },
  { resource: NAMESPACES, verbs: ['list', 'watch'] },
  { resource: NODES, verbs: ['list', 'watch'] },
  { resource: SERVICES, verbs: ['list', 'watch'] },
  { resource: PODS, verbs: ['list'] },
  { resource: ENDPOINT_SLICES, verbs: ['list'] },
  { resource: NAMESPACES, verbs: ['get'], resourceName: CLUSTER_IDENTITY_NAMESPACE },
  { resource: EVENTS, verbs: ['create', 'patch'] },
];

/** What a test of the connection found: 'ok', or everything that is wrong. */
export function testConnection(client: Client): string {
  const version = callApi(client, { method: 'GET', path: '/version' });
  const known = parsedObject(version.body);
  if (version.status === 401) return unauthorized();
  if (version.status !== 200 || !known || !hasKey(known, 'gitVersion')) {
    return (
      'No Kubernetes API server answers at ' +
      client.settings.url +
      ' (status ' +
      String(version.status) +
      ' for /version). Write the URL of the API server, as "kubectl cluster-info" shows it.'
    );
  }
  return permissionReport(client);
}

function permissionReport(client: Client): string {
  const missing: string[] = [];
  for (const permission of PERMISSIONS) {
    const verbs: string[] = [];
    for (const verb of permission.verbs) {
      const judged = judge(client, permission, verb);
      if (judged === 'unauthorized') return unauthorized();
      if (judged === 'denied') verbs.push(verb);
    }
    if (verbs.length > 0) missing.push(missingText(permission, verbs));
  }
  if (missing.length === 0) return 'ok';
  return (
    'The token lacks permissions. Add these rules to the ClusterRole of its service account:\n' + missing.join('\n')
  );
}

function missingText(permission: Permission, verbs: readonly string[]): string {
  const rule = roleRule(permission.resource, verbs);
  if (permission.resourceName === undefined) return '- ' + rule;
  return '- ' + rule.slice(0, -1) + ', resourceNames: ["' + permission.resourceName + '"]}';
}

type Judged = 'allowed' | 'denied' | 'unauthorized';

/** Asks the API server, which answers for every verb (Kubernetes API documentation, SelfSubjectAccessReview). */
function judge(client: Client, permission: Permission, verb: Access['verb']): Judged {
  const answer = callApi(client, {
    method: 'POST',
    path: '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
    body: {
      apiVersion: 'authorization.k8s.io/v1',
      kind: 'SelfSubjectAccessReview',
      spec: {
        resourceAttributes: {
          verb,
          group: permission.resource.group,
          resource: permission.resource.name,
          ...(permission.resourceName === undefined ? {} : { name: permission.resourceName }),
        },
      },
    },
  });
  if (answer.status === 401) return 'unauthorized';
  const review = answer.status === 200 || answer.status === 201 ? parsedObject(answer.body) : undefined;
  if (review && isObject(review.status)) return review.status.allowed === true ? 'allowed' : 'denied';
  return tryAccess(client, permission, verb, answer);
}

/**
 * Where reviews are not allowed, reading is simply tried; what cannot be tried without doing it shows when it is used.
 */
function tryAccess(client: Client, permission: Permission, verb: Access['verb'], review: ApiAnswer): Judged {
  if (review.status !== 403 && review.status !== 404) {
    const access: Access = { verb, resource: permission.resource, namespace: '' };
    throw errorForAnswer(access, { status: review.status, body: JSON.stringify({ message: serverText(review) }) });
  }
  if (permission.resource === EVENTS) return 'allowed';
  const path = clusterPath(permission.resource);
  const answer =
    permission.resourceName !== undefined
      ? callApi(client, { method: 'GET', path: path + '/' + permission.resourceName })
      : callApi(client, { method: 'GET', path, query: triedQuery(verb), holdSeconds: 1 });
  if (answer.status === 401) return 'unauthorized';
  return answer.status === 403 ? 'denied' : 'allowed';
}

function triedQuery(verb: Access['verb']): { readonly [name: string]: string } {
  return verb === 'watch' ? { watch: 'true', timeoutSeconds: '1' } : { limit: '1' };
}

function unauthorized(): string {
  return 'The API server does not accept the token (status 401): it is wrong or has expired. Make a new one and set it here.';
}
