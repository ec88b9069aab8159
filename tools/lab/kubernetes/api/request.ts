import type { ApiRequest } from '../types';
import type { Query } from './list';
import { failure } from './status';

/** A request with its query and headers in one form. */
export interface Request {
  readonly method: string;
  readonly path: string;
  readonly query: Query;
  /** By lower-case name. */
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

/** Takes the query out of the path, and lowers the names of headers. */
export function toRequest(given: ApiRequest): Request {
  const [path = '', search = ''] = given.path.split(/\?(.*)/s);
  const query: { [name: string]: string } = Object.fromEntries(new URLSearchParams(search));
  for (const [name, value] of Object.entries(given.query ?? {})) if (value !== undefined) query[name] = value;
  const headers: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(given.headers ?? {})) {
    if (value !== undefined) headers[name.toLowerCase()] = value;
  }
  return { method: given.method.toUpperCase(), path, query, headers, body: given.body ?? '' };
}

const JSON_TYPES = /^(application\/json|application\/\*|\*\/\*)$/;

/**
 * Makes sure that the client takes JSON. Other forms (tables, protobuf) are not served; clients fall back.
 *
 * @throws ApiError 406 if it does not
 */
export function checkAccept({ headers }: Request): void {
  const types = (headers.accept ?? '*/*').split(',').map((part) => part.split(';').map((piece) => piece.trim()));
  if (types.some(([type = '', ...parameters]) => JSON_TYPES.test(type) && !parameters.some(isTransform))) return;
  throw failure(406, 'NotAcceptable', 'only the following media types are accepted: application/json');
}

const isTransform = (parameter: string): boolean => parameter.startsWith('as=');

/** The media type of the body. */
export const contentType = ({ headers }: Request): string =>
  (headers['content-type'] ?? 'application/json').split(';')[0]?.trim() ?? '';
