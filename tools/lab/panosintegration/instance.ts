import { concatenable, get, lower } from './python/access';
import { CommandError } from './python/exceptions';
import { str } from './python/text';
import { isTrue } from './python/value';
import type { Arguments, InstanceParams, IntegrationVersion } from './types';

/** What one execution knows of its instance. */
export interface Instance {
  readonly version: IntegrationVersion;
  readonly url: string;
  readonly apiKey: string;
  /** `shared` for Shared; undefined on a firewall instance. */
  readonly deviceGroup: string | undefined;
}

/**
 * Reads parameters and the argument `device-group`, as the integration does before every command.
 *
 * @throws CommandError for an instance that is set up wrongly
 */
export function openInstance(version: IntegrationVersion, params: InstanceParams, args: Arguments): Instance {
  if (params.port === undefined || params.port === '') throw new CommandError('Set a port for the instance');
  const apiKey = str(params.key) || (params.credentials?.password ?? '');
  if (apiKey === '') throw new CommandError('API Key must be provided.');
  const isFirewall = params.vsys !== undefined && params.vsys !== '';
  const named = get(args, 'device-group');
  const group = isTrue(named) ? named : (params.device_group ?? '');
  if (isTrue(group) && isFirewall) {
    throw new CommandError(
      'Cannot configure both vsys and Device group. Set vsys for firewall, set Device group for Panorama.',
    );
  }
  if (!isTrue(group) && !isFirewall) {
    throw new CommandError('Set vsys for firewall or Device group for Panorama.');
  }
  const url = `${params.server.replace(/[/:]+$/, '')}:${params.port}/api/`;
  if (!isTrue(group)) return { version, url, apiKey, deviceGroup: undefined };
  return { version, url, apiKey, deviceGroup: lower(group) === 'shared' ? 'shared' : concatenable(group) };
}
