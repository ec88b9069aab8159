import type { Protocol } from '../../kubernetes/types';
import { hasKey } from '../../text/canonical';
import type { Identity } from './identities';
import { type PodFacts, type PodPort, resolvePort } from '../read/pods';

/** A port name that entries or Services use. */
export interface PortName {
  readonly name: string;
  readonly protocol: Protocol;
}

/** What port names mean on pods: pods that give all used names the same numbers share one position. */
export interface NamedPorts {
  readonly names: readonly PortName[];
  /** By position: the named ports, or undefined for virtual pods, whose named ports nobody knows. */
  readonly tables: (readonly PodPort[] | undefined)[];
  readonly positions: { [text: string]: number };
}

/** Numbers the named ports that policies mention; positions of pods are added when they are met. */
export function newNamedPorts(names: readonly PortName[]): NamedPorts {
  const seen: { [key: string]: true } = {};
  const distinct = names.filter((item) => {
    const key = item.protocol + ' ' + item.name;
    if (hasKey(seen, key)) return false;
    seen[key] = true;
    return true;
  });
  // Position 0: no named port at all.
  return { names: distinct, tables: [[]], positions: { '': 0 } };
}

/** The position of what the used names mean on this endpoint. */
export function namedPosition(named: NamedPorts, identity: Identity): number {
  if (named.names.length === 0) return 0;
  const table: PodPort[] = [];
  let text = '';
  for (const item of named.names) {
    const port = resolvePort(identity.namedPorts, item.name, item.protocol);
    if (port === undefined) continue;
    table.push({ name: item.name, protocol: item.protocol, port });
    text += item.name + '/' + item.protocol + '/' + String(port) + ' ';
  }
  const isVirtual = identity.kind === 'virtual';
  if (isVirtual) text = 'virtual';
  if (!hasKey(named.positions, text)) {
    named.positions[text] = named.tables.length;
    named.tables.push(isVirtual ? undefined : table);
  }
  return named.positions[text];
}

/** Every number that some pod gives the name. */
export function everyNumber(pods: readonly PodFacts[], name: string, protocol: Protocol): number[] {
  const numbers: number[] = [];
  for (const pod of pods) {
    const port = pod.hostNetwork ? undefined : resolvePort(pod.namedPorts, name, protocol);
    if (port !== undefined && numbers.indexOf(port) < 0) numbers.push(port);
  }
  return numbers;
}
