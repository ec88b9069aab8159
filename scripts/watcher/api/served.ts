import { callApi, type Client } from './client';
import { errorForAnswer } from './answererrors';
import { clusterPath, type Resource } from './resources';

/**
 * Whether the API server has the resource: an unknown one is not found (404).
 *
 * @throws a user error if the server does not say, or does not allow to ask
 */
export function isServed(client: Client, resource: Resource): boolean {
  const answer = callApi(client, { method: 'GET', path: clusterPath(resource), query: { limit: '1' } });
  if (answer.status === 404) return false;
  if (answer.status === 200) return true;
  throw errorForAnswer({ verb: 'list', resource, namespace: '' }, answer);
}
