import type { Direction, StringMap } from '../../kubernetes/types';
import { hasKey } from '../../text/canonical';
import type { PolicyFacts } from '../read/policies';
import { nameOf, namespaceOf } from '../read/raw';
import { selectorHolds, selectorText } from '../read/selectors';
import type { ClosedPort, Exception, ProofInput, StandIn } from '../types';
import type { ProofModel } from './model';

/** Every policy that is not judged as it stands, and what that means for its pods. */
export function exceptionsOf(model: ProofModel, input: ProofInput): Exception[] {
  const codes = input.codes || {};
  function codesOf(namespace: string, name: string): readonly string[] {
    const key = namespace + '/' + name;
    return hasKey(codes, key) ? codes[key] : [];
  }
  const left = model.leftOut.map((policy): Exception => ({
    policy: policy.id,
    codes: codesOf(policy.id.namespace, policy.id.name),
    instead: 'nothing',
    effect: effectText(model, policy),
  }));
  const standIns = input.standIns || {};
  const replaced = (input.replaced || []).map((version): Exception => {
    const key = namespaceOf(version) + '/' + nameOf(version);
    const standIn = hasKey(standIns, key) ? standIns[key] : undefined;
    return {
      policy: { namespace: namespaceOf(version), name: nameOf(version), uid: '' },
      codes: codesOf(namespaceOf(version), nameOf(version)),
      instead: standIn === undefined ? 'last-good' : standIn.instead,
      effect: standIn === undefined ? 'its last good version holds' : standInText(standIn),
    };
  });
  return left.concat(replaced, closedServices(input.closedPorts || []));
}

function closedServices(ports: readonly ClosedPort[]): Exception[] {
  return ports.map(({ service, port, code }): Exception => {
    const [namespace, name] = service.split('/');
    const effect = port + ' is closed where one end is isolated';
    return {
      isService: true,
      policy: { namespace, name, uid: '' },
      codes: [code],
      instead: 'nothing',
      effect,
    };
  });
}

function standInText({ instead, closed }: StandIn): string {
  switch (instead) {
    case 'no-entries':
      return 'its pods are isolated, and it allows nothing';
    case 'rejected':
      return 'its last approved version holds';
    case 'closed':
      return 'its pods are isolated, and nothing is allowed by ' + (closed.length === 0 ? 'it' : closed.join(', '));
    case 'held': {
      const rest = 'its rules stay as they are, as far as those of others go with them, until somebody decides';
      return closed.length === 0 ? rest : 'nothing is allowed by ' + closed.join(', ') + '; for the rest, ' + rest;
    }
  }
}

/** `pods of app=x are open`: what becomes of the pods that a policy selects, without it. */
function effectText(model: ProofModel, policy: PolicyFacts): string {
  const selector = policy.subject.selector;
  const pods = selector.length === 0 ? 'all pods of ' + policy.id.namespace : 'pods of ' + selectorText(selector);
  const open = openDirections(model, policy);
  if (open.length === 0) return pods + ' are isolated by others, and what it allows is denied';
  return pods + ' are open for ' + open.join(' and ');
}

/** The directions in which it isolates pods that no other policy isolates. */
function openDirections(model: ProofModel, policy: PolicyFacts): Direction[] {
  const open: Direction[] = [];
  for (const labels of selectedLabels(model, policy)) {
    const others = model.policies.filter(
      (other) => other.id.namespace === policy.id.namespace && selectorHolds(other.subject.selector, labels),
    );
    if (policy.isolatesIngress && !others.some((other) => other.isolatesIngress)) addOnce(open, 'ingress');
    if (policy.isolatesEgress && !others.some((other) => other.isolatesEgress)) addOnce(open, 'egress');
  }
  return open.sort().reverse();
}

function addOnce(directions: Direction[], direction: Direction): void {
  if (directions.indexOf(direction) < 0) directions.push(direction);
}

/** The labels of the pods that it selects, and of one that has just what it asks for: pods may still come. */
function selectedLabels(model: ProofModel, policy: PolicyFacts): StringMap[] {
  const selector = policy.subject.selector;
  const wanted: { [key: string]: string } = {};
  for (const { key, operator, values } of selector) {
    if (operator === 'In' && values.length > 0) wanted[key] = values[0];
    if (operator === 'Exists' && !hasKey(wanted, key)) wanted[key] = 'any';
  }
  return model.facts.podKinds
    .filter((pod) => pod.namespace === policy.id.namespace && !pod.hostNetwork && selectorHolds(selector, pod.labels))
    .map((pod) => pod.labels)
    .concat([wanted]);
}
