import type { Term } from '../values/term';
import type { Cause, CompiledRule, CompileModel, Inexpressible, RuleEnd, Side } from '../compile/model';
import { causeOf } from '../compile/causes';
import { blockPeersOf } from '../compile/ipblocks';
import type { LabelUse } from '../compile/labeluses';
import { entriesOf } from '../compile/ruleentries';
import { positiveTerm } from '../compile/guards/ruleends';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { PolicyId } from '../kubernetes/types';
import type { ClusterProfile } from '../profile/types';
import { sortedUnique } from '../text/canonical';
import type { RuleOrigin } from '../translate/translation';
import { blamed, inexpressibleOf } from './blame';
import { endMembers, type EndContext } from './ends';
import type { Rulebase, RuleEntry } from './entry';
import { splitFamilies, type Ends } from './families';
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
  readonly warnings: readonly Diagnostic[];
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
    othersInexpressible({ space: input.model.space, model: input.model, tagModel: strict }, input.model, input.held),
  );
  const rules: RuleEntry[] = [];
  const origins: RuleOrigin[] = [];
  const warnings: Diagnostic[] = [];
  for (const rule of input.rules) {
    const rendered = renderRule(context, names, rule, (direction) => isolated[direction].members);
    inexpressible.push.apply(inexpressible, rendered.inexpressible as Inexpressible[]);
    warnings.push.apply(warnings, rendered.warnings as Diagnostic[]);
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
    warnings,
  };
}

interface RenderedRules {
  readonly rules: readonly RuleEntry[];
  readonly inexpressible: readonly Inexpressible[];
  readonly warnings: readonly Diagnostic[];
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
  const rules: RuleEntry[] = [];
  const service = context.objects.services(rule.ports);
  for (let i = 0; i < split.length; i++) {
    const source = endMembers(context, split[i].sources || []);
    const destination = endMembers(context, split[i].destinations || []);
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
  return { rules, inexpressible: [], warnings: split.some(namesPodAddresses) ? byAddress(rule) : [] };
}

function namesPodAddresses({ sources, destinations }: Ends): boolean {
  const terms = (sources || []).concat(destinations || []);
  return terms.some((term) => term.kind === 'pods' && term.addresses !== undefined);
}

/** Told at the entries whose blocks are the matter. */
function byAddress(rule: CompiledRule): Diagnostic[] {
  const entries = entriesOf(rule).filter(({ entry }) => blockPeersOf(entry).length > 0);
  return entries
    .map(causeOf)
    .map(({ policy, path }) =>
      diagnose('pods-by-address', {}, { policy: { namespace: policy.namespace, name: policy.name }, path }),
    );
}

function termsOf(end: RuleEnd): readonly Term[] | undefined {
  return end.kind === 'terms' ? end.terms : undefined;
}

function withoutRules(context: EndContext, rule: CompiledRule, problem: TagProblem): RenderedRules {
  return { rules: [], inexpressible: inexpressibleOf(context, rule, problem), warnings: [] };
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
