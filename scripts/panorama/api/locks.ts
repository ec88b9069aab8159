import type { ClusterProfile } from '../../policy/profile/types';
import { attributeOf, childNodes, childTags, childText, descendant, nodeText } from './nodes';
import type { PanoramaPort } from './port';
import { problem, type Problem } from './problems';
import { askAgain, createPanoramaReader, failureOf, type Reader } from './reader';
import { SHARED } from './xpath';
import { element, textElement } from './xml';

/**
 * Configuration and commit locks (shapes and texts: pan-os-python, and fixtures of netbox-panorama-configpump-plugin).
 */
export interface Lock {
  readonly kind: 'config' | 'commit';
  readonly admin: string;
  /** A device group, or `shared`, which holds for everything. */
  readonly scope: string;
  readonly since: string;
  readonly comment: string;
}

/** All configuration and commit locks, of all scopes; where they cannot be read, the reader has the failure. */
function readLocks(reader: Reader): Lock[] {
  const locks: Lock[] = [];
  for (const kind of ['config', 'commit'] as const) {
    const tag = kind + '-locks';
    const answer = reader.op('<show>' + element(tag, '') + '</show>', 'the ' + kind + ' locks', {});
    const tags = childTags(answer);
    if (tags.length > 0 && tags.indexOf(tag) < 0)
      reader.fail(problem('empty-answer', { doing: 'list the ' + kind + ' locks' }));
    for (const node of childNodes(descendant(answer, [tag]), 'entry')) {
      locks.push({
        kind,
        admin: attributeOf(node, 'name'),
        scope: childText(node, 'name') || SHARED,
        since: childText(node, 'created'),
        comment: childText(node, 'comment'),
      });
    }
  }
  return locks;
}

/** The locks of somebody else, of the given kinds, that keep us from changing or committing the device group. */
export function lockProblems(
  reader: Reader,
  profile: Pick<ClusterProfile, 'cluster' | 'deviceGroup' | 'panoramaAdmin'>,
  kinds: readonly Lock['kind'][],
): Problem[] {
  return readLocks(reader)
    .filter((lock) => lock.scope === SHARED || lock.scope === profile.deviceGroup)
    .filter((lock) => {
      if (isOfOtherCluster(lock, profile.cluster)) return true;
      return kinds.indexOf(lock.kind) >= 0 && !isOwn(lock, profile.panoramaAdmin);
    })
    .map(lockedBy);
}

function isOwn(lock: Lock, admin: string): boolean {
  return admin !== '' ? lock.admin === admin : lock.comment.indexOf(COMMENT) === 0;
}

/** A run of another cluster: as the same administrator, Panorama lets it through, and each would lose its lock to the other. */
function isOfOtherCluster({ comment }: Lock, cluster: string): boolean {
  return comment.indexOf(COMMENT + OF_CLUSTER) === 0 && comment !== lockComment(cluster);
}

function lockedBy({ admin, kind, scope, since, comment }: Lock): Problem {
  const where = scope === SHARED ? 'Shared' : 'the device group ' + scope;
  if (comment.indexOf(COMMENT + OF_CLUSTER) === 0) {
    return problem('locked-by-run', {
      cluster: comment.slice((COMMENT + OF_CLUSTER).length),
      scope: where,
      since,
      admin,
    });
  }
  return problem('locked', {
    admin,
    lock: kind === 'config' ? 'configuration' : 'commit',
    scope: where,
    since,
    comment: comment === '' || comment === '(null)' ? 'without a comment' : comment,
  });
}

const COMMENT = 'CN-Series for Cortex XSOAR';
const OF_CLUSTER = ', cluster ';

function lockComment(cluster: string): string {
  return COMMENT + OF_CLUSTER + cluster;
}

/** Whether the lock is ours now. */
export type LockAnswer = { readonly kind: 'held' } | { readonly kind: 'failed'; readonly problem: Problem };

/**
 * Takes the device group's configuration lock; that we hold it already (an answer was lost, a run was cut off) is as
 * good.
 */
export function takeConfigLock(port: PanoramaPort, deviceGroup: string, cluster: string): LockAnswer {
  const comment = textElement('comment', lockComment(cluster));
  const command = lockCommand(element('add', comment));
  const answer = askAgain(() => port.op(command, { scope: deviceGroup }));
  if (/already own/i.test(messageOf(answer))) return ownLock(port, deviceGroup, cluster);
  if (answer.kind === 'answered') return { kind: 'held' };
  // Nobody knows whether it is held now; nothing was written, so it must not stay.
  if (answer.kind === 'unclear') releaseConfigLock(port, deviceGroup);
  return { kind: 'failed', problem: failureOf('lock the configuration of the device group ' + deviceGroup, answer) };
}

/** The administrator has the lock: from this run, from one that was cut off, or from a run of another cluster. */
function ownLock(port: PanoramaPort, deviceGroup: string, cluster: string): LockAnswer {
  const reader = createPanoramaReader(port);
  const others = readLocks(reader).filter((lock) => lock.scope === deviceGroup && isOfOtherCluster(lock, cluster));
  const found = reader.failure() || (others.length === 0 ? undefined : lockedBy(others[0]));
  return found === undefined ? { kind: 'held' } : { kind: 'failed', problem: found };
}

/** Gives the lock back; undefined where it is not held any more. */
export function releaseConfigLock(port: PanoramaPort, deviceGroup: string): Problem | undefined {
  const answer = askAgain(() => port.op(lockCommand(element('remove', '')), { scope: deviceGroup }));
  if (answer.kind === 'answered' || /not currently/i.test(messageOf(answer))) return undefined;
  return failureOf('release the configuration lock of the device group ' + deviceGroup, answer);
}

function lockCommand(markup: string): string {
  return element('request', element('config-lock', markup));
}

function messageOf(answer: { readonly kind: string; readonly message?: string; readonly node?: unknown }): string {
  return answer.kind === 'answered' ? nodeText(answer.node) : answer.message || '';
}
