import type { Device } from '../devices';
import { type Scope, SHARED } from '../hierarchy';
import { element, result, uncodedFailure, wrap } from '../reply';
import type { PanoramaState } from '../state';
import { escapeAttribute } from '../tree/escape';
import type { ApiResponse } from '../types';
import { CONTENT_VERSION } from './system';

/** `show devices all` and `show devices connected`. */
export function showDevices(state: PanoramaState, which: 'all' | 'connected'): ApiResponse {
  const devices = state.devices.all().filter((device) => which === 'all' || device.connected);
  return result(wrap('devices', devices.map((device) => wrap('entry', listed(state, device), device.serial)).join('')));
}

/** `show devicegroups`: firewalls by group, with their sync state. */
export function showDeviceGroups(state: PanoramaState, name: string | undefined): ApiResponse {
  const groups = state.store.hierarchy.groups().filter((group) => name === undefined || group === name);
  if (name !== undefined && groups.length === 0) return uncodedFailure(`${name} is not a valid device group`);
  const entries = groups.map((group) => {
    const devices = state.devices.inGroup(group).map((device) => wrap('entry', inGroup(state, device), device.serial));
    return wrap('entry', devices.length === 0 ? '' : wrap('devices', devices.join('')), group);
  });
  return result(wrap('devicegroups', entries.join('')));
}

/** `show dg-hierarchy`. */
export function showHierarchy(state: PanoramaState): ApiResponse {
  const { hierarchy } = state.store;
  const groups = hierarchy.groups();
  const below = (parent: Scope): string =>
    groups
      .map((group, index) => ({ group, id: index + 11 }))
      .filter(({ group }) => hierarchy.parentOf(group) === parent)
      .map(({ group, id }) => `<dg name="${escapeAttribute(group)}" dg_id="${id}">${below(group)}</dg>`)
      .join('');
  return result(wrap('dg-hierarchy', below(SHARED)));
}

/**
 * What both commands say of a firewall, in their order (pack test data `panorama_show_devices_all`,
 * `show_device_groups`).
 */
function common(state: PanoramaState, device: Device): readonly string[] {
  return [
    element('hostname', device.hostname),
    element('ip-address', 'unknown'),
    element('ipv6-address', 'unknown'),
    element('family', 'cn'),
    element('model', 'PA-CN'),
    element('sw-version', state.settings.version),
    element('app-version', CONTENT_VERSION),
    element('multi-vsys', 'no'),
  ];
}

function connection(device: Device): readonly string[] {
  return [
    element('serial', device.serial),
    element('connected', device.connected ? 'yes' : 'no'),
    element('unsupported-version', 'no'),
  ];
}

/** A firewall of `show devices`: its one virtual system has the policy's version, and an empty status. */
function listed(state: PanoramaState, device: Device): string {
  const vsys = [
    element('display-name', 'vsys1'),
    element('shared-policy-status', ''),
    element('shared-policy-version', device.policy?.version ?? ''),
  ];
  return [...connection(device), ...common(state, device), wrap('vsys', wrap('entry', vsys.join(''), 'vsys1'))].join(
    '',
  );
}

function inGroup(state: PanoramaState, device: Device): string {
  const isInSync = device.policy?.version === state.versions.of(device.deviceGroup);
  return [
    ...connection(device),
    element('last-commit-all-state-sp', device.lastPush),
    element('shared-policy-status', isInSync ? 'In Sync' : 'Out of Sync'),
    element('shared-policy-version', device.policy?.version ?? ''),
    ...common(state, device),
    element('vsys', ''),
  ].join('');
}
