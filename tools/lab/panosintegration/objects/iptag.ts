import { note } from '../entries';
import { get } from '../python/access';
import { argToList, argToNumber } from '../python/convert';
import { CommandError } from '../python/exceptions';
import { str } from '../python/text';
import type { Dictionary, Value } from '../python/value';
import type { Command, Session } from '../session';
import { majorVersion } from './version';

/** `pan-os-register-ip-tag`: acts on the box that the instance points at; asks for the version first. */
export const registerIpTag: Command = (session, args) => {
  const tag = str(get(args, 'tag', ''));
  const addresses = argToList(args.IPs);
  const isPersistent = get(args, 'persistent', 'true') === 'true';
  const timeout = argToNumber(get(args, 'timeout', '0')) ?? 0;
  const major = majorVersion(session);
  if (session.instance.version === '1.14.22' && timeout !== 0 && isPersistent) {
    throw new CommandError('When the persistent argument is true, you can not use the timeout argument.');
  }
  if (major <= 8 && timeout !== 0) {
    throw new CommandError('The timeout argument is only applicable on 9.x PAN-OS versions or higher.');
  }
  const member = timeout === 0 ? '<member>' : `<member timeout="${timeout}">`;
  const entries = addresses.map(
    (address) =>
      `<entry ip="${str(address)}" persistent="${isPersistent ? 1 : 0}"><tag>${member}${tag}</member></tag></entry>`,
  );
  const result = session.post(userIdMessage(session, 'register', entries));
  const registered: Dictionary = isPersistent ? { Tag: tag, IPs: addresses } : {};
  const context = { 'Panorama.DynamicTags(val.Tag == obj.Tag)': registered };
  session.emit(note(result, 'Registered ip-tag successfully', context));
};

/** `pan-os-unregister-ip-tag`. */
export const unregisterIpTag: Command = (session, args) => {
  const tag = str(get(args, 'tag'));
  const entry = (address: Value): string => `<entry ip="${str(address)}"><tag><member>${tag}</member></tag></entry>`;
  const result = session.post(userIdMessage(session, 'unregister', argToList(args.IPs).map(entry)));
  session.emit(note(result, 'Unregistered ip-tag successfully'));
};

function userIdMessage({ instance }: Session, action: string, entries: readonly string[]): Dictionary {
  const payload = `<payload><${action}>${entries.join('')}</${action}></payload>`;
  const cmd = `<uid-message><version>2.0</version><type>update</type>${payload}</uid-message>`;
  const scope: Dictionary = instance.version === '2.5.1' && instance.vsys !== '' ? { vsys: instance.vsys } : {};
  return { type: 'user-id', cmd, ...scope };
}
