import { mayUse } from '../admins';
import { validate } from '../commit/validate';
import { failure, result, uncodedFailure } from '../reply';
import type { PanoramaState, Session } from '../state';
import { parseElement, type XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';
import { check, listAuditComments, listChanges, revert, setAuditComment } from './changes';
import { showDeviceGroups, showDevices, showHierarchy } from './devices';
import { deviceGroups, panoramaGroups, registeredAddresses } from './groups';
import { showJobs } from './jobs';
import { requestLock, showLocks } from './locks';
import { moveDeviceGroup } from './movegroup';
import { highAvailability, systemInfo } from './system';

type Command = (state: PanoramaState, session: Session, element: XmlElement) => ApiResponse;

/** Operational commands by their path of tags; the element of the last tag is handed over. */
const COMMANDS: { readonly [path: string]: Command } = {
  'show/system/info': (state) => systemInfo(state),
  'show/high-availability/state': (state) => highAvailability(state),
  'show/jobs': (state, _session, element) => showJobs(state, element),
  'show/devices/all': (state) => showDevices(state, 'all'),
  'show/devices/connected': (state) => showDevices(state, 'connected'),
  'show/devicegroups': (state, _session, element) => showDeviceGroups(state, element.children[0]?.text),
  'show/dg-hierarchy': (state) => showHierarchy(state),
  'show/config-locks': (state) => showLocks(state, 'config'),
  'show/commit-locks': (state) => showLocks(state, 'commit'),
  'show/config/list/changes': (state, _session, element) => listChanges(state, element),
  'show/config/list/audit-comments': (state, _session, element) => listAuditComments(state, element),
  'show/object/dynamic-address-group': (state, _session, element) => panoramaGroups(state, element),
  'check/pending-changes': (state) => check(state, 'pending-changes'),
  'check/full-commit-required': (state) => check(state, 'full-commit-required'),
  'request/config-lock': (state, session, element) => requestLock(state, session, 'config', element),
  'request/commit-lock': (state, session, element) => requestLock(state, session, 'commit', element),
  'request/move-dg': (state, session, element) => moveDeviceGroup(state, session, element),
  'request/plugins/kubernetes/set-tag-pruning-flag': (state, _session, element) => setPruning(state, element),
  'revert/config': (state, session, element) => revert(state, session, element),
  'set/audit-comment': (state, session, element) => setAuditComment(state, session, element),
  validate: (state, session, element) => validate(state, session, element),
};

/** What changes something; a reader may not. */
const WRITING = ['request', 'revert', 'set', 'validate'];

/** `type=op`. With `target` the command goes to a managed firewall. */
export function handleOperational(state: PanoramaState, session: Session): ApiResponse {
  if (!mayUse(session.admin, 'op')) return failure(16, ['Unauthorized request']);
  const parsed = parseElement(session.params.cmd ?? '');
  if (!parsed.ok) return failure(17, [`Invalid command: ${parsed.reason}`]);
  const { target = '' } = session.params;
  if (target !== '') return onDevice(state, target, parsed.element);
  if (session.admin.role === 'superreader' && WRITING.includes(parsed.element.tag))
    return failure(16, ['Unauthorized request']);
  const found = lookUp(parsed.element);
  return found === undefined ? unexpected(parsed.element) : found.command(state, session, found.element);
}

function lookUp(root: XmlElement): { readonly command: Command; readonly element: XmlElement } | undefined {
  let path = '';
  for (let element: XmlElement | undefined = root; element !== undefined; element = element.children[0]) {
    path = path === '' ? element.tag : `${path}/${element.tag}`;
    const command = Object.hasOwn(COMMANDS, path) ? COMMANDS[path] : undefined;
    if (command !== undefined) return { command, element };
  }
  return undefined;
}

/** Only reads of groups and registered addresses are emulated on firewalls. */
function onDevice(state: PanoramaState, serial: string, root: XmlElement): ApiResponse {
  const device = state.devices.get(serial);
  if (device === undefined) return failure(13, [`${serial} is not a managed device`]);
  if (!device.connected) return uncodedFailure(`${serial} not connected`);
  const element = root.tag === 'show' && root.children[0]?.tag === 'object' ? root.children[0].children[0] : undefined;
  if (element?.tag === 'dynamic-address-group') return deviceGroups(state, device, element);
  if (element?.tag === 'registered-ip') return registeredAddresses(state, device, element);
  return unexpected(root);
}

/** The answer to a command that a device does not have (pan-os-python issue 115). */
const unexpected = (root: XmlElement): ApiResponse => {
  const tags: string[] = [];
  for (let element: XmlElement | undefined = root; element !== undefined; element = element.children[0])
    tags.push(element.tag);
  return failure(17, [` ${tags.join(' -> ')} is unexpected`]);
};

/** `request plugins kubernetes set-tag-pruning-flag value False` (vendor, plugin 3.0.2). */
function setPruning(state: PanoramaState, element: XmlElement): ApiResponse {
  const value = element.children.find((child) => child.tag === 'value')?.text;
  if (value !== 'True' && value !== 'False') return failure(17, [' set-tag-pruning-flag -> value is invalid']);
  state.plugin.pruning = value === 'True';
  return result('');
}
