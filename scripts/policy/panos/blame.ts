import { causesOfGuard, causesOfGuarded } from '../compile/guards/guardcauses';
import type { Box, Cause, CompiledRule, Guard, Inexpressible } from '../compile/model';
import { causeOf } from '../compile/causes';
import { idText } from '../kubernetes/identity';
import { endMembers, type EndContext } from './ends';
import { splitFamilies } from './families';
import { entriesOf, partnerOf } from '../compile/ruleentries';
import { alike } from '../compile/twins';
import type { TagProblem } from './plugintags';

/** Which policies cause that a rule cannot be rendered. */

/** The problem with those that have a part in it: policies that need the group, and others that name its tag. */
export function blamed(causes: readonly Cause[], { diagnostic, blame, claimers }: TagProblem): Inexpressible {
  const namespace = String(diagnostic.params.namespace);
  const claims = claimers
    .filter((policy) => !causes.some((cause) => idText(cause.policy) === idText(policy)))
    .map((policy): Cause => ({ policy, path: '', claims: namespace }));
  return { causes: causes.concat(claims), diagnostic, ...(blame && { blame }) };
}

/** Of a rule that joins pairs or entries, only those that have no exact rule themselves are to blame. */
export function inexpressibleOf(context: EndContext, rule: CompiledRule, problem: TagProblem): Inexpressible[] {
  const inexpressible: Inexpressible[] = [];
  if (rule.guard) return guardInexpressible(context, rule, rule.guard, problem);
  if (rule.subject.kind === 'pairs') {
    const { entry, pairs } = rule.subject;
    for (const pair of pairs) {
      const own = boxProblem(context, pair);
      if (own === undefined) continue;
      for (const partner of alike(partnerOf(entry, pair))) {
        inexpressible.push(blamed([causeOf(entry), causeOf(partner)], own));
      }
    }
  }
  if (rule.subject.kind === 'joined') {
    for (const part of rule.subject.parts) {
      const own = ruleProblem(context, part);
      if (own !== undefined) inexpressible.push.apply(inexpressible, inexpressibleOf(context, part, own));
    }
  }
  if (rule.subject.kind === 'hosts') {
    for (const entry of rule.subject.entries) {
      const members = endMembers(context, [entry.subject]);
      if (members.kind === 'inexpressible') inexpressible.push(blamed([causeOf(entry)], members));
    }
  }
  if (inexpressible.length === 0) inexpressible.push(blamed(entriesOf(rule).map(causeOf), problem));
  return inexpressible;
}

/** A guard's region is the matter of the rule before which it stands; else, those that it is cut from have a part in it. */
function guardInexpressible(
  context: EndContext,
  rule: CompiledRule,
  guard: Guard,
  problem: TagProblem,
): Inexpressible[] {
  const causes = causesOfGuarded(context.model, rule);
  for (const end of [guard.sources, guard.destinations]) {
    const members = end.kind === 'terms' ? endMembers(context, end.terms) : undefined;
    if (members && members.kind === 'inexpressible') return [blamed(causes, members)];
  }
  return [blamed(causesOfGuard(context.model, rule), problem)];
}

function ruleProblem(context: EndContext, { sources, destinations, ports }: CompiledRule): TagProblem | undefined {
  if (sources.kind !== 'terms' || destinations.kind !== 'terms') return undefined;
  return boxProblem(context, { sources: sources.terms, destinations: destinations.terms, ports });
}

function boxProblem(context: EndContext, box: Box): TagProblem | undefined {
  for (const ends of splitFamilies(context.space, box)) {
    for (const terms of [ends.sources, ends.destinations]) {
      const members = endMembers(context, terms || []);
      if (members.kind === 'inexpressible') return members;
    }
  }
  return undefined;
}
