import { tableOf, type Column, type Table } from '../../policy/views/table';
import type { Blocker } from './prepare';
import { describeProblem, type Problem } from '../api/problems';

const COLUMNS: readonly Column<{ readonly message: string; readonly remedy: string }>[] = [
  { heading: 'What', cell: (found) => found.message },
  { heading: 'What to do', cell: (found) => found.remedy },
];

/** Problems of a run, each with its remedy. */
export function problemsTable(title: string, problems: readonly Problem[]): Table {
  return tableOf(title, COLUMNS, problems.map(describeProblem));
}

/** Why a plan is not to be applied, in a sentence. */
export function blockerText(blocker: Blocker): string {
  switch (blocker) {
    case 'input':
      return 'Part of the input cannot be read, and the rules of what is missing would be taken away.';
    case 'translation':
      return 'The cluster has no rulebase; the findings say what stands in the way.';
    case 'proof':
      return 'It is not proven that the rules allow exactly what the policies allow.';
    case 'preflight':
      return 'Panorama is not ready for it.';
    case 'held':
      return 'The cluster is held: somebody wants nothing to be applied.';
    case 'refused':
      return 'The plan cannot be carried out as Panorama is; the situations say why.';
    case 'no-approvers':
      return (
        'Isolation would be enforced for the first time, and the cluster profile does not say who may approve that: ' +
        'name at least one role in `approverRoles`.'
      );
  }
}
