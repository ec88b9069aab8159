import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic';
import { idText } from '../../kubernetes/identity';
import type { ClusterProfile } from '../../profile/types';
import { hasKey } from '../../text/canonical';
import { isCovered, intersectTerms, podsInNamespace, type Term } from '../../values/term';
import { termsContent } from '../../values/termtext';
import { causeOf } from '../causes';
import type { CompileModel, Inexpressible, RankedEntry } from '../model';
import { alike } from '../twins';
import type { RecordCombiner } from '../records';
import type { EntryFinder } from './entryfinder';
import { hardestCells } from './hardestcells';
import { cellsOf, MOST_STEPS, type Cell } from './servicecells';
import { isIsolated } from './targetregion';
import { frontPorts, type FrontPort, type ServiceFront } from './servicefronts';
import { statesOf, type ServiceState } from './servicestates';
import { podsBehind, targetsOf, type TargetContext } from './servicetargets';

/** What is let through to one port of a front. */
export interface Answer {
  readonly front: ServiceFront;
  readonly port: FrontPort;
  /** Before the deny of egress-isolated senders: of these, or of everybody. */
  readonly early: readonly ServiceState[];
  /** True where `early` is for everybody who may. */
  readonly isEarlyForAll: boolean;
  /** Behind it: of senders that are not isolated. */
  readonly late: readonly ServiceState[];
  /** Equal for ports and fronts that let through the same. */
  readonly key: string;
}

/** The answers for all fronts, those that let nothing through left out. */
export interface Answers {
  readonly answers: readonly Answer[];
  readonly inexpressible: readonly Inexpressible[];
  readonly warnings: readonly Diagnostic[];
  /** Errors about ports that let nobody through because of them, which stop nothing else. */
  readonly closed: readonly Diagnostic[];
}

/** Works out every port of every front. */
export function answersOf(
  finder: EntryFinder,
  combiner: RecordCombiner,
  context: TargetContext,
  fronts: readonly ServiceFront[],
  profile: ClusterProfile,
): Answers {
  const answers: Answer[] = [];
  const inexpressible: Inexpressible[] = [];
  const warnings: Diagnostic[] = [];
  const closed: Diagnostic[] = [];
  for (const front of fronts) {
    const hasIsolated = podsBehind(context, front).some((pods) => isIsolated(finder.model, pods));
    for (const port of frontPorts(front)) {
      const service = idText(port.served[0].service);
      const where = { service, port: port.protocol.toLowerCase() + '/' + String(port.port) };
      const cells = allCells(finder, context, front, port);
      if (cells && cells.length === 0) continue;
      const states = cells && statesOf(finder.model, combiner, cells);
      if (!states) {
        closed.push(diagnose('service-too-complex', { ...where, steps: MOST_STEPS }, {}));
        continue;
      }
      const others = hasIsolated ? states.others : [];
      const { isolated } = states;
      const all = others.concat(isolated);
      if (all.length === 0) continue;
      if (port.protocol === 'SCTP' && profile.sctp === 'refuse') {
        closed.push(diagnose('service-sctp', where, {}));
        continue;
      }
      for (const state of all) {
        if (state.record.applicationDefault) inexpressible.push(applicationDefault(state));
      }
      if (all.some((state) => state.hasMixedRecords)) warnings.push(diagnose('service-records-differ', where, {}));
      answers.push(answerOf(finder.model, front, port, isolated, others));
    }
  }
  return { answers, inexpressible, warnings, closed };
}

function allCells(
  finder: EntryFinder,
  context: TargetContext,
  front: ServiceFront,
  port: FrontPort,
): Cell[] | undefined {
  const budget = { steps: 0 };
  const all: Cell[] = [];
  for (const target of targetsOf(context, front, port)) {
    const cells = cellsOf(finder, target, port.protocol, budget);
    if (!cells) return undefined;
    all.push.apply(all, cells);
  }
  return hardestCells(all, finder.model.defaults);
}

function answerOf(
  model: CompileModel,
  front: ServiceFront,
  port: FrontPort,
  isolated: readonly ServiceState[],
  others: readonly ServiceState[],
): Answer {
  const isForAll = model.egress.namespaces.length === 0 || areAllServed(model, isolated, others);
  const early = isForAll ? others : isolated;
  const late = isForAll ? [] : others;
  const key = [String(isForAll), statesKey(early), statesKey(late)].join('#');
  return { front, port, early, isEarlyForAll: isForAll, late, key };
}

function statesKey(states: readonly ServiceState[]): string {
  return states.map((state) => termsContent(state.terms) + '|' + state.recordKey).join(';');
}

/**
 * True where every egress-isolated sender that the other end takes may send, with the same record: one rule for all.
 */
function areAllServed(
  model: CompileModel,
  isolated: readonly ServiceState[],
  others: readonly ServiceState[],
): boolean {
  if (others.length !== 1 || isolated.length === 0) return false;
  const { terms, recordKey } = others[0];
  const served: Term[] = [];
  for (const state of isolated) {
    if (state.recordKey !== recordKey) return false;
    served.push.apply(served, state.terms as Term[]);
  }
  return terms.every((term) => {
    const namespaces = term.kind === 'pods' ? term.namespaces.names : model.egress.namespaces;
    return namespaces.every((namespace) => {
      const isolations = hasKey(model.egress.isolations, namespace) ? model.egress.isolations[namespace] : [];
      const part = term.kind === 'pods' ? podsInNamespace(model.space, term, namespace) : term;
      return isolations.every(({ subject }) => {
        const region = intersectTerms(model.space, part, subject);
        return !region || isCovered(model.space, region, served);
      });
    });
  });
}

function applicationDefault(state: ServiceState): Inexpressible {
  const asking = state.entries.filter(asksForDefault);
  const causes = asking.length > 0 ? asking : state.entries;
  let all: readonly RankedEntry[] = [];
  for (const cause of causes) all = all.concat(alike(cause));
  return { causes: all.map(causeOf), diagnostic: diagnose('service-application-default', {}, {}) };
}

function asksForDefault(entry: RankedEntry): boolean {
  return entry.attributes.service === 'application-default';
}
