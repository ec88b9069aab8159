import type { Panorama } from './panorama';
import type { DeviceOptions } from './types';

/** One request to what only the lab can do. */
export interface ControlRequest {
  readonly method: string;
  readonly path: string;
  readonly contentType: string;
  readonly body: string;
}

/** An HTTP status, and a text for people where it is not 200. */
export interface ControlAnswer {
  readonly status: number;
  readonly body: string;
}

/** Answers requests below `/lab/`; undefined for all others. */
export type Control = (request: ControlRequest) => ControlAnswer | undefined;

/**
 * The lab's side door over HTTP, for programs that have the emulator as another process:
 *
 * - `PUT /lab/registered` with `{ "ADDRESS": ["tag", …] }`: exactly these addresses are registered.
 * - `PUT /lab/devices/SERIAL` with `{ "connected"?, "outcome"?, "message"? }`: how a firewall behaves from now on.
 *
 * Bodies are `application/json`, which a web page of somebody else cannot send here without asking first.
 */
export function labControl(panorama: Pick<Panorama, 'setRegistered' | 'clearRegistered' | 'setDevice'>): Control {
  return (request) => {
    if (!request.path.startsWith('/lab/')) return undefined;
    if (request.method !== 'PUT' || !request.contentType.startsWith('application/json')) {
      return { status: 405, body: 'PUT application/json' };
    }
    try {
      return answer(panorama, request.path, JSON.parse(request.body));
    } catch (error) {
      return { status: 400, body: error instanceof Error ? error.message : String(error) };
    }
  };
}

function answer(
  panorama: Pick<Panorama, 'setRegistered' | 'clearRegistered' | 'setDevice'>,
  path: string,
  value: unknown,
): ControlAnswer {
  const serial = /^\/lab\/devices\/([^/]+)$/.exec(path)?.[1];
  if (serial !== undefined) {
    panorama.setDevice(decodeURIComponent(serial), value as Pick<DeviceOptions, 'connected' | 'outcome' | 'message'>);
  } else if (path === '/lab/registered') {
    panorama.clearRegistered();
    for (const [address, tags] of Object.entries(value as { readonly [address: string]: readonly string[] })) {
      panorama.setRegistered(address, tags);
    }
  } else {
    return { status: 404, body: 'There is /lab/registered, and /lab/devices/SERIAL.' };
  }
  return { status: 200, body: '' };
}
