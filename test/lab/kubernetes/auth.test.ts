import { createKubernetes, type Rule } from '../../../tools/lab/kubernetes';
import type { JsonObject } from '../../../tools/lab/kubernetes/values/json';
import { at, Client } from './client';

const USER = 'system:serviceaccount:ns:name';

/** Sends a request as a user with these rules, and gives status and message. */
function attempt(rules: readonly Rule[], method: string, path: string, body?: JsonObject): readonly [number, unknown] {
  const kubernetes = createKubernetes({ users: [{ token: 't', user: USER, rules }] });
  const answer = kubernetes.handle({
    method,
    path,
    headers: { Authorization: 'Bearer t' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return [answer.status, at(JSON.parse(answer.body) as JsonObject, 'message')];
}

const rule = (
  verbs: readonly string[],
  resources: readonly string[],
  apiGroups: readonly string[],
  more: Partial<Rule> = {},
): Rule => ({
  verbs,
  resources,
  apiGroups,
  ...more,
});

describe('authentication', () => {
  it.each([[undefined], ['Bearer wrong'], ['Basic dXNlcjpwYXNz'], ['Bearer ']])(
    'refuses %j with 401',
    (authorization) => {
      const headers = authorization === undefined ? {} : { authorization };
      const answer = createKubernetes().handle({ method: 'GET', path: '/api/v1/pods', headers });
      expect(answer.status).toBe(401);
      expect(JSON.parse(answer.body)).toEqual({
        kind: 'Status',
        apiVersion: 'v1',
        metadata: {},
        status: 'Failure',
        message: 'Unauthorized',
        reason: 'Unauthorized',
        code: 401,
      });
    },
  );
});

describe('authorization', () => {
  const policies = '/apis/networking.k8s.io/v1/networkpolicies';

  it.each<[string, string, string]>([
    [
      'GET',
      policies,
      `networkpolicies.networking.k8s.io is forbidden: User "${USER}" cannot list resource "networkpolicies" in API group "networking.k8s.io" at the cluster scope`,
    ],
    [
      'GET',
      `${policies}?watch=true`,
      `networkpolicies.networking.k8s.io is forbidden: User "${USER}" cannot watch resource "networkpolicies" in API group "networking.k8s.io" at the cluster scope`,
    ],
    [
      'GET',
      '/api/v1/namespaces/shop/pods',
      `pods is forbidden: User "${USER}" cannot list resource "pods" in API group "" in the namespace "shop"`,
    ],
    [
      'GET',
      '/api/v1/namespaces/shop/pods/p',
      `pods "p" is forbidden: User "${USER}" cannot get resource "pods" in API group "" in the namespace "shop"`,
    ],
    [
      'GET',
      '/api/v1/namespaces/shop',
      `namespaces "shop" is forbidden: User "${USER}" cannot get resource "namespaces" in API group "" in the namespace "shop"`,
    ],
    [
      'POST',
      '/api/v1/namespaces/shop/events',
      `events is forbidden: User "${USER}" cannot create resource "events" in API group "" in the namespace "shop"`,
    ],
    [
      'PUT',
      '/api/v1/namespaces/shop/pods/p/status',
      `pods "p" is forbidden: User "${USER}" cannot update resource "pods/status" in API group "" in the namespace "shop"`,
    ],
    [
      'DELETE',
      '/api/v1/namespaces/shop/pods',
      `pods is forbidden: User "${USER}" cannot deletecollection resource "pods" in API group "" in the namespace "shop"`,
    ],
    [
      'GET',
      '/apis/nothing.example.com/v1/things',
      `things.nothing.example.com is forbidden: User "${USER}" cannot list resource "things" in API group "nothing.example.com" at the cluster scope`,
    ],
  ])('%s %s', (method, path, message) => {
    expect(attempt([], method, path, method === 'GET' ? undefined : {})).toEqual([403, message]);
  });

  it('goes by verb, group, resource, namespace and name', () => {
    const list = (rules: readonly Rule[], path: string): number => attempt(rules, 'GET', path)[0];
    expect(list([rule(['list'], ['networkpolicies'], ['networking.k8s.io'])], policies)).toBe(200);
    expect(list([rule(['get'], ['networkpolicies'], ['networking.k8s.io'])], policies)).toBe(403);
    expect(list([rule(['list'], ['networkpolicies'], [''])], policies)).toBe(403);
    expect(list([rule(['*'], ['*'], ['*'])], policies)).toBe(200);
    const inDefault = [rule(['list', 'get'], ['pods'], [''], { namespaces: ['default'] })];
    expect(list(inDefault, '/api/v1/namespaces/default/pods')).toBe(200);
    expect(list(inDefault, '/api/v1/pods')).toBe(403);
    const named = [rule(['get'], ['configmaps'], [''], { resourceNames: ['mine'] })];
    expect(list(named, '/api/v1/namespaces/default/configmaps/mine')).toBe(404);
    expect(list(named, '/api/v1/namespaces/default/configmaps/other')).toBe(403);
    const status = [rule(['update'], ['pods/status'], [''])];
    expect(attempt(status, 'PUT', '/api/v1/namespaces/default/pods/p/status', {})[0]).toBe(404);
    expect(attempt(status, 'PUT', '/api/v1/namespaces/default/pods/p', {})[0]).toBe(403);
  });

  it('leaves discovery to everybody who is known', () => {
    expect(
      ['/version', '/api', '/apis', '/api/v1', '/apis/apps/v1', '/healthz'].map((path) => {
        const kubernetes = createKubernetes({ users: [{ token: 't', user: USER, rules: [] }] });
        return kubernetes.handle({ method: 'GET', path, headers: { authorization: 'Bearer t' } }).status;
      }),
    ).toEqual(Array(6).fill(200));
  });
});

describe('SelfSubjectAccessReview', () => {
  const review = (token: string, resourceAttributes: JsonObject): unknown => {
    const client = new Client();
    const answer = client.send(
      'POST',
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      { apiVersion: 'authorization.k8s.io/v1', kind: 'SelfSubjectAccessReview', spec: { resourceAttributes } },
      { authorization: `Bearer ${token}` },
    );
    expect(answer.status).toBe(201);
    return at(answer.json, 'status', 'allowed');
  };

  it('answers as the rules do, and to everybody', () => {
    const policies = { group: 'networking.k8s.io', resource: 'networkpolicies' };
    expect(review('watcher-token', { ...policies, verb: 'list' })).toBe(true);
    expect(review('watcher-token', { ...policies, verb: 'delete' })).toBe(false);
    expect(review('watcher-token', { resource: 'events', verb: 'create', namespace: 'shop' })).toBe(true);
    expect(review('watcher-token', { resource: 'secrets', verb: 'list' })).toBe(false);
    expect(review('admin-token', { ...policies, verb: 'delete', namespace: 'shop', name: 'p' })).toBe(true);
  });
});
