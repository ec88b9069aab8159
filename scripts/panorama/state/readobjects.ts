import type { ObjectKind, StateObject } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import { canonicalText } from './canonicaltext';
import { readEntry } from './configreader';
import { objectsIn } from './readgroup';
import type { TagsAt } from './restofhierarchy';
import { attributeOf, membersOf } from '../api/nodes';
import {
  GROUP_PATHS,
  hasClusterPrefix,
  isTagOfCluster,
  isOwnedByCluster,
  type ForeignEntry,
  type ForeignUses,
} from './ownership';
import type { JsonNode } from '../api/port';

/** The objects of a device group that concern a cluster. */
export interface GroupObjects {
  /** Owned, or with a name that may be needed. */
  readonly relevant: readonly StateObject[];
  /** Foreign, in the containers that we write to. */
  readonly foreign: readonly ForeignEntry[];
}

interface Container {
  readonly tag: string;
  /**
   * Objects share their names in pairs (device schema, `uniquein`): address groups with addresses, services with
   * groups.
   */
  readonly kind: ObjectKind;
  readonly isWritten: boolean;
}

const CONTAINERS: readonly Container[] = [
  { tag: 'tag', kind: 'tag', isWritten: true },
  { tag: 'address-group', kind: 'address-group', isWritten: true },
  { tag: 'service', kind: 'service', isWritten: true },
  { tag: 'address', kind: 'address-group', isWritten: false },
  { tag: 'service-group', kind: 'service', isWritten: false },
];

/** The objects of the device group (read whole), and our tags above it. Notes which names foreign groups use. */
export function groupObjects(
  profile: ClusterProfile,
  group: JsonNode,
  tagsAbove: readonly TagsAt[],
  uses: ForeignUses,
): GroupObjects {
  for (const container of CONTAINERS) {
    for (const node of objectsIn(group, container.tag)) {
      if (!container.isWritten || !isOwnedByCluster(profile, node)) uses.add(node, GROUP_PATHS);
    }
  }
  const relevant: StateObject[] = [];
  const foreign: ForeignEntry[] = [];
  for (const container of CONTAINERS) {
    for (const node of objectsIn(group, container.tag)) {
      const name = attributeOf(node, 'name');
      const owned = container.isWritten && isOwnedByCluster(profile, node);
      // Our tags carry no tags themselves; a run may make them.
      const isNamesake = container.kind === 'tag' ? isTagOfCluster(profile, name) : hasClusterPrefix(profile, name);
      if (owned || isNamesake) relevant.push(objectOf(profile, container, node, uses));
      const isForeign = container.isWritten && !owned && !(container.kind === 'tag' && isNamesake);
      if (isForeign) foreign.push({ label: container.tag + ' ' + name, text: canonicalText(node) });
    }
  }
  return { relevant: relevant.concat(tagObjects(tagsAbove)), foreign };
}

function objectOf(profile: ClusterProfile, container: Container, node: JsonNode, uses: ForeignUses): StateObject {
  const name = attributeOf(node, 'name');
  const reading = container.isWritten ? readEntry(container.kind, node) : undefined;
  return {
    kind: container.kind,
    name,
    owned: container.isWritten && isOwnedByCluster(profile, node),
    usedByOthers: uses.has(name),
    location: profile.deviceGroup,
    tags: container.isWritten ? membersOf(node, 'tag') : [],
    entry: reading !== undefined && reading.kind === 'entry' ? reading.entry : undefined,
    text: canonicalText(node),
  };
}

/** They are looked at, never touched. */
function tagObjects(tagsAbove: readonly TagsAt[]): StateObject[] {
  const objects: StateObject[] = [];
  for (const scope of tagsAbove) {
    for (const tag of scope.tags) {
      objects.push({
        kind: 'tag',
        name: tag.name,
        owned: false,
        usedByOthers: true,
        location: scope.location,
        tags: [],
        entry: undefined,
        text: tag.text,
      });
    }
  }
  return objects;
}
