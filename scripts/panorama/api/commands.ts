import type { CommitRequest, ConfigOperation, GroupCommitRequest, PushRequest } from './port';
import { oneLineOf } from '../../policy/text/printable';
import { attributedElement, element, memberElement, namedElement, textElement } from './xml';

/**
 * What the XML API takes as XML: commits and pushes (pan-os-python `PanoramaCommit`, `PanoramaCommitAll`; pango),
 * operations.
 */

/**
 * A commit as XML: full, of one administrator, or of one administrator in one device group.
 *
 * @example
 * commitCommand({ scope: 'full', description: 'CN-Series shop: incident 12' })
 * //=> '<commit><description>CN-Series shop: incident 12</description></commit>'
 */
export function commitCommand(request: CommitRequest | GroupCommitRequest): string {
  return element('commit', textElement('description', descriptionText(request.description)) + commitScope(request));
}

/** The longest description of a commit (vendor, "Commit Queues"). */
const MOST_OF_DESCRIPTION = 512;

/** A description of a commit or a push as Panorama's lists of jobs show it: one line, without blanks at its ends. */
export function descriptionText(description: string): string {
  return oneLineOf(description, MOST_OF_DESCRIPTION, (text) => text.length).trim();
}

/** `<partial>`; nothing for a full commit. */
export function commitScope(request: CommitRequest | GroupCommitRequest): string {
  if (request.scope === 'full') return '';
  const groups = request.scope === 'admin' ? '' : memberElement('device-group', [request.deviceGroup]);
  return element(
    'partial',
    memberElement('admin', [request.admin]) +
      groups +
      textElement('device-and-network', 'excluded') +
      textElement('shared-object', 'excluded'),
  );
}

/** `<commit-all>` without templates: they are none of our business, and the default of a device is to push them. */
export function pushCommand(request: PushRequest): string {
  const group = element('device-group', namedElement('entry', request.deviceGroup, ''));
  const description = textElement('description', descriptionText(request.description));
  const options = textElement('include-template', 'no') + textElement('force-template-values', 'no');
  return element('commit-all', element('shared-policy', group + description + options));
}

/**
 * The element of `action=multi-config` (vendor, "Multi-config Request (API)").
 *
 * @example
 * multiElement([{ action: 'delete', xpath: '/x' }])
 * //=> '<multi-configure-request><delete xpath="/x"></delete></multi-configure-request>'
 */
export function multiElement(operations: readonly ConfigOperation[]): string {
  return element('multi-configure-request', operations.map(operationElement).join(''));
}

function operationElement(operation: ConfigOperation): string {
  const xpath: readonly [string, string] = ['xpath', operation.xpath];
  switch (operation.action) {
    case 'set':
    case 'edit':
      return attributedElement(operation.action, [xpath], operation.element);
    case 'move': {
      const place = operation.place;
      return attributedElement('move', [xpath, ['where', place.where], ['dst', place.rule]], '');
    }
    case 'delete':
      return attributedElement('delete', [xpath], '');
  }
}
