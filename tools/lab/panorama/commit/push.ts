import { timeOf } from '../clock';
import type { Device } from '../devices';
import type { JobOutcome } from '../jobs';
import { element, enqueued, failure, linesXml, wrap } from '../reply';
import type { PanoramaState, Session } from '../state';
import { escapeAttribute } from '../tree/escape';
import { childOf, type XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';
import { policyFor, usedTags } from './pushed';

const KNOWN = ['device-group', 'description', 'include-template', 'force-template-values', 'validate-only'];

/** `<commit-all><shared-policy>`: the running configuration of one device group to its firewalls. */
export function push(state: PanoramaState, session: Session, command: XmlElement): ApiResponse {
  const policy = childOf(command, 'shared-policy');
  const groups = policy === undefined ? undefined : childOf(policy, 'device-group')?.children;
  const [group, ...others] = groups ?? [];
  const unknown = policy?.children.find((child) => !KNOWN.includes(child.tag));
  if (policy === undefined || group === undefined || others.length > 0 || unknown !== undefined) {
    return failure(17, [` commit-all -> ${unknown?.tag ?? 'shared-policy'} is not emulated in this form`]);
  }
  const { name = '' } = group.attributes;
  if (!state.store.hierarchy.groups().includes(name)) {
    return failure(12, [` commit-all -> shared-policy -> device-group '${name}' is not a valid reference`]);
  }
  const wanted = childOf(group, 'devices')?.children.map((device) => device.attributes.name);
  const devices = state.devices.inGroup(name).filter((device) => wanted?.includes(device.serial) ?? true);
  if (devices.length === 0 || (wanted !== undefined && devices.length < wanted.length)) {
    return failure(13, [` ${name} has no such devices`]);
  }
  const refusal = state.jobs.refusal();
  if (refusal !== undefined) return refusal;
  const validateOnly = childOf(policy, 'validate-only')?.text === 'yes';
  const id = state.jobs.add({
    type: validateOnly ? 'ValidateAll' : 'CommitAll',
    user: session.admin.name,
    description: childOf(policy, 'description')?.text ?? '',
    seconds: state.jobs.seconds,
    extra: `${element('push_type', 'shared-policy')}${element('dgname', name)}`,
    run: () => carryOut(state, name, devices, validateOnly ? 'validate' : 'commit'),
  });
  return enqueued(`Push job enqueued with jobid ${id}`, id);
}

function carryOut(
  state: PanoramaState,
  deviceGroup: string,
  devices: readonly Device[],
  verb: 'commit' | 'validate',
): JobOutcome {
  const results = devices.map((device) => answerOf(device, verb));
  for (const { device, result } of results) {
    device.lastPush = result;
    if (verb === 'commit' && result.startsWith('commit succeeded')) receive(state, device, deviceGroup);
  }
  const failed = results.filter(({ code }) => code === 'FAIL').length;
  const all = failed === 0 ? 'OK' : failed === results.length ? 'FAIL' : state.settings.partlyFailedPush;
  const now = timeOf(state.clock.seconds());
  return {
    result: all,
    details: [],
    warnings: [],
    devices: results.map((one) => deviceXml(one, deviceGroup, now)).join(''),
  };
}

interface DeviceResult {
  readonly device: Device;
  readonly result: string;
  readonly code: 'OK' | 'FAIL' | 'PEND';
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** `Configuration committed successfully` stands among the errors, as in the pack's test data. */
function answerOf(device: Device, verb: 'commit' | 'validate'): DeviceResult {
  if (!device.connected) {
    return { device, result: 'device not connected', code: 'FAIL', errors: ['Device is not connected'], warnings: [] };
  }
  const text = device.message;
  const done = verb === 'commit' ? 'Configuration committed successfully' : 'Configuration is valid';
  switch (device.outcome) {
    case 'succeeds':
      return { device, result: `${verb} succeeded`, code: 'OK', errors: [done], warnings: [] };
    case 'warns':
      return { device, result: `${verb} succeeded with warnings`, code: 'OK', errors: [done], warnings: [text] };
    case 'fails':
      return { device, result: `${verb} failed`, code: 'FAIL', errors: [text], warnings: [] };
    case 'stalls':
      return { device, result: `${verb} in progress`, code: 'PEND', errors: [], warnings: [] };
  }
}

/** The device takes the running policy of its group. */
export function receive(state: PanoramaState, device: Device, deviceGroup: string): void {
  const { running } = state.store;
  device.policy = policyFor(running, deviceGroup, state.versions.of(deviceGroup));
  const now = state.clock.seconds();
  const since = new Map<string, number>();
  for (const tag of usedTags(device.policy)) since.set(tag, device.tagSince.get(tag) ?? now);
  device.tagSince = since;
}

function deviceXml({ device, result, code, errors, warnings }: DeviceResult, deviceGroup: string, now: string): string {
  const outcome = code === 'OK' ? 'success' : 'failure';
  const attributes = `cmd="push-data" dname="${device.serial}" dgname="${escapeAttribute(deviceGroup)}" result="${outcome}"`;
  const msg = `<msg ${attributes}>${wrap('errors', linesXml(errors))}${wrap('warnings', linesXml(warnings))}</msg>`;
  return wrap(
    'entry',
    [
      element('serial-no', device.serial),
      element('devicename', device.hostname),
      element('multi-vsys', 'no'),
      element('vsys', ''),
      element('status', result),
      element('result', code),
      element('tstart', now),
      element('tfin', code === 'PEND' ? '' : now),
      wrap('details', code === 'PEND' ? '' : msg),
    ].join(''),
  );
}
