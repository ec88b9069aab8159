import type { ApiRequest, ApiResponse, Handle } from '../lab/panorama';

/** What somebody else asks of Panorama: plain requests, without any code of this project in between. */

/** The key of the pack's own administrator in the session's Panorama. */
export const OWN_KEY = 'key-svc';
/** The key of a person who works on the same Panorama. */
export const PERSON_KEY = 'key-alice';

/** One plain request; the body of the answer. */
export function askPlainly(
  handle: Handle,
  params: { readonly [name: string]: string },
  key: string = PERSON_KEY,
): string {
  return handle({ method: 'POST', path: '/api/', params: { key, ...params } }).body;
}

/** The candidate configuration at a path as it comes, marks of uncommitted changes included. */
export function readPlainly(handle: Handle, xpath: string): string {
  return askPlainly(handle, { type: 'config', action: 'get', xpath });
}

/** Without the marks of uncommitted changes, which come and go with every commit. */
export function withoutMarks(xml: string): string {
  return xml.replace(/ (admin|dirtyId|time)="[^"]*"/g, '');
}

/** Whether a request wants to change the configuration. */
export function isWrite({ params }: ApiRequest): boolean {
  return params.type === 'config' && params.action !== 'get' && params.action !== 'show';
}

/** The handle, and everything that went through it. */
export function recorded(handle: Handle): { readonly handle: Handle; readonly requests: readonly ApiRequest[] } {
  const requests: ApiRequest[] = [];
  return {
    handle: (request): ApiResponse => {
      requests.push(request);
      return handle(request);
    },
    requests,
  };
}
