import { shortHash, sortedUnique } from '../text/canonical';
import { readPeers } from './peers';
import { readPorts } from './ports';
import { checkFields, fieldSet, isAbsent, readList, readObject, type FieldSet, type Reader } from './read';
import { selectorText } from './selector';
import type { Direction, Entry, Peer, Peers, PortMatch, Ports } from './types';

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
  const list = readList(reader, value, 'spec.' + direction);
  for (let i = 0; i < list.length; i++) {
    const entry = readEntry(reader, list[i], direction, i);
    if (entry) entries.push(entry);
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
  return { direction, index, key: entryKey(peers, ports), peers, ports, path };
}

/**
 * A short hash of what the entry says: equal for entries that say the same, whatever the order of their lists, and
 * without its place, so that an inserted entry changes no key.
 */
export function entryKey(peers: Peers, ports: Ports): string {
  const from = peers.kind === 'anyone' ? '*' : sortedUnique(peers.peers.map(peerContent)).join('|');
  const on = ports.kind === 'anything' ? '*' : sortedUnique(ports.ports.map(portContent)).join('|');
  return shortHash(from + ' on ' + on).slice(0, KEY_LENGTH);
}

function peerContent(peer: Peer): string {
  if (peer.kind === 'ipBlock') return peer.cidr + ' except ' + peer.except.join(',');
  const where =
    peer.namespaces.kind === 'own' ? 'own namespace' : 'namespaces ' + selectorText(peer.namespaces.selector);
  return where + ' pods ' + selectorText(peer.pods);
}

function portContent(port: PortMatch): string {
  switch (port.kind) {
    case 'every':
      return port.protocol;
    case 'range':
      return port.protocol + '/' + String(port.from) + '-' + String(port.to);
    case 'named':
      return port.protocol + '/' + port.name;
  }
}
