import { isObject } from './read';
import { DEFAULT_NAMESPACE } from './metadata';
import type { PolicyId, RawObject } from './types';

/** Who an object is: its kind, its API group, its place. Tolerant: what cannot be read is ''. */

/**
 * The API group: '' for the core group, undefined where apiVersion is absent.
 *
 * @example groupOf({ apiVersion: 'networking.k8s.io/v1' }) //=> 'networking.k8s.io'
 */
export function groupOf(object: RawObject): string | undefined {
  if (typeof object.apiVersion !== 'string') return undefined;
  const slash = object.apiVersion.indexOf('/');
  return slash < 0 ? '' : object.apiVersion.slice(0, slash);
}

/** One field of `metadata`; undefined where metadata is no object. */
export function metadataField(object: RawObject, field: string): unknown {
  return isObject(object.metadata) ? object.metadata[field] : undefined;
}

/** The name; '' where there is none that can be read. */
export function nameOf(object: RawObject): string {
  const name = metadataField(object, 'name');
  return typeof name === 'string' ? name : '';
}

/** The namespace, `default` where none is given. */
export function namespaceOf(object: RawObject): string {
  const namespace = metadataField(object, 'namespace');
  return typeof namespace === 'string' && namespace !== '' ? namespace : DEFAULT_NAMESPACE;
}

/** Namespace, name and UID of a policy. */
export function policyIdOf(object: RawObject): PolicyId {
  const uid = metadataField(object, 'uid');
  return { namespace: namespaceOf(object), name: nameOf(object), uid: typeof uid === 'string' ? uid : '' };
}

/**
 * The text by which an object of a kind is found in a cluster.
 *
 * @example idText({ namespace: 'shop', name: 'web' }) //=> 'shop/web'
 */
export function idText(id: { readonly namespace: string; readonly name: string }): string {
  return id.namespace + '/' + id.name;
}

/**
 * The place of a diagnostic about an object that is no policy.
 *
 * @example objectPath(pod, 'metadata.labels') //=> 'Pod shop/web: metadata.labels'
 */
export function objectPath(object: RawObject, path: string): string {
  const namespace = metadataField(object, 'namespace');
  const place = typeof namespace === 'string' ? namespace + '/' : '';
  const name = String(object.kind) + ' ' + place + nameOf(object);
  return path === '' ? name : name + ': ' + path;
}
