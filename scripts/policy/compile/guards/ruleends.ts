import { intersectAddresses, isAddressSubset } from '../../values/addresses';
import { normalTerms } from '../../values/alternatives';
import type { Requirement } from '../../values/requirements';
import { intersectTerms, isCovered, isTermSubset, podsInNamespace, subtractTerm, type Term } from '../../values/term';
import { holdsPartOfPods } from '../ipblocks';
import type { CompileModel, Isolation, RuleEnd, Side } from '../model';

/**
 * Ends of rules as sets of endpoints. Groups have no "not": the positive form of a term takes in the pods that its
 * negations leave out, and these are its excess.
 */

/** The term without its negations. */
export function positiveTerm(term: Term): Term {
  return term.kind === 'pods' && term.requirements.some(isNegated)
    ? { ...term, requirements: term.requirements.filter((requirement) => !requirement.negated) }
    : term;
}

function isNegated(requirement: Requirement): boolean {
  return requirement.negated;
}

/** Whether the end says what groups cannot. */
export function hasNegation(model: CompileModel, end: RuleEnd): boolean {
  if (end.kind === 'terms') return end.terms.some((term) => positiveTerm(term) !== term);
  const side = sideOf(model, end);
  return side.namespaces.some((namespace) =>
    side.isolations[namespace].some(({ subject }) => positiveTerm(subject) !== subject),
  );
}

/** The end as groups can hold it. */
export function positiveEnd(model: CompileModel, end: RuleEnd): RuleEnd {
  if (end.kind === 'isolated') return { ...end, isWidened: true };
  return hasNegation(model, end) ? termsEnd(model, end.terms.map(positiveTerm)) : end;
}

/**
 * Whether the end holds some pods by a part of their addresses. Cut to that part, rules would name the addresses of
 * today's pods, and whoever comes would fall through them to what is left open.
 */
export function isPartOfPods({ space }: CompileModel, end: RuleEnd): boolean {
  if (end.kind === 'isolated') return false;
  return end.terms.some((term) => term.kind === 'addresses' && holdsPartOfPods(space, term.addresses));
}

/** What the positive form of the end takes in too much, as terms without negations; it may hold some of the end. */
export function excessOf(model: CompileModel, end: RuleEnd): Term[] {
  if (end.kind === 'terms') return excessOfTerms(model, end.terms);
  const side = sideOf(model, end);
  let excess: Term[] = [];
  if (end.isWidened) return excess;
  for (const namespace of side.namespaces) {
    excess = excess.concat(excessOfTerms(model, side.isolations[namespace].map(subjectOf)));
  }
  return normalTerms(model.space, excess);
}

/** What is left of the positive forms without the terms, and again without negations: all of it, or a little more. */
function excessOfTerms(model: CompileModel, terms: readonly Term[]): Term[] {
  let excess: Term[] = [];
  for (const term of terms) {
    const positive = positiveTerm(term);
    if (positive === term) continue;
    let left: Term[] = [positive];
    for (const meant of terms) left = withoutWhole(model, left, meant);
    excess = excess.concat(left.map(positiveTerm));
  }
  return excess.length < 2 ? excess : normalTerms(model.space, excess);
}

/**
 * What is left of the terms; pods that are not meant by address do not become so: a guard that named today's addresses
 * would let through, to the rule behind it, whoever comes.
 */
function withoutWhole(model: CompileModel, terms: readonly Term[], meant: Term): Term[] {
  let rest: Term[] = [];
  for (const term of terms) {
    const left = subtractTerm(model.space, term, meant);
    rest = rest.concat(isByAddress(term) || !left.some(isByAddress) ? left : [term]);
  }
  return rest;
}

/** Pods that are meant by labels and addresses; rules name the addresses that they have today. */
function isByAddress(term: Term): boolean {
  return term.kind === 'pods' && term.addresses !== undefined;
}

function termsEnd(model: CompileModel, terms: readonly Term[]): RuleEnd {
  return { kind: 'terms', terms: normalTerms(model.space, terms) };
}

/** The endpoints of both; undefined where there are none. */
export function intersectEnds(model: CompileModel, a: RuleEnd, b: RuleEnd): RuleEnd | undefined {
  if (a.kind === 'isolated' && b.kind === 'isolated') return a.isWidened ? b : a;
  if (a.kind === 'isolated') return b.kind === 'terms' ? withIsolated(model, b.terms, a) : undefined;
  if (b.kind === 'isolated') return withIsolated(model, a.terms, b);
  const common: Term[] = [];
  for (const one of a.terms) {
    for (const other of b.terms) {
      const both = intersectTerms(model.space, one, other);
      if (both) common.push(both);
    }
  }
  return common.length === 0 ? undefined : termsEnd(model, common);
}

function withIsolated(model: CompileModel, terms: readonly Term[], isolated: IsolatedEnd): RuleEnd | undefined {
  const common: Term[] = [];
  for (const term of terms) {
    if (isEveryPod(model, term)) return isolated;
    for (const { namespace, subjects } of isolatedIn(model, term, isolated)) {
      const part = term.kind === 'pods' ? podsInNamespace(model.space, term, namespace) : term;
      for (const subject of subjects) {
        const both = intersectTerms(model.space, part, subject);
        if (both) common.push(both);
      }
    }
  }
  return common.length === 0 ? undefined : termsEnd(model, common);
}

type IsolatedEnd = Extract<RuleEnd, { readonly kind: 'isolated' }>;

function sideOf(model: CompileModel, end: IsolatedEnd): Side {
  return end.direction === 'egress' ? model.egress : model.ingress;
}

function isEveryPod(model: CompileModel, term: Term): boolean {
  return (
    term.kind === 'any' || (term.kind === 'addresses' && isAddressSubset(model.space.podAddresses, term.addresses))
  );
}

/** The isolated pods that the term may hold. */
function isolatedIn(
  model: CompileModel,
  term: Term,
  isolated: IsolatedEnd,
): { readonly namespace: string; readonly subjects: readonly Term[] }[] {
  const side = sideOf(model, isolated);
  const isOutside =
    term.kind === 'addresses' && intersectAddresses(term.addresses, model.space.podAddresses).length === 0;
  const names = isOutside ? [] : term.kind === 'pods' ? term.namespaces.names : side.namespaces;
  return names.map((namespace) => {
    const subjects = side.isolationsMeeting(namespace, term).map(subjectOf);
    return { namespace, subjects: isolated.isWidened ? subjects.map(positiveTerm) : subjects };
  });
}

function subjectOf(isolation: Isolation): Term {
  return isolation.subject;
}

/** True only where every endpoint of `end` is one of `by`; where all terms of `by` together hold a term, or one does. */
export function isEndCovered(model: CompileModel, end: RuleEnd, by: RuleEnd, how: 'together' | 'alone'): boolean {
  function holds(term: Term, terms: readonly Term[]): boolean {
    return how === 'together'
      ? isCovered(model.space, term, isByAddress(term) ? terms : terms.filter((other) => !isByAddress(other)))
      : terms.some((other) => isTermSubset(model.space, term, other));
  }
  if (by.kind === 'terms') {
    if (end.kind === 'terms') return end.terms.every((term) => holds(term, by.terms));
    return by.terms.some((term) => isEveryPod(model, term));
  }
  if (end.kind === 'isolated') return by.isWidened === true || end.isWidened !== true;
  return end.terms.every((term) => {
    if (term.kind !== 'pods') return false;
    return isolatedIn(model, term, by).every(({ namespace, subjects }) =>
      holds(podsInNamespace(model.space, term, namespace), subjects),
    );
  });
}
