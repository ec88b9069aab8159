import { tagWords } from '../../policy/views/plansituations';
import type { Plan } from '../../policy/plan/types';
import { problem, type Problem } from '../api/problems';
import { listed } from '../../policy/text/words';

/** What is wrong with a plan itself. */

/** The problem that a plan may not be carried out. */
export function refusedPlan(plan: Plan): Problem | undefined {
  if (!plan.refused) return undefined;
  const reasons: string[] = [];
  for (const situation of plan.situations) {
    if (situation.kind === 'foreign-name') {
      const what = situation.entryKind + ' ' + situation.name + ' in ' + situation.location;
      reasons.push(
        situation.missingTags === undefined
          ? 'the ' + what + ' is not ours and has a name that we need'
          : 'somebody took ' + tagWords(situation.missingTags) + ' off the ' + what + ', and must put that back',
      );
    } else if (situation.kind === 'anchor-missing') {
      reasons.push('the rule ' + situation.rule + ', which the cluster profile names as position, does not exist');
    } else if (situation.kind === 'group-overfull') {
      const count = String(situation.members) + ' members, more than ' + String(situation.limit);
      reasons.push('the address group ' + situation.name + ' would have ' + count + ', while it changes');
    }
  }
  return problem('refused-plan', { situations: listed(reasons) });
}

/** A plan that is refused has no operations either, and could have the same hash: it is looked at before. */
export function staleness(planned: Plan, found: Plan): Problem | undefined {
  if (found.hash === planned.hash) return undefined;
  return problem('stale-plan', { planned: planned.hash, found: found.hash });
}
