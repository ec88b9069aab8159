import { hasKey } from '../../text/canonical';
import { idText } from '../../kubernetes/identity';
import { unionAddresses, type AddressSet } from '../../values/addresses';
import { joinPorts, NO_PORTS, portsOf, type PortSet } from '../../values/ports';
import { addressesTerm, intersectTerms, type Term, type TermSpace } from '../../values/term';
import type { CompiledRule } from '../model';
import type { Answer } from './serviceanswers';
import type { FrontPort, ServiceFront } from './servicefronts';
import type { ServiceState } from './servicestates';

/** The allows of layer S, named for their Services. */

/** Rules before and behind the deny of egress-isolated senders. */
export interface ServiceAllows {
  readonly early: readonly CompiledRule[];
  readonly late: readonly CompiledRule[];
}

/** Ports of a front, and addresses of a Service's families, that let through the same, as one. */
interface Joined {
  readonly answer: Answer;
  readonly ports: readonly FrontPort[];
  addresses: AddressSet;
}

/** What nodes are let through to, by their addresses. */
export function nodeAllows(space: TermSpace, answers: readonly Answer[], nodes: Term): CompiledRule[] {
  const rules: CompiledRule[] = [];
  for (const one of joined(answers)) {
    // Nodes are isolated by nobody.
    for (const state of one.answer.isEarlyForAll ? one.answer.early : one.answer.late) {
      const terms: Term[] = [];
      for (const term of state.terms) {
        const met = term.kind === 'pods' ? undefined : intersectTerms(space, term, nodes);
        if (met) terms.push(met);
      }
      if (terms.length > 0) rules.push(ruleOf(one, { ...state, terms }, '-nodes'));
    }
  }
  return rules;
}

/** The rules of the answers, in their order. */
export function allowRules(answers: readonly Answer[]): ServiceAllows {
  const early: CompiledRule[] = [];
  const late: CompiledRule[] = [];
  for (const one of joined(answers)) {
    for (const state of one.answer.early) early.push(ruleOf(one, state, one.answer.isEarlyForAll ? '' : '-isolated'));
    for (const state of one.answer.late) late.push(ruleOf(one, state, ''));
  }
  return { early, late };
}

function joined(answers: readonly Answer[]): Joined[] {
  const byFront: { [key: string]: { answer: Answer; ports: FrontPort[] } } = {};
  const order: string[] = [];
  for (const answer of answers) {
    const key = servicesText(answer.front) + '|' + answer.front.family + '|' + answer.key;
    if (!hasKey(byFront, key)) {
      byFront[key] = { answer, ports: [] };
      order.push(key);
    }
    byFront[key].ports.push(answer.port);
  }
  const found: { [key: string]: Joined } = {};
  const all: Joined[] = [];
  for (const frontKey of order) {
    const { answer, ports } = byFront[frontKey];
    const key = servicesText(answer.front) + '|' + ports.map(portText).join('_') + '|' + answer.key;
    if (hasKey(found, key)) {
      found[key].addresses = unionAddresses(found[key].addresses, answer.front.addresses);
    } else {
      found[key] = { answer, ports, addresses: answer.front.addresses };
      all.push(found[key]);
    }
  }
  return all;
}

function servicesText(front: ServiceFront): string {
  return front.services.map(idText).join(' and ');
}

/** `80`, `udp-53`: TCP goes without saying. */
function portText(port: FrontPort): string {
  return (port.protocol === 'TCP' ? '' : port.protocol.toLowerCase() + '-') + String(port.port);
}

function ruleOf(one: Joined, state: ServiceState, suffix: string): CompiledRule {
  const front = one.answer.front;
  const service = front.services[0];
  const ports = one.ports.map(portText);
  return {
    layer: 'services',
    subject: {
      kind: 'service',
      name: service.namespace + '.' + service.name + '-' + ports.join('_') + suffix,
      text: 'Service ' + servicesText(front) + ' port ' + ports.join(', '),
      entries: state.entries,
    },
    sources: { kind: 'terms', terms: state.terms },
    destinations: { kind: 'terms', terms: [addressesTerm(one.addresses)] },
    ports: portSet(one.ports),
    verdict: { kind: 'allow', record: state.record },
  };
}

function portSet(ports: readonly FrontPort[]): PortSet {
  return ports.map(({ protocol, port }) => portsOf(protocol, { from: port, to: port })).reduce(joinPorts, NO_PORTS);
}
