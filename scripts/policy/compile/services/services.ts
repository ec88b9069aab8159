import { hasKey } from '../../text/canonical';
import { diagnose, type Diagnostic } from '../../diagnostics/diagnostic';
import type { PodClass, Service, Snapshot } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { NO_ADDRESSES, unionAddresses, type AddressRange, type AddressSet } from '../../values/addresses';
import { EVERYTHING } from '../../values/ports';
import { addressesTerm, ANY, type Term } from '../../values/term';
import type { BlockName, CompiledRule, CompileModel, Inexpressible, RuleEnd } from '../model';
import { openRecord } from '../openrecord';
import type { RecordCombiner } from '../records';
import { createEntryFinder } from './entryfinder';
import { isIsolated } from './targetregion';
import { serviceFronts, type ServiceFront } from './servicefronts';
import { allowRules, nodeAllows } from './serviceallows';
import { serviceNetwork } from './servicenetwork';
import { answersOf, type Answer } from './serviceanswers';
import { sendersOnNodes, type NodeSide } from './servicehosts';
import { podsBehind } from './servicetargets';

/**
 * Layer S (docs/semantics.md): where a client's packet may be seen before its Service address is replaced, Service
 * addresses are decided completely, as those behind them are. Whoever may connect to all of a Service's pods on the
 * target port may connect to the address on the port; nothing else is let through to it.
 */

/** The rules of the layer, and what was found on the way. */
export interface ServiceLayer {
  readonly rules: readonly CompiledRule[];
  readonly inexpressible: readonly Inexpressible[];
  readonly warnings: readonly Diagnostic[];
  /** Errors about ports that stay closed, which stop nothing else. */
  readonly closed: readonly Diagnostic[];
}

const ANYONE: RuleEnd = { kind: 'terms', terms: [ANY] };

const NOTHING: ServiceLayer = { rules: [], inexpressible: [], warnings: [], closed: [] };

/**
 * Decides every Service address for every sender. In order: egress-isolated senders that reach everybody behind a port
 * (or all senders, where that comes to the same), a deny for the other egress-isolated ones, everybody who reaches the
 * isolated pods, a deny for the others; and what nobody isolates is open, whatever groups its tags stand in.
 */
export function serviceLayer(
  model: CompileModel,
  combiner: RecordCombiner,
  snapshot: Snapshot,
  profile: ClusterProfile,
  nodeSide: NodeSide,
): ServiceLayer {
  const hasIsolated = model.egress.namespaces.length > 0 || model.ingress.namespaces.length > 0;
  if (profile.inspection !== 'both-ends' || !hasIsolated) return NOTHING;
  const fronts = serviceFronts(snapshot);
  const finder = createEntryFinder(model);
  const targets = { space: model.space, podsOf: podsByNamespace(snapshot) };
  const answers = answersOf(finder, combiner, targets, fronts, profile);
  const allows = allowRules(answers.answers);
  const isolated = fronts.filter((front) => podsBehind(targets, front).some((pods) => isIsolated(model, pods)));
  const open = fronts.filter((front) => isolated.indexOf(front) < 0 && hasTagOfIsolated(model, front));
  const network = serviceNetwork(snapshot, profile, model.space);
  const nodes = sendersOnNodes(model, nodeSide, answers.answers);
  const rules = nodes ? nodeRules(model, nodes, answers.answers, fronts, isolated) : [];
  rules.push.apply(rules, allows.early as CompiledRule[]);
  const known = addressesOfFronts(fronts);
  const denied = unionAddresses(network.addresses, known);
  const hasSenders = model.egress.namespaces.length > 0;
  if (hasSenders && denied.length > 0) {
    rules.push(denyRule('services-deny-egress', { kind: 'isolated', direction: 'egress' }, denied));
  }
  rules.push.apply(rules, allows.late as CompiledRule[]);
  if (isolated.length > 0) {
    rules.push(denyRule('services-deny', ANYONE, addressesOfFronts(isolated)));
  }
  if (open.length > 0) rules.push(openRule('services-open', model, ANYONE, addressesOfFronts(open)));
  return {
    rules,
    inexpressible: answers.inexpressible,
    closed: answers.closed,
    warnings: answers.warnings.concat(
      hasSenders && fronts.length > 0 && !network.isKnown ? [diagnose('service-network-unknown', {}, {})] : [],
    ),
  };
}

/** Nodes to every Service address, whatever groups they stand in. */
function nodeRules(
  model: CompileModel,
  nodes: Term,
  answers: readonly Answer[],
  fronts: readonly ServiceFront[],
  isolated: readonly ServiceFront[],
): CompiledRule[] {
  const rules = nodeAllows(model.space, answers, nodes);
  const sources: RuleEnd = { kind: 'terms', terms: [nodes] };
  const others = fronts.filter((front) => isolated.indexOf(front) < 0);
  if (isolated.length > 0) rules.push(denyRule('services-deny-nodes', sources, addressesOfFronts(isolated)));
  if (others.length > 0) rules.push(openRule('services-open-nodes', model, sources, addressesOfFronts(others)));
  return rules;
}

function podsByNamespace(snapshot: Snapshot): { readonly [namespace: string]: readonly PodClass[] } {
  const found: { [namespace: string]: PodClass[] } = {};
  for (const pods of snapshot.podClasses) {
    if (!hasKey(found, pods.namespace)) found[pods.namespace] = [];
    found[pods.namespace].push(pods);
  }
  return found;
}

function addressesOfFronts(fronts: readonly ServiceFront[]): AddressSet {
  const addresses: AddressRange[] = [];
  for (const front of fronts) for (const range of front.addresses) addresses.push(range);
  return unionAddresses(addresses, NO_ADDRESSES);
}

function hasTagOfIsolated(model: CompileModel, front: ServiceFront): boolean {
  return front.services.some((service) => {
    if (!hasKey(model.ingress.isolations, service.namespace)) return false;
    return model.ingress.isolations[service.namespace].some(({ subject }) =>
      subject.requirements.every(
        // Groups hold no negations.
        ({ key, negated, values }) => negated || values.some((value) => hasTag(service, key, value)),
      ),
    );
  });
}

/**
 * Tags ignore case, join key and value by a dot, and may hold `_` for `/`; a rule too many for an open Service is safe.
 */
function hasTag(service: Service, key: string, value: string): boolean {
  const wanted = tagText(key, value);
  return Object.keys(service.labels).some((own) => tagText(own, service.labels[own]) === wanted);
}

function tagText(key: string, value: string): string {
  return (key + '.' + value).toLowerCase().replace(/\//g, '_');
}

function denyRule(name: BlockName, sources: RuleEnd, to: AddressSet): CompiledRule {
  return {
    layer: 'services',
    subject: { kind: 'block', name },
    sources,
    destinations: { kind: 'terms', terms: [addressesTerm(to)] },
    ports: EVERYTHING,
    verdict: { kind: 'deny' },
  };
}

function openRule(name: BlockName, model: CompileModel, sources: RuleEnd, to: AddressSet): CompiledRule {
  return {
    layer: 'services',
    subject: { kind: 'block', name },
    sources,
    destinations: { kind: 'terms', terms: [addressesTerm(to)] },
    ports: EVERYTHING,
    verdict: { kind: 'allow', record: openRecord(model.defaults) },
  };
}
