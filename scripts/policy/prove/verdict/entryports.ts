import { canonicalJson } from '../../text/canonical';
import { numbersOf } from '../numbers';
import type { NamedPorts } from '../endpoints/namedports';
import type { JudgedEntry } from '../endpoints/rows';
import type { ClusterFacts } from '../read/cluster';
import { everyNumber } from '../read/pods';
import type { EntryFacts } from '../read/policies';
import { type PortAxis, type PortMask, addRange, emptyMask, fullMask } from '../read/ports';

/** Port points that an entry allows at a destination. `open`: those that depend on named ports that nobody knows. */
export interface EntryPorts {
  readonly mask: PortMask;
  readonly open: PortMask;
}

/** What the ports of entries are looked up in. */
export interface EntryPortsContext {
  readonly axis: PortAxis;
  readonly named: NamedPorts;
  readonly facts: ClusterFacts;
  /** For each entry the number of its list of ports: entries with equal lists have equal ones. */
  readonly portLists: readonly number[];
  /** By these numbers. */
  readonly distinctPorts: readonly EntryFacts['ports'][];
  /** What was found, by these numbers and by named ports; starts empty. */
  readonly entryPorts: { [named: number]: EntryPorts | undefined }[];
}

/** Prepares looking up the ports of entries. */
export function entryPortsContext(
  entries: readonly JudgedEntry[],
  axis: PortAxis,
  named: NamedPorts,
  facts: ClusterFacts,
): EntryPortsContext {
  const portLists = numbersOf(entries.map(({ facts: { ports } }) => (ports === undefined ? '' : canonicalJson(ports))));
  const distinctPorts: EntryFacts['ports'][] = [];
  portLists.forEach((list, entry) => {
    distinctPorts[list] = entries[entry].facts.ports;
  });
  return { axis, named, facts, portLists, distinctPorts, entryPorts: distinctPorts.map(() => ({})) };
}

/** The ports that an entry allows at destinations with the given named ports. */
export function portsOfEntry(context: EntryPortsContext, entry: number, named: number): EntryPorts {
  const list = context.portLists[entry];
  const known = context.entryPorts[list][named];
  if (known !== undefined) return known;
  const found = computePorts(context, context.distinctPorts[list], named);
  context.entryPorts[list][named] = found;
  return found;
}

function computePorts(context: EntryPortsContext, ports: EntryFacts['ports'], named: number): EntryPorts {
  const axis = context.axis;
  const mask = ports === undefined ? fullMask(axis) : emptyMask(axis);
  const open = emptyMask(axis);
  const table = context.named.tables[named];
  for (const port of ports || []) {
    const protocol = port.protocol;
    if (port.range) {
      addRange(mask, axis, { protocol, from: port.range.from, to: port.range.to });
    } else if (port.name === undefined) {
      addRange(mask, axis, { protocol, from: 1, to: 65535 });
    } else if ((port.closedIn || []).indexOf(table.namespace) >= 0) {
      continue;
    } else if (table.ports === undefined) {
      for (const number of everyNumber(context.facts.portNumbers, port.name, protocol)) {
        addRange(open, axis, { protocol, from: number, to: number });
      }
    } else {
      for (const item of table.ports) {
        if (item.name !== port.name || item.protocol !== protocol) continue;
        addRange(mask, axis, { protocol, from: item.port, to: item.port });
      }
    }
  }
  // What the entry allows in any case does not depend on a name.
  return { mask, open: open.map((word, index) => word & ~mask[index]) };
}
