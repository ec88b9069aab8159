import { hasKey } from '../../policy/text/canonical';
import type { ClusterProfile } from '../../policy/profile/types';
import { attributeOf, childNodes, descendant } from '../api/nodes';
import type { JsonNode, PanoramaPort } from '../api/port';
import type { Reader } from '../api/reader';
import { entriesPath, isQuotable, scopePath } from '../api/xpath';
import { hasClusterPrefix, isOwnedByCluster, isTagOfCluster } from './ownership';
import { changedEntry, changesIn, type ChangedEntry, type PendingChange } from './pendingchanges';
import { readGroupInParts } from './readlargegroup';

/**
 * Which uncommitted changes are of rules and objects of this cluster. Most have its names. What a person renamed or cloned
 * has not, and is known by its tags: in the running configuration, where a run may have deleted it, or in the candidate.
 */

/** Whether a change is of a rule or object of the cluster. */
export type IsOwnChange = (change: PendingChange) => boolean;

/** What a commit or a plan takes for the cluster's. */
export interface OwnChangeOptions {
  /**
   * Whether what somebody added to the candidate configuration counts for its tags alone: a plan asks a person before it
   * deletes it, a commit would make it live.
   */
  readonly added: boolean;
}

/** Names of one request: each takes some 70 characters of its path. */
const MOST_NAMES = 50;

/**
 * Looks at what has other names than ours; most of the time that is nothing, and nothing is read. Where it cannot be
 * read, the reader has the failure.
 *
 * @param changes all of them
 */
export function readOwnChanges(
  port: PanoramaPort,
  reader: Reader,
  changes: readonly PendingChange[],
  profile: ClusterProfile,
  { added }: OwnChangeOptions,
): IsOwnChange {
  const unknown: { [container: string]: string[] } = {};
  for (const change of changesIn(changes, profile.deviceGroup)) {
    const entry = changedEntry(change, profile.deviceGroup);
    const isAsked = profile.panoramaAdmin === '' || change.admins.indexOf(profile.panoramaAdmin) >= 0;
    if (entry === undefined || !isAsked || entry.container === 'tag' || isNamed(entry, profile)) continue;
    if (!isQuotable(entry.name)) continue;
    if (!hasKey(unknown, entry.container)) unknown[entry.container] = [];
    if (unknown[entry.container].indexOf(entry.name) < 0) unknown[entry.container].push(entry.name);
  }
  const ours = ownedNames(port, reader, unknown, profile, added);
  return function (change) {
    const entry = changedEntry(change, profile.deviceGroup);
    return entry !== undefined && (isNamed(entry, profile) || hasKey(ours, keyOf(entry)));
  };
}

function isNamed({ container, name }: ChangedEntry, profile: ClusterProfile): boolean {
  return container === 'tag' ? isTagOfCluster(profile, name) : hasClusterPrefix(profile, name);
}

function keyOf({ container, name }: ChangedEntry): string {
  return container + ' ' + name;
}

interface Keys {
  readonly [key: string]: true;
}

function ownedNames(
  port: PanoramaPort,
  reader: Reader,
  unknown: { readonly [container: string]: readonly string[] },
  profile: ClusterProfile,
  added: boolean,
): Keys {
  const ours: { [key: string]: true } = {};
  const rest: ChangedEntry[] = [];
  for (const container of Object.keys(unknown)) {
    const running = runningEntries(reader, profile.deviceGroup, container, unknown[container]);
    for (const name of unknown[container]) {
      const key = keyOf({ container, name });
      if (!hasKey(running, name)) rest.push({ container, name });
      else if (isOwnedByCluster(profile, running[name])) ours[key] = true;
    }
  }
  if (rest.length === 0 || reader.failure() !== undefined) return ours;
  // A candidate read that finds nothing makes the integration (2.x) read all device groups: this one is there.
  const answer = readGroupInParts(port, profile.deviceGroup, profile.rulebase, Infinity);
  if (answer.kind === 'failed') {
    reader.fail(answer.problem);
    return ours;
  }
  for (const { container, name } of rest) {
    const nodes = childNodes(descendant(answer.group, container.split('/')), 'entry');
    const [node] = nodes.filter((one) => attributeOf(one, 'name') === name);
    // What was made and deleted again is in neither: there is nothing of it to commit.
    if (node === undefined || (added && isOwnedByCluster(profile, node))) ours[keyOf({ container, name })] = true;
  }
  return ours;
}

function runningEntries(
  reader: Reader,
  deviceGroup: string,
  container: string,
  names: readonly string[],
): { readonly [name: string]: JsonNode } {
  const found: { [name: string]: JsonNode } = {};
  for (let start = 0; start < names.length; start += MOST_NAMES) {
    const path = entriesPath(scopePath(deviceGroup) + '/' + container, names.slice(start, start + MOST_NAMES));
    for (const node of childNodes(reader.show(path, 'what was changed in ' + deviceGroup), 'entry')) {
      found[attributeOf(node, 'name')] = node;
    }
  }
  return found;
}
