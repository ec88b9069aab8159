import type { JsonObject } from '../values/json';
import { groupKind, groupResource, type Resource } from './resources';

/** One reason of an invalid object, as `details.causes` has it. */
export interface Cause extends JsonObject {
  readonly reason: string;
  readonly message: string;
  readonly field: string;
}

/** `kind: Status` with `status: Failure` (meta/v1). */
export interface Status extends JsonObject {
  readonly kind: 'Status';
  readonly apiVersion: 'v1';
  readonly metadata: JsonObject;
  readonly status: 'Failure';
  readonly message: string;
  readonly reason: string;
  readonly details?: JsonObject;
  readonly code: number;
}

/** A refusal, with the Status that the client gets. */
export class ApiError extends Error {
  constructor(readonly status: Status) {
    super(status.message);
    this.name = 'ApiError';
  }
}

/** A Status; messages and reasons are those of `k8s.io/apimachinery/pkg/api/errors`. */
export function failure(code: number, reason: string, message: string, details?: JsonObject): ApiError {
  const base = { kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure', message, reason } as const;
  return new ApiError(details === undefined ? { ...base, code } : { ...base, details, code });
}

/** 401. */
export const unauthorized = (): ApiError => failure(401, 'Unauthorized', 'Unauthorized');

/** 400: the request itself is wrong. */
export const badRequest = (message: string): ApiError => failure(400, 'BadRequest', message);

/** 404 for an object. */
export const notFound = (resource: Resource, name: string): ApiError =>
  failure(404, 'NotFound', `${groupResource(resource)} ${quote(name)} not found`, detailsOf(resource, name));

/** 404 for a resource or subresource that is not served. */
export const unknownResource = (): ApiError =>
  failure(404, 'NotFound', 'the server could not find the requested resource', {});

/** 409: the name is taken. */
export const alreadyExists = (resource: Resource, name: string): ApiError =>
  failure(409, 'AlreadyExists', `${groupResource(resource)} ${quote(name)} already exists`, detailsOf(resource, name));

/** 409: somebody else was faster, or a precondition does not hold. */
export const conflict = (resource: Resource, name: string, why: string): ApiError =>
  failure(
    409,
    'Conflict',
    `Operation cannot be fulfilled on ${groupResource(resource)} ${quote(name)}: ${why}`,
    detailsOf(resource, name),
  );

/** 405: known resource, other method. */
export const methodNotAllowed = (): ApiError =>
  failure(405, 'MethodNotAllowed', 'the server does not allow this method on the requested resource', {});

/** 410: the version is compacted. `next` is the token with which a broken list can go on, at the newest version. */
export function expired(message: string, next?: string): ApiError {
  const error = failure(410, 'Expired', message);
  return next === undefined ? error : new ApiError({ ...error.status, metadata: { continue: next } });
}

/** 504: a version that has not been reached yet. */
export const tooLargeVersion = (version: number, current: number): ApiError =>
  failure(504, 'Timeout', `Timeout: Too large resource version: ${version}, current: ${current}`, {
    causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
    retryAfterSeconds: 1,
  });

/** 422, with one cause for each mistake; equal messages stand once in the text. */
export function invalid(resource: Pick<Resource, 'kind' | 'group'>, name: string, causes: readonly Cause[]): ApiError {
  const kind = groupKind(resource as Resource);
  const texts = [...new Set(causes.map(({ field, message }) => `${field}: ${message}`))];
  const text = texts.length === 1 ? texts.join('') : `[${texts.join(', ')}]`;
  return failure(422, 'Invalid', `${kind} ${quote(name)} is invalid: ${text}`, {
    name,
    ...(resource.group === '' ? {} : { group: resource.group }),
    kind: resource.kind,
    causes,
  });
}

/** 403. */
export const forbidden = (group: string, plural: string, name: string, why: string): ApiError => {
  const what = group === '' ? plural : `${plural}.${group}`;
  const subject = name === '' ? what : `${what} ${quote(name)}`;
  return failure(403, 'Forbidden', `${subject} is forbidden: ${why}`, {
    ...(name === '' ? {} : { name }),
    ...(group === '' ? {} : { group }),
    kind: plural,
  });
};

/** `details` that name an object; the resource stands under `kind`. */
export const detailsOf = (resource: Resource, name: string): JsonObject => ({
  name,
  ...(resource.group === '' ? {} : { group: resource.group }),
  kind: resource.plural,
});

/** A text in double quotes, escaped as Go's `%q` does for what occurs here. */
export const quote = (text: string): string => JSON.stringify(text);
