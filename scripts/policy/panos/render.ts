import type { Term } from '../values/term';
import type { Cause, CompiledRule, CompileModel, Inexpressible, RuleEnd, Side } from '../compile/model';
import type { LabelUse } from '../compile/labeluses';
import { positiveTerm } from '../compile/guards/ruleends';
import { diagnose } from '../diagnostics/diagnostic';
import type { PolicyId } from '../kubernetes/types';
import type { ClusterProfile } from '../profile/types';
import { sortedUnique } from '../text/canonical';
import type { RuleOrigin } from '../translate/translation';
import { blamed, inexpressibleOf } from './blame';
import { endMembers, type EndContext } from './ends';
import type { Rulebase, RuleEntry } from './entry';
import { splitFamilies } from './families';
import { othersInexpressible, tolerantTagModel, type HeldPolicies } from './held';
import { createObjectTable } from './objects';
import { originOf } from './origin';
import { tagEntries } from './ownership';
import { createTagModel, type TagProblem } from './plugintags';
import { createRuleNames, type RuleNames } from './rulenames';
import { ruleEntry } from './rules';

/**
 * From compiled rules to PAN-OS entries. What PAN-OS cannot say exactly shows here, with the policies that cause it.
 */
export interface Rendering {
  readonly rulebase: Rulebase;
  readonly origins: readonly RuleOrigin[];
  /** Not empty: the rulebase is not complete, and must not be used. */
  readonly inexpressible: readonly Inexpressible[];
}

/** A compiled cluster, and which labels its pods have or may get. */
export interface RenderInput {
  readonly profile: ClusterProfile;
  readonly model: CompileModel;
  readonly rules: readonly CompiledRule[];
  readonly labelUses: readonly LabelUse[];
  /** Policies whose rules stay as they are. */
  readonly held: HeldPolicies;
}

/**
 * Renders rules as entries, with the objects that they name. A rule that PAN-OS has no way to say is left out, and told
 * with its causes.
 */
export function renderRulebase(input: RenderInput): Rendering {
  const strict = createTagModel(input.profile.tags, input.labelUses);
  const context: EndContext = {
    profile: input.profile,
    model: input.model,
    space: input.model.space,
    objects: createObjectTable(input.profile),
    tagModel: tolerantTagModel(strict, input.model, input.held),
    known: {},
  };
  const names = createRuleNames(input.profile, input.rules);
  const isolated = {
    egress: isolatedGroup(context, input.model.egress),
    ingress: isolatedGroup(context, input.model.ingress),
  };
  const inexpressible: Inexpressible[] = isolated.egress.inexpressible.concat(
    isolated.ingress.inexpressible,
    othersInexpressible({ space: input.model.space, tagModel: strict }, input.model, input.held),
  );
  const rules: RuleEntry[] = [];
  const origins: RuleOrigin[] = [];
  for (const rule of input.rules) {
    const rendered = renderRule(context, names, rule, (direction) => isolated[direction].members);
    inexpressible.push.apply(inexpressible, rendered.inexpressible as Inexpressible[]);
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
      rules,
    },
    origins,
    inexpressible,
  };
}

interface RenderedRules {
  readonly rules: readonly RuleEntry[];
  readonly inexpressible: readonly Inexpressible[];
}

function renderRule(
  context: EndContext,
  names: RuleNames,
  rule: CompiledRule,
  isolatedMembers: (direction: Side['direction']) => readonly string[],
): RenderedRules {
  const split = splitFamilies(context.space, {
    sources: termsOf(rule.sources),
    destinations: termsOf(rule.destinations),
  });
  if (split.kind === 'one-family') {
    const diagnostic = diagnose('one-family', { family: split.family }, {});
    return withoutRules(context, rule, { diagnostic, claimers: [] });
  }
  const rules: RuleEntry[] = [];
  const service = context.objects.services(rule.ports);
  for (let i = 0; i < split.ends.length; i++) {
    const source = endMembers(context, split.ends[i].sources);
    const destination = endMembers(context, split.ends[i].destinations);
    if (source.kind === 'inexpressible') return withoutRules(context, rule, source);
    if (destination.kind === 'inexpressible') return withoutRules(context, rule, destination);
    const members = {
      source: rule.sources.kind === 'isolated' ? isolatedMembers(rule.sources.direction) : source.members,
      destination:
        rule.destinations.kind === 'isolated' ? isolatedMembers(rule.destinations.direction) : destination.members,
      service,
    };
    // An end may be left without members: addresses that no packet has.
    if (members.source.length === 0 || members.destination.length === 0) continue;
    rules.push(
      ruleEntry(context.profile, rule, {
        name: names.name(rule, i),
        source: members.source,
        destination: members.destination,
        service: members.service,
      }),
    );
  }
  return { rules, inexpressible: [] };
}

function termsOf(end: RuleEnd): readonly Term[] {
  return end.kind === 'terms' ? end.terms : [];
}

function withoutRules(context: EndContext, rule: CompiledRule, problem: TagProblem): RenderedRules {
  return { rules: [], inexpressible: inexpressibleOf(context, rule, problem) };
}

/**
 * All isolated pods of one direction as a static group of dynamic groups: isolating more edits an object, not rules.
 */
function isolatedGroup(
  context: EndContext,
  side: Side,
): { readonly members: readonly string[]; readonly inexpressible: Inexpressible[] } {
  const groups: string[] = [];
  const inexpressible: Inexpressible[] = [];
  for (const namespace of side.namespaces) {
    for (const isolation of side.isolations[namespace]) {
      const subject = context.profile.filterNot ? isolation.subject : positiveTerm(isolation.subject);
      const rendered = endMembers(context, [subject]);
      if (rendered.kind === 'members') groups.push.apply(groups, rendered.members as string[]);
      else inexpressible.push(blamed(isolation.policies.map(selectorOf), rendered));
    }
  }
  if (groups.length === 0) return { members: [], inexpressible };
  return {
    members: [context.objects.staticGroup('_isolated-' + side.direction, sortedUnique(groups))],
    inexpressible,
  };
}

function selectorOf(policy: PolicyId): Cause {
  return { policy, path: 'spec.podSelector' };
}
