import { Stored } from '../store/store';
import type { JsonObject } from '../values/json';
import type { KubeObject } from '../values/object';
import type { ApiResponse } from '../types';
import { isServedAsStored, toServed } from './events';
import { apiVersionOf, type Resource } from './resources';

/** An answer with a JSON body. */
export const jsonResponse = (status: number, body: string, headers: ApiResponse['headers'] = {}): ApiResponse => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body,
});

/** The text of a whole object, as a GET answers it. */
export function objectText(resource: Resource, stored: Stored): string {
  const type = JSON.stringify({ kind: resource.kind, apiVersion: apiVersionOf(resource) });
  return `${type.slice(0, -1)},${itemText(resource, stored).slice(1)}`;
}

/** The text of an object as an item of a list. */
export function itemText(resource: Resource, stored: Stored): string {
  if (isServedAsStored(resource)) return stored.json();
  return JSON.stringify({ ...toServed(resource, stored.object), apiVersion: undefined, kind: undefined });
}

/** The answer that carries one object. */
export const objectResponse = (
  status: number,
  resource: Resource,
  object: KubeObject,
  headers: ApiResponse['headers'] = {},
): ApiResponse => jsonResponse(status, objectText(resource, new Stored(object)), headers);

/** The answer to a deletion that left nothing behind. */
export const successText = (details: JsonObject): string =>
  JSON.stringify({ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Success', details });
