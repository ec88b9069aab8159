import { canonicalJson, shortHash } from '../../policy/text/canonical';
import type { Hierarchy } from '../api/hierarchy';
import { newestChange } from '../api/jobs';
import type { Reader } from '../api/reader';
import { changesIn, readChanges, type PendingChange } from './pendingchanges';

/**
 * Tells whether what stands around a device group may have moved since it was read, in two requests: the running
 * configuration moves with a commit (or an update), the candidate with a change that is not committed. It is taken
 * before the reading, so that whatever moves meanwhile makes another mark.
 */
export interface Mark {
  /** Of the newest job that may have changed the running configuration. */
  readonly running: string;
  /** Of the uncommitted changes in Shared, the ancestors and the device groups below. */
  readonly candidate: string;
  /** Of those in the device group itself: what is around it does not move with them. */
  readonly own: string;
}

/** A mark, and how many rules of the device group itself are not committed. */
export interface MarkReading {
  readonly mark: Mark;
  /** In the candidate configuration and not in the running one. */
  readonly newRules: number;
}

/** Where it cannot be read, the reader has the failure. */
export function readMark(reader: Reader, hierarchy: Hierarchy): MarkReading {
  const changes = readChanges(reader);
  const own = changesIn(changes, hierarchy.chain[0]);
  const around = hierarchy.chain.slice(1).concat(hierarchy.descendants);
  const found: PendingChange[] = [];
  for (const scope of around) for (const change of changesIn(changes, scope)) found.push(change);
  return {
    mark: {
      running: newestChange(reader),
      candidate: shortHash(canonicalJson(found)),
      own: shortHash(canonicalJson(own)),
    },
    newRules: own.filter(({ action, xpath }) => action === 'CREATE' && xpath.indexOf('/security/rules/') >= 0).length,
  };
}
