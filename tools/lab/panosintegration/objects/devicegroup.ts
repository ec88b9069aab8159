import { entryOf } from '../entries';
import { tableToMarkdown } from '../markdown';
import type { Command } from '../session';

/** `pan-os-list-device-groups`: names only, but it reads the whole configuration of every device group. */
export const listDeviceGroups: Command = (session) => {
  const outputs = [...session.deviceGroupNames()];
  const readable = tableToMarkdown('Device Group Names:', outputs, { headers: ['Group Name'] });
  session.emit(entryOf({ outputs, readable, prefix: 'Panorama.DeviceGroupNames' }));
};
