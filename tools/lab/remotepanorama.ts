import type { Handle } from './panorama';
import type { HttpFunction } from './xsoar';

const FORM = { 'content-type': ['application/x-www-form-urlencoded;charset=UTF-8'] };

/** The XML API of a Panorama emulator at a URL. Throws where no answer comes. */
export function panoramaAt(url: string, http: HttpFunction): Handle {
  return ({ method, path, params }) => {
    const values = new URLSearchParams(params).toString();
    const common = { method, insecure: false, proxy: false, timeoutMilliseconds: 0 };
    const answer =
      method === 'GET'
        ? http({ ...common, url: `${url}${path}?${values}`, headers: {}, body: '' })
        : http({ ...common, url: url + path, headers: FORM, body: values });
    return { status: answer.status, reason: answer.reason ?? '', headers: {}, body: answer.body };
  };
}
