import { get, lower, concatenable } from './python/access';
import { CommandError } from './python/exceptions';
import { str } from './python/text';
import { isTrue, type Value } from './python/value';
import type { Arguments, InstanceParams, IntegrationVersion } from './types';

/** What one execution knows of its instance: where it works and where in the configuration. */
export interface Instance {
  readonly version: IntegrationVersion;
  readonly url: string;
  readonly apiKey: string;
  /** undefined on a firewall instance. */
  readonly deviceGroup: string | undefined;
  /** '' on a Panorama instance. */
  readonly vsys: string;
  readonly prePost: Value;
  /** Objects: `…/device-group/entry[@name='DG']/`. */
  readonly objects: string;
  /** Tags, profile groups, audit comments, and created rules in 2.x: through `localhost.localdomain`. */
  readonly rulebase: string;
  /** Listed, edited, moved and deleted rules: a prefix on Panorama, the rules themselves on a firewall. */
  readonly securityRules: string;
}

/**
 * Reads parameters and the arguments `device-group` and `pre_post`, as the integration does before every command.
 *
 * @throws CommandError for an instance that is set up wrongly
 */
export function openInstance(version: IntegrationVersion, params: InstanceParams, args: Arguments): Instance {
  if (params.port === undefined || params.port === '') throw new CommandError('Set a port for the instance');
  const apiKey = str(params.key) || (params.credentials?.password ?? '');
  if (apiKey === '') throw new CommandError('API Key must be provided.');
  const vsys = params.vsys ?? '';
  const named = get(args, 'device-group');
  const group = isTrue(named) ? named : (params.device_group ?? '');
  if (isTrue(group) && vsys !== '') {
    throw new CommandError(
      'Cannot configure both vsys and Device group. Set vsys for firewall, set Device group for Panorama.',
    );
  }
  if (!isTrue(group) && vsys === '') {
    throw new CommandError('Set vsys for firewall or Device group for Panorama.');
  }
  return {
    version,
    url: `${params.server.replace(/[/:]+$/, '')}:${params.port}/api/`,
    apiKey,
    vsys,
    prePost: get(args, 'pre_post', ''),
    ...(isTrue(group) ? panoramaPaths(group) : firewallPaths(vsys)),
  };
}

type Paths = Pick<Instance, 'deviceGroup' | 'objects' | 'rulebase' | 'securityRules'>;

function panoramaPaths(group: Value): Paths {
  if (lower(group) === 'shared') {
    const shared = '/config/shared/';
    return { deviceGroup: 'shared', objects: shared, rulebase: shared, securityRules: shared };
  }
  const deviceGroup = concatenable(group);
  const own = `/config/devices/entry/device-group/entry[@name='${deviceGroup}']/`;
  const rulebase = `/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='${deviceGroup}']/`;
  return { deviceGroup, objects: own, rulebase, securityRules: own };
}

function firewallPaths(vsys: string): Paths {
  const own = `/config/devices/entry/vsys/entry[@name='${vsys}']/`;
  return {
    deviceGroup: undefined,
    objects: own,
    rulebase: `/config/devices/entry[@name='localhost.localdomain']/vsys/entry[@name='${vsys}']/`,
    securityRules: `${own}rulebase/security/rules/entry`,
  };
}
