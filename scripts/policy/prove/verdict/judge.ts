import type { EndpointClass } from '../endpoints/classes';
import { type Side, type Wanted, combineSides } from '../rules/combine';
import { portsOfEntry } from './entryports';
import type { ProofModel } from './model';
import { type PortMask, holdsPoint } from '../read/ports';
import type { RuleFacts } from '../rules/rules';
import { hasKey, stableSort } from '../../text/canonical';

/** What the firewall finds out about a connection beside addresses and ports. '' stands for what nobody names. */
export interface Traffic {
  readonly application: string;
  readonly category: string;
  /** The port is a default port of the application. */
  readonly onDefaultPort: boolean;
}

/** Traffic that no rule and no entry names: an unknown application, without a URL category, on its own port. */
export const ORDINARY_TRAFFIC: Traffic = { application: '', category: '', onDefaultPort: true };

/** The rules and entries that a source and a destination have in common, entries in their order of decision. */
export interface Meeting {
  readonly senderIsolated: boolean;
  readonly receiverIsolated: boolean;
  /** A node to an isolated pod. */
  readonly nodeToPod: boolean;
  /** One end is a node's address. */
  readonly toHost: boolean;
  /** Named ports of the destination. */
  readonly named: number;
  readonly egress: readonly number[];
  readonly ingress: readonly number[];
  /** Of these entries, those that rules may leave out for one of the ends, a pod to come. */
  readonly optional: readonly number[];
  readonly rules: readonly number[];
}

/** What the policies say of one connection. */
export interface PolicyDecision {
  readonly allows: boolean;
  /**
   * Who decides: entries of policies (or that none allows it), the cluster profile, or nobody: neither end is isolated.
   */
  readonly basis: 'entries' | 'profile' | 'nobody';
  /** The deciding entries; undefined where that side is not isolated, or none allows it. */
  readonly sender: number | undefined;
  readonly receiver: number | undefined;
  /** undefined where no entry decides, or where entries that decide for several targets of a Service differ. */
  readonly wanted: Wanted | undefined;
}

/** What the rulebase says. `rule` undefined: none matches and `intrazone-default` allows. */
export interface RuleDecision {
  readonly allows: boolean;
  readonly rule: RuleFacts | undefined;
}

/** Takes what two rows have in common apart into rules and entries. */
export function meetingOf(
  model: ProofModel,
  source: EndpointClass,
  destination: EndpointClass,
  common: readonly number[],
): Meeting {
  const rules: number[] = [];
  const egress: number[] = [];
  const ingress: number[] = [];
  for (const bit of common) {
    const entry = bit - model.rulebase.rules.length;
    if (entry < 0) rules.push(bit);
    else if (model.entries[entry].facts.direction === 'egress') egress.push(entry);
    else ingress.push(entry);
  }
  function byRank(a: number, b: number): number {
    return model.ranks[a] - model.ranks[b];
  }
  return {
    senderIsolated: source.egressIsolated,
    receiverIsolated: destination.ingressIsolated,
    nodeToPod: isNodeToPod(source, destination),
    toHost: source.isHost || destination.isHost,
    named: destination.named,
    egress: stableSort(egress, byRank),
    ingress: stableSort(ingress, byRank),
    optional: optionalEntries(model, source, destination, common),
    rules,
  };
}

/** Of what two ends have in common, the entries of which rules may leave one of them out. */
function optionalEntries(
  model: ProofModel,
  source: EndpointClass,
  destination: EndpointClass,
  common: readonly number[],
): readonly number[] {
  const ofSource = source.optional.source;
  const ofDestination = destination.optional.destination;
  if (ofSource.length === 0 && ofDestination.length === 0) return NONE;
  return common
    .filter((bit) => ofSource.indexOf(bit) >= 0 || ofDestination.indexOf(bit) >= 0)
    .map((bit) => bit - model.rulebase.rules.length);
}

const NONE: readonly number[] = [];

/** The profile's `nodes` concern nodes as sources and ingress-isolated pods. */
function isNodeToPod(source: EndpointClass, destination: EndpointClass): boolean {
  return source.isNode && destination.ingressIsolated;
}

/** True where a list of names (undefined: any) takes the name; '' is in no list. */
function lists(names: readonly string[] | undefined, name: string): boolean {
  return names === undefined || names.indexOf(name) >= 0;
}

/** The entries of a list that allow a port. */
export function allowingEntries(model: ProofModel, entries: readonly number[], named: number, point: number): number[] {
  return entries.filter((entry) => holdsPoint(portsOfEntry(model, entry, named).mask, point));
}

function entryTakes(model: ProofModel, entry: number, traffic: Traffic): boolean {
  const attributes = model.entries[entry].attributes;
  if (!lists(attributes.applications, traffic.application)) return false;
  if (!lists(attributes.categories, traffic.category)) return false;
  const everyPort = model.entries[entry].facts.ports === undefined;
  return attributes.service !== 'application-default' || !everyPort || traffic.onDefaultPort;
}

function sideOf(model: ProofModel, entry: number | undefined): Side | undefined {
  if (entry === undefined) return undefined;
  return { attributes: model.entries[entry].attributes, everyPort: model.entries[entry].facts.ports === undefined };
}

function wantedOf(model: ProofModel, sender: number | undefined, receiver: number | undefined): Wanted {
  const key = String(sender) + '/' + String(receiver);
  if (!hasKey(model.wanted, key)) {
    model.wanted[key] = combineSides(sideOf(model, sender), sideOf(model, receiver), model.defaults);
  }
  return model.wanted[key];
}

/**
 * The policies' verdict on one connection.
 *
 * @param egress entries that allow it for the sender, in their order of decision; `ingress` likewise for the receiver
 * @param byProfile the profile allows it whatever the policies say
 */
export function decidePolicies(
  model: ProofModel,
  isolation: Pick<Meeting, 'senderIsolated' | 'receiverIsolated'>,
  egress: readonly number[],
  ingress: readonly number[],
  byProfile: boolean,
  traffic: Traffic,
): PolicyDecision {
  const senders = takingEntries(model, isolation.senderIsolated, egress, traffic);
  const receivers = takingEntries(model, isolation.receiverIsolated, ingress, traffic);
  const first = { sender: senders[0], receiver: receivers[0] };
  if (byProfile) return { allows: true, basis: 'profile', wanted: undefined, ...first };
  if (!isolation.senderIsolated && !isolation.receiverIsolated) {
    return { allows: true, basis: 'nobody', wanted: undefined, ...first };
  }
  const basis = 'entries';
  if (senders.length === 0 || receivers.length === 0) return { allows: false, basis, wanted: undefined, ...first };
  for (const sender of senders) {
    for (const receiver of receivers) {
      const wanted = wantedOf(model, sender, receiver);
      // What two entries together do not take falls to the next ones.
      if (!wantedTakes(wanted, traffic)) continue;
      return { allows: true, basis, sender, receiver, wanted };
    }
  }
  return { allows: false, basis, wanted: wantedOf(model, senders[0], receivers[0]), ...first };
}

/** The entries of an isolated end that take the traffic; nobody decides at an end that is not isolated. */
function takingEntries(
  model: ProofModel,
  isIsolated: boolean,
  entries: readonly number[],
  traffic: Traffic,
): readonly (number | undefined)[] {
  if (!isIsolated) return [undefined];
  return entries.filter((entry) => entryTakes(model, entry, traffic));
}

function wantedTakes(wanted: Wanted, traffic: Traffic): boolean {
  if (!lists(wanted.applications, traffic.application) || !lists(wanted.categories, traffic.category)) return false;
  return !wanted.applicationDefault || traffic.onDefaultPort;
}

/** True where the profile lets nodes through to this port. */
export function isByProfile(model: ProofModel, meeting: Meeting, point: number): boolean {
  return meeting.nodeToPod && model.nodeMask !== undefined && holdsPoint(model.nodeMask, point);
}

/** The rules of a list that take a port. */
export function matchingRules(model: ProofModel, rules: readonly number[], point: number): number[] {
  return rules.filter((rule) => holdsPoint(model.ruleMasks[rule], point));
}

/** First match wins; without a match, one zone's `intrazone-default` allows. `rules` take the port already. */
export function decideRules(model: ProofModel, rules: readonly number[], traffic: Traffic): RuleDecision {
  for (const position of rules) {
    const rule = model.rulebase.rules[position];
    const takes =
      lists(rule.applications, traffic.application) &&
      lists(rule.categories, traffic.category) &&
      (!rule.applicationDefault || traffic.onDefaultPort);
    if (takes) return { allows: rule.allows, rule };
  }
  return { allows: true, rule: undefined };
}

/** Every kind of traffic that entries or rules tell apart. */
export function trafficKinds(model: ProofModel): Traffic[] {
  const kinds: Traffic[] = [];
  const ports = model.hasApplicationDefault ? [true, false] : [true];
  for (const application of [''].concat(model.applications)) {
    for (const category of [''].concat(model.categories)) {
      for (const onDefaultPort of ports) {
        kinds.push({ application, category, onDefaultPort });
      }
    }
  }
  return kinds;
}

/** Port points whose verdict depends on named ports that nobody knows. */
export function openPoints(model: ProofModel, meeting: Meeting): PortMask[] {
  if (model.named.tables[meeting.named].ports !== undefined) return [];
  return meeting.egress.concat(meeting.ingress).map((entry) => portsOfEntry(model, entry, meeting.named).open);
}
