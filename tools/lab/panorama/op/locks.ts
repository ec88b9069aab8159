import { SHARED } from '../hierarchy';
import type { LockKind } from '../locks';
import { element, failure, result, uncodedFailure, wrap } from '../reply';
import type { PanoramaState, Session } from '../state';
import { childOf, type XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';

/** `show config-locks` and `show commit-locks` (shape fixtures of netbox-panorama-configpump-plugin). */
export function showLocks(state: PanoramaState, kind: LockKind): ApiResponse {
  const entries = state.locks
    .list(kind)
    .map((lock) =>
      wrap(
        'entry',
        [
          element('type', lock.scope === SHARED ? 'shared' : 'device-group'),
          element('name', lock.scope),
          element('created', lock.created),
          element('last-activity', lock.created),
          element('loggedin', 'yes'),
          element('comment', lock.comment === '' ? '(null)' : lock.comment),
        ].join(''),
        lock.admin,
      ),
    );
  return result(wrap(`${kind}-locks`, entries.join('')));
}

/** `request config-lock add|remove`: the scope comes in the `vsys` parameter, as pan-os-python sends it. */
export function requestLock(state: PanoramaState, session: Session, kind: LockKind, command: XmlElement): ApiResponse {
  const { vsys = '' } = session.params;
  const scope = vsys === '' ? SHARED : vsys;
  const { admin } = session;
  if (admin.role === 'superreader') return failure(16, ['Unauthorized request']);
  const add = childOf(command, 'add');
  const remove = childOf(command, 'remove');
  if (add !== undefined) {
    const answer = state.locks.add(kind, scope, admin.name, childOf(add, 'comment')?.text ?? '');
    return answer.ok ? result(answer.text) : uncodedFailure(answer.text);
  }
  if (remove === undefined) return failure(17, [` ${kind}-lock is unexpected`]);
  const owner = childOf(remove, 'admin')?.text ?? admin.name;
  if (owner !== admin.name && admin.role === 'api') return failure(16, ['Unauthorized request']);
  const answer = state.locks.remove(kind, scope, owner);
  return answer.ok ? result(answer.text) : uncodedFailure(answer.text);
}
