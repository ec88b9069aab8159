import type { AttributeRecord } from '../attributes/types';
import type { BlockName, CompiledRule, RankedEntry } from '../compile/model';
import type { ClusterProfile } from '../profile/types';
import type { RuleAction, RuleEntry } from './entry';
import { commonPolicy } from './jointnames';
import { LIMITS } from './limits';
import { clusterTag, clusterTags } from './ownership';

/** A rule's fields beside its two ends: name, action, attributes, description. */

/** What the ends and ports of a rule became. */
export interface RuleMembers {
  readonly name: string;
  readonly source: readonly string[];
  readonly destination: readonly string[];
  readonly service: readonly string[];
}

/**
 * The whole rule; every field that PAN-OS would default is written out. Its description names the entries by their
 * keys: `NetworkPolicy shop/web (ingress entry abc123). Tickets: NET-1.`
 */
export function ruleEntry(profile: ClusterProfile, rule: CompiledRule, members: RuleMembers): RuleEntry {
  const record = rule.verdict.kind === 'allow' ? rule.verdict.record : undefined;
  const denyLog = profile.isolation.log;
  const action: RuleAction = record ? 'allow' : profile.isolation.action;
  return {
    kind: 'rule',
    name: members.name,
    from: profile.zones.from,
    to: profile.zones.to,
    source: members.source,
    destination: members.destination,
    application: record ? orAny(record.applications) : ['any'],
    service: record && record.applicationDefault ? ['application-default'] : members.service,
    category: record ? orAny(record.categories) : ['any'],
    action,
    logStart: record ? record.logStart : denyLog === 'start' || denyLog === 'both',
    logEnd: record ? record.logEnd : denyLog === 'end' || denyLog === 'both',
    logSetting: record ? record.logProfile : profile.defaults.logprofile || '',
    profileSetting: record ? record.profileSetting : { type: 'none' },
    tags: clusterTags(profile),
    groupTag: clusterTag(profile),
    description: describe(profile, rule, record),
  };
}

function orAny(names: readonly string[]): readonly string[] {
  return names.length === 0 ? ['any'] : names;
}

function describe(profile: ClusterProfile, rule: CompiledRule, record: AttributeRecord | undefined): string {
  const tickets = record && record.tickets.length > 0 ? ' Tickets: ' + record.tickets.join(', ') + '.' : '';
  // Clients trim what they read; a text that ends in a blank would never read back as written.
  return (subjectText(profile, rule) + tickets).slice(0, LIMITS.ruleDescription).trim();
}

function subjectText(profile: ClusterProfile, rule: CompiledRule): string {
  if (!rule.guard) return ownText(profile, rule);
  const own = isOfRule(rule) ? '' : ownText(profile, rule) + ' ';
  return own + OF_GUARD + ownText(profile, rule.guard.of);
}

const OF_GUARD = 'Not meant by, but in the group of: ';

/** Denials, and what nobody isolates: there is nothing to say of it but before which rule it stands. */
function isOfRule({ subject, verdict }: CompiledRule): boolean {
  return verdict.kind === 'deny' || (subject.kind === 'block' && subject.name === 'open');
}

/** Whether a rule with this description denies, as far as this program wrote it; what people write says nothing. */
export function isDenialText(description: string): boolean {
  return DENIALS.some((words) => description.indexOf(words) === 0);
}

function ownText(profile: ClusterProfile, rule: CompiledRule): string {
  const subject = rule.subject;
  switch (subject.kind) {
    case 'entry':
      return 'NetworkPolicy ' + entryWords(subject.entry) + '.';
    case 'pair':
      return 'NetworkPolicies ' + entryWords(subject.egress) + ' and ' + entryWords(subject.ingress) + '.';
    case 'pairs':
      return 'NetworkPolicy ' + entryWords(subject.entry) + ' with what the other ends allow.';
    case 'hosts':
      return HOSTS_WORDS[subject.direction] + ' Cluster ' + profile.cluster + '.';
    case 'service':
      return subject.text + ': whoever may connect to all of its pods.';
    case 'joined':
      return jointText(profile, rule, subject.parts);
    case 'block':
      return BLOCK_WORDS[subject.name] + ' Cluster ' + profile.cluster + '.';
  }
}

/** Not the entries behind it: that one comes must not edit the rule. The report has them. */
function jointText(profile: ClusterProfile, rule: CompiledRule, parts: readonly CompiledRule[]): string {
  const policy = commonPolicy(parts);
  if (policy) return 'NetworkPolicy ' + policy.namespace + '/' + policy.policy + ' (' + policy.direction + ' entries).';
  if (rule.layer === 'services')
    return 'Shared by Services: whoever may connect to all of their pods. Cluster ' + profile.cluster + '.';
  return 'Shared by entries of NetworkPolicies. Cluster ' + profile.cluster + '.';
}

/** By key, not by index: an entry inserted before it must not edit the rule. */
function entryWords(entry: RankedEntry): string {
  return entry.namespace + '/' + entry.policy.id.name + ' (' + entry.direction + ' entry ' + entry.entry.key + ')';
}

const HOSTS_WORDS = {
  ingress: 'From node addresses, what policies allow to them.',
  egress: 'To node addresses, what policies allow to them.',
} as const;

const BLOCK_WORDS: { readonly [name in BlockName]: string } = {
  'services-deny-egress': 'From egress-isolated pods to Service addresses, what no policy allows.',
  'services-deny': 'To addresses of Services with isolated pods, what no policy allows.',
  'services-deny-nodes': 'From Nodes to addresses of Services with isolated pods, what no policy allows.',
  'services-open-nodes': 'From Nodes to addresses of Services whose pods nobody isolates.',
  'services-open': 'To addresses of Services whose pods nobody isolates.',
  open: 'What no policy isolates.',
  nodes: 'Nodes to isolated pods: kubelet probes.',
  'hosts-both': 'Between node addresses, which no policy isolates.',
  'hosts-deny-ingress': 'From node addresses to isolated pods, what no policy allows.',
  'hosts-deny-egress': 'From isolated pods to node addresses, what no policy allows.',
  'hosts-from': 'From node addresses, which no policy isolates.',
  'hosts-to': 'To node addresses, which no policy isolates.',
  'deny-both': 'Between isolated pods, what no policies allow at both ends.',
  'deny-egress': 'From egress-isolated pods, what no policy allows.',
  'deny-ingress': 'To ingress-isolated pods, what no policy allows.',
};

const DENIALS: readonly string[] = (
  [
    'services-deny-egress',
    'services-deny',
    'services-deny-nodes',
    'hosts-deny-ingress',
    'hosts-deny-egress',
    'deny-both',
    'deny-egress',
    'deny-ingress',
  ] as const
)
  .map((name): string => BLOCK_WORDS[name])
  .concat([OF_GUARD]);
