import type { PolicyId } from '../../kubernetes/types';
import { sortedKeys } from '../../text/canonical';
import { formatAddress } from '../read/addresses';
import { DEFAULT_RECORD } from '../rules/combine';
import type { Connection } from './compare';
import type { Endpoint } from '../endpoints/surroundings';
import {
  type PolicyDecision,
  type RuleDecision,
  allowingEntries,
  decidePolicies,
  decideRules,
  isByProfile,
  matchingRules,
  meetingOf,
} from './judge';
import type { ProofModel } from './model';
import { formatPort } from '../read/ports';
import { commonBits } from '../endpoints/commonbits';
import { decideService, targetsOf } from './servicejudge';
import type { CounterExample, EndpointDescription, PolicyPlace, PolicySide, RuleSide } from '../types';

/** An endpoint in words. */
export function describeEndpoint(endpoint: Endpoint): EndpointDescription {
  const identity = endpoint.identity;
  return {
    kind: identity.kind,
    text: endpointText(endpoint),
    namespace: identity.namespace,
    name: identity.name,
    address: formatAddress(endpoint.address),
    labels: identity.labels,
  };
}

function endpointText(endpoint: Endpoint): string {
  const identity = endpoint.identity;
  const address = formatAddress(endpoint.address);
  switch (identity.kind) {
    case 'pod':
    case 'workload':
      return identity.namespace + '/' + identity.name + ' (' + address + ')';
    case 'virtual': {
      const labels = sortedKeys(identity.labels).map((key) => key + '=' + identity.labels[key]);
      const text = labels.length > 0 ? labels.join(',') : 'without labels';
      return 'a pod in ' + identity.namespace + ' (' + text + ') at ' + address;
    }
    case 'node':
      return 'node ' + identity.name + ' (' + address + ')';
    case 'service':
      if (identity.services.length === 0) return address + ', which no Service has';
      return 'Service ' + identity.namespace + '/' + identity.name + ' (' + address + ')';
    case 'outside':
      return identity.name === '' ? address : identity.name + ' (' + address + ')';
  }
}

/** What the policies say of one connection, and why. */
export function judgePolicies(model: ProofModel, connection: Connection): PolicySide {
  const source = connection.source;
  const destination = connection.destination;
  const meeting = meetingOf(
    model,
    source,
    destination,
    commonBits(model.context.scheme, source.source, destination.destination),
  );
  const egress = destination.isService ? [] : allowing(model, meeting.egress, meeting.named, connection);
  const ingress = destination.isService ? [] : allowing(model, meeting.ingress, meeting.named, connection);
  const byProfile = isByProfile(model, meeting, connection.point);
  const decision = destination.isService
    ? decideService(model, source, destination, targetsOf(model, destination), connection.point, connection.traffic)
        .decision
    : decidePolicies(model, meeting, egress, ingress, byProfile, connection.traffic);
  return {
    verdict: decision.allows ? 'allow' : 'deny',
    reason: destination.isService ? serviceReason(decision) : policyReason(model, connection, decision),
    isolatedBy: {
      egress: policyIds(model, source.endpoint.identity.egressPolicies),
      ingress: policyIds(model, destination.endpoint.identity.ingressPolicies),
    },
    allowedBy: { egress: places(model, egress, decision.sender), ingress: places(model, ingress, decision.receiver) },
    byProfile: decision.basis === 'profile',
    record: decision.wanted && decision.allows ? decision.wanted.record : undefined,
  };
}

/** What the rulebase says of one connection: the first rule that matches. */
export function judgeRules(model: ProofModel, connection: Connection): RuleSide {
  const common = commonBits(model.context.scheme, connection.source.source, connection.destination.destination);
  const met = common.filter((bit) => bit < model.rulebase.rules.length);
  const decision = decideRules(model, matchingRules(model, met, connection.point), connection.traffic);
  return {
    verdict: decision.allows ? 'allow' : 'deny',
    reason: ruleReason(decision),
    rule: decision.rule ? decision.rule.name : '',
    record: decision.rule ? decision.rule.record : DEFAULT_RECORD,
  };
}

/** Both sides of a connection on which they differ. */
export function counterExample(model: ProofModel, connection: Connection): CounterExample {
  return {
    source: describeEndpoint(connection.source.endpoint),
    destination: describeEndpoint(connection.destination.endpoint),
    port: formatPort(model.axis.points[connection.point]),
    application: connection.traffic.application,
    category: connection.traffic.category,
    onDefaultPort: connection.traffic.onDefaultPort,
    policySide: judgePolicies(model, connection),
    ruleSide: judgeRules(model, connection),
  };
}

function allowing(model: ProofModel, entries: readonly number[], named: number, connection: Connection): number[] {
  return allowingEntries(model, entries, named, connection.point);
}

function policyIds(model: ProofModel, positions: readonly number[]): PolicyId[] {
  return positions.map((position) => model.policies[position].id);
}

function placeOf(model: ProofModel, entry: number): PolicyPlace {
  const facts = model.entries[entry].facts;
  const path = 'spec.' + facts.direction + '[' + String(facts.position) + ']';
  return { policy: model.entries[entry].policy.id, path };
}

/** The deciding entry first. */
function places(model: ProofModel, entries: readonly number[], deciding: number | undefined): PolicyPlace[] {
  const others = entries.filter((entry) => entry !== deciding);
  return (deciding === undefined ? [] : [deciding]).concat(others).map((entry) => placeOf(model, entry));
}

function placeText(model: ProofModel, entry: number): string {
  const place = placeOf(model, entry);
  return place.policy.namespace + '/' + place.policy.name + ' ' + place.path;
}

function names(model: ProofModel, positions: readonly number[]): string {
  const ids = policyIds(model, positions).map((id) => id.namespace + '/' + id.name);
  return ids.length > 3 ? ids.slice(0, 3).join(', ') + ' and others' : ids.join(', ');
}

function policyReason(model: ProofModel, connection: Connection, decision: PolicyDecision): string {
  if (decision.basis === 'profile') return 'the cluster profile lets nodes reach isolated pods on this port';
  const sender = connection.source.endpoint.identity.egressPolicies;
  const receiver = connection.destination.endpoint.identity.ingressPolicies;
  const parts: string[] = [];
  if (sender.length > 0) {
    parts.push(
      decision.sender === undefined
        ? 'the sender is isolated for egress by ' + names(model, sender) + ', and no entry allows this'
        : 'egress is allowed by ' + placeText(model, decision.sender),
    );
  }
  if (receiver.length > 0) {
    parts.push(
      decision.receiver === undefined
        ? 'the receiver is isolated for ingress by ' + names(model, receiver) + ', and no entry allows this'
        : 'ingress is allowed by ' + placeText(model, decision.receiver),
    );
  }
  if (parts.length === 0) return 'no policy isolates either end';
  if (!decision.allows && decision.wanted) parts.push('but together they allow no such application or category');
  return parts.join('; ');
}

function serviceReason(decision: PolicyDecision): string {
  return decision.allows
    ? 'the policies allow it at every target of the Service, or isolate neither the sender nor any target'
    : 'the policies do not allow it at every target of the Service';
}

function ruleReason(decision: RuleDecision): string {
  if (decision.rule === undefined) return 'no rule matches, and within one zone the default allows';
  return 'the first rule that matches is "' + decision.rule.name + '"';
}
