import { selectionOf, isAtLeast } from '../commit/request';
import { selectChanges } from '../commit/selection';
import { SHARED } from '../hierarchy';
import { element, failure, result, wrap } from '../reply';
import type { PanoramaState, Session } from '../state';
import { childOf, type XmlElement } from '../tree/parse';
import type { ApiResponse } from '../types';
import { revertChanges } from '../commit/revert';
import { nodeAt, pathOf } from '../xpath/simple';
import { parseXpath } from '../xpath/parse';
import { select } from '../xpath/evaluate';
import { AUDIT_COMMENT_LIMIT } from '../auditcomments';

/** `check pending-changes` and `check full-commit-required`. */
export function check(state: PanoramaState, what: string): ApiResponse {
  const { changes } = state.store;
  if (what === 'pending-changes') return result(changes.isEmpty ? 'no' : 'yes');
  const isReordered = changes.pendingOrders().length > 0 && !isAtLeast(state.settings.version, '11.0.1');
  return result(isReordered ? 'yes' : 'no');
}

/**
 * `show config list changes`: one journal entry for each uncommitted unit (shape fixtures of
 * netbox-panorama-configpump-plugin).
 */
export function listChanges(state: PanoramaState, command: XmlElement): ApiResponse {
  const selection = selectionOf(command);
  if (selection === undefined) return failure(17, [' partial is not emulated in this form']);
  const { units, orders } = selectChanges(state.store.changes, selection);
  const { candidate, running } = state.store;
  const entries = units.map((unit) => {
    const now = nodeAt(candidate.root, unit.steps);
    const action = now === undefined ? 'DELETE' : nodeAt(running.root, unit.steps) === undefined ? 'CREATE' : 'EDIT';
    return journalEntry(unit.key, unit.mark.admin, action, unit.admins, unit.scope);
  });
  const moves = orders.flatMap((order) =>
    [...order.names].map((name) =>
      journalEntry(`${order.container}/entry[@name='${name}']`, order.admin, 'MOVE', [order.admin], order.scope),
    ),
  );
  const all = [...entries, ...moves];
  return result(all.length === 0 ? '' : wrap('journal', all.join('')));
}

function journalEntry(xpath: string, owner: string, action: string, admins: readonly string[], scope: string): string {
  return wrap(
    'entry',
    [
      element('xpath', xpath),
      element('owner', owner),
      element('action', action),
      element('admin-history', admins.join(',')),
      element('component-type', scope === SHARED ? 'shared-object' : 'device-group'),
    ].join(''),
  );
}

/** `revert config`, whole or partial (texts fixtures of netbox-panorama-configpump-plugin). */
export function revert(state: PanoramaState, session: Session, command: XmlElement): ApiResponse {
  const selection = selectionOf(command);
  if (selection === undefined) return failure(17, [' partial is not emulated in this form']);
  const { deviceGroups: groups } = selection.kind === 'partial' ? selection : { deviceGroups: undefined };
  const owner = [SHARED, ...(groups ?? state.store.hierarchy.groups())]
    .map((scope) => state.locks.blocking('config', scope, session.admin.name))
    .find((admin) => admin !== undefined);
  if (owner !== undefined) return failure(13, [`Configuration is locked by ${owner}`]);
  const lines = revertChanges(state, selection);
  if (lines.length > 0) return failure(13, ['Failed to revert configuration.', ...lines]);
  return result(wrap('msg', element('line', 'All changes were reverted from configuration')));
}

/** `set audit-comment`: an operational command on a rule of the candidate. */
export function setAuditComment(state: PanoramaState, session: Session, command: XmlElement): ApiResponse {
  const xpath = childOf(command, 'xpath')?.text ?? '';
  const comment = childOf(command, 'comment')?.text ?? '';
  if (comment.length > AUDIT_COMMENT_LIMIT) {
    return failure(12, [` comment length should be less than or equal to ${AUDIT_COMMENT_LIMIT}`]);
  }
  const rule = ruleAt(state, xpath);
  if (rule === undefined) return failure(7, ['No such node']);
  state.comments.add(rule, { admin: session.admin.name, comment, time: state.clock.stamp() });
  return result('');
}

/** `show config list audit-comments`. */
export function listAuditComments(state: PanoramaState, command: XmlElement): ApiResponse {
  const rule = ruleAt(state, childOf(command, 'xpath')?.text ?? '');
  const entries = (rule === undefined ? [] : state.comments.of(rule)).map(({ admin, comment, time }) =>
    wrap('entry', `${element('admin', admin)}${element('comment', comment)}${element('time', time)}`),
  );
  return result(entries.join(''));
}

/** The canonical path of the rule that an xpath names. */
function ruleAt(state: PanoramaState, xpath: string): string | undefined {
  const [item, ...others] = select(state.store.candidate.root, parseXpath(xpath) ?? []);
  return item?.kind === 'node' && others.length === 0 && item.node.parent?.tag === 'rules'
    ? pathOf(item.node)
    : undefined;
}
