import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { Entry, PodClass } from '../kubernetes/types';
import { VOLATILE_KEYS } from '../kubernetes/pods/volatilekeys';
import { shortHash } from '../text/canonical';
import { arePortsEmpty, joinPorts, type PortSet } from '../values/ports';
import type { PodsTerm, Term, TermSpace } from '../values/term';
import { termKey, termsContent } from '../values/termtext';
import type { EntryBox, EntryShape, PortName } from './model';
import { numberOf, readNamedPorts, type PodIndex, type UnclearPort } from './namedports';
import type { NamespaceFinder } from './namespacefinder';

/** One entry as the boxes that its ports make of it. */

/** What looking up named ports needs. */
export interface PartContext {
  readonly space: TermSpace;
  readonly namespaces: NamespaceFinder;
  readonly pods: PodIndex;
}

/** The coordinates of one box, and its name among the boxes of the entry. */
export interface EntryPart {
  readonly subject: PodsTerm;
  readonly peers: readonly Term[];
  readonly ports: PortSet;
  readonly name: EntryBox['part'];
}

/** The boxes of an entry, with what was found on the way, at field paths. */
export interface EntryParts {
  readonly parts: readonly EntryPart[];
  readonly found: readonly { readonly diagnostic: Diagnostic; readonly path: string }[];
}

/** Destinations with their ports; an ingress entry needs a box for each of the terms. */
interface Destinations {
  readonly terms: readonly Term[];
  readonly ports: PortSet;
}

/** The boxes of an entry: ports by number for all destinations, and those that names mean for each group of them. */
export function entryParts(context: PartContext, entry: Entry, shape: EntryShape): EntryParts {
  const all: readonly Term[] = entry.direction === 'ingress' ? [shape.subject] : shape.peers;
  if (shape.names.length === 0)
    return { parts: partsOf(entry, shape, [{ terms: all, ports: shape.ports }]), found: [] };
  const reading = readNamedPorts(context.space, context.pods, all, () => everyPod(context), shape.names, shape.ports);
  const allKey = keyOf(all);
  let ofAll = shape.ports;
  const groups: Destinations[] = [];
  for (const group of reading.groups) {
    if (keyOf(group.terms) === allKey) ofAll = joinPorts(ofAll, group.ports);
    else groups.push(group);
  }
  const found = onePerPort(reading.unclear).map((one) => ({ diagnostic: unclearPort(one), path: one.port.path }));
  for (const key of reading.keys) {
    if (VOLATILE_KEYS.indexOf(key) >= 0)
      found.push({ diagnostic: diagnose('key-volatile', { key }, {}), path: entry.path });
  }
  const destinations = [{ terms: all, ports: ofAll }].concat(groups);
  const parts = partsOf(entry, shape, destinations);
  if (parts.length === 0 && reading.unclear.length === 0) {
    found.push({ diagnostic: diagnose('entry-matches-nothing', { reason: NO_PORT }, {}), path: entry.path });
  }
  return { parts, found };
}

function everyPod(context: PartContext): PodsTerm {
  return {
    kind: 'pods',
    namespaces: context.space.namespaces.of(context.namespaces.find([])),
    requirements: [],
    addresses: undefined,
  };
}

const NO_PORT = 'No pod that the entry reaches has a port of such a name and protocol';

function keyOf(terms: readonly Term[]): string {
  return terms.map(termKey).sort().join(' ');
}

function partsOf(entry: Entry, shape: EntryShape, destinations: readonly Destinations[]): EntryPart[] {
  const parts: EntryPart[] = [];
  for (const { terms, ports } of destinations) {
    if (arePortsEmpty(ports)) continue;
    if (entry.direction === 'egress') parts.push({ subject: shape.subject, peers: terms, ports, name: '' });
    else {
      for (const term of terms) {
        if (term.kind === 'pods') parts.push({ subject: term, peers: shape.peers, ports, name: '' });
      }
    }
  }
  return parts.length < 2 ? parts : parts.map((part) => named(entry, shape, part));
}

const NAME_LENGTH = 4;

/** By destinations alone, so that another number edits the rule in place. */
function named(entry: Entry, shape: EntryShape, part: EntryPart): EntryPart {
  const all = entry.direction === 'ingress' ? [shape.subject] : shape.peers;
  const own = entry.direction === 'ingress' ? [part.subject] : part.peers;
  const name = keyOf(own) === keyOf(all) ? '' : shortHash(termsContent(own)).slice(0, NAME_LENGTH);
  return { subject: part.subject, peers: part.peers, ports: part.ports, name };
}

/** The first two pods of each port say enough. */
function onePerPort(unclear: readonly UnclearPort[]): UnclearPort[] {
  return unclear.filter((one, index) => !unclear.slice(0, index).some((other) => other.port === one.port));
}

function unclearPort({ port, first, second }: UnclearPort): Diagnostic {
  return diagnose(
    'named-port',
    {
      name: port.name,
      namespace: first.namespace,
      first: podText(first),
      firstPort: numberText(first, port),
      second: podText(second),
      secondPort: numberText(second, port),
    },
    {},
  );
}

function podText(pods: PodClass): string {
  return pods.samples.length > 0 ? pods.samples[0].name : '';
}

function numberText(pods: PodClass, port: PortName): string {
  const number = numberOf(pods, port.name, port.protocol);
  return number === undefined ? 'nothing' : port.protocol + ' ' + String(number);
}
