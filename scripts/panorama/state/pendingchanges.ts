import { hasKey, sortedKeys } from '../../policy/text/canonical';
import type { ClusterProfile } from '../../policy/profile/types';
import { childNodes, childText, descendant } from '../api/nodes';
import { problem, type Problem } from '../api/problems';
import { listed } from '../../policy/text/words';
import type { Reader } from '../api/reader';
import { SHARED, scopePath } from '../api/xpath';

/** Uncommitted changes, as `show config list changes` lists them (fixtures of netbox-panorama-configpump-plugin). */
export interface PendingChange {
  readonly xpath: string;
  /** Everybody who changed it since the last commit. */
  readonly admins: readonly string[];
  readonly action: string;
}

/**
 * Who has uncommitted changes where (`show config list changes`); where that cannot be read, the reader has the
 * failure.
 */
export function readChanges(reader: Reader): PendingChange[] {
  const command = '<show><config><list><changes></changes></list></config></show>';
  const answer = reader.op(command, 'the uncommitted changes', {});
  return childNodes(descendant(answer, ['journal']), 'entry').map((node) => {
    const owner = childText(node, 'owner');
    const history = childText(node, 'admin-history').split(',').map(trimmed).filter(isNotEmpty);
    return {
      xpath: childText(node, 'xpath'),
      admins: history.length === 0 ? [owner] : history,
      action: childText(node, 'action'),
    };
  });
}

/** Those that concern a device group. */
export function changesIn(changes: readonly PendingChange[], deviceGroup: string): PendingChange[] {
  const path = scopePath(deviceGroup);
  return changes.filter((change) => {
    const xpath = canonicalPath(change.xpath);
    return xpath === path || xpath.indexOf(path + '/') === 0;
  });
}

/** The paths of what the profile's administrator left uncommitted outside of the device group and of Shared. */
export function changesOutside(changes: readonly PendingChange[], profile: ClusterProfile): string[] {
  const here = scopePath(profile.deviceGroup);
  const paths: string[] = [];
  for (const change of changes) {
    const xpath = canonicalPath(change.xpath);
    const isHere = xpath === here || xpath.indexOf(here + '/') === 0 || xpath.indexOf(scopePath(SHARED)) === 0;
    if (!isHere && change.admins.indexOf(profile.panoramaAdmin) >= 0) paths.push(xpath);
  }
  return paths;
}

/**
 * What keeps us from writing to the device group: changes of other administrators, and changes of our own administrator
 * that are no work of this cluster. Without an administrator in the profile whatever is on our entries counts as ours.
 *
 * @param isOurs `readOwnChanges`
 */
export function changeProblems(
  changes: readonly PendingChange[],
  profile: ClusterProfile,
  ignoredAdmins: readonly string[],
  isOurs: (change: PendingChange) => boolean,
): Problem[] {
  const foreign: { [admin: string]: string[] } = {};
  const own: string[] = [];
  for (const change of changesIn(changes, profile.deviceGroup)) {
    const isOfCluster = isOurs(change);
    for (const admin of change.admins) {
      if (ignoredAdmins.indexOf(admin) >= 0) continue;
      const isOwnAdmin = profile.panoramaAdmin === '' ? isOfCluster : admin === profile.panoramaAdmin;
      if (!isOwnAdmin) addTo(foreign, admin, changeLabel(change, profile));
      else if (!isOfCluster) own.push(changeLabel(change, profile));
    }
  }
  const problems = sortedKeys(foreign).map((admin) =>
    problem('foreign-changes', {
      admin,
      deviceGroup: profile.deviceGroup,
      changes: listed(foreign[admin]),
    }),
  );
  if (own.length === 0) return problems;
  return problems.concat([
    problem('own-changes', {
      admin: profile.panoramaAdmin,
      deviceGroup: profile.deviceGroup,
      changes: listed(own),
    }),
  ]);
}

function addTo(lists: { [key: string]: string[] }, key: string, value: string): void {
  if (!hasKey(lists, key)) lists[key] = [];
  lists[key].push(value);
}

/** The change without the path of its device group: `EDIT rule x`, `DELETE address/entry[@name='y']`. */
function changeLabel(change: PendingChange, profile: ClusterProfile): string {
  const entry = changedEntry(change, profile.deviceGroup);
  if (entry !== undefined) return trimmed(change.action + ' ' + kindOf(entry.container) + ' ' + entry.name);
  const path = scopePath(profile.deviceGroup);
  const xpath = canonicalPath(change.xpath);
  const below = xpath.indexOf(path) === 0 ? xpath.slice(path.length + 1) : xpath;
  return trimmed(change.action + ' ' + (below === '' ? 'the device group itself' : below));
}

/** What an uncommitted change is about, where it is of the kinds that runs write. */
export interface ChangedEntry {
  /** The path below the device group. */
  readonly container: string;
  readonly name: string;
}

/** undefined for what is no rule or object of the kinds that runs write, or stands in another device group. */
export function changedEntry({ xpath }: PendingChange, deviceGroup: string): ChangedEntry | undefined {
  const path = scopePath(deviceGroup) + '/';
  const canonical = canonicalPath(xpath);
  const match = WRITTEN.exec(canonical.indexOf(path) === 0 ? canonical.slice(path.length) : '');
  return match === null ? undefined : { container: match[1], name: match[2] };
}

const WRITTEN = /^(tag|address-group|service|(?:pre|post)-rulebase\/security\/rules)\/entry\[@name='([^']*)'\]/;

/** One spelling for `entry[@name="x"]` and `entry[@name='x']`. */
function canonicalPath(xpath: string): string {
  return xpath.replace(/\[@name="([^"']*)"\]/g, "[@name='$1']");
}

/** As people call what stands there. */
function kindOf(container: string): string {
  return container.indexOf('/') < 0 ? container.replace('-', ' ') : 'rule';
}

function trimmed(text: string): string {
  return text.trim();
}

function isNotEmpty(text: string): boolean {
  return text !== '';
}
