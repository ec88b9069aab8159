import { compareText, hasKey, sortedKeys, stableSort } from '../../text/canonical';
import { type ByBit, positionsByBit } from '../endpoints/bybit';
import type { EndpointClass } from '../endpoints/classes';
import type { PortMask } from '../read/ports';
import type { JudgedEntry, RowScheme } from '../endpoints/rows';

/** What the order needs to know: which ends an entry meets, and which ports at each destination. */
export interface OrderContext {
  readonly entries: readonly JudgedEntry[];
  readonly classes: readonly EndpointClass[];
  readonly scheme: RowScheme;
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
  readonly sources: Ends;
  readonly destinations: Ends;
  readonly ports: PortMask;
}

/** Positions of classes in ascending order, or all of them. */
type Ends = readonly number[] | 'every';

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
  // Where all ask for the same, the order makes no difference.
  const contested = sortedKeys(groups).filter((key) => {
    const attributes: { [text: string]: true } = {};
    for (const position of groups[key]) attributes[context.entries[position].attributesText] = true;
    return sortedKeys(attributes).length > 1;
  });
  if (contested.length === 0) return ranks;
  const meeting = meetingEnds(context);
  for (const key of contested) {
    const group = groups[key];
    const ordered = orderedGroup(context, meeting, group);
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

function orderedGroup(context: OrderContext, meeting: MeetingEnds, group: readonly number[]): number[] {
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
    for (const position of narrowFirst(context, meeting, byName.slice(start, end))) ordered.push(position);
    start = end;
  }
  return ordered;
}

/** Again and again the first by name among those that have no strictly narrower one left (Kahn's algorithm). */
function narrowFirst(context: OrderContext, meeting: MeetingEnds, sorted: readonly number[]): number[] {
  if (sorted.length < 2) return sorted.slice();
  const boxes = sorted.map((position) => boxOf(context, meeting, position));
  const waitsFor = boxes.map((box) =>
    boxes.map(
      (other) => !other.empty && !box.empty && liesInside(context, other, box) && !liesInside(context, box, other),
    ),
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

/** Which classes meet each bit at either end, as far as not all do. */
interface MeetingEnds {
  readonly sources: ByBit;
  readonly destinations: ByBit;
}

function meetingEnds({ classes }: OrderContext): MeetingEnds {
  const all = classes.map((_one, position) => position);
  return {
    sources: positionsByBit(classes, all, (one) => one.source),
    destinations: positionsByBit(classes, all, (one) => one.destination),
  };
}

function boxOf(context: OrderContext, meeting: MeetingEnds, position: number): Box {
  const { always, rules } = context.scheme;
  const bit = rules + position;
  const sources: Ends = always.source[bit] ? 'every' : meeting.sources[bit] || [];
  const destinations: Ends = always.destination[bit] ? 'every' : meeting.destinations[bit] || [];
  const reached = destinations === 'every' ? context.classes : destinations.map((index) => context.classes[index]);
  const seen: { [named: number]: true | undefined } = {};
  const reaches = reached.some((one) => {
    if (seen[one.named]) return false;
    seen[one.named] = true;
    return hasPorts(context.portsAt(position, one));
  });
  return { empty: sources.length === 0 || !reaches, sources, destinations, ports: context.portsOf(position) };
}

function hasPorts(mask: PortMask): boolean {
  for (const word of mask) if (word !== 0) return true;
  return false;
}

function liesInside(context: OrderContext, inner: Box, outer: Box): boolean {
  const count = context.classes.length;
  if (!areAmong(inner.sources, outer.sources, count) || !areAmong(inner.destinations, outer.destinations, count)) {
    return false;
  }
  for (let word = 0; word < inner.ports.length; word++)
    if ((inner.ports[word] & ~outer.ports[word]) !== 0) return false;
  return true;
}

function areAmong(inner: Ends, outer: Ends, count: number): boolean {
  if (outer === 'every') return true;
  if (inner === 'every') return outer.length === count;
  let at = 0;
  for (const position of inner) {
    while (at < outer.length && outer[at] < position) at++;
    if (at === outer.length || outer[at] !== position) return false;
  }
  return true;
}
