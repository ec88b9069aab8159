import { compareText, hasKey, sortedUnique } from '../text/canonical';
import type { CompileModel } from '../compile/model';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import type { ClusterProfile } from '../profile/types';
import { addressMembers } from '../values/addresstext';
import { isImpossible } from '../values/requirements';
import { addressSet, NO_ADDRESSES, type AddressSet } from '../values/addresses';
import type { PodsTerm, Term, TermSpace } from '../values/term';
import { termKey } from '../values/termtext';
import { familyLimit } from './families';
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
  readonly known: { [termKey: string]: TermMembers };
}

/** The members, or why there are none. */
export type EndMembers =
  { readonly kind: 'members'; readonly members: readonly string[] } | ({ readonly kind: 'inexpressible' } & TagProblem);

/** A term as groups and addresses. */
type TermMembers =
  | {
      readonly kind: 'members';
      readonly groups: readonly string[];
      readonly addresses: AddressSet;
      /** The addresses as texts. */
      readonly texts: readonly string[];
    }
  | ({ readonly kind: 'inexpressible' } & TagProblem);

/** The members whose union is the union of the terms: groups by name, then addresses in ascending order. */
export function endMembers(context: EndContext, terms: readonly Term[]): EndMembers {
  const groups: string[] = [];
  let addresses: AddressSet = NO_ADDRESSES;
  let texts: readonly string[] = [];
  for (const term of terms) {
    const key = termKey(term);
    if (!hasKey(context.known, key)) context.known[key] = termMembers(context, term);
    const rendered = context.known[key];
    if (rendered.kind === 'inexpressible') return rendered;
    groups.push.apply(groups, rendered.groups as string[]);
    if (rendered.addresses.length === 0) continue;
    const isFirst = addresses.length === 0;
    addresses = isFirst ? rendered.addresses : addressSet(addresses.concat(rendered.addresses));
    texts = isFirst ? rendered.texts : addressMembers(addresses);
  }
  return { kind: 'members', members: sortedUnique(groups).concat(texts) };
}

function termMembers(context: EndContext, term: Term): TermMembers {
  switch (term.kind) {
    case 'any':
      return ofGroups(['any']);
    case 'addresses':
      return ofAddresses(term.addresses);
    case 'pods':
      return podMembers(context, term);
  }
}

function podMembers(context: EndContext, term: PodsTerm): TermMembers {
  const problem = termProblem(context, term);
  if (problem) return { kind: 'inexpressible', ...problem };
  if (term.addresses) return presentMembers(context, term);
  const tagged = withTags(context.tagModel, term);
  if (!tagged) return ofGroups([]);
  const split = filtersOf(context.profile.tags, tagged);
  if (split.kind === 'too-long') {
    const params = { pods: podsText(term), length: split.length };
    return { kind: 'inexpressible', diagnostic: diagnose('filter-too-long', params, {}), claimers: [] };
  }
  const groups = split.filters.map((filter) =>
    context.objects.dynamicGroup(groupLabel(term.namespaces.names, labelTexts(term), filter), filter),
  );
  return ofGroups(groups.sort(compareText));
}

function presentMembers(context: EndContext, term: PodsTerm): TermMembers {
  const found = ofAddresses(context.model.presentPods.addressesOf(term));
  const limit = context.profile.capacity.members;
  if (found.texts.length <= limit) return found;
  const params = { pods: podsText(term), count: found.texts.length, limit };
  return { kind: 'inexpressible', diagnostic: diagnose('pods-by-address-many', params, {}), claimers: [] };
}

function ofGroups(groups: readonly string[]): TermMembers {
  return { kind: 'members', groups, addresses: NO_ADDRESSES, texts: [] };
}

function ofAddresses(addresses: AddressSet): Extract<TermMembers, { readonly kind: 'members' }> {
  return { kind: 'members', groups: [], addresses, texts: addressMembers(addresses) };
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

/** Why nothing holds exactly the pods of the term, whatever the length of a group's filter. */
export function termProblem(
  context: Pick<EndContext, 'space' | 'model' | 'tagModel'>,
  term: PodsTerm,
): TagProblem | undefined {
  if (term.addresses) {
    if (context.model.presentPods.isAnyKnown) return undefined;
    return { diagnostic: addressProblem(context.space, term, term.addresses), claimers: [] };
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

/** Pods are meant by their addresses, and the input does not show the address of any. */
function addressProblem(space: TermSpace, term: PodsTerm, limit: AddressSet): Diagnostic {
  const addresses = addressMembers(limit).join(', ');
  const family = familyLimit(space, term);
  if (!space.podNetworkKnown) return diagnose('pod-network-unknown', { cidr: addresses }, {});
  if (family !== undefined) return diagnose('one-family', { family }, {});
  return diagnose('address-with-labels', { addresses, pods: podsText(term) }, {});
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
