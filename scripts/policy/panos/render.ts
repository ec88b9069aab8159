import { portSetKey } from '../values/ports';
import { termContent } from '../values/term';
import type { Term } from '../values/term';
import type { CompiledRule, Isolation, Model, Problem, RankedEntry, RuleEnd, Side } from '../compile/model';
import type { Diagnostic } from '../diagnostics';
import { diagnose, placed } from '../diagnostics';
import type { PodClass, PolicyId } from '../kubernetes/types';
import type { ClusterProfile } from '../profile/types';
import type { RuleOrigin } from '../translation';
import { endMembers, podsOnNodes } from './ends';
import type { EndContext } from './ends';
import type { Rulebase, RuleEntry } from './entry';
import { splitFamilies } from './families';
import { LIMITS } from './limits';
import { createNameTable } from './names';
import type { NameTable } from './names';
import { createObjectTable } from './objects';
import { tagEntries } from './ownership';
import { createTagModel } from './plugintags';
import type { KnownLabels } from './plugintags';
import { ruleEntry, wantedRuleName } from './rules';

/** From compiled rules to PAN-OS entries. What PAN-OS cannot say exactly shows here, and is a problem of its policies. */
export interface Rendering {
  readonly rulebase: Rulebase;
  readonly origins: readonly RuleOrigin[];
  /** Not empty: the rulebase is not complete, and must not be used. */
  readonly problems: readonly Problem[];
}

export interface RenderInput {
  readonly profile: ClusterProfile;
  readonly model: Model;
  readonly rules: readonly CompiledRule[];
  readonly podClasses: readonly PodClass[];
  readonly knownLabels: KnownLabels;
}

export function renderRulebase(input: RenderInput): Rendering {
  const context: EndContext = {
    profile: input.profile,
    space: input.model.space,
    objects: createObjectTable(input.profile),
    tagModel: createTagModel(input.profile.tags, input.knownLabels),
    onNodes: podsOnNodes(input.profile, input.podClasses),
    known: {},
  };
  const names = createNameTable();
  const isolated = {
    egress: isolatedGroup(context, input.model.egress),
    ingress: isolatedGroup(context, input.model.ingress),
  };
  const problems: Problem[] = isolated.egress.problems.concat(isolated.ingress.problems);
  const rules: RuleEntry[] = [];
  const origins: RuleOrigin[] = [];
  for (const rule of input.rules) {
    const rendered = renderRule(context, names, rule, function (direction) {
      return isolated[direction].members;
    });
    problems.push.apply(problems, rendered.problems as Problem[]);
    for (const entry of rendered.rules) {
      rules.push(entry);
      origins.push(originOf(rule, entry.name));
    }
  }
  return {
    rulebase: {
      cluster: input.profile.cluster,
      deviceGroup: input.profile.deviceGroup,
      rulebase: input.profile.rulebase,
      tags: rules.length === 0 ? [] : tagEntries(input.profile),
      addressGroups: context.objects.addressGroups(),
      services: context.objects.serviceEntries(),
      rules: rules,
    },
    origins: origins,
    problems: problems,
  };
}

interface RenderedRules {
  readonly rules: readonly RuleEntry[];
  readonly problems: readonly Problem[];
}

function renderRule(
  context: EndContext,
  names: NameTable,
  rule: CompiledRule,
  isolatedMembers: (direction: Side['direction']) => readonly string[],
): RenderedRules {
  const split = splitFamilies(context.space, {
    sources: termsOf(rule.sources),
    destinations: termsOf(rule.destinations),
  });
  if (split.kind === 'one-family') {
    return faulty(rule, diagnose('one-family', { family: split.family }, {}));
  }
  const rules: RuleEntry[] = [];
  const service = context.objects.services(rule.ports);
  for (let i = 0; i < split.ends.length; i++) {
    const source = endMembers(context, split.ends[i].sources);
    const destination = endMembers(context, split.ends[i].destinations);
    if (source.kind === 'fault') return faulty(rule, source.diagnostic);
    if (destination.kind === 'fault') return faulty(rule, destination.diagnostic);
    const members = {
      source: rule.sources.kind === 'isolated' ? isolatedMembers(rule.sources.direction) : source.members,
      destination:
        rule.destinations.kind === 'isolated' ? isolatedMembers(rule.destinations.direction) : destination.members,
      service: service,
    };
    // An end may be left without members: addresses that no packet has.
    if (members.source.length === 0 || members.destination.length === 0) continue;
    const wanted = wantedRuleName(context.profile, rule);
    const name = names.name(wanted, contentOf(rule) + String(i), LIMITS.ruleName);
    rules.push(
      ruleEntry(context.profile, rule, {
        name: name,
        source: members.source,
        destination: members.destination,
        service: members.service,
      }),
    );
  }
  return { rules: rules, problems: [] };
}

function termsOf(end: RuleEnd): readonly Term[] {
  return end.kind === 'terms' ? end.terms : [];
}

function contentOf(rule: CompiledRule): string {
  const ends = [rule.sources, rule.destinations].map(function (end) {
    return end.kind === 'isolated' ? end.direction : end.terms.map(termContent).join(' ');
  });
  return ends.join('>') + '|' + portSetKey(rule.ports);
}

function faulty(rule: CompiledRule, diagnostic: Diagnostic): RenderedRules {
  const entries = entriesOf(rule);
  const policies = entries.map(policyOf);
  const where =
    entries.length > 0 ? { policy: nameOf(entries[0].policy.id), path: entries[0].entry.path } : { path: rule.layer };
  return { rules: [], problems: [{ policies: policies, diagnostic: placed([diagnostic], where)[0] }] };
}

function policyOf(entry: RankedEntry): PolicyId {
  return entry.policy.id;
}

function nameOf(id: PolicyId): { namespace: string; name: string } {
  return { namespace: id.namespace, name: id.name };
}

/** The entries that a rule belongs to. */
function entriesOf(rule: CompiledRule): RankedEntry[] {
  switch (rule.subject.kind) {
    case 'entry':
      return [rule.subject.entry];
    case 'pair':
      return [rule.subject.egress, rule.subject.ingress];
    case 'pairs':
      return [rule.subject.entry].concat(rule.subject.partners);
    case 'block':
      return [];
  }
}

function originOf(rule: CompiledRule, name: string): RuleOrigin {
  return {
    rule: name,
    layer: rule.layer,
    entries: entriesOf(rule).map(function (entry) {
      return { policy: entry.policy.id, path: entry.entry.path };
    }),
  };
}

/** All isolated pods of one direction as a static group of dynamic groups: isolating more edits an object, not rules. */
function isolatedGroup(
  context: EndContext,
  side: Side,
): { readonly members: readonly string[]; readonly problems: Problem[] } {
  const groups: string[] = [];
  const problems: Problem[] = [];
  for (const namespace of side.namespaces) {
    for (const isolation of side.isolations[namespace]) {
      const rendered = endMembers(context, [isolation.subject]);
      if (rendered.kind === 'members') groups.push.apply(groups, rendered.members as string[]);
      else problems.push(isolationProblem(isolation, rendered.diagnostic));
    }
  }
  if (groups.length === 0) return { members: [], problems: problems };
  return { members: [context.objects.staticGroup('_isolated-' + side.direction, groups)], problems: problems };
}

function isolationProblem(isolation: Isolation, diagnostic: Diagnostic): Problem {
  const where = { policy: nameOf(isolation.policies[0]), path: 'spec.podSelector' };
  return { policies: isolation.policies, diagnostic: placed([diagnostic], where)[0] };
}
