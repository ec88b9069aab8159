import type { Preparation } from '../panorama/prepare/prepare';
import { blockerText, problemsTable } from '../panorama/prepare/view';
import { coverageOf, coverageText } from '../policy/views/coverage';
import { diagnosticsTable } from '../policy/views/diagnostics';
import { planApprovalsTable } from '../policy/views/planapprovals';
import { planChangesTable } from '../policy/views/planchanges';
import { planSituationsTable } from '../policy/views/plansituations';
import { proofTable } from '../policy/views/proof';
import type { Table } from '../policy/views/table';
import type { TranslatedCluster } from './translatedcluster';
import { markdownTable, paragraph } from '../xsoar/markdown';

/** A plan for people: what stands in its way first, then what it does. */
export function planMarkdown(cluster: TranslatedCluster, prepared: Preparation): string {
  const snapshot = cluster.snapshot;
  const coverage = coverageOf(snapshot, cluster.profile.excludedNamespaces);
  return (
    prepared.blockers.map(blockerText).map(paragraph).join('') +
    paragraph(coverageText(coverage)) +
    (prepared.unverified.length === 0 ? '' : paragraph('Not looked up: ' + prepared.unverified.join(', ') + '.')) +
    tablesOf(cluster, prepared).map(markdownTable).join('')
  );
}

/** Tables without rows are left out, but the changes: that there are none is what people look for. */
function tablesOf(cluster: TranslatedCluster, prepared: Preparation): Table[] {
  const plan = prepared.plan;
  const before = [problemsTable('Preflight problems', prepared.problems), diagnosticsTable(cluster.diagnostics)];
  const ofPlan = plan ? [planApprovalsTable(plan, cluster.profile.guardRails), planSituationsTable(plan)] : [];
  return before
    .concat(ofPlan)
    .filter((table) => table.rows.length > 0)
    .concat(
      plan ? [planChangesTable(plan)] : [],
      prepared.proof ? [proofTable(prepared.proof, prepared.isProofEarlier)] : [],
    );
}
