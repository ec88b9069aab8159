import type { Device } from '../devices';
import { type Scope, SHARED } from '../hierarchy';
import { element, result, uncodedFailure, wrap } from '../reply';
import type { PanoramaState } from '../state';
import { escapeAttribute } from '../tree/escape';
import type { ApiResponse } from '../types';

/** `show devices all` and `show devices connected`. */
export function showDevices(state: PanoramaState, which: 'all' | 'connected'): ApiResponse {
  const devices = state.devices.all().filter((device) => which === 'all' || device.connected);
  return result(
    wrap('devices', devices.map((device) => wrap('entry', common(device).join(''), device.serial)).join('')),
  );
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

function common(device: Device): readonly string[] {
  return [
    element('serial', device.serial),
    element('connected', device.connected ? 'yes' : 'no'),
    element('hostname', device.hostname),
    element('ip-address', 'unknown'),
    element('family', 'cn'),
    element('model', 'PA-CN'),
    element('multi-vsys', 'no'),
  ];
}

function inGroup(state: PanoramaState, device: Device): string {
  const isInSync = device.policy?.version === state.versions.of(device.deviceGroup);
  return [
    ...common(device),
    element('last-commit-all-state-sp', device.lastPush),
    element('shared-policy-status', isInSync ? 'In Sync' : 'Out of Sync'),
    element('shared-policy-version', device.policy?.version ?? ''),
  ].join('');
}
