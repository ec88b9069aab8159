import { compareText, hasKey, sortedUnique } from '../text/canonical';
import type { CompileModel } from '../compile/model';
import { diagnose } from '../diagnostics/diagnostic';
import type { ClusterProfile } from '../profile/types';
import { addressMembers } from '../values/addresstext';
import { isImpossible } from '../values/requirements';
import type { PodsTerm, Term, TermSpace } from '../values/term';
import { termKey } from '../values/termtext';
import { filtersOf } from './filter';
import { groupLabel, type ObjectTable } from './objects';
import type { TagModel, TagProblem } from './plugintags';

/** One end of a rule: terms as the members of `source` or `destination`. */

/** What rendering an end needs, and fills: groups that terms call for are added to `objects`. */
export interface EndContext {
  readonly profile: ClusterProfile;
  readonly model: CompileModel;
  readonly space: TermSpace;
  readonly objects: ObjectTable;
  readonly tagModel: TagModel;
  /** What was rendered before, by term. */
  readonly known: { [termKey: string]: EndMembers };
}

/** The members, or why there are none. */
export type EndMembers =
  { readonly kind: 'members'; readonly members: readonly string[] } | ({ readonly kind: 'inexpressible' } & TagProblem);

/** The members whose union is the union of the terms: groups by name, then addresses in ascending order. */
export function endMembers(context: EndContext, terms: readonly Term[]): EndMembers {
  const groups: string[] = [];
  const addresses: string[] = [];
  for (const term of terms) {
    const key = termKey(term);
    if (!hasKey(context.known, key)) context.known[key] = termMembers(context, term);
    const rendered = context.known[key];
    if (rendered.kind === 'inexpressible') return rendered;
    const into = term.kind === 'pods' ? groups : addresses;
    into.push.apply(into, rendered.members as string[]);
  }
  return { kind: 'members', members: sortedUnique(groups).concat(addresses) };
}

function termMembers(context: EndContext, term: Term): EndMembers {
  switch (term.kind) {
    case 'any':
      return { kind: 'members', members: ['any'] };
    case 'addresses':
      return { kind: 'members', members: addressMembers(term.addresses) };
    case 'pods':
      return podMembers(context, term);
  }
}

function podMembers(context: EndContext, term: PodsTerm): EndMembers {
  const problem = termProblem(context, term);
  if (problem) return { kind: 'inexpressible', ...problem };
  const tagged = withTags(context.tagModel, term);
  if (!tagged) return { kind: 'members', members: [] };
  const split = filtersOf(context.profile.tags, tagged);
  if (split.kind === 'too-long') {
    const params = { pods: podsText(term), length: split.length };
    return { kind: 'inexpressible', diagnostic: diagnose('filter-too-long', params, {}), claimers: [] };
  }
  const members = split.filters.map((filter) =>
    context.objects.dynamicGroup(groupLabel(term.namespaces.names, labelTexts(term), filter), filter),
  );
  return { kind: 'members', members: members.sort(compareText) };
}

/**
 * The term without label values that have no tag; undefined where none is left. They are told, or held policies name
 * them.
 */
function withTags(tagModel: TagModel, term: PodsTerm): PodsTerm | undefined {
  const names = term.namespaces.names;
  const requirements = term.requirements.map((requirement) => ({
    ...requirement,
    values: requirement.values.filter((value) =>
      names.every((namespace) => tagModel.hasTag(namespace, requirement.key, value)),
    ),
  }));
  if (requirements.some(isImpossible)) return undefined;
  return { ...term, requirements };
}

/** Why no group can hold exactly the pods of the term, whatever the length of its filter. */
export function termProblem(context: Pick<EndContext, 'space' | 'tagModel'>, term: PodsTerm): TagProblem | undefined {
  if (term.addresses) {
    const params = { addresses: addressMembers(term.addresses).join(', '), pods: podsText(term) };
    const diagnostic = context.space.podNetworkKnown
      ? diagnose('address-with-labels', params, {})
      : diagnose('pod-network-unknown', { cidr: params.addresses }, {});
    return { diagnostic, claimers: [] };
  }
  for (const requirement of term.requirements) {
    for (const value of requirement.values) {
      for (const namespace of term.namespaces.names) {
        const problem = context.tagModel.diagnose(namespace, requirement.key, value, requirement.values);
        if (problem) return problem;
      }
    }
  }
  return undefined;
}

function labelTexts(term: PodsTerm): string[] {
  return term.requirements.map((requirement) => {
    const key = requirement.key.slice(requirement.key.lastIndexOf('/') + 1);
    return key + (requirement.negated ? '-not-' : '-') + requirement.values.join('-');
  });
}

/**
 * How diagnostics name the pods of a term.
 *
 * @example 'all pods of shop'
 * @example 'pods of shop with app=web, tier in (a, b)'
 */
export function podsText(term: PodsTerm): string {
  const names = term.namespaces.names;
  const where = names.length > 3 ? String(names.length) + ' namespaces' : names.join(', ');
  if (term.requirements.length === 0) return 'all pods of ' + where;
  const labels = term.requirements.map(({ key, negated, values }) =>
    values.length === 1
      ? key + (negated ? '!=' : '=') + values[0]
      : key + (negated ? ' notin (' : ' in (') + values.join(', ') + ')',
  );
  return 'pods of ' + where + ' with ' + labels.join(', ');
}
