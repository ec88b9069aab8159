import { planSentences, planTables } from '../panorama/prepare/plantables';
import type { Preparation } from '../panorama/prepare/prepare';
import { coverageOf, coverageText } from '../policy/views/coverage';
import type { TranslatedCluster } from './translatedcluster';
import { markdownTable, paragraph } from '../xsoar/markdown';

/** A plan for people: what stands in its way first, then what it does. */
export function planMarkdown(cluster: TranslatedCluster, prepared: Preparation): string {
  const coverage = coverageOf(cluster.snapshot, cluster.profile.excludedNamespaces);
  return (
    planSentences(prepared).map(paragraph).join('') +
    paragraph(coverageText(coverage)) +
    planTables(cluster, prepared, cluster.diagnostics).map(markdownTable).join('')
  );
}
