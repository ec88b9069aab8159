import { isObject } from '../../policy/kubernetes/read';
import type { RawObject, StringMap } from '../../policy/kubernetes/types';
import { userError } from '../../xsoar/errors';
import { callApi, type Client } from './client';
import { objectIn, errorForAnswer, resourceText, type Access } from './answererrors';
import { apiVersionOf, clusterPath, namespacePath, type Resource } from './resources';

/** A list of one resource as it was at one time. */
export interface Listing<Item> {
  readonly resourceVersion: string;
  readonly items: readonly Item[];
}

/** A server that never ends is stopped here. */
const MOST_PAGES = 10000;

/** What to list. */
export interface ListQuery {
  readonly resource: Resource;
  /** Only this namespace; undefined for the whole cluster. */
  readonly namespace?: string;
  /** A label selector of the API; undefined for all. */
  readonly selector?: string;
}

type Attempt<Item> =
  { readonly kind: 'whole'; readonly listing: Listing<Item> } | { readonly kind: 'expired' | 'torn' };

/**
 * Lists a resource in pages, all of the same resourceVersion (Kubernetes API documentation,
 * "Retrieving large results sets in chunks"). Where the server forgets the version between two pages, the list is begun
 * once again.
 *
 * @param keep what to keep of each object, so that large lists need not be held; the object has apiVersion and kind
 * @throws a user error if the list is refused or cannot be had whole
 */
export function listAll<Item>(client: Client, query: ListQuery, keep: (object: RawObject) => Item): Listing<Item> {
  const first = listOnce(client, query, keep);
  if (first.kind === 'whole') return first.listing;
  const second = listOnce(client, query, keep);
  if (second.kind === 'whole') return second.listing;
  const reason = second.kind === 'expired' ? 'the server forgot it between two pages' : 'its pages do not fit together';
  throw userError(
    'The list of ' +
      resourceText(query.resource) +
      ' could not be read whole: ' +
      reason +
      ', twice. Set a larger "page_size" in the instance, so that reading takes fewer pages.',
  );
}

function listOnce<Item>(client: Client, query: ListQuery, keep: (object: RawObject) => Item): Attempt<Item> {
  const access: Access = { verb: 'list', resource: query.resource, namespace: query.namespace || '' };
  const path = query.namespace ? namespacePath(query.resource, query.namespace) : clusterPath(query.resource);
  const items: Item[] = [];
  let resourceVersion = '';
  let next = '';
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = callApi(client, { method: 'GET', path, query: pageQuery(client, query, next) });
    if (answer.status === 410 && next !== '') return { kind: 'expired' };
    if (answer.status !== 200) throw errorForAnswer(access, answer);
    const read = readPage(objectIn(access, answer));
    if (!read || (page > 0 && read.resourceVersion !== resourceVersion)) return { kind: 'torn' };
    for (const item of read.items) items.push(keep(named(item, query.resource)));
    resourceVersion = read.resourceVersion;
    if (read.next === '') return { kind: 'whole', listing: { resourceVersion, items } };
    if (read.next === next) return { kind: 'torn' };
    next = read.next;
  }
  return { kind: 'torn' };
}

function pageQuery(client: Client, query: ListQuery, next: string): StringMap {
  return {
    limit: String(client.settings.pageSize),
    ...(query.selector === undefined ? {} : { labelSelector: query.selector }),
    ...(next === '' ? {} : { continue: next }),
  };
}

interface Page {
  readonly resourceVersion: string;
  readonly items: readonly RawObject[];
  /** '' on the last page. */
  readonly next: string;
}

/** undefined for an answer that is no page of a list: it must not read as an empty one. */
function readPage(list: RawObject): Page | undefined {
  const metadata = isObject(list.metadata) ? list.metadata : {};
  const version = metadata.resourceVersion;
  const items: unknown = list.items === null ? [] : list.items;
  if (typeof version !== 'string' || version === '' || !Array.isArray(items) || !items.every(isObject))
    return undefined;
  return {
    resourceVersion: version,
    items,
    next: typeof metadata.continue === 'string' ? metadata.continue : '',
  };
}

/** Items of lists leave out what the list says of all of them. */
function named(item: RawObject, resource: Resource): RawObject {
  return { ...item, apiVersion: apiVersionOf(resource), kind: resource.kind };
}
