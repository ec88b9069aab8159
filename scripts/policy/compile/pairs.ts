import { hasKey } from '../text/canonical';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import { doPortsMeet, intersectPorts } from '../values/ports';
import { intersectTerms, type Term, type TermSpace } from '../values/term';
import { normalTerms, podNamespaces } from '../values/alternatives';
import type { CompileModel, Pair, Inexpressible, RankedEntry, Side } from './model';
import { entryText } from './order';
import { causeOf } from './causes';
import { alike } from './twins';
import type { RecordCombiner } from './records';

/** Layer A's material: every egress entry with every ingress entry that it meets. */
export interface Pairing {
  readonly pairs: readonly Pair[];
  readonly inexpressible: readonly Inexpressible[];
  readonly warnings: readonly Diagnostic[];
}

/** Finds all pairs through an index, egress entries in order, and for each of them ingress entries in order. */
export function findPairs(model: CompileModel, combiner: RecordCombiner): Pairing {
  const index = indexIngress(model.ingress);
  const pairs: Pair[] = [];
  const inexpressible: Inexpressible[] = [];
  const warnings: Diagnostic[] = [];
  for (const egress of entriesInOrder(model.egress)) {
    for (const ingress of candidates(index, egress)) {
      const met = meet(model.space, egress, ingress);
      if (!met) continue;
      const combined = combiner.combine(egress, ingress);
      if (combined.kind === 'nothing') {
        warnings.push(disjoint(egress, ingress, combined.why));
        continue;
      }
      if (combined.inspectionDiffers) warnings.push(inspectionDiffers(egress, ingress));
      if (combined.record.applicationDefault && met.ports.kind !== 'everything') {
        inexpressible.push.apply(inexpressible, applicationDefault(egress, ingress));
        continue;
      }
      pairs.push({
        egress,
        ingress,
        sources: met.sources,
        destinations: met.destinations,
        ports: met.ports,
        record: combined.record,
        recordKey: combined.key,
      });
    }
  }
  return { pairs, inexpressible, warnings };
}

/** All entries of a side: by namespace, then in the order in which they decide. */
export function entriesInOrder(side: Side): RankedEntry[] {
  const entries: RankedEntry[] = [];
  for (const namespace of Object.keys(side.entries).sort()) {
    entries.push.apply(entries, side.entries[namespace] as RankedEntry[]);
  }
  return entries;
}

/** Ingress entries by the namespace of their subject, and by the namespaces that their sources may be in. */
interface IngressIndex {
  readonly position: { readonly [id: string]: number };
  readonly side: Side;
  readonly bySource: { readonly [namespace: string]: readonly RankedEntry[] };
  /** Those whose sources are not pods of named namespaces alone. */
  readonly fromAnywhere: readonly RankedEntry[];
}

function indexIngress(side: Side): IngressIndex {
  const all = entriesInOrder(side);
  const bySource: { [namespace: string]: RankedEntry[] } = {};
  const fromAnywhere: RankedEntry[] = [];
  const position: { [id: string]: number } = {};
  all.forEach((entry, index) => {
    position[entry.id] = index;
    const namespaces = podNamespaces(entry.peers);
    if (!namespaces) fromAnywhere.push(entry);
    else {
      for (const name of namespaces) {
        if (!hasKey(bySource, name)) bySource[name] = [];
        bySource[name].push(entry);
      }
    }
  });
  return {
    position,
    side,
    bySource,
    fromAnywhere,
  };
}

/** Ingress entries that may meet the egress entry, by whichever end names fewer, in order. */
function candidates(index: IngressIndex, egress: RankedEntry): readonly RankedEntry[] {
  const sources = hasKey(index.bySource, egress.namespace) ? index.bySource[egress.namespace] : [];
  const bySource = sources.length + index.fromAnywhere.length;
  const found = bySubject(index, egress.peers, bySource);
  const near = found || sources.concat(index.fromAnywhere);
  return near.sort((a, b) => index.position[a.id] - index.position[b.id]);
}

/** Those whose isolated pods may be among the peers, each once; undefined where these are more than `most`. */
function bySubject({ side }: IngressIndex, peers: readonly Term[], most: number): RankedEntry[] | undefined {
  const found: RankedEntry[] = [];
  const seen: { [id: string]: true } = {};
  for (const peer of peers) {
    if (peer.kind !== 'pods') return undefined;
    for (const name of peer.namespaces.names) {
      for (const entry of side.entriesMeeting(name, peer)) {
        if (hasKey(seen, entry.id)) continue;
        seen[entry.id] = true;
        found.push(entry);
      }
      if (found.length > most) return undefined;
    }
  }
  return found;
}

function meet(
  space: TermSpace,
  egress: RankedEntry,
  ingress: RankedEntry,
): { sources: Term[]; destinations: Term[]; ports: Pair['ports'] } | undefined {
  if (!doPortsMeet(egress.ports, ingress.ports)) return undefined;
  const destinations = meetingTerms(space, egress.peers, ingress.subject);
  if (destinations.length === 0) return undefined;
  const sources = meetingTerms(space, ingress.peers, egress.subject);
  if (sources.length === 0) return undefined;
  return { sources, destinations, ports: intersectPorts(egress.ports, ingress.ports) };
}

function meetingTerms(space: TermSpace, terms: readonly Term[], subject: Term): Term[] {
  const common: Term[] = [];
  for (const term of terms) {
    const both = intersectTerms(space, term, subject);
    if (both) common.push(both);
  }
  return common.length < 2 ? common : normalTerms(space, common);
}

function placeOf(entry: RankedEntry): { policy: { namespace: string; name: string }; path: string } {
  return { policy: { namespace: entry.namespace, name: entry.policy.id.name }, path: entry.entry.path };
}

function disjoint(egress: RankedEntry, ingress: RankedEntry, why: 'applications' | 'categories'): Diagnostic {
  const own = (why === 'applications' ? ingress.attributes.applications : ingress.attributes.categories) || [];
  const others = (why === 'applications' ? egress.attributes.applications : egress.attributes.categories) || [];
  return diagnose(
    why === 'applications' ? 'applications-disjoint' : 'categories-disjoint',
    { own: own.join(', '), other: entryText(egress), others: others.join(', ') },
    placeOf(ingress),
  );
}

function inspectionDiffers(egress: RankedEntry, ingress: RankedEntry): Diagnostic {
  return diagnose('inspection-differs', { other: entryText(egress), receiver: entryText(ingress) }, placeOf(ingress));
}

/** Each policy that says the same is told, with the first at the other end. */
function applicationDefault(egress: RankedEntry, ingress: RankedEntry): Inexpressible[] {
  const senders = alike(egress).map((sender) => [sender, ingress]);
  const receivers = ingress.twins.map((receiver) => [egress, receiver]);
  return senders.concat(receivers).map((both) => ({
    causes: both.map(causeOf),
    diagnostic: diagnose('service-application-default', {}, {}),
  }));
}
