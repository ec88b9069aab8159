import { compareText, hasKey, stableSort } from '../../text/canonical';
import { formatAddress } from '../read/addresses';
import type { Endpoint, ToCome } from './surroundings';
import { type Row, type Rows, joinedRow, rowWithout } from './rows';

/** Endpoints that nothing in the input tells apart, judged once. */
export interface EndpointClass {
  /** One of them. */
  readonly endpoint: Endpoint;
  /**
   * Another of them, for connections within the class; undefined where there is exactly one, a pod: its connection to
   * itself is not judged. A workload or a virtual pod stands for any number of pods and can be its own twin.
   */
  readonly twin: Endpoint | undefined;
  readonly source: Row;
  readonly destination: Row;
  readonly egressIsolated: boolean;
  readonly ingressIsolated: boolean;
  readonly isNode: boolean;
  /** A node's address, also one that is only known from a host-network pod. */
  readonly isHost: boolean;
  readonly isService: boolean;
  /** It bears a tag that a held policy names for another label: what is said of it is not judged. */
  readonly isOdd: boolean;
  /**
   * Of a pod to come: entries that mean its address by a block that holds a part of the pods' addresses, where rules may
   * leave it out of these (`podplaces.ts`).
   */
  readonly optional: Rows;
  /**
   * The same of Services that it may send to, whether it is isolated or not: who may send to all that is behind one is
   * worked out by labels and addresses together.
   */
  readonly optionalToServices: Row;
  /** Counts as one behind a Service, and is not judged as an end itself. */
  readonly isTargetOnly: boolean;
  /** Position in the table of named ports. */
  readonly named: number;
}

/** Makes the class of one endpoint. */
export function classOf(endpoint: Endpoint, named: number, twin: Endpoint | undefined, isOdd = false): EndpointClass {
  const identity = endpoint.identity;
  const egressIsolated = identity.egressPolicies.length > 0;
  const ingressIsolated = identity.ingressPolicies.length > 0;
  const { partial, partialForAll, isTaken } = endpoint.toCome || NOT_TO_COME;
  return {
    endpoint,
    twin,
    source: joinedRow(identity.rows.source, endpoint.addressRows.source),
    destination: joinedRow(identity.rows.destination, endpoint.addressRows.destination),
    egressIsolated,
    ingressIsolated,
    isNode: identity.kind === 'node',
    isHost: identity.kind === 'node' || (identity.kind === 'outside' && identity.name !== ''),
    isService: identity.kind === 'service',
    isOdd,
    optional: {
      source: rowWithout((egressIsolated ? partial : partialForAll).source, identity.rows.source),
      destination: rowWithout((ingressIsolated ? partial : partialForAll).destination, identity.rows.destination),
    },
    optionalToServices: rowWithout(partial.source, identity.rows.source),
    isTargetOnly: isTaken,
    named,
  };
}

const NO_ROWS: Rows = { source: [], destination: [] };
const NOT_TO_COME: ToCome = { partial: NO_ROWS, partialForAll: NO_ROWS, isTaken: false };

/** Real pods first: the simplest connection makes the best counter-example. */
export function endpointRank(endpoint: Endpoint): number {
  switch (endpoint.identity.kind) {
    case 'pod':
      return 0;
    case 'workload':
      return 1;
    case 'outside':
      return 2;
    case 'node':
      return 3;
    case 'service':
      return 4;
    case 'virtual':
      return 6;
  }
}

function compareEndpoints(a: Endpoint, b: Endpoint): number {
  return (
    endpointRank(a) - endpointRank(b) ||
    compareText(a.identity.namespace, b.identity.namespace) ||
    compareText(a.identity.name, b.identity.name)
  );
}

/**
 * Folds endpoints into classes, simplest first.
 *
 * @param namedOf the position of an endpoint's named ports in the table of named ports
 * @param groupOf further text that must be equal within a class
 * @param isOddAt whether it bears a tag that a held policy names for another label
 */
export function foldEndpoints(
  endpoints: readonly Endpoint[],
  namedOf: (endpoint: Endpoint) => number,
  groupOf: (endpoint: Endpoint) => string,
  isOddAt: (endpoint: Endpoint) => boolean,
): EndpointClass[] {
  const found: { [key: string]: EndpointClass } = {};
  const order: string[] = [];
  for (const endpoint of stableSort(endpoints, compareEndpoints)) {
    const twin = endpoint.identity.kind === 'pod' ? undefined : endpoint;
    const one = classOf(endpoint, namedOf(endpoint), twin, isOddAt(endpoint));
    const key = [
      endpoint.address.family + kindText(endpoint) + flag(one.egressIsolated) + flag(one.ingressIsolated),
      one.source.join(','),
      one.destination.join(','),
      String(one.named),
      groupOf(endpoint),
      String(one.isOdd),
      [one.optional.source, one.optional.destination, one.optionalToServices, [one.isTargetOnly]].join('/'),
    ].join(';');
    if (!hasKey(found, key)) {
      found[key] = one;
      order.push(key);
    } else if (found[key].twin === undefined) {
      found[key] = { ...found[key], twin: endpoint };
    }
  }
  return order.map((key) => found[key]);
}

function flag(value: boolean): string {
  return value ? '1' : '0';
}

/** Kinds that are judged by their own rules; each Service address is a class of its own. */
function kindText(endpoint: Endpoint): string {
  if (endpoint.identity.kind === 'service') return 'service ' + formatAddress(endpoint.address);
  if (endpoint.identity.kind === 'node') return 'node';
  return endpoint.identity.kind === 'outside' && endpoint.identity.name !== '' ? 'host' : '';
}
