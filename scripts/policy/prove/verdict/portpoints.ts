import type { ClusterProfile } from '../../profile/types';
import { hasKey } from '../../text/canonical';
import type { JudgedEntry } from '../endpoints/rows';
import type { Endpoint } from '../endpoints/surroundings';
import type { ClusterFacts } from '../read/cluster';
import { everyNumber } from '../read/pods';
import { type PortAxis, type PortMask, type PortRange, addRange, emptyMask, fullMask } from '../read/ports';
import type { RulebaseFacts } from '../rules/rules';

/** Which ports have to be told apart, and sets of them. */

/** All ports that policies, Services, probes, the profile or rules name: between them no two ports differ. */
export function mentionedRanges(
  entries: readonly JudgedEntry[],
  facts: ClusterFacts,
  rulebase: RulebaseFacts,
  profile: ClusterProfile,
): PortRange[] {
  const ranges: PortRange[] = [];
  function add(protocol: PortRange['protocol'], from: number, to: number): void {
    ranges.push({ protocol, from, to });
  }
  for (const entry of entries) {
    for (const port of entry.facts.ports || []) {
      if (port.range) add(port.protocol, port.range.from, port.range.to);
      if (port.name === undefined) continue;
      for (const number of everyNumber(facts.portNumbers, port.name, port.protocol)) add(port.protocol, number, number);
    }
  }
  if (profile.inspection === 'both-ends') {
    for (const service of facts.services) {
      for (const port of service.ports) {
        const target = port.targetPort;
        add(port.protocol, port.port, port.port);
        const numbers = typeof target === 'number' ? [target] : everyNumber(facts.portNumbers, target, port.protocol);
        for (const number of numbers) add(port.protocol, number, number);
        for (const endpoint of service.endpoints) {
          if (hasKey(endpoint.ports, port.name)) {
            add(port.protocol, endpoint.ports[port.name], endpoint.ports[port.name]);
          }
        }
      }
    }
  }
  for (const pod of facts.podKinds) for (const port of pod.kubeletPorts) add('TCP', port, port);
  for (const port of profile.nodes.ports) add('TCP', port, port);
  for (const rule of rulebase.rules) for (const range of rule.ports || []) ranges.push(range);
  return ranges;
}

/** The points of ranges. */
export function rangesMask(axis: PortAxis, ranges: readonly PortRange[]): PortMask {
  const mask = emptyMask(axis);
  for (const range of ranges) addRange(mask, axis, range);
  return mask;
}

/**
 * Kubelet's probes: the probe ports of all ingress-isolated pods, plus the profile's ports, on all of them; undefined
 * where nodes reach nothing by the profile.
 */
export function nodeMask(
  profile: ClusterProfile,
  axis: PortAxis,
  endpoints: readonly Endpoint[],
): PortMask | undefined {
  if (profile.nodes.toPods === 'off') return undefined;
  if (profile.nodes.toPods === 'all') return fullMask(axis);
  const mask = emptyMask(axis);
  for (const port of profile.nodes.ports) addRange(mask, axis, { protocol: 'TCP', from: port, to: port });
  for (const endpoint of endpoints) {
    if (endpoint.identity.ingressPolicies.length === 0) continue;
    for (const port of endpoint.identity.kubeletPorts) addRange(mask, axis, { protocol: 'TCP', from: port, to: port });
  }
  return mask;
}
