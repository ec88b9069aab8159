import type { AttributeRecord } from '../attributes/types';
import { hasKey } from '../text/canonical';
import { intersectAddresses } from '../values/addresses';
import { doPortsMeet, isPortSubset } from '../values/ports';
import { intersectTerms, isCovered, podsInNamespace, subtractFromEach, type Term } from '../values/term';
import type { Box, CompileModel, RankedEntry, Side } from './model';
import type { RecordCombiner, SideAttributes } from './records';

/**
 * The invariant (docs/semantics.md): an allow is safe if every connection of its box wants to be allowed with exactly
 * this attribute record. A list of safe rules that leaves nothing denied to the default is exact, in any order. The
 * test here is sufficient, not necessary: a box that it does not know to be safe is cut into pairs instead.
 */

/** The one record that every connection of the box wants, or undefined where it is not sure that there is one. */
export function wantedThroughout(model: CompileModel, combiner: RecordCombiner, box: Box): AttributeRecord | undefined {
  const senders = deciders(model, model.egress, box.sources, box.destinations, box);
  const receivers = senders && deciders(model, model.ingress, box.destinations, box.sources, box);
  if (!senders || !receivers) return undefined;
  let wanted: AttributeRecord | undefined;
  let wantedKey = '';
  for (const sender of senders) {
    for (const receiver of receivers) {
      // Nobody asks for anything where neither end is isolated: no rule may stand there.
      if (!sender.entry && !receiver.entry) return undefined;
      const combined = combiner.combine(sender.entry, receiver.entry);
      if (combined.kind === 'nothing' || (wanted && combined.key !== wantedKey)) return undefined;
      if (combined.record.applicationDefault && box.ports.kind !== 'everything') return undefined;
      wanted = combined.record;
      wantedKey = combined.key;
    }
  }
  return wanted;
}

/** Who decides at one end of a box: an entry (by its attributes), or nobody (the end is not isolated). */
interface Decider {
  readonly entry: SideAttributes | undefined;
}

/**
 * All that may decide at the end `own` of the box, seen from `other`; undefined where some connection is not allowed
 * there, or where entries with different attributes contend for it.
 */
function deciders(
  model: CompileModel,
  side: Side,
  own: readonly Term[],
  other: readonly Term[],
  box: Box,
): Decider[] | undefined {
  const found: Decider[] = [];
  const known: { [attributesKey: string]: true } = {};

  function add(decider: Decider): void {
    const key = decider.entry ? decider.entry.attributesKey : '';
    if (hasKey(known, key)) return;
    known[key] = true;
    found.push(decider);
  }

  for (const term of own) {
    for (const part of partsByNamespace(model, side, term)) {
      const isolations = part.namespace === undefined ? [] : side.isolationsMeeting(part.namespace, part.term);
      let open: Term[] = [part.term];
      for (const isolation of isolations) {
        const region = intersectTerms(model.space, part.term, isolation.subject);
        if (!region) continue;
        const near = side.entriesMeeting(isolation.subject.namespaces.names[0], region);
        const entries = coveringEntries(model, near, region, other, box);
        if (!entries) return undefined;
        for (const entry of entries) add({ entry });
        open = subtractFromEach(model.space, open, isolation.subject);
      }
      if (open.length > 0) add({ entry: undefined });
    }
  }
  return found;
}

interface Part {
  /** undefined: what lies in no namespace with an isolation, or outside all pods. */
  readonly namespace: string | undefined;
  readonly term: Term;
}

/** The term cut so that each part meets the isolations of one namespace at most; addresses are looked at whole. */
function partsByNamespace(model: CompileModel, side: Side, term: Term): Part[] {
  const parts: Part[] = [];
  if (term.kind === 'pods') {
    for (const name of term.namespaces.names) {
      parts.push({ namespace: name, term: podsInNamespace(model.space, term, name) });
    }
    return parts;
  }
  const meetsPods = term.kind === 'any' || intersectAddresses(term.addresses, model.space.podAddresses).length > 0;
  if (meetsPods) {
    for (const name of side.namespaces) parts.push({ namespace: name, term });
  }
  parts.push({ namespace: undefined, term });
  return parts;
}

/** The entries that together allow everything between `region` and `other`; undefined where they do not, or contend. */
function coveringEntries(
  model: CompileModel,
  entries: readonly RankedEntry[],
  region: Term,
  other: readonly Term[],
  box: Box,
): RankedEntry[] | undefined {
  const covering: RankedEntry[] = [];
  let open: Term[] = [region];
  for (const entry of entries) {
    if (!doPortsMeet(entry.ports, box.ports)) continue;
    if (!intersectTerms(model.space, entry.subject, region)) continue;
    if (!isPortSubset(box.ports, entry.ports) || !areCovered(model, other, entry.peers)) continue;
    if (entry.contested) return undefined;
    covering.push(entry);
    open = subtractFromEach(model.space, open, entry.subject);
  }
  return open.length === 0 ? covering : undefined;
}

function areCovered(model: CompileModel, terms: readonly Term[], by: readonly Term[]): boolean {
  return terms.every((term) => isCovered(model.space, term, by));
}
