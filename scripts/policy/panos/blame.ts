import type { Box, CompiledRule, Problem } from '../compile/model';
import { causeOf } from '../compile/problems';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import { endMembers, type EndContext } from './ends';
import { splitFamilies } from './families';
import { entriesOf } from './origin';

/** Whose fault it is that a rule cannot be rendered. */

/** Of a rule that joins pairs, only the pairs with a fault of their own are to blame. */
export function problemsOf(context: EndContext, rule: CompiledRule, diagnostic: Diagnostic): Problem[] {
  const problems: Problem[] = [];
  if (rule.subject.kind === 'pairs') {
    for (const pair of rule.subject.pairs) {
      const own = boxFault(context, pair);
      if (own) problems.push({ causes: [causeOf(pair.egress), causeOf(pair.ingress)], diagnostic: own });
    }
  }
  if (problems.length === 0) problems.push({ causes: entriesOf(rule).map(causeOf), diagnostic });
  return problems;
}

function boxFault(context: EndContext, box: Box): Diagnostic | undefined {
  const split = splitFamilies(context.space, box);
  if (split.kind === 'one-family') return diagnose('one-family', { family: split.family }, {});
  for (const ends of split.ends) {
    for (const terms of [ends.sources, ends.destinations]) {
      const members = endMembers(context, terms);
      if (members.kind === 'fault') return members.diagnostic;
    }
  }
  return undefined;
}
