import { canonicalJson, compareText, hasKey, sortedKeys, stableSort } from '../../text/canonical';
import type { EndpointClass } from '../endpoints/classes';
import type { PortMask } from '../read/ports';
import { type JudgedEntry, hasBit } from '../endpoints/rows';

/** What the order needs to know: which ends an entry meets, and which ports at each destination. */
export interface OrderContext {
  readonly entries: readonly JudgedEntry[];
  readonly classes: readonly EndpointClass[];
  /** The number of rules, which come before the entries in rows. */
  readonly rules: number;
  /** Ports that the entry allows at a destination. */
  readonly portsAt: (entry: number, destination: EndpointClass) => PortMask;
  /** Ports that the entry gives, names among them: a bit more for each. Two entries are compared by these. */
  readonly portsOf: (entry: number) => PortMask;
}

/**
 * What an entry says: every source to every destination on its ports. A port name stands for itself, whatever numbers
 * pods give it today: pods come and go, and must not change which entry decides. An entry that allows nothing is
 * neither narrower nor wider than another.
 */
interface Box {
  readonly empty: boolean;
  readonly sources: readonly boolean[];
  readonly destinations: readonly boolean[];
  readonly ports: PortMask;
}

/**
 * The rank of each entry in the order in which entries of one side decide: restricted to App-IDs or URL categories
 * first, then inspected ones, then narrower ones (the box lies strictly inside the other's), then namespace, name,
 * position (docs/attributes.md).
 */
export function entryRanks(context: OrderContext): number[] {
  const ranks = context.entries.map((_entry, position) => position);
  const groups: { [key: string]: number[] } = {};
  context.entries.forEach((entry, position) => {
    const key = entry.facts.direction + ' ' + entry.policy.id.namespace;
    if (!hasKey(groups, key)) groups[key] = [];
    groups[key].push(position);
  });
  for (const key of sortedKeys(groups)) {
    const group = groups[key];
    // Where all ask for the same, the order makes no difference.
    const attributes: { [text: string]: true } = {};
    for (const position of group) attributes[canonicalJson(context.entries[position].attributes)] = true;
    if (sortedKeys(attributes).length < 2) continue;
    const ordered = orderedGroup(context, group);
    const free = group.slice().sort((a, b) => a - b);
    ordered.forEach((position, index) => {
      ranks[position] = free[index];
    });
  }
  return ranks;
}

/** 0 to 3: restricted and inspected, restricted, inspected, neither. */
function classNumber(entry: JudgedEntry): number {
  const attributes = entry.attributes;
  const restricted = attributes.applications !== undefined || attributes.categories !== undefined;
  return (restricted ? 0 : 2) + (isInspected(entry) ? 0 : 1);
}

function isInspected(entry: JudgedEntry): boolean {
  const inspection = entry.attributes.inspection;
  if (inspection === undefined) return false;
  if (inspection.type === 'group') return true;
  const profiles = inspection.profiles;
  return Object.keys(profiles).some((kind) => profiles[kind as keyof typeof profiles] !== 'none');
}

function orderedGroup(context: OrderContext, group: readonly number[]): number[] {
  const byName = stableSort(group, (a, b) => {
    const first = context.entries[a];
    const second = context.entries[b];
    return (
      classNumber(first) - classNumber(second) ||
      compareText(first.policy.id.name, second.policy.id.name) ||
      first.facts.position - second.facts.position
    );
  });
  const ordered: number[] = [];
  let start = 0;
  while (start < byName.length) {
    let end = start;
    const number = classNumber(context.entries[byName[start]]);
    while (end < byName.length && classNumber(context.entries[byName[end]]) === number) end++;
    for (const position of narrowFirst(context, byName.slice(start, end))) ordered.push(position);
    start = end;
  }
  return ordered;
}

/** Again and again the first by name among those that have no strictly narrower one left (Kahn's algorithm). */
function narrowFirst(context: OrderContext, sorted: readonly number[]): number[] {
  if (sorted.length < 2) return sorted.slice();
  const boxes = sorted.map((position) => boxOf(context, position));
  const waitsFor = boxes.map((box) =>
    boxes.map((other) => !other.empty && !box.empty && liesInside(other, box) && !liesInside(box, other)),
  );
  const placed = sorted.map(() => false);
  const ordered: number[] = [];
  while (ordered.length < sorted.length) {
    let next = 0;
    while (placed[next] || isWaiting(waitsFor[next], placed)) next++;
    placed[next] = true;
    ordered.push(sorted[next]);
  }
  return ordered;
}

function isWaiting(waitsFor: readonly boolean[], placed: readonly boolean[]): boolean {
  for (let i = 0; i < waitsFor.length; i++) if (waitsFor[i] && !placed[i]) return true;
  return false;
}

function boxOf(context: OrderContext, position: number): Box {
  const bit = context.rules + position;
  const sources: boolean[] = [];
  const destinations: boolean[] = [];
  let reaches = false;
  for (const one of context.classes) {
    const isMeant = hasBit(one.destination, bit);
    sources.push(hasBit(one.source, bit));
    destinations.push(isMeant);
    if (isMeant && hasPorts(context.portsAt(position, one))) reaches = true;
  }
  const empty = sources.indexOf(true) < 0 || !reaches;
  return { empty, sources, destinations, ports: context.portsOf(position) };
}

function hasPorts(mask: PortMask): boolean {
  for (const word of mask) if (word !== 0) return true;
  return false;
}

function liesInside(inner: Box, outer: Box): boolean {
  for (let i = 0; i < inner.sources.length; i++) if (inner.sources[i] && !outer.sources[i]) return false;
  for (let i = 0; i < inner.destinations.length; i++) if (inner.destinations[i] && !outer.destinations[i]) return false;
  for (let word = 0; word < inner.ports.length; word++)
    if ((inner.ports[word] & ~outer.ports[word]) !== 0) return false;
  return true;
}
