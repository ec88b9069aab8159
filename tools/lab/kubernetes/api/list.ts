import type { Cluster } from '../cluster';
import type { Stored } from '../store/store';
import type { ApiResponse } from '../types';
import { labelsOf } from '../values/object';
import { fieldTest } from './fieldselectors';
import { apiVersionOf, type Resource } from './resources';
import { labelTest } from './selectors';
import { itemText, jsonResponse } from './serve';
import { badRequest, expired, invalid, tooLargeVersion, type Cause } from './status';
import { forbiddenField, notSupported } from '../validate/causes';

/** The query of a request, decoded. */
export interface Query {
  readonly [name: string]: string;
}

/** Decides which objects of a list or watch the client wants. */
export type ObjectTest = (stored: Stored) => boolean;

/**
 * Reads both selectors.
 *
 * @throws ApiError 400
 */
export function objectTest(resource: Resource, query: Query): ObjectTest {
  const [labels, fields] = [query.labelSelector ?? '', query.fieldSelector ?? ''];
  const byLabels = labelTest(labels);
  const byFields = fieldTest(fields, resource);
  if (labels === '' && fields === '') return () => true;
  return ({ object }) => byLabels(labelsOf(object)) && byFields(object);
}

/** A page that begins somewhere: at `version`, with the first key that is not before `from`. */
interface Start {
  readonly version: number;
  readonly from: string;
}

const EXPIRED_LIST = 'The resourceVersion for the provided list is too old.';
const EXPIRED_TOKEN =
  'The provided continue parameter is too old to display a consistent list result. You can start a new list without ' +
  'the continue parameter, or use the continue token in this response to retrieve the remainder of the results. ' +
  'Continuing with the provided token results in an inconsistent list - objects that were created, modified, or ' +
  'deleted between the time the first chunk was returned and now may show up in the list.';

/**
 * Answers a list, as the table "resourceVersion parameter: list" of the API concepts says: one version for all pages of
 * a list; with `resourceVersion=0` the limit does not count, as with the watch cache.
 */
export function list(cluster: Cluster, resource: Resource, namespace: string, query: Query): ApiResponse {
  checkOptions(query);
  const test = objectTest(resource, query);
  const start = startOf(cluster, query);
  const limit = query.resourceVersion === '0' ? 0 : limitOf(query);
  const prefix = namespace === '' ? '' : `${namespace}/`;
  const items: string[] = [];
  let next: string | undefined;
  for (const [key, stored] of cluster.store.scan(resource.storage, prefix, start.from, start.version)) {
    if (!test(stored)) continue;
    if (limit > 0 && items.length === limit) {
      next = key;
      break;
    }
    items.push(itemText(resource, stored));
  }
  const metadata = {
    resourceVersion: String(start.version),
    ...(next === undefined ? {} : remainder(cluster, resource, prefix, { version: start.version, from: next }, query)),
  };
  const head = { kind: `${resource.kind}List`, apiVersion: apiVersionOf(resource), metadata };
  return jsonResponse(200, `${JSON.stringify(head).slice(0, -1)},"items":[${items.join(',')}]}`);
}

function remainder(
  cluster: Cluster,
  resource: Resource,
  prefix: string,
  next: Start,
  query: Query,
): { readonly continue: string; readonly remainingItemCount?: number } {
  const token = { continue: encodeToken(next) };
  // With a selector the server does not know how many are left.
  if ((query.labelSelector ?? '') !== '' || (query.fieldSelector ?? '') !== '') return token;
  const left = [...cluster.store.scan(resource.storage, prefix, next.from, next.version)];
  return { ...token, remainingItemCount: left.length };
}

function limitOf(query: Query): number {
  const text = query.limit ?? '';
  if (text === '') return 0;
  if (!/^\d+$/.test(text)) throw badRequest(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
  return Number(text);
}

/** Throws 422 for combinations that `ValidateListOptions` forbids. */
function checkOptions(query: Query): void {
  const field = 'resourceVersionMatch';
  const match = query[field] ?? '';
  const causes: Cause[] = [];
  if (match !== '') {
    if ((query.resourceVersion ?? '') === '') {
      causes.push(forbiddenField(field, 'resourceVersionMatch is forbidden unless resourceVersion is provided'));
    }
    if ((query.continue ?? '') !== '') {
      causes.push(forbiddenField(field, 'resourceVersionMatch is forbidden when continue is provided'));
    }
    if (match !== 'Exact' && match !== 'NotOlderThan') {
      causes.push(notSupported(field, match, ['Exact', 'NotOlderThan', '']));
    }
    if (match === 'Exact' && query.resourceVersion === '0') {
      causes.push(forbiddenField(field, 'resourceVersionMatch "exact" is forbidden for resourceVersion "0"'));
    }
  }
  if (query.sendInitialEvents !== undefined) {
    causes.push(forbiddenField('sendInitialEvents', 'sendInitialEvents is forbidden for list'));
  }
  if (causes.length > 0) throw invalid(LIST_OPTIONS, '', causes);
}

/** How messages about wrong list and watch options name them. */
export const LIST_OPTIONS = { kind: 'ListOptions', group: 'meta.k8s.io' } as const;

function startOf(cluster: Cluster, query: Query): Start {
  const { store } = cluster;
  const token = query.continue ?? '';
  const asked = query.resourceVersion ?? '';
  if (token !== '') {
    if (asked !== '' && asked !== '0') {
      throw badRequest('specifying resource version is not allowed when using continue');
    }
    return continued(cluster, token);
  }
  const version = parseVersion(asked);
  if (version > store.version) throw tooLargeVersion(version, store.version);
  const isExact =
    query.resourceVersionMatch === 'Exact' || (limitOf(query) > 0 && query.resourceVersionMatch === undefined);
  if (version === 0 || !isExact) return { version: store.version, from: '' };
  if (version < store.compacted) throw expired(EXPIRED_LIST);
  return { version, from: '' };
}

function continued(cluster: Cluster, text: string): Start {
  const { version, from } = decodeToken(text);
  // A token of -1 goes on with what is there now; the answer to an expired token holds one.
  if (version === -1) return { version: cluster.store.version, from };
  if (version < cluster.store.compacted) throw expired(EXPIRED_TOKEN, encodeToken({ version: -1, from }));
  return { version, from };
}

const encodeToken = ({ version, from }: Start): string =>
  Buffer.from(JSON.stringify({ v: 'meta.k8s.io/v1', rv: version, start: from })).toString('base64url');

function decodeToken(text: string): Start {
  let token: unknown;
  try {
    token = JSON.parse(Buffer.from(text, 'base64url').toString());
  } catch {
    throw badRequest('continue key is not valid');
  }
  const { v, rv, start } = (token ?? {}) as { v?: unknown; rv?: unknown; start?: unknown };
  if (v !== 'meta.k8s.io/v1' || typeof rv !== 'number' || typeof start !== 'string') {
    throw badRequest('continue key is not valid');
  }
  return { version: rv, from: start };
}

/**
 * Reads a resourceVersion; none is 0.
 *
 * @throws ApiError 400 for anything but digits
 */
export function parseVersion(text: string): number {
  if (text === '') return 0;
  if (!/^\d+$/.test(text)) {
    const quoted = JSON.stringify(text);
    throw badRequest(
      `invalid resource version: resourceVersion: Invalid value: ${quoted}: strconv.ParseUint: parsing ${quoted}: invalid syntax`,
    );
  }
  return Number(text);
}
