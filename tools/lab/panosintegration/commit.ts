import { jobEntry, plain } from './entries';
import { get, getAt, or } from './python/access';
import { argToBoolean } from './python/convert';
import { str } from './python/text';
import { isTrue, type Dictionary } from './python/value';
import { startsJob } from './job';
import type { Session } from './session';
import type { Arguments } from './types';

const NOTHING = 'There are no changes to commit.';

/** `pan-os-commit`. Nothing to commit is the device's message alone, as a text or a dictionary, without context. */
export const commit = startsJob((session, args) => {
  const answer = requestCommit(session, args);
  const JobID = getAt(answer, ['response', 'result', 'job'], '');
  if (!isTrue(JobID)) {
    session.emit(plain(or(getAt(answer, ['response', 'msg'], null), NOTHING)));
    return;
  }
  const Description = get(args, 'description', '');
  session.emit(jobEntry('Commit Status:', 'Panorama.Commit', { JobID, Description, Status: 'Pending' }));
});

/** The whole candidate, or a part: the changes of one administrator, without device and network, without Shared. */
function requestCommit(session: Session, args: Arguments): Dictionary {
  const isSet = (argument: string): boolean => isTrue(args[argument]) && argToBoolean(args[argument]);
  const parts = [
    isTrue(args.admin_name) ? `<admin><member>${str(args.admin_name)}</member></admin>` : '',
    isSet('exclude_device_network_configuration') ? '<device-and-network>excluded</device-and-network>' : '',
    isSet('exclude_shared_objects') ? '<shared-object>excluded</shared-object>' : '',
  ].join('');
  // 1.14.22 takes a description and does not send it.
  const isDescribed = session.instance.version === '2.5.1' && isTrue(args.description);
  const content = [
    isSet('force_commit') ? '<force></force>' : '',
    isDescribed ? `<description>${str(args.description)}</description>` : '',
    parts === '' ? '' : `<partial>${parts}</partial>`,
  ].join('');
  const action: Dictionary = parts === '' ? {} : { action: 'partial' };
  return session.post({ type: 'commit', cmd: `<commit>${content}</commit>`, ...action });
}
