import type { Diagnostic } from '../../policy/diagnostics/diagnostic';
import { behindRules } from '../../policy/views/behind';
import { diagnosticsTable } from '../../policy/views/diagnostics';
import { planApprovalsTable } from '../../policy/views/planapprovals';
import { planObjectsTable } from '../../policy/views/planobjects';
import { planRulesTables } from '../../policy/views/planrules';
import { planSituationsTable } from '../../policy/views/plansituations';
import { proofTable } from '../../policy/views/proof';
import { reachabilityTables, reachabilityText } from '../../policy/views/reachability';
import type { Table } from '../../policy/views/table';
import type { PlanRequest, Preparation } from './prepare';
import { blockerText, problemsTable } from './view';

/** A plan as people read it, the same in the war room, in the incident and on the command line. */

/** What stands before the tables: why it is not to be applied, what becomes of connections, what was not looked up. */
export function planSentences({ blockers, reach, unverified }: Preparation): string[] {
  return blockers
    .map(blockerText)
    .concat(reach === undefined ? [] : [reachabilityText(reach)])
    .concat(unverified.length === 0 ? [] : ['Not looked up: ' + unverified.join(', ') + '.']);
}

/**
 * What keeps the plan from being applied and why a person is asked; then rules, with all their fields, and what becomes
 * of connections; then what was found, the proof, and objects last. Tables without rows are left out.
 *
 * @param diagnostics those that belong into it; the command line writes them elsewhere
 */
export function planTables(request: PlanRequest, prepared: Preparation, diagnostics: readonly Diagnostic[]): Table[] {
  const { plan, state, rulebase, proof, reach } = prepared;
  const tables = [problemsTable('Preflight problems', prepared.problems)];
  if (plan) tables.push(planApprovalsTable(plan, request.profile.guardRails));
  return tables
    .concat(
      plan && state && rulebase
        ? planRulesTables({
            plan,
            state,
            rulebase,
            behind: behindRules(request.translation.origins, request.objects),
          })
        : [],
      reach ? reachabilityTables(reach) : [],
      plan ? [planSituationsTable(plan)] : [],
      [diagnosticsTable(diagnostics)],
      proof ? [proofTable(proof, prepared.isProofEarlier, plan && plan.closures)] : [],
      plan ? [planObjectsTable(plan)] : [],
    )
    .filter((table) => table.rows.length > 0);
}
