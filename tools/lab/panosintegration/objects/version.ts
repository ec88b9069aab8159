import { itemAt } from '../python/access';
import { str } from '../python/text';
import type { Session } from '../session';

/** The first number of the device's PAN-OS version, which some commands ask for first. */
export function majorVersion(session: Session): number {
  const version = itemAt(session.get({ type: 'version' }), 'response', 'result', 'sw-version');
  return Number(str(version).split('.')[0]);
}
