import type { Plugin } from '../plugin';
import type { Scope } from '../hierarchy';
import type { Side } from '../side';
import type { ConfigNode } from '../tree/node';
import { type Filter, parseFilter } from '../validate/filter';
import { addressNumber, addressSpan } from './addresses';
import type { Packet } from './packet';

/** Whether the members of a rule take what a packet has: addresses, groups, services, applications. */

/** Ports of the services that PAN-OS brings along (vendor, "Policy Object: Services"). */
const PREDEFINED_SERVICES: { readonly [name: string]: readonly number[] } = {
  'service-http': [80, 8080],
  'service-https': [443],
};

/** Looks names up for one device group. */
export class Members {
  constructor(
    private readonly side: Side,
    private readonly scope: Scope,
    private readonly plugin: Plugin,
  ) {}

  /** Whether a list of addresses, objects and groups holds an address. */
  holdAddress(members: readonly string[], address: string): boolean {
    const number = addressNumber(address);
    if (number === undefined) throw new Error(`"${address}" is no address.`);
    return members.some((member) => this.isMember(member, address, number, new Set()));
  }

  /** Whether a list of services takes protocol and port. */
  holdService(members: readonly string[], packet: Packet): boolean {
    if (members.includes('any')) return true;
    if (members.includes('application-default')) return packet.onDefaultPort ?? true;
    return members.some((member) => this.takesPort(member, packet, new Set()));
  }

  /** Whether a list of App-IDs, with its groups, names the packet's; not looked at where the packet has none. */
  holdApplication(members: readonly string[], application: string | undefined): boolean {
    if (application === undefined || members.includes('any') || members.includes(application)) return true;
    return members.some((member) => {
      const group = this.find('application', member);
      return group?.parent?.tag === 'application-group' && group.members('members').includes(application);
    });
  }

  private find(space: 'address' | 'service' | 'application', name: string): ConfigNode | undefined {
    return this.side.hierarchy
      .chain(this.scope)
      .map((scope) => this.side.resolver.inScope(scope, space, name))
      .find((node) => node !== undefined);
  }

  private isMember(name: string, address: string, number: bigint, open: Set<string>): boolean {
    if (name === 'any') return true;
    if (open.has(name)) return false;
    open.add(name);
    const entry = this.find('address', name);
    // A name that no object has is an address itself.
    if (entry === undefined) return covers(name, number);
    if (entry.parent?.tag === 'address') return objectCovers(entry, number);
    const filter = entry.descend('dynamic', 'filter');
    if (filter !== undefined) return this.isInDynamicGroup(parseFilter(filter.text), address, number);
    return entry.members('static').some((member) => this.isMember(member, address, number, open));
  }

  /** A dynamic group holds registered addresses, and address objects, by their tags. */
  private isInDynamicGroup(filter: Filter | undefined, address: string, number: bigint): boolean {
    if (filter === undefined) return false;
    if (holds(filter, lowerCase(this.plugin.tagsAt(address)))) return true;
    return this.side.hierarchy
      .chain(this.scope)
      .flatMap((scope) => this.side.hierarchy.nodeOf(scope, this.side.root)?.child('address')?.children ?? [])
      .some((entry) => objectCovers(entry, number) && holds(filter, lowerCase(entry.members('tag'))));
  }

  private takesPort(name: string, packet: Packet, open: Set<string>): boolean {
    if (open.has(name)) return false;
    open.add(name);
    const port = packet.port ?? 0;
    const entry = this.find('service', name);
    if (entry === undefined) return packet.protocol === 'tcp' && (PREDEFINED_SERVICES[name] ?? []).includes(port);
    if (entry.parent?.tag === 'service-group') {
      return entry.members('members').some((member) => this.takesPort(member, packet, open));
    }
    const list = entry.descend('protocol', packet.protocol, 'port')?.text ?? '';
    return list.split(',').some((item) => {
      const [from = '', to = from] = item.trim().split('-');
      return from !== '' && Number(from) <= port && port <= Number(to);
    });
  }
}

function covers(text: string, number: bigint): boolean {
  const span = addressSpan(text);
  return span !== undefined && span.from <= number && number <= span.to;
}

/** Names and wildcard masks are not looked up. */
function objectCovers(entry: ConfigNode, number: bigint): boolean {
  return ['ip-netmask', 'ip-range'].some((kind) => covers(entry.child(kind)?.text ?? '', number));
}

function lowerCase(tags: Iterable<string>): ReadonlySet<string> {
  return new Set([...tags].map((tag) => tag.toLowerCase()));
}

function holds(filter: Filter, tags: ReadonlySet<string>): boolean {
  if (filter.kind === 'tag') return tags.has(filter.tag.toLowerCase());
  return filter.kind === 'and'
    ? filter.operands.every((operand) => holds(operand, tags))
    : filter.operands.some((operand) => holds(operand, tags));
}
