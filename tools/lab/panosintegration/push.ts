import { entryOf, jobEntry } from './entries';
import { get, getAt, or } from './python/access';
import { argToBoolean } from './python/convert';
import { CommandError } from './python/exceptions';
import { str } from './python/text';
import { isTrue, type Dictionary } from './python/value';
import { startsJob } from './job';
import type { Session } from './session';
import type { Arguments } from './types';

const NOTHING = 'There are no changes to push.';

/**
 * `pan-os-push-to-device-group`: one device group, to all its firewalls or to one; templates too, unless told not to.
 */
export const push = startsJob((session, args) => {
  const { deviceGroup } = session.instance;
  if (deviceGroup === undefined) {
    throw new CommandError(
      "The 'panorama-push-to-device-group' command is relevant for a Palo Alto Panorama instance.",
    );
  }
  const answer = requestPush(session, args, deviceGroup);
  const JobID = getAt(answer, ['response', 'result', 'job'], '');
  if (!isTrue(JobID)) {
    session.emit(entryOf(or(getAt(answer, ['response', 'msg'], null), NOTHING)));
    return;
  }
  const Description: Dictionary = isTrue(args.description) ? { Description: get(args, 'description') } : {};
  const outputs = { DeviceGroup: deviceGroup, JobID, Status: 'Pending', ...Description };
  session.emit(jobEntry('Push to Device Group:', 'Panorama.Push', outputs));
});

function requestPush(session: Session, args: Arguments, deviceGroup: string): Dictionary {
  const serial = get(args, 'serial_number');
  const devices = isTrue(serial) ? `<devices><entry name="${str(serial)}"/></devices>` : '';
  const content = [
    devices === ''
      ? `<device-group><entry name="${deviceGroup}"/></device-group>`
      : `<device-group><entry name="${deviceGroup}">${devices}</entry></device-group>`,
    argToBoolean(get(args, 'validate-only', 'false')) ? '<validate-only>yes</validate-only>' : '',
    argToBoolean(get(args, 'include-template', 'true')) ? '' : '<include-template>no</include-template>',
    isTrue(args.description) ? `<description>${str(args.description)}</description>` : '',
  ];
  const cmd = `<commit-all><shared-policy>${content.join('')}</shared-policy></commit-all>`;
  return session.post({ type: 'commit', action: 'all', cmd });
}
