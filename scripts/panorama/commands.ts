import type { CommitRequest, PushRequest } from './port';
import { element, memberElement, namedElement, textElement } from './xmltext';

/** The commands of commit and push as the XML API takes them (pan-os-python `PanoramaCommit`, `PanoramaCommitAll`; pango). */

/** `<commit>`. */
export function commitCommand(request: CommitRequest): string {
  return element('commit', textElement('description', request.description) + commitScope(request));
}

/** `<partial>`; nothing for a full commit. */
export function commitScope(request: CommitRequest): string {
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
  const description = textElement('description', request.description);
  const options = textElement('include-template', 'no') + textElement('force-template-values', 'no');
  return element('commit-all', element('shared-policy', group + description + options));
}
