import type { ApiRequest, ApiResponse, Delivery, Handle } from '../panorama';
import { CommandError } from './python/exceptions';
import { str } from './python/text';
import { isDictionary, type Dictionary } from './python/value';

/** A `Handle` throws this where the connection breaks. */
export class ConnectionBroken extends Error {}

/** A handle behind faults (`withFaults`): late answers come at once, lost ones break the connection. */
export function throughFaults(deliver: (request: ApiRequest) => Delivery): Handle {
  return (request) => {
    const delivery = deliver(request);
    if (delivery.kind === 'broken') throw new ConnectionBroken();
    return delivery.response;
  };
}

/**
 * Sends one request as Python's `requests` would: None is left out, everything else becomes text.
 *
 * @throws CommandError for a URL without a scheme, for lists, which the lab does not send, and for a broken connection
 */
export function send(handle: Handle, url: string, method: 'GET' | 'POST', values: Dictionary): ApiResponse {
  const location = /^https?:\/\/[^/?#]+(\/.*)$/.exec(url);
  if (location === null) throw new CommandError(`No connection adapters were found for '${url}'`);
  const params: { [name: string]: string } = {};
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value) || isDictionary(value)) {
      throw new CommandError(`The lab sends no parameter twice: ${name} is a list.`);
    }
    if (value !== null) params[name] = str(value);
  }
  try {
    return handle({ method, path: location[1] ?? '/', params });
  } catch (error) {
    if (!(error instanceof ConnectionBroken)) throw error;
    throw new CommandError(
      "('Connection aborted.', RemoteDisconnected('Remote end closed connection without response'))",
    );
  }
}
