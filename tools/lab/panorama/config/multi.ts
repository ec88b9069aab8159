import { revertChanges } from '../commit/revert';
import { failure, message } from '../reply';
import type { PanoramaState, Session } from '../state';
import { escapeText } from '../tree/escape';
import { parseElement, type XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';
import { move } from './move';
import { rename } from './rename';
import { checkContent, edit, remove, set } from './write';

/**
 * `action=multi-config`: many operations in one request, all or nothing. Each is checked in its turn, so that an object
 * still cannot be deleted before the rule that uses it. Shape of the answer: vendor, "Multi-config Request".
 */
export function multiConfig(state: PanoramaState, session: Session): ApiResponse {
  const parsed = parseElement(session.params.element ?? '');
  if (!parsed.ok) return failure(18, [`Malformed request: ${parsed.reason}`]);
  if (session.params['strict-transactional'] === 'yes') {
    if (state.jobs.isBusy) return failure(14, ['A commit is in progress.']);
    revertChanges(state, { kind: 'partial', admins: [session.admin.name], deviceGroups: undefined, shared: true });
  }
  const answers: string[] = [];
  let failed: ApiResponse | undefined;
  state.store.atomically(() => {
    for (const operation of parsed.element.children) {
      const answer = carryOut(state, session, operation);
      answers.push(withId(answer.body, operation.attributes.id));
      if (answer.body.includes('status="success" code="20"')) continue;
      failed = answer;
      return 'failed';
    }
    return 'done';
  });
  const code = /code="(\d+)"/.exec(failed?.body ?? '')?.[1] ?? '13';
  const head = failed === undefined ? 'status="success" code="20"' : `status="error" code="${code}"`;
  return { ...message('success', 20, ''), body: `<response ${head}>${answers.join('')}</response>` };
}

function carryOut(state: PanoramaState, session: Session, operation: XmlElement): ApiResponse {
  const { xpath, where, dst, newname = '' } = operation.attributes;
  switch (operation.tag) {
    case 'set':
      return set(state, session, xpath, checkContent(operation.children));
    case 'edit':
      return edit(state, session, xpath, checkContent(operation.children));
    case 'delete':
      return remove(state, session, xpath);
    case 'rename':
      return rename(state, session, xpath, newname);
    case 'move':
      // "Some versions require that the destination always be set", also for top and bottom (pan-os-codegen 9cae942).
      return dst === undefined ? failure(7, ['no target specified in move']) : move(state, session, xpath, where, dst);
    default:
      return failure(17, [` ${operation.tag} is unexpected`]);
  }
}

const withId = (body: string, id: string | undefined): string =>
  id === undefined ? body : body.replace('<response ', `<response id="${escapeText(id)}" `);
