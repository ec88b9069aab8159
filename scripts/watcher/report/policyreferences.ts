import { hasKey, sortedKeys } from '../../policy/text/canonical';
import { metadataField } from '../../policy/kubernetes/identity';
import { isObject } from '../../policy/kubernetes/read';
import { userError } from '../../xsoar/errors';

/** Which policies an outcome is reported on, from whatever form an argument came in. */
export interface PolicyReference {
  readonly namespace: string;
  readonly name: string;
  /** '' for whatever policy has this name now. */
  readonly uid: string;
}

/**
 * Reads which policies are meant, sorted, each once. Changes of other kinds than policies are passed over.
 *
 * @param given objects `{namespace, name, uid}`, texts `namespace/name`, a list of both, or either as JSON or
 * comma-separated text
 * @example readPolicyReferences('shop/web') //=> [{ namespace: 'shop', name: 'web', uid: '' }]
 * @throws a user error for an element that is neither
 */
export function readPolicyReferences(given: unknown): PolicyReference[] {
  const found: { [id: string]: PolicyReference } = {};
  for (const element of elementsOf(given)) {
    const reference = referenceOf(element);
    if (reference) found[reference.namespace + '/' + reference.name + '/' + reference.uid] = reference;
  }
  return sortedKeys(found).map((id) => found[id]);
}

function elementsOf(given: unknown): readonly unknown[] {
  if (Array.isArray(given)) return given;
  if (typeof given !== 'string') return [given];
  const text = given.trim();
  if (text.charAt(0) !== '[' && text.charAt(0) !== '{') return text.split(',');
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [value];
  } catch {
    throw userError('The argument "policies" looks like JSON, but cannot be read as such.');
  }
}

function referenceOf(element: unknown): PolicyReference | undefined {
  if (isObject(element)) {
    if (hasKey(element, 'kind') && element.kind !== 'NetworkPolicy') return undefined;
    const uid = typeof element.uid === 'string' ? element.uid : '';
    return checked(element.namespace, element.name, uid, JSON.stringify(element));
  }
  const text = String(element).trim();
  if (text === '') return undefined;
  const parts = text.split('/');
  return checked(parts[0], parts.length === 2 ? parts[1] : undefined, '', text);
}

function checked(namespace: unknown, name: unknown, uid: string, shown: string): PolicyReference {
  if (typeof namespace === 'string' && typeof name === 'string' && NAME.test(namespace) && NAME.test(name)) {
    return { namespace, name, uid };
  }
  throw userError(
    'The argument "policies" holds ' +
      shown.slice(0, 100) +
      '. Each policy must be a text "namespace/name", or an object with "namespace" and "name".',
  );
}

/** Names of the Kubernetes API (DNS subdomains). */
const NAME = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/;

/** UID of an object; '' where it has none. */
export function uidOf(object: { readonly [field: string]: unknown }): string {
  const uid = metadataField(object, 'uid');
  return typeof uid === 'string' ? uid : '';
}
