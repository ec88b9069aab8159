import { element, result, wrap } from '../reply';
import type { PanoramaState } from '../state';
import type { ApiResponse } from '../types';

const SERIAL = '000710000000001';
/** Version of the applications and threats, the same everywhere. */
export const CONTENT_VERSION = '8800-8500';

/** `show system info`: what clients read of it. */
export function systemInfo(state: PanoramaState): ApiResponse {
  const { hostname, version } = state.settings;
  const fields: readonly (readonly [string, string])[] = [
    ['hostname', hostname],
    ['ip-address', '127.0.0.1'],
    ['time', state.clock.stamp()],
    ['devicename', hostname],
    ['family', 'pc'],
    ['model', 'Panorama'],
    ['serial', SERIAL],
    ['sw-version', version],
    ['app-version', CONTENT_VERSION],
    ['system-mode', 'management-only'],
    ['operational-mode', 'normal'],
    ['multi-vsys', 'off'],
  ];
  return result(wrap('system', fields.map(([tag, text]) => element(tag, text)).join('')));
}

/** `type=version`. */
export function version(state: PanoramaState): ApiResponse {
  const fields = [
    element('sw-version', state.settings.version),
    element('multi-vsys', 'off'),
    element('model', 'Panorama'),
  ];
  return result(`${fields.join('')}${element('serial', SERIAL)}`);
}

/** `show high-availability state`. */
export function highAvailability(state: PanoramaState): ApiResponse {
  const mode = state.settings.highAvailability;
  if (mode === 'standalone') return result(element('enabled', 'no'));
  const local = mode === 'active' ? 'primary-active' : 'secondary-passive';
  const peer = mode === 'active' ? 'secondary-passive' : 'primary-active';
  const info = (tag: string, own: string): string =>
    wrap(tag, `${element('priority', own.split('-')[0] ?? '')}${element('state', own)}`);
  return result(
    [
      element('enabled', 'yes'),
      info('local-info', local),
      info('peer-info', peer),
      element('running-sync', 'synchronized'),
      element('running-sync-enabled', 'yes'),
    ].join(''),
  );
}
