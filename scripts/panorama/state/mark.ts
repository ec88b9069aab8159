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
}

/** Where it cannot be read, the reader has the failure. */
export function readMark(reader: Reader, hierarchy: Hierarchy): Mark {
  const changes = readChanges(reader);
  const around = hierarchy.chain.slice(1).concat(hierarchy.descendants);
  const found: PendingChange[] = [];
  for (const scope of around) for (const change of changesIn(changes, scope)) found.push(change);
  return { running: newestChange(reader), candidate: shortHash(canonicalJson(found)) };
}
