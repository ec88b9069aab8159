import { entryOf, note } from './entries';
import { get } from './python/access';
import { argToBoolean } from './python/convert';
import type { Command } from './session';

const DONE = 'Command was executed successfully.';

/**
 * `pan-os`: posts the arguments as they are, `is_xml` and `device-group` among them; neither changes the xpath. Since
 * 2.x the answer goes into context. With `is_xml` nothing is checked: an error of the device is a success entry.
 */
export const generic: Command = (session, args) => {
  if (session.instance.version === '1.14.22') {
    session.emit(note(session.post(args), DONE));
    return;
  }
  const isXml = argToBoolean(get(args, 'is_xml', 'false'));
  const outputs = isXml ? session.postForText(args) : session.post(args);
  session.emit(entryOf(DONE, outputs, { 'Panorama.Command': outputs }));
};
