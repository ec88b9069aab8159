import { clusterEntry } from './clusterentry';
import type { ApplyOutcome } from '../panorama/apply/types';
import type { Problem } from '../panorama/api/problems';
import { problemsTable } from '../panorama/prepare/view';
import { diagnosticsTable } from '../policy/views/diagnostics';
import type { TranslatedCluster } from './translatedcluster';
import type { WarRoomEntry } from '../xsoar/entries';
import { markdownTable, paragraph } from '../xsoar/markdown';
import type { ContextData, ContextManifest } from '../xsoar/outputs';
import { messages, problemsMarkdown } from '../xsoar/problemtext';

/** What an apply says, for people and for the context. */

/** What stands in the context. */
export const APPLY_OUTPUTS = {
  path: 'CNSeries.Apply',
  key: 'Cluster',
  fields: {
    Cluster: { type: 'String', description: 'The cluster.' },
    Hash: { type: 'String', description: 'The hash of the plan.' },
    Done: { type: 'Boolean', description: 'Whether the run is over. If not, run again with the same arguments.' },
    Outcome: {
      type: 'String',
      choices: ['', 'applied', 'unchanged', 'refused', 'stale', 'failed'],
      description:
        'The outcome, "applied", "unchanged", "refused" or "stale" (nothing was written), or "failed". Empty until done.',
    },
    Writes: { type: 'Number', description: 'The number of write requests sent.' },
    Reasons: { type: 'String', list: true, description: 'Why it was refused or failed.' },
    Leftovers: { type: 'String', list: true, description: 'What could not be undone.' },
    Warnings: { type: 'String', list: true, description: 'What could not be looked up.' },
    ApprovedBy: { type: 'String', description: 'Who approved the plan. Empty if it needed nobody.' },
  },
} as const satisfies ContextManifest;

type ApplyData = ContextData<typeof APPLY_OUTPUTS>;

/** Which apply it is. `approvedBy`: '' where nobody needed to. */
export interface ApplyHead {
  readonly cluster: string;
  readonly hash: string;
  readonly approvedBy: string;
}

/** Nothing was written, for these reasons. */
export function refusedEntry(
  head: ApplyHead,
  outcome: 'refused' | 'stale',
  reasons: readonly string[],
  markdown: string,
): WarRoomEntry {
  const data: ApplyData = { ...dataOf(head), Done: true, Outcome: outcome, Reasons: reasons };
  return entryOf(data, paragraph('Nothing was written.') + paragraphs(reasons) + markdown);
}

/** The slice ended before the run did. `told`: what it is doing. */
export function underWayEntry(head: ApplyHead, writes: number, told: string): WarRoomEntry {
  const again = paragraph('The run is not over: run again with the same arguments.');
  return entryOf({ ...dataOf(head), Writes: writes }, (told === '' ? '' : paragraph(told)) + again);
}

/** An earlier run was taken back: what the plan was made from is no longer there. */
export function takenBackEntry(head: ApplyHead, who: string, outcome: ApplyOutcome): WarRoomEntry {
  const leftovers = outcome.kind === 'failed' || outcome.kind === 'applied' ? outcome.leftovers : [];
  const writes = outcome.kind === 'failed' || outcome.kind === 'applied' ? outcome.writes : 0;
  const reason = who + ' was cut off. What it wrote is undone, and its lock is freed; the plan is to be made again.';
  const left = who + ' was cut off, and not all that it wrote could be undone.';
  const isClean = leftovers.length === 0;
  const data: ApplyData = {
    ...dataOf(head),
    Done: true,
    Outcome: isClean ? 'stale' : 'failed',
    Writes: writes,
    Reasons: [isClean ? reason : left],
    Leftovers: leftovers,
  };
  return entryOf(data, paragraph(isClean ? reason : left) + paragraphs(leftovers));
}

/**
 * The entry of a run that is over. A run that found the plan outdated and left nothing behind is `stale`, which the
 * playbook answers with a new plan.
 */
export function outcomeEntry(head: ApplyHead, outcome: ApplyOutcome): WarRoomEntry {
  const done: ApplyData = { ...dataOf(head), Done: true, Outcome: outcome.kind };
  switch (outcome.kind) {
    case 'applied': {
      const told = paragraph('The candidate configuration holds the rules. They go live with a commit and a push.');
      const more = { Writes: outcome.writes, Leftovers: outcome.leftovers, Warnings: outcome.warnings };
      return entryOf({ ...done, ...more }, told + paragraphs(outcome.leftovers) + paragraphs(outcome.warnings));
    }
    case 'unchanged':
      return entryOf(done, paragraph('The candidate configuration held the rules already; nothing was written.'));
    case 'refused': {
      const isStale = outcome.problems.some((found) => found.code === 'stale-plan');
      const told = paragraph('Nothing was written.') + problemsMarkdown(outcome.problems);
      return entryOf({ ...done, Outcome: isStale ? 'stale' : 'refused', Reasons: messages(outcome.problems) }, told);
    }
    case 'failed': {
      const isUndone = outcome.leftovers.length === 0;
      const isStale = isUndone && outcome.problems.every((found) => found.code === 'stale-plan');
      const told = paragraph(isUndone ? 'Everything that was written was undone.' : 'Not everything could be undone:');
      const more = { Writes: outcome.writes, Leftovers: outcome.leftovers, Reasons: messages(outcome.problems) };
      const data: ApplyData = { ...done, ...more, Outcome: isStale ? 'stale' : 'failed' };
      return entryOf(data, told + paragraphs(outcome.leftovers) + problemsMarkdown(outcome.problems));
    }
  }
}

/** The diagnostics of the input, where they are what keeps it from being applied. */
export function blockedMarkdown(cluster: TranslatedCluster, problems: readonly Problem[]): string {
  const tables = [problemsTable('Problems', problems), diagnosticsTable(cluster.diagnostics)];
  return tables
    .filter((table) => table.rows.length > 0)
    .map(markdownTable)
    .join('');
}

function dataOf(head: ApplyHead): ApplyData {
  return {
    Cluster: head.cluster,
    Hash: head.hash,
    Done: false,
    Outcome: '',
    Writes: 0,
    Reasons: [],
    Leftovers: [],
    Warnings: [],
    ApprovedBy: head.approvedBy,
  };
}

function paragraphs(texts: readonly string[]): string {
  return texts.map(paragraph).join('');
}

const TITLES: { readonly [Outcome in ApplyData['Outcome']]: string } = {
  '': 'Under way',
  applied: 'Applied',
  unchanged: 'Unchanged',
  refused: 'Refused',
  stale: 'The plan has changed',
  failed: 'Failed',
};

function entryOf(data: ApplyData, markdown: string): WarRoomEntry {
  return clusterEntry(APPLY_OUTPUTS, TITLES[data.Outcome], data, markdown);
}
