import type { Cause } from '../api/status';
import { contains, parseBlock } from '../values/address';
import { listOf, objectOf, objectsOf, textOf, type JsonObject } from '../values/json';
import { forbiddenField, invalidValue, notSupported, required } from './causes';
import { validateSelector } from './labelselector';
import { portNameReasons, portNumberReasons } from './names';

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];
const POLICY_TYPES = ['Ingress', 'Egress'];

/** Validates `spec` of a NetworkPolicy as `ValidateNetworkPolicySpec` (Kubernetes 1.33, `pkg/apis/networking`) does. */
export function validatePolicySpec(spec: JsonObject): readonly Cause[] {
  return [
    ...validateSelector(spec.podSelector, 'spec.podSelector'),
    ...validateEntries(spec.ingress, 'spec.ingress', 'from'),
    ...validateEntries(spec.egress, 'spec.egress', 'to'),
    ...validateTypes(listOf(spec.policyTypes).map(textOf)),
  ];
}

function validateEntries(entries: JsonObject[string], field: string, peers: 'from' | 'to'): readonly Cause[] {
  return objectsOf(entries).flatMap((entry, index) => {
    const where = `${field}[${index}]`;
    return [
      ...objectsOf(entry.ports).flatMap((port, at) => validatePort(port, `${where}.ports[${at}]`)),
      ...objectsOf(entry[peers]).flatMap((peer, at) => validatePeer(peer, `${where}.${peers}[${at}]`)),
    ];
  });
}

function validatePort({ protocol, port, endPort }: JsonObject, field: string): readonly Cause[] {
  const causes: Cause[] = [];
  if (protocol !== undefined && !PROTOCOLS.includes(textOf(protocol))) {
    causes.push(notSupported(`${field}.protocol`, protocol, PROTOCOLS));
  }
  if (typeof port === 'number') {
    for (const reason of portNumberReasons(port)) causes.push(invalidValue(`${field}.port`, port, reason));
    if (typeof endPort === 'number') {
      if (endPort < port) {
        causes.push(invalidValue(`${field}.endPort`, endPort, 'must be greater than or equal to `port`'));
      }
      for (const reason of portNumberReasons(endPort)) causes.push(invalidValue(`${field}.endPort`, endPort, reason));
    }
  } else if (typeof port === 'string') {
    if (endPort !== undefined) {
      causes.push(invalidValue(`${field}.endPort`, endPort, 'may not be specified when `port` is non-numeric'));
    }
    for (const reason of portNameReasons(port)) causes.push(invalidValue(`${field}.port`, port, reason));
  } else if (endPort !== undefined) {
    causes.push(invalidValue(`${field}.endPort`, endPort, 'may not be specified when `port` is not specified'));
  }
  return causes;
}

function validatePeer({ podSelector, namespaceSelector, ipBlock }: JsonObject, field: string): readonly Cause[] {
  const causes: Cause[] = [
    ...validateSelector(podSelector, `${field}.podSelector`),
    ...validateSelector(namespaceSelector, `${field}.namespaceSelector`),
    ...(ipBlock === undefined ? [] : validateIpBlock(objectOf(ipBlock), `${field}.ipBlock`)),
  ];
  const selectors = [podSelector, namespaceSelector].filter((selector) => selector !== undefined);
  if (selectors.length === 0 && ipBlock === undefined) causes.push(required(field, 'must specify a peer'));
  if (selectors.length > 0 && ipBlock !== undefined) {
    causes.push(forbiddenField(field, 'may not specify both ipBlock and another peer'));
  }
  return causes;
}

const CIDR_REASON = 'must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)';

function validateIpBlock({ cidr, except }: JsonObject, field: string): readonly Cause[] {
  const text = textOf(cidr);
  if (text === '') return [required(`${field}.cidr`)];
  const block = parseBlock(text);
  if (block === undefined) return [invalidValue(`${field}.cidr`, text, CIDR_REASON)];
  return listOf(except).flatMap((item, index) => {
    const where = `${field}.except[${index}]`;
    const hole = parseBlock(textOf(item));
    if (hole === undefined) return [invalidValue(where, textOf(item), CIDR_REASON)];
    const inside = contains(block, { family: hole.family, value: hole.first }) && hole.prefix > block.prefix;
    return inside ? [] : [invalidValue(where, textOf(item), 'must be a strict subset of `cidr`')];
  });
}

function validateTypes(types: readonly string[]): readonly Cause[] {
  const field = 'spec.policyTypes';
  if (types.length > POLICY_TYPES.length) {
    const list = types.map((type) => JSON.stringify(type)).join(', ');
    const message = `Invalid value: []networking.PolicyType{${list}}: may not specify more than two policyTypes`;
    return [{ reason: 'FieldValueInvalid', message, field }];
  }
  return types.flatMap((type, index) =>
    POLICY_TYPES.includes(type) ? [] : [notSupported(`${field}[${index}]`, type, POLICY_TYPES)],
  );
}
