import type { ObjectKind, StateObject } from '../../policy/plan/types';
import type { ClusterProfile } from '../../policy/profile/types';
import { canonicalText } from './canonicaltext';
import { readEntry } from './configreader';
import { objectsIn, type NodesAt } from './restofhierarchy';
import { attributeOf } from '../api/nodes';
import { GROUP_PATHS, hasOurPrefix, isOurTag, isOwned, type ForeignUses } from './ownership';
import type { OutsideEntry } from './outside';
import type { JsonNode } from '../api/port';

export interface GroupObjects {
  /** Owned, or with a name that may be needed. */
  readonly relevant: readonly StateObject[];
  /** Foreign, in the containers that we write to. */
  readonly outside: readonly OutsideEntry[];
}

interface Container {
  readonly tag: string;
  /** Objects share their names in pairs (device schema, `uniquein`): address groups with addresses, services with groups. */
  readonly kind: ObjectKind;
  readonly isOurs: boolean;
}

const CONTAINERS: readonly Container[] = [
  { tag: 'tag', kind: 'tag', isOurs: true },
  { tag: 'address-group', kind: 'address-group', isOurs: true },
  { tag: 'service', kind: 'service', isOurs: true },
  { tag: 'address', kind: 'address-group', isOurs: false },
  { tag: 'service-group', kind: 'service', isOurs: false },
];

/** The objects of the device group (read whole), and our tags above it. Notes which names foreign groups use. */
export function groupObjects(
  profile: ClusterProfile,
  group: JsonNode,
  tagsAbove: readonly NodesAt[],
  uses: ForeignUses,
): GroupObjects {
  for (const container of CONTAINERS) {
    for (const node of objectsIn(group, container.tag)) {
      if (!container.isOurs || !isOwned(profile, node)) uses.add(node, GROUP_PATHS);
    }
  }
  const relevant: StateObject[] = [];
  const outside: OutsideEntry[] = [];
  for (const container of CONTAINERS) {
    for (const node of objectsIn(group, container.tag)) {
      const name = attributeOf(node, 'name');
      const owned = container.isOurs && isOwned(profile, node);
      // Our tags carry no tags themselves; a run may make them.
      const isNamesake = container.kind === 'tag' ? isOurTag(profile, name) : hasOurPrefix(profile, name);
      if (owned || isNamesake) relevant.push(objectOf(profile, container, node, uses));
      const isForeign = container.isOurs && !owned && !(container.kind === 'tag' && isNamesake);
      if (isForeign) outside.push({ label: container.tag + ' ' + name, text: canonicalText(node) });
    }
  }
  return { relevant: relevant.concat(tagObjects(tagsAbove)), outside };
}

function objectOf(profile: ClusterProfile, container: Container, node: JsonNode, uses: ForeignUses): StateObject {
  const name = attributeOf(node, 'name');
  const reading = container.isOurs ? readEntry(container.kind, node) : undefined;
  return {
    kind: container.kind,
    name,
    owned: container.isOurs && isOwned(profile, node),
    usedByOthers: uses.has(name),
    location: profile.deviceGroup,
    entry: reading !== undefined && reading.kind === 'entry' ? reading.entry : undefined,
    text: canonicalText(node),
  };
}

/** They are looked at, never touched. */
function tagObjects(tagsAbove: readonly NodesAt[]): StateObject[] {
  const objects: StateObject[] = [];
  for (const scope of tagsAbove) {
    for (const node of scope.nodes) {
      objects.push({
        kind: 'tag',
        name: attributeOf(node, 'name'),
        owned: false,
        usedByOthers: true,
        location: scope.location,
        entry: undefined,
        text: canonicalText(node),
      });
    }
  }
  return objects;
}
