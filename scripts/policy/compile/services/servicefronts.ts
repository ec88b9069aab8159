import { hasKey, sortedKeys } from '../../text/canonical';
import type { Protocol, Service, ServicePort, Snapshot } from '../../kubernetes/types';
import {
  addressSet,
  familyOf,
  parseAddress,
  singleAddress,
  type AddressSet,
  type Family,
} from '../../values/addresses';

/** The Service addresses of a cluster: who is behind each, on which ports. */

/** Addresses of one family with the same Services behind them: nearly always those of one Service. */
export interface ServiceFront {
  readonly family: Family;
  /** In the order of the snapshot. Several only where they claim the same address. */
  readonly services: readonly Service[];
  readonly addresses: AddressSet;
}

/** A port that is served, and by whom: several where Services on one address, or one twice, have the same port. */
export interface FrontPort {
  readonly protocol: Protocol;
  readonly port: number;
  readonly served: readonly { readonly service: Service; readonly port: ServicePort }[];
}

/**
 * Every cluster IP of both families. NodePorts, load balancers' addresses and external addresses are no fronts: clients
 * outside of the cluster use them, and pods that do leave by an address outside, which is decided like any other.
 */
export function serviceFronts(snapshot: Snapshot): ServiceFront[] {
  const services = snapshot.services;
  const behind: { [address: string]: number[] } = {};
  services.forEach((service, position) => {
    for (const text of service.clusterIPs) {
      if (!hasKey(behind, text)) behind[text] = [];
      behind[text].push(position);
    }
  });
  const fronts: { [key: string]: { family: Family; positions: readonly number[]; addresses: AddressSet } } = {};
  const order: string[] = [];
  for (const text of sortedKeys(behind)) {
    const address = parseAddress(text);
    if (!address) continue;
    const family = familyOf(address);
    const key = behind[text].join(',') + family;
    if (!hasKey(fronts, key)) {
      fronts[key] = { family, positions: behind[text], addresses: [] };
      order.push(key);
    }
    fronts[key].addresses = addressSet(fronts[key].addresses.concat(singleAddress(address)));
  }
  order.sort((a, b) => fronts[a].positions[0] - fronts[b].positions[0] || (a < b ? -1 : 1));
  return order.map((key) => ({
    family: fronts[key].family,
    services: fronts[key].positions.map((position) => services[position]),
    addresses: fronts[key].addresses,
  }));
}

/** The ports of a front, in the order of the Services' lists. */
export function frontPorts(front: ServiceFront): FrontPort[] {
  const ports: {
    [key: string]: { protocol: Protocol; port: number; served: { service: Service; port: ServicePort }[] };
  } = {};
  const order: string[] = [];
  for (const service of front.services) {
    for (const port of service.ports) {
      const key = port.protocol + String(port.port);
      if (!hasKey(ports, key)) {
        ports[key] = { protocol: port.protocol, port: port.port, served: [] };
        order.push(key);
      }
      ports[key].served.push({ service, port });
    }
  }
  return order.map((key) => ports[key]);
}
