import type { ClusterProfile } from '../../policy/profile/types';
import type { IsOwnChange } from '../state/ownchanges';
import type { PendingChange } from '../state/pendingchanges';
import { nodeText } from '../api/nodes';
import type { CommitRequest, GroupCommitRequest } from '../api/port';
import { problem, type Problem } from '../api/problems';
import { listed } from '../../policy/text/words';
import type { Reader } from '../api/reader';
import { commitsReordered, readVersion } from '../api/system';

/**
 * How much a commit takes: the device group's part, everything, or nothing, because it would take other people's
 * changes.
 */
export type CommitScope =
  { readonly kind: 'group' } | { readonly kind: 'full' } | { readonly kind: 'blocked'; readonly problem: Problem };

/** Before 11.0.1 reordered rules need a full commit, which takes everything that anybody left uncommitted. */
export function scopeOf(
  reader: Reader,
  changes: readonly PendingChange[],
  profile: ClusterProfile,
  isOwnChange: IsOwnChange,
): CommitScope {
  const version = readVersion(reader);
  if (reader.failure() !== undefined || commitsReordered(version)) return { kind: 'group' };
  const command = '<check><full-commit-required></full-commit-required></check>';
  if (nodeText(reader.op(command, 'whether a full commit is required', {})) !== 'yes') return { kind: 'group' };
  const admins: string[] = [];
  for (const change of changes) {
    for (const admin of change.admins) {
      const isOwn = isOwnChange(change) && admin === profile.panoramaAdmin;
      if (!isOwn && admins.indexOf(admin) < 0) admins.push(admin);
    }
  }
  if (admins.length === 0) return { kind: 'full' };
  return {
    kind: 'blocked',
    problem: problem('full-commit-blocked', { version, admins: listed(admins) }),
  };
}

/** What to ask Panorama for. */
export function requestOf(
  profile: ClusterProfile,
  scope: 'full' | 'group',
  description: string,
): CommitRequest | GroupCommitRequest {
  if (scope === 'full') return { scope: 'full', description };
  return { scope: 'group', admin: profile.panoramaAdmin, deviceGroup: profile.deviceGroup, description };
}
