import { compareText, sortedKeys } from '../text/canonical';
import type { ClusterProfile } from '../profile/types';
import { portListText, type PortRange, type PortRanges, type PortSet } from '../values/ports';
import type { AddressGroupEntry, ServiceEntry } from './entry';
import { LIMITS } from './limits';
import { contentHash, createNameTable, nameText } from './names';
import { clusterTags } from './ownership';

/** The address groups and services of a rulebase, each made once for its content and shared between rules. */
export interface ObjectTable {
  /** The name of the dynamic group with this match expression. `label` is what of it is readable. */
  dynamicGroup(label: string, filter: string): string;
  /** The name of the static group with these members. */
  staticGroup(label: string, members: readonly string[]): string;
  /** The names of the services that together are the port set; `any` where it is everything. */
  services(ports: PortSet): string[];
  addressGroups(): AddressGroupEntry[];
  serviceEntries(): ServiceEntry[];
}

/** Collects the objects that rules of one cluster name; what is asked for twice is there once. */
export function createObjectTable(profile: ClusterProfile): ObjectTable {
  const names = createNameTable();
  const groups: { [name: string]: AddressGroupEntry } = {};
  const services: { [name: string]: ServiceEntry } = {};
  const tags = clusterTags(profile);

  function addService(protocol: ServiceEntry['protocol'], port: string): string {
    const wanted = profile.cluster + '.' + protocol + '-' + port.replace(/,/g, '_');
    const name = names.name(wanted, 'service:' + protocol + ':' + port, LIMITS.objectName);
    services[name] = { kind: 'service', name, protocol, port, tags };
    return name;
  }

  return {
    dynamicGroup(label, filter) {
      const wanted = profile.cluster + '.' + nameText(label);
      const name = names.name(wanted, 'filter:' + filter, LIMITS.objectName);
      groups[name] = {
        kind: 'address-group',
        name,
        description: '',
        match: { type: 'dynamic', filter },
        tags,
      };
      return name;
    },
    staticGroup(label, members) {
      const name = profile.cluster + '.' + label;
      groups[name] = {
        kind: 'address-group',
        name,
        description: '',
        match: { type: 'static', members: members.slice().sort(compareText) },
        tags,
      };
      return name;
    },
    services(ports) {
      if (ports.kind === 'everything') return ['any'];
      const found: string[] = [];
      for (const protocol of ['tcp', 'udp', 'sctp'] as const) {
        for (const list of portLists(ports[protocol])) found.push(addService(protocol, list));
      }
      return found.sort(compareText);
    },
    addressGroups() {
      return sortedKeys(groups).map((name) => groups[name]);
    },
    serviceEntries() {
      return sortedKeys(services).map((name) => services[name]);
    },
  };
}

/** The ranges as port lists that each fit in one service. */
function portLists(ranges: PortRanges): string[] {
  const lists: string[] = [];
  let current: PortRange[] = [];
  for (const range of ranges) {
    if (portListText(current.concat([range])).length > LIMITS.portList) {
      lists.push(portListText(current));
      current = [];
    }
    current.push(range);
  }
  if (current.length > 0) lists.push(portListText(current));
  return lists;
}

/**
 * What of a group's content is readable: namespaces and label values, with a hash where that is not all.
 *
 * @example groupLabel(['web'], [], filter) //=> 'web'
 * @example groupLabel(['web'], ['app-front'], filter) //=> 'web.app-front-' and a hash of the filter
 * @example groupLabel(['api', 'web'], [], filter) //=> 'namespaces-' and a hash of the filter
 */
export function groupLabel(namespaces: readonly string[], labels: readonly string[], filter: string): string {
  // Not how many: a long expression is cut into several groups, which one namespace more must not all rename.
  const where = namespaces.length === 1 ? namespaces[0] : 'namespaces';
  if (labels.length === 0 && namespaces.length === 1) return where;
  const what = labels.length === 0 ? '' : '.' + labels.join('.');
  const readable = (where + what).slice(0, READABLE);
  return readable + '-' + contentHash(filter);
}

// With the cluster's name (24 at most) and the hash, 63 is not exceeded.
const READABLE = 28;
