import { hasKey } from '../../text/canonical';
import { type NamedPorts, everyNumber } from '../endpoints/namedports';
import type { JudgedEntry } from '../endpoints/rows';
import type { ClusterFacts } from '../read/cluster';
import { type PortAxis, type PortMask, addRange, emptyMask, fullMask } from '../read/ports';

/** Port points that an entry allows at a destination. `open`: those that depend on named ports that nobody knows. */
export interface EntryPorts {
  readonly mask: PortMask;
  readonly open: PortMask;
}

/** What the ports of entries are looked up in; `entryPorts` keeps what was found, and starts empty. */
export interface EntryPortsContext {
  readonly entries: readonly JudgedEntry[];
  readonly axis: PortAxis;
  readonly named: NamedPorts;
  readonly facts: ClusterFacts;
  readonly entryPorts: { [key: string]: EntryPorts };
}

/** The ports that an entry allows at destinations with the given named ports. */
export function portsOfEntry(context: EntryPortsContext, entry: number, named: number): EntryPorts {
  const key = String(entry) + '/' + String(named);
  if (!hasKey(context.entryPorts, key)) context.entryPorts[key] = computePorts(context, entry, named);
  return context.entryPorts[key];
}

function computePorts(context: EntryPortsContext, entry: number, named: number): EntryPorts {
  const axis = context.axis;
  const ports = context.entries[entry].facts.ports;
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
      for (const number of everyNumber(context.facts.pods, port.name, protocol)) {
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
