import type { Protocol } from '../../kubernetes/types';
import { hasKey } from '../../text/canonical';
import type { Identity } from './identities';
import { type PodPort, resolvePort } from '../read/pods';

/** A port name that entries or Services use. */
export interface PortName {
  readonly name: string;
  readonly protocol: Protocol;
}

/** What the used names mean on pods. */
export interface NamedTable {
  /** Where some name is closed; '' for all other namespaces. */
  readonly namespace: string;
  /** undefined for virtual pods, whose named ports nobody knows. */
  readonly ports: readonly PodPort[] | undefined;
}

/** What port names mean on pods: pods that give all used names the same numbers share one position. */
export interface NamedPorts {
  readonly names: readonly PortName[];
  readonly closedIn: readonly string[];
  /** By position. */
  readonly tables: NamedTable[];
  readonly positions: { [text: string]: number };
}

/**
 * Numbers the named ports that policies mention; positions of pods are added when they are met.
 *
 * @param closedIn namespaces in which entries have closed a name
 */
export function newNamedPorts(names: readonly PortName[], closedIn: readonly string[]): NamedPorts {
  const seen: { [key: string]: true } = {};
  const distinct = names.filter((item) => {
    const key = item.protocol + ' ' + item.name;
    if (hasKey(seen, key)) return false;
    seen[key] = true;
    return true;
  });
  // Position 0: no named port at all.
  return { names: distinct, closedIn, tables: [{ namespace: '', ports: [] }], positions: { ' ': 0 } };
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
  const namespace = named.closedIn.indexOf(identity.namespace) < 0 ? '' : identity.namespace;
  const key = namespace + ' ' + (isVirtual ? 'virtual' : text);
  if (!hasKey(named.positions, key)) {
    named.positions[key] = named.tables.length;
    named.tables.push({ namespace, ports: isVirtual ? undefined : table });
  }
  return named.positions[key];
}
