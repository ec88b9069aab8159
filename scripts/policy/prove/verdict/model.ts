import type { EntryAttributes } from '../../attributes/types';
import type { RawObject } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { compareText, hasKey, sortedKeys, sortedUnique } from '../../text/canonical';
import { defaultAttributes, entryAttributes } from '../read/attributes';
import { type EndpointClass, classOf, foldEndpoints } from '../endpoints/classes';
import { type ClusterFacts, readCluster } from '../read/cluster';
import { knownObjects } from '../read/kinds';
import { combineSides, type Wanted } from '../rules/combine';
import { allEndpoints, strangers } from '../endpoints/endpoints';
import type { Endpoint } from '../endpoints/surroundings';
import { type HeldTags, readHeld } from '../endpoints/held';
import type { IdentityContext } from '../endpoints/identities';
import { type NamedPorts, type PortName, everyNumber, namedPosition, newNamedPorts } from '../endpoints/namedports';
import { givenPorts } from './givenports';
import { entryRanks } from './order';
import { type PolicyFacts, excludedPolicies, readLeftOut, readPolicies } from '../read/policies';
import { type PortAxis, type PortMask, type PortRange, addRange, emptyMask, fullMask, portAxis } from '../read/ports';
import { type RulebaseFacts, readRulebase } from '../rules/rules';
import { type JudgedEntry, rowScheme } from '../endpoints/rows';
import { selectsPod } from '../read/servicefacts';
import { cutTags, podTags, serviceTags } from '../rules/tagmodel';
import type { ClosedPort, ProofInput } from '../types';
import { virtualPods } from '../endpoints/virtualpods';

/** Everything that judging one connection needs, worked out once. */
export interface ProofModel {
  readonly profile: ClusterProfile;
  readonly facts: ClusterFacts;
  readonly policies: readonly PolicyFacts[];
  /** Judged as if they did not exist. */
  readonly leftOut: readonly PolicyFacts[];
  readonly entries: readonly JudgedEntry[];
  readonly rulebase: RulebaseFacts;
  readonly context: IdentityContext;
  readonly axis: PortAxis;
  readonly endpoints: readonly Endpoint[];
  readonly classes: readonly EndpointClass[];
  readonly named: NamedPorts;
  /** Port points of each rule. */
  readonly ruleMasks: readonly PortMask[];
  /** What the profile lets nodes reach on every ingress-isolated pod; undefined for nothing. */
  readonly nodeMask: PortMask | undefined;
  /** Position of each entry in the order of decision. */
  readonly ranks: readonly number[];
  readonly defaults: EntryAttributes;
  /** Of the record without inspection that logs what the cluster logs by default. */
  readonly plainRecordKey: string;
  readonly applications: readonly string[];
  readonly categories: readonly string[];
  /** Some entry or rule asks for the application's default ports. */
  readonly hasApplicationDefault: boolean;
  readonly held: HeldTags;
  /** Who has an address today, by its digits: pods, nodes, and outside addresses that were sampled. */
  readonly owners: { readonly [digits: string]: Endpoint };
  readonly closedPorts: readonly ClosedPort[];
  readonly notJudged: readonly string[];
  /** Tags of filters that a cut tag of some address may equal. */
  readonly cutTags: readonly string[];
  readonly entryPorts: { [key: string]: EntryPorts };
  readonly wanted: { [key: string]: Wanted };
}

/** Port points that an entry allows at a destination. `open`: those that depend on named ports that nobody knows. */
export interface EntryPorts {
  readonly mask: PortMask;
  readonly open: PortMask;
}

/** Reads the input. `unjudgeable` receives what cannot be judged, in words. */
export function buildModel(input: ProofInput, unjudgeable: string[]): ProofModel {
  const profile = input.profile;
  const objects = knownObjects(input.objects);
  const facts = readCluster(objects, profile, unjudgeable);
  const choice = {
    excludedNamespaces: profile.excludedNamespaces,
    leftOut: input.leftOut,
    replaced: input.replaced || [],
    standIns: input.standIns || {},
  };
  const policies = readPolicies(objects, facts.namespaces, choice, unjudgeable);
  const entries = judgedEntries(policies, input);
  const rulebase = readRulebase(input.rulebase, profile);
  const scheme = rowScheme(policies, entries, rulebase);
  const virtual = virtualPods(facts, scheme, rulebase.filterTags, profile);
  const context: IdentityContext = {
    profile,
    scheme,
    policies,
    services: facts.services,
  };
  const endpoints = allEndpoints(context, facts, virtual.pods);
  const named = newNamedPorts(portNames(entries, facts, profile));
  const axis = portAxis(mentionedRanges(entries, facts, rulebase, profile));
  const namesOf = profile.inspection === 'both-ends' ? serviceNames(facts) : noText;
  const held = readHeld(policies, facts.pods, choice.standIns, profile);
  const classes = foldEndpoints(
    endpoints,
    (endpoint) => namedPosition(named, endpoint.identity),
    namesOf,
    (endpoint) => held.isOdd(endpoint.identity),
  );
  const defaults = defaultAttributes(profile.defaults, input.services);
  const entryPorts: { [key: string]: EntryPorts } = {};
  const table = { entries, axis, named, facts, entryPorts };
  return {
    profile,
    facts,
    policies,
    leftOut: readLeftOut(objects, facts.namespaces, choice),
    entries,
    rulebase,
    context,
    axis,
    endpoints,
    classes,
    named,
    ruleMasks: rulebase.rules.map((rule) => (rule.ports ? rangesMask(axis, rule.ports) : fullMask(axis))),
    nodeMask: nodeMask(profile, axis, endpoints),
    ranks: entryRanks({
      entries,
      classes: classes.concat(
        strangers(context, facts, endpoints).map((stranger) =>
          classOf(stranger, namedPosition(named, stranger.identity), undefined),
        ),
      ),
      rules: rulebase.rules.length,
      portsAt(entry, destination) {
        return portsOfEntry(table, entry, destination.named).mask;
      },
      portsOf(entry) {
        return givenPorts(entries[entry], axis, named.names);
      },
    }),
    defaults,
    plainRecordKey: combineSides(undefined, undefined, { log: defaults.log, logProfile: defaults.logProfile })
      .recordKey,
    applications: namedValues('applications', entries, defaults, rulebase),
    categories: namedValues('categories', entries, defaults, rulebase),
    hasApplicationDefault: asksForDefaultPorts(entries, defaults, rulebase),
    held,
    owners: ownersOf(endpoints, facts),
    closedPorts: input.closedPorts || [],
    notJudged: virtual.notJudged.concat(
      openNames(entries),
      excludedText(objects, profile),
      held.notJudged(endpoints.map((endpoint) => endpoint.identity)),
    ),
    cutTags: metCutTags(facts, rulebase, profile),
    entryPorts,
    wanted: {},
  };
}

/** Pods that could get an address do not have it. */
function ownersOf(endpoints: readonly Endpoint[], facts: ClusterFacts): { readonly [digits: string]: Endpoint } {
  const pods: { [digits: string]: string } = {};
  for (const pod of facts.pods) {
    if (!pod.hostNetwork) for (const { digits } of pod.addresses) pods[digits] = pod.namespace + '/' + pod.name;
  }
  const owners: { [digits: string]: Endpoint } = {};
  for (const endpoint of endpoints) {
    const { kind, namespace, name } = endpoint.identity;
    const { digits } = endpoint.address;
    const isPod = kind === 'pod' && hasKey(pods, digits) && pods[digits] === namespace + '/' + name;
    if ((isPod || kind === 'node' || kind === 'outside') && !hasKey(owners, digits)) owners[digits] = endpoint;
  }
  return owners;
}

function judgedEntries(policies: readonly PolicyFacts[], input: ProofInput): JudgedEntry[] {
  const entries: JudgedEntry[] = [];
  for (const policy of policies) {
    for (const facts of policy.entries) {
      const attributes = entryAttributes(policy, facts, input.services, input.profile.defaults);
      entries.push({ policy, facts, attributes });
    }
  }
  return entries;
}

function metCutTags(facts: ClusterFacts, rulebase: RulebaseFacts, profile: ClusterProfile): string[] {
  let cut: string[] = [];
  for (const pod of facts.pods) cut = cut.concat(cutTags(podTags(profile, pod.namespace, pod.labels, facts.services)));
  for (const service of facts.services) cut = cut.concat(cutTags(serviceTags(profile, service)));
  return sortedUnique(cut).filter((tag) => rulebase.filterTags.indexOf(tag) >= 0);
}

function excludedText(objects: readonly RawObject[], profile: ClusterProfile): string[] {
  const excluded = excludedPolicies(objects, profile.excludedNamespaces);
  return excluded.length === 0 ? [] : ['policies of excluded namespaces: ' + excluded.join(', ')];
}

function noText(): string {
  return '';
}

/** Which Services select a pod; pods of one class are targets of the same Services. */
function serviceNames(facts: ClusterFacts): (endpoint: Endpoint) => string {
  return function (endpoint) {
    const identity = endpoint.identity;
    const names: string[] = [];
    for (const service of facts.services) {
      if (selectsPod(service, identity.namespace, identity.labels)) names.push(service.name);
    }
    return names.length > 0 ? identity.namespace + ' ' + names.join(',') : '';
  };
}

function portNames(entries: readonly JudgedEntry[], facts: ClusterFacts, profile: ClusterProfile): PortName[] {
  const names: PortName[] = [];
  for (const entry of entries) {
    for (const port of entry.facts.ports || []) {
      if (port.name !== undefined) names.push({ name: port.name, protocol: port.protocol });
    }
  }
  if (profile.inspection === 'server-only') return names;
  for (const service of facts.services) {
    for (const port of service.ports) {
      if (typeof port.targetPort === 'string') names.push({ name: port.targetPort, protocol: port.protocol });
    }
  }
  return names;
}

function openNames(entries: readonly JudgedEntry[]): string[] {
  const names: string[] = [];
  for (const entry of entries) for (const port of entry.facts.ports || []) if (port.name) names.push(port.name);
  return sortedUnique(names).map(
    (name) => 'the port "' + name + '" of pods that do not exist yet: it is looked up on each pod',
  );
}

function mentionedRanges(
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
      for (const number of everyNumber(facts.pods, port.name, port.protocol)) add(port.protocol, number, number);
    }
  }
  if (profile.inspection === 'both-ends') {
    for (const service of facts.services) {
      for (const port of service.ports) {
        const target = port.targetPort;
        add(port.protocol, port.port, port.port);
        const numbers = typeof target === 'number' ? [target] : everyNumber(facts.pods, target, port.protocol);
        for (const number of numbers) add(port.protocol, number, number);
        for (const endpoint of service.endpoints) {
          if (hasKey(endpoint.ports, port.name)) {
            add(port.protocol, endpoint.ports[port.name], endpoint.ports[port.name]);
          }
        }
      }
    }
  }
  for (const pod of facts.pods) for (const port of pod.kubeletPorts) add('TCP', port, port);
  for (const port of profile.nodes.ports) add('TCP', port, port);
  for (const rule of rulebase.rules) for (const range of rule.ports || []) ranges.push(range);
  return ranges;
}

function rangesMask(axis: PortAxis, ranges: readonly PortRange[]): PortMask {
  const mask = emptyMask(axis);
  for (const range of ranges) addRange(mask, axis, range);
  return mask;
}

/** Kubelet's probes: the probe ports of all ingress-isolated pods, plus the profile's ports, on all of them. */
function nodeMask(profile: ClusterProfile, axis: PortAxis, endpoints: readonly Endpoint[]): PortMask | undefined {
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

function namedValues(
  key: 'applications' | 'categories',
  entries: readonly JudgedEntry[],
  defaults: EntryAttributes,
  rulebase: RulebaseFacts,
): string[] {
  const names: { [name: string]: true } = {};
  for (const entry of entries) for (const name of entry.attributes[key] || []) names[name] = true;
  for (const rule of rulebase.rules) for (const name of rule[key] || []) names[name] = true;
  for (const name of defaults[key] || []) names[name] = true;
  return sortedKeys(names).sort(compareText);
}

function asksForDefaultPorts(
  entries: readonly JudgedEntry[],
  defaults: EntryAttributes,
  rulebase: RulebaseFacts,
): boolean {
  if (defaults.service === 'application-default') return true;
  for (const rule of rulebase.rules) if (rule.applicationDefault) return true;
  for (const entry of entries) if (entry.attributes.service === 'application-default') return true;
  return false;
}

/** The ports that an entry allows at destinations with the given named ports. */
export function portsOfEntry(
  model: Pick<ProofModel, 'entries' | 'axis' | 'named' | 'facts' | 'entryPorts'>,
  entry: number,
  named: number,
): EntryPorts {
  const key = String(entry) + '/' + String(named);
  if (!hasKey(model.entryPorts, key)) model.entryPorts[key] = computePorts(model, entry, named);
  return model.entryPorts[key];
}

function computePorts(
  model: Pick<ProofModel, 'entries' | 'axis' | 'named' | 'facts'>,
  entry: number,
  named: number,
): EntryPorts {
  const axis = model.axis;
  const ports = model.entries[entry].facts.ports;
  const mask = ports === undefined ? fullMask(axis) : emptyMask(axis);
  const open = emptyMask(axis);
  const table = model.named.tables[named];
  for (const port of ports || []) {
    const protocol = port.protocol;
    if (port.range) {
      addRange(mask, axis, { protocol, from: port.range.from, to: port.range.to });
    } else if (port.name === undefined) {
      addRange(mask, axis, { protocol, from: 1, to: 65535 });
    } else if (table === undefined) {
      for (const number of everyNumber(model.facts.pods, port.name, protocol)) {
        addRange(open, axis, { protocol, from: number, to: number });
      }
    } else {
      for (const item of table) {
        if (item.name !== port.name || item.protocol !== protocol) continue;
        addRange(mask, axis, { protocol, from: item.port, to: item.port });
      }
    }
  }
  // What the entry allows in any case does not depend on a name.
  return { mask, open: open.map((word, index) => word & ~mask[index]) };
}
