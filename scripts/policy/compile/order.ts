import { kindsOf } from '../attributes/inspection';
import { compareText } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import { doPortsMeet, isPortSubset, LAST_PORT, portsOf, portSetKey, type PortSet } from '../values/ports';
import { intersectTerms, isCovered, isTermSubset, type TermSpace } from '../values/term';
import { termsContent } from '../values/termtext';
import type { EntryBox, EntryShape, PortName, RankedEntry } from './model';

/**
 * The order in which entries of one side decide a connection that several of them allow (docs/attributes.md):
 * restricted to applications or categories, then with inspection, then narrower, then by name.
 */

/** Entries of one namespace and direction, ranked; with a warning for each that another one overrules. */
export function rankEntries(
  space: TermSpace,
  boxes: readonly EntryBox[],
): { readonly ranked: readonly RankedEntry[]; readonly warnings: readonly Diagnostic[] } {
  const byName = boxes.slice().sort(compareByName);
  if (areAttributesEqual(byName)) return { ranked: byName.map(uncontested), warnings: [] };
  const ordered = narrowerFirst(space, byName);
  const warnings: Diagnostic[] = [];
  const contested: boolean[] = ordered.map(() => false);
  for (let i = 0; i < ordered.length; i++) {
    for (let j = i + 1; j < ordered.length; j++) {
      if (ordered[i].attributesKey === ordered[j].attributesKey || !doOverlap(space, ordered[i], ordered[j])) continue;
      contested[i] = true;
      contested[j] = true;
      warnings.push(overruled(ordered[j], ordered[i]));
    }
  }
  const ranked = ordered.map((box, rank) => ranking(box, rank, contested[rank]));
  return { ranked, warnings };
}

function compareByName(a: EntryBox, b: EntryBox): number {
  return (
    compareText(a.policy.id.name, b.policy.id.name) ||
    a.entry.index - b.entry.index ||
    compareText(boxText(a), boxText(b))
  );
}

/** Tells the boxes of one entry apart; by destinations, so that another port moves no rule. */
function boxText(box: EntryBox): string {
  return [box.part, termsContent([box.subject]), termsContent(box.peers), portSetKey(box.ports)].join(' ');
}

function areAttributesEqual(boxes: readonly EntryBox[]): boolean {
  return boxes.every((box) => box.attributesKey === boxes[0].attributesKey);
}

function uncontested(box: EntryBox, rank: number): RankedEntry {
  return ranking(box, rank, false);
}

function ranking(box: EntryBox, rank: number, contested: boolean): RankedEntry {
  return {
    id: box.direction + '/' + box.namespace + '/' + String(rank),
    direction: box.direction,
    policy: box.policy,
    entry: box.entry,
    namespace: box.namespace,
    subject: box.subject,
    peers: box.peers,
    ports: box.ports,
    attributes: box.attributes,
    attributesKey: box.attributesKey,
    shape: box.shape,
    part: box.part,
    rank,
    contested,
    twins: [],
  };
}

/** Restricted before inspected before plain entries; within each of these, no entry before one strictly inside it. */
function narrowerFirst(space: TermSpace, byName: readonly EntryBox[]): EntryBox[] {
  const ordered: EntryBox[] = [];
  for (const standing of [0, 1, 2, 3]) {
    const alike = byName.filter((box) => standingOf(box) === standing);
    ordered.push.apply(ordered, byInclusion(space, alike));
  }
  return ordered;
}

function standingOf(box: EntryBox): number {
  const restricted = box.attributes.applications || box.attributes.categories;
  return (restricted ? 0 : 2) + (isInspected(box) ? 0 : 1);
}

/** With a profile or a group; `none` alone names neither. */
function isInspected(box: EntryBox): boolean {
  const inspection = box.attributes.inspection;
  if (!inspection) return false;
  if (inspection.type === 'group') return true;
  return kindsOf(inspection.profiles).some((kind) => inspection.profiles[kind] !== 'none');
}

/** Always the first by name that has nothing narrower waiting. */
function byInclusion(space: TermSpace, byName: readonly EntryBox[]): EntryBox[] {
  const waitsFor = byName.map((box) => byName.filter((other) => other !== box && isStrictlyInside(space, other, box)));
  const placed: EntryBox[] = [];
  while (placed.length < byName.length) {
    for (let i = 0; i < byName.length; i++) {
      const isReady = waitsFor[i].every((other) => placed.indexOf(other) >= 0);
      if (!isReady || placed.indexOf(byName[i]) >= 0) continue;
      placed.push(byName[i]);
      break;
    }
  }
  return placed;
}

function isStrictlyInside(space: TermSpace, a: EntryBox, b: EntryBox): boolean {
  return a.shape !== b.shape && isInside(space, a.shape, b.shape) && !isInside(space, b.shape, a.shape);
}

function isInside(space: TermSpace, a: EntryShape, b: EntryShape): boolean {
  return (
    isPortSubset(a.ports, b.ports) &&
    a.names.every((name) => isNamed(b.names, name) || hasAllPorts(b.ports, name)) &&
    isTermSubset(space, a.subject, b.subject) &&
    a.peers.every((peer) => isCovered(space, peer, b.peers))
  );
}

/** A name lies inside all ports of its protocol, and inside no number: pods to come may give it another one. */
function hasAllPorts(ports: PortSet, name: PortName): boolean {
  return isPortSubset(portsOf(name.protocol, { from: 1, to: LAST_PORT }), ports);
}

function isNamed(names: readonly PortName[], wanted: PortName): boolean {
  return names.some((name) => name.name === wanted.name && name.protocol === wanted.protocol);
}

/** True where some connection lies in both boxes. */
function doOverlap(space: TermSpace, a: EntryBox, b: EntryBox): boolean {
  if (!doPortsMeet(a.ports, b.ports) || !intersectTerms(space, a.subject, b.subject)) return false;
  return a.peers.some((peer) => b.peers.some((other) => intersectTerms(space, peer, other) !== undefined));
}

function overruled(box: EntryBox, by: EntryBox): Diagnostic {
  const other = entryText(by);
  return diagnose(
    'attributes-differ',
    { other, first: other },
    { policy: { namespace: box.namespace, name: box.policy.id.name }, path: box.entry.path },
  );
}

/** How diagnostics name an entry: `shop/web spec.ingress[0]`. */
export function entryText(box: EntryBox): string {
  return box.namespace + '/' + box.policy.id.name + ' ' + box.entry.path;
}
