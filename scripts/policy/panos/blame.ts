import type { Box, CompiledRule, Inexpressible } from '../compile/model';
import { causeOf } from '../compile/causes';
import { diagnose, type Diagnostic } from '../diagnostics/diagnostic';
import { endMembers, type EndContext } from './ends';
import { splitFamilies } from './families';
import { entriesOf } from './origin';

/** Which policies cause that a rule cannot be rendered. */

/** Of a rule that joins pairs or entries, only those that have no exact rule themselves are to blame. */
export function inexpressibleOf(context: EndContext, rule: CompiledRule, diagnostic: Diagnostic): Inexpressible[] {
  const inexpressible: Inexpressible[] = [];
  if (rule.subject.kind === 'pairs') {
    for (const pair of rule.subject.pairs) {
      const own = boxDiagnostic(context, pair);
      if (own) inexpressible.push({ causes: [causeOf(pair.egress), causeOf(pair.ingress)], diagnostic: own });
    }
  }
  if (rule.subject.kind === 'hosts') {
    for (const entry of rule.subject.entries) {
      const members = endMembers(context, [entry.subject]);
      if (members.kind === 'inexpressible') {
        inexpressible.push({ causes: [causeOf(entry)], diagnostic: members.diagnostic });
      }
    }
  }
  if (inexpressible.length === 0) inexpressible.push({ causes: entriesOf(rule).map(causeOf), diagnostic });
  return inexpressible;
}

function boxDiagnostic(context: EndContext, box: Box): Diagnostic | undefined {
  const split = splitFamilies(context.space, box);
  if (split.kind === 'one-family') return diagnose('one-family', { family: split.family }, {});
  for (const ends of split.ends) {
    for (const terms of [ends.sources, ends.destinations]) {
      const members = endMembers(context, terms);
      if (members.kind === 'inexpressible') return members.diagnostic;
    }
  }
  return undefined;
}
