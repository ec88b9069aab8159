import { causeOf } from '../compile/causes';
import type { Cause, CompileModel, Inexpressible } from '../compile/model';
import { entriesInOrder } from '../compile/pairs';
import { alike } from '../compile/twins';
import { idText } from '../kubernetes/identity';
import type { PolicyId } from '../kubernetes/types';
import { hasKey } from '../text/canonical';
import type { PodsTerm, Term } from '../values/term';
import { blamed } from './blame';
import { termProblem, type EndContext } from './ends';
import type { TagModel } from './plugintags';

/**
 * Policies whose rules stay as they are although two labels make one tag now: a person decides what becomes of them
 * (docs/semantics.md). What they name is rendered as it was; nobody else may name it.
 */
export interface HeldPolicies {
  /** By `namespace/name`. */
  readonly [policy: string]: true;
}

/** The tag model that takes the labels that held policies name: as they were, without those that have no tag. */
export function tolerantTagModel(strict: TagModel, model: CompileModel, held: HeldPolicies): TagModel {
  if (Object.keys(held).length === 0) return strict;
  const named: { [label: string]: true } = {};
  for (const { causes, term } of namedTerms(model, 'asked for')) {
    if (!causes.some(({ policy }) => isHeld(held, policy))) continue;
    for (const { key, values } of term.requirements) for (const value of values) named[key + '=' + value] = true;
  }
  return {
    hasTag(namespace, key, value) {
      return !hasKey(named, key + '=' + value) || strict.hasTag(namespace, key, value);
    },
    diagnose(namespace, key, value, meant) {
      return hasKey(named, key + '=' + value) ? undefined : strict.diagnose(namespace, key, value, meant);
    },
  };
}

/** What the other policies name without telling it apart, whatever is taken for the held ones. */
export function othersInexpressible(
  context: Pick<EndContext, 'space' | 'model' | 'tagModel'>,
  model: CompileModel,
  held: HeldPolicies,
): Inexpressible[] {
  const inexpressible: Inexpressible[] = [];
  if (Object.keys(held).length === 0) return inexpressible;
  for (const { causes, term } of namedTerms(model, 'rendered')) {
    const others = causes.filter(({ policy }) => !isHeld(held, policy));
    const problem = others.length === 0 ? undefined : termProblem(context, term);
    if (problem && problem.diagnostic.code === 'label-ambiguous') inexpressible.push(blamed(others, problem));
  }
  return inexpressible;
}

/**
 * Pods that policies isolate or name as peers, with the places: as their selectors ask for them, or as rules hold them,
 * which may be told apart by further labels for named ports.
 */
function namedTerms(
  model: CompileModel,
  as: 'asked for' | 'rendered',
): { readonly causes: readonly Cause[]; readonly term: PodsTerm }[] {
  const named: { readonly causes: readonly Cause[]; readonly term: PodsTerm }[] = [];
  function add(causes: readonly Cause[], terms: readonly Term[]): void {
    for (const term of terms) if (term.kind === 'pods') named.push({ causes, term });
  }
  for (const side of [model.egress, model.ingress]) {
    for (const namespace of side.namespaces) {
      for (const { policies, subject } of side.isolations[namespace]) {
        const causes = policies.map((policy) => ({ policy, path: 'spec.podSelector' }));
        add(causes, [subject]);
      }
    }
    for (const entry of entriesInOrder(side)) {
      const { subject, peers } = as === 'rendered' ? entry : entry.shape;
      add(alike(entry).map(causeOf), peers.concat([subject]));
    }
  }
  return named;
}

function isHeld(held: HeldPolicies, policy: PolicyId): boolean {
  return hasKey(held, idText(policy));
}
