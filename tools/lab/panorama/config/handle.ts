import { failure } from '../reply';
import type { PanoramaState, Session } from '../state';
import { AUDIT_COMMENT_LIMIT } from '../auditcomments';
import type { ApiResponse } from '../types';
import { move } from './move';
import { multiConfig } from './multi';
import { get, show } from './read';
import { clone, rename } from './rename';
import { edit, parseContent, remove, set } from './write';

/** `type=config`. */
export function handleConfig(state: PanoramaState, session: Session): ApiResponse {
  const { action = '', xpath } = session.params;
  if (action === 'get') return get(state, xpath);
  if (action === 'show') return show(state, xpath);
  // The passive peer takes no configuration changes (vendor, high availability); the text is not documented.
  if (state.settings.highAvailability === 'passive')
    return failure(13, ['Configuration changes are not allowed on the passive peer']);
  if (session.admin.role === 'superreader') return failure(16, ['Unauthorized request']);
  return write(state, session, action, xpath);
}

function write(state: PanoramaState, session: Session, action: string, xpath: string | undefined): ApiResponse {
  const { element, where, dst, newname = '', from } = session.params;
  switch (action) {
    case 'set':
      return commented(state, session, set(state, session, xpath, parseContent(element)));
    case 'edit':
      return commented(state, session, edit(state, session, xpath, parseContent(element)));
    case 'delete':
      return remove(state, session, xpath);
    case 'move':
      return move(state, session, xpath, where, dst);
    case 'rename':
      return rename(state, session, xpath, newname);
    case 'clone':
      return clone(state, session, xpath, from, newname);
    case 'multi-config':
      return multiConfig(state, session);
    default:
      return failure(17, [` ${action} is unexpected`]);
  }
}

/** The `audit-comment` field of `set` and `edit` on a rule, as clients send it. */
function commented(state: PanoramaState, session: Session, answer: ApiResponse): ApiResponse {
  const { 'audit-comment': comment = '', xpath = '' } = session.params;
  if (comment === '' || !answer.body.includes('code="20"')) return answer;
  const kept = comment.slice(0, AUDIT_COMMENT_LIMIT);
  state.comments.add(xpath, { admin: session.admin.name, comment: kept, time: state.clock.stamp() });
  return answer;
}
