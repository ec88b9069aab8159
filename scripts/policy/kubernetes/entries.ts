import { hasKey, shortHash, sortedUnique } from '../text/canonical';
import { readPeers } from './peers';
import { readPorts } from './ports';
import { checkFields, fieldSet, isAbsent, readList, readObject, type FieldSet, type Reader } from './read';
import { selectorText } from './selector';
import type { Direction, Entry, Peer, Peers } from './types';

/** Reading the elements of `ingress` and `egress`. */

interface Side {
  readonly field: 'from' | 'to';
  readonly fields: FieldSet;
}

const SIDES: { readonly [direction in Direction]: Side } = {
  ingress: { field: 'from', fields: fieldSet(['from', 'ports']) },
  egress: { field: 'to', fields: fieldSet(['to', 'ports']) },
};

const KEY_LENGTH = 6;

/** The entries of one direction; absent reads as none. */
export function readEntries(reader: Reader, value: unknown, direction: Direction): Entry[] {
  const entries: Entry[] = [];
  const seen: { [key: string]: number } = {};
  const list = readList(reader, value, 'spec.' + direction);
  for (let i = 0; i < list.length; i++) {
    const entry = readEntry(reader, list[i], direction, i);
    if (!entry) continue;
    const number = (hasKey(seen, entry.key) ? seen[entry.key] : 0) + 1;
    seen[entry.key] = number;
    entries.push(number === 1 ? entry : { ...entry, key: entry.key + '-' + String(number) });
  }
  return entries;
}

function readEntry(reader: Reader, value: unknown, direction: Direction, index: number): Entry | undefined {
  const path = 'spec.' + direction + '[' + String(index) + ']';
  const side = SIDES[direction];
  // The API server reads a null element as an empty one, which allows everything.
  const object = isAbsent(value) ? {} : readObject(reader, value, path);
  if (!object) return undefined;
  checkFields(reader, object, side.fields, path);
  const peers = readPeers(reader, object[side.field], path + '.' + side.field);
  const ports = readPorts(reader, object.ports, path + '.ports');
  return { direction, index, key: entryKey(peers), peers, ports, path };
}

/**
 * A short hash of an entry's peers, whatever their order. Neither its place nor its ports nor attributes are in it: an
 * inserted entry changes no key, and what is named by the key keeps its name when ports or attributes change. Entries
 * of one policy and direction with equal peers are numbered in the order of the spec, the first bare: `abc123`,
 * `abc123-2`.
 */
export function entryKey(peers: Peers): string {
  const content = peers.kind === 'anyone' ? '*' : sortedUnique(peers.peers.map(peerContent)).join('|');
  return shortHash(content).slice(0, KEY_LENGTH);
}

function peerContent(peer: Peer): string {
  if (peer.kind === 'ipBlock') return peer.cidr + ' except ' + peer.except.join(',');
  const where =
    peer.namespaces.kind === 'own' ? 'own namespace' : 'namespaces ' + selectorText(peer.namespaces.selector);
  return where + ' pods ' + selectorText(peer.pods);
}
