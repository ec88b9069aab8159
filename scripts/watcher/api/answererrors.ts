import { isObject } from '../../policy/kubernetes/read';
import type { RawObject } from '../../policy/kubernetes/types';
import { shortened } from '../../policy/text/words';
import { userError } from '../../xsoar/errors';
import type { ApiAnswer } from './client';
import type { Resource } from './resources';

/** Errors for answers of the API server: what was asked, what it said, and what to do. */

/** What a request does, in the terms of a ClusterRole. */
export interface Access {
  readonly verb: 'get' | 'list' | 'watch' | 'create' | 'patch';
  readonly resource: Resource;
  /** '' for all namespaces, or a resource without. */
  readonly namespace: string;
}

const MOST_SHOWN = 300;

/** The error for an answer that is not what was asked for. */
export function errorForAnswer(access: Access, answer: ApiAnswer): Error {
  const what = 'The API server refused to ' + access.verb + ' ' + resourceText(access.resource) + scopeText(access);
  return userError(
    what + ' (status ' + String(answer.status) + ': ' + serverText(answer) + '). ' + remedy(access, answer),
  );
}

/**
 * The rule that a ClusterRole needs for an access.
 *
 * @example
 * roleRule(PODS, ['list']) //=> '{apiGroups: [""], resources: ["pods"], verbs: ["list"]}'
 */
export function roleRule(resource: Resource, verbs: readonly string[]): string {
  return (
    '{apiGroups: ["' +
    resource.group +
    '"], resources: ["' +
    resource.name +
    '"], verbs: ["' +
    verbs.join('", "') +
    '"]}'
  );
}

/**
 * How messages name a resource.
 *
 * @example resourceText(NETWORK_POLICIES) //=> 'networkpolicies (networking.k8s.io)'
 * @example resourceText(PODS) //=> 'pods'
 */
export function resourceText(resource: Resource): string {
  return resource.group === '' ? resource.name : resource.name + ' (' + resource.group + ')';
}

function scopeText(access: Access): string {
  return access.namespace === '' ? ' of the whole cluster' : ' in the namespace ' + access.namespace;
}

function remedy(access: Access, answer: ApiAnswer): string {
  switch (answer.status) {
    case 401:
      return 'It does not accept the token: it is wrong or has expired. Make a new one and set it in the instance.';
    case 403:
      return "Add to the ClusterRole of the token's service account: " + roleRule(access.resource, [access.verb]) + '.';
    case 404:
      return 'Check that the URL is that of a Kubernetes API server, without a path.';
    default:
      return 'Try again; if it stays, look at the health of the API server.';
  }
}

/** What the server says of itself, cut; a page of some proxy is only named. */
export function serverText(answer: ApiAnswer): string {
  const status = parsedObject(answer.body);
  if (status && typeof status.message === 'string' && status.message !== '') {
    return shortened(status.message, MOST_SHOWN);
  }
  return answer.body.trim() === '' ? 'no message' : 'the answer is no Kubernetes status';
}

/**
 * The object in an answer.
 *
 * @throws a user error if it holds none, although its status is good: then something else than an API server answers
 */
export function objectIn(access: Access, answer: ApiAnswer): RawObject {
  const object = parsedObject(answer.body);
  if (object) return object;
  throw userError(
    'The answer to ' +
      access.verb +
      ' ' +
      resourceText(access.resource) +
      ' is no Kubernetes object. Check that the URL is that of the API server, and that no proxy answers in its place.',
  );
}

/** The object that a JSON text holds; undefined where it holds something else. */
export function parsedObject(text: string): RawObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
