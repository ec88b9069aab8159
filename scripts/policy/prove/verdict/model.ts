import type { EntryAttributes } from '../../attributes/types';
import type { RawObject } from '../../kubernetes/types';
import type { ClusterProfile } from '../../profile/types';
import { canonicalJson, compareText, hasKey, sortedKeys, sortedUnique } from '../../text/canonical';
import { defaultAttributes, entryAttributes } from '../read/attributes';
import { type EndpointClass, classOf, foldEndpoints } from '../endpoints/classes';
import { type ByNamespace, byNamespace } from '../read/bynamespace';
import type { ClusterFacts } from '../read/cluster';
import { readAll } from '../reading';
import { combineSides, type Wanted } from '../rules/combine';
import { allEndpoints, strangers } from '../endpoints/endpoints';
import type { Endpoint } from '../endpoints/surroundings';
import { type HeldTags, readHeld } from '../endpoints/held';
import type { IdentityContext } from '../endpoints/identities';
import { ownersOf } from '../endpoints/owners';
import { type PortName, namedPosition, newNamedPorts } from '../endpoints/namedports';
import { type EntryPortsContext, entryPortsContext, portsOfEntry } from './entryports';
import { givenPorts } from './givenports';
import { mentionedRanges, nodeMask, rangesMask } from './portpoints';
import { entryRanks } from './order';
import { type PolicyFacts, excludedPolicies, readLeftOut, readPolicies } from '../read/policies';
import type { PodFacts } from '../read/pods';
import { type PortMask, fullMask, portAxis } from '../read/ports';
import type { RulebaseFacts } from '../rules/rules';
import { type JudgedEntry, rowScheme } from '../endpoints/rows';
import { selectingServices } from '../read/servicefacts';
import { MAX_TAG, cutTags, podTags, serviceTags } from '../rules/tagmodel';
import type { ClosedPort, ProofInput } from '../types';
import { placesNotJudged } from '../endpoints/tocome';
import { virtualPods } from '../endpoints/virtualpods';

/** Everything that judging one connection needs, worked out once. */
export interface ProofModel extends EntryPortsContext {
  readonly profile: ClusterProfile;
  readonly policies: readonly PolicyFacts[];
  /** Judged as if they did not exist. */
  readonly leftOut: readonly PolicyFacts[];
  readonly entries: readonly JudgedEntry[];
  readonly rulebase: RulebaseFacts;
  readonly context: IdentityContext;
  /** Those that are judged. */
  readonly endpoints: readonly Endpoint[];
  /** How many more pods at their addresses there are, each like some that are judged. */
  readonly alike: number;
  readonly classes: readonly EndpointClass[];
  /** Of these, the pods, by namespace. */
  readonly podClassesIn: ByNamespace<EndpointClass>;
  /** Today's pods by namespace. */
  readonly podsIn: ByNamespace<PodFacts>;
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
  /** Who has an address that is asked for today, by its digits: pods, nodes, and outside addresses that were sampled. */
  readonly owners: { readonly [digits: string]: Endpoint };
  readonly closedPorts: readonly ClosedPort[];
  readonly notJudged: readonly string[];
  /** Tags of filters that a cut tag of some address may equal. */
  readonly cutTags: readonly string[];
  readonly wanted: { [key: string]: Wanted };
}

/** Reads the policies, and prepares judging. `unjudgeable` receives what of them cannot be judged, in words. */
export function buildModel(input: ProofInput, unjudgeable: string[], reading = readAll(input)): ProofModel {
  const profile = input.profile;
  const { objects, facts, rulebase } = reading;
  const choice = {
    excludedNamespaces: profile.excludedNamespaces,
    leftOut: input.leftOut,
    replaced: input.replaced || [],
    standIns: input.standIns || {},
  };
  const policies = readPolicies(objects, facts.namespaces, choice, unjudgeable);
  const entries = judgedEntries(policies, input);
  const scheme = rowScheme(policies, entries, rulebase);
  const virtual = virtualPods(facts, scheme, rulebase.filterTags, profile);
  const context: IdentityContext = {
    profile,
    scheme,
    policies,
    servicesIn: facts.servicesIn,
  };
  const { judged: endpoints, alike } = allEndpoints(context, facts, virtual.pods);
  const named = newNamedPorts(portNames(entries, facts, profile), closedNamespaces(entries));
  const axis = portAxis(mentionedRanges(entries, facts, rulebase, profile));
  const namesOf = profile.inspection === 'both-ends' ? serviceNames(facts) : noText;
  const held = readHeld(policies, facts, choice.standIns, profile);
  const classes = foldEndpoints(
    endpoints,
    (endpoint) => namedPosition(named, endpoint.identity),
    namesOf,
    (endpoint) => held.isOdd(endpoint.identity),
  );
  const defaults = defaultAttributes(profile.defaults, input.services);
  const table = entryPortsContext(entries, axis, named, facts);
  const given = table.distinctPorts.map((ports) => givenPorts(ports, axis, named.names));
  return {
    ...table,
    profile,
    policies,
    leftOut: readLeftOut(objects, facts.namespaces, choice),
    entries,
    rulebase,
    context,
    endpoints,
    alike,
    classes,
    podClassesIn: byNamespace(
      classes.filter((one) => !one.isService && one.endpoint.identity.namespace !== ''),
      (one) => one.endpoint.identity.namespace,
    ),
    podsIn: byNamespace(facts.pods, (pod) => pod.namespace),
    ruleMasks: rulebase.rules.map((rule) => (rule.ports ? rangesMask(axis, rule.ports) : fullMask(axis))),
    nodeMask: nodeMask(profile, axis, endpoints),
    ranks: entryRanks({
      entries,
      classes: classes.concat(
        strangers(context, facts, endpoints).map((stranger) =>
          classOf(stranger, namedPosition(named, stranger.identity), undefined),
        ),
      ),
      scheme,
      portsAt(entry, destination) {
        return portsOfEntry(table, entry, destination.named).mask;
      },
      portsOf(entry) {
        return given[table.portLists[entry]];
      },
    }),
    defaults,
    plainRecordKey: combineSides(undefined, undefined, { log: defaults.log, logProfile: defaults.logProfile })
      .recordKey,
    applications: namedValues('applications', entries, defaults, rulebase),
    categories: namedValues('categories', entries, defaults, rulebase),
    hasApplicationDefault: asksForDefaultPorts(entries, defaults, rulebase),
    held,
    owners: ownersOf(context, endpoints, facts),
    closedPorts: input.closedPorts || [],
    notJudged: virtual.notJudged.concat(
      openNames(entries),
      excludedText(objects, profile),
      held.notJudged(endpoints.map((endpoint) => endpoint.identity)),
      placesNotJudged(facts, classes, entries, scheme.rules),
    ),
    cutTags: metCutTags(facts, rulebase, profile),
    wanted: {},
  };
}

function judgedEntries(policies: readonly PolicyFacts[], input: ProofInput): JudgedEntry[] {
  const entries: JudgedEntry[] = [];
  for (const policy of policies) {
    for (const facts of policy.entries) {
      const attributes = entryAttributes(policy, facts, input.services, input.profile.defaults);
      entries.push({ policy, facts, attributes, attributesText: canonicalJson(attributes) });
    }
  }
  return entries;
}

function metCutTags(facts: ClusterFacts, rulebase: RulebaseFacts, profile: ClusterProfile): string[] {
  const met: { [tag: string]: true } = {};
  for (const tag of rulebase.filterTags) if (tag.length === MAX_TAG) met[tag] = true;
  if (Object.keys(met).length === 0) return [];
  let cut: string[] = [];
  for (const { namespace, labels } of facts.podKinds) {
    cut = cut.concat(cutTags(podTags(profile, namespace, labels, facts.servicesIn)));
  }
  for (const service of facts.services) cut = cut.concat(cutTags(serviceTags(profile, service)));
  return sortedUnique(cut).filter((tag) => hasKey(met, tag));
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
  return function ({ identity }) {
    const services = selectingServices(facts.servicesIn, identity.namespace, identity.labels);
    return services.length === 0 ? '' : identity.namespace + ' ' + services.map((service) => service.name).join(',');
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

/** Where entries have closed a port name. */
function closedNamespaces(entries: readonly JudgedEntry[]): string[] {
  let closed: readonly string[] = [];
  for (const entry of entries) {
    for (const port of entry.facts.ports || []) closed = closed.concat(port.closedIn || []);
  }
  return sortedUnique(closed);
}

function openNames(entries: readonly JudgedEntry[]): string[] {
  const names: string[] = [];
  for (const entry of entries) for (const port of entry.facts.ports || []) if (port.name) names.push(port.name);
  return sortedUnique(names).map(
    (name) => 'the port "' + name + '" of pods that do not exist yet: it is looked up on each pod',
  );
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
