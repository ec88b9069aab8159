import type { Closure } from '../plan/types';
import type { Proof, ProofScope } from '../prove/types';
import { exceptionText, verdictText } from './verdict';
import { tableOf, type Cell, type Column, type Table } from './table';

/** Said of a proof that was not made again. */
const EARLIER = 'in an earlier run, over the same policies, objects, settings and rules';

interface Row {
  readonly what: string;
  readonly result: Cell;
}

const COLUMNS: readonly Column<Row>[] = [
  { heading: 'What', cell: (row) => row.what },
  { heading: 'Result', cell: (row) => row.result },
];

/**
 * The verdict of a proof, what it leaves out, what was compared, and the connection that shows a difference.
 *
 * @param isEarlier it was made by an earlier run
 * @param closures allows that stay closed by hand
 */
export function proofTable(proof: Proof, isEarlier = false, closures: readonly Closure[] = []): Table {
  const rows: Row[] = [
    { what: 'Verdict', result: verdictText(proof, closures) },
    { what: 'Reason', result: proof.reason },
    { what: 'Compared', result: comparedTexts(proof.scope) },
  ];
  if (isEarlier) rows.push({ what: 'Proved', result: EARLIER });
  if (proof.exceptions.length > 0) rows.push({ what: 'Left out', result: proof.exceptions.map(exceptionText) });
  if (proof.scope.notJudged.length > 0) rows.push({ what: 'Not compared', result: proof.scope.notJudged });
  const example = proof.counterExample;
  if (example !== undefined) {
    const name = example.source.text + ' to ' + example.destination.text + ' on ' + example.port;
    rows.push({ what: 'Counter-example', result: name });
    rows.push({ what: 'Policies', result: example.policySide.verdict + ': ' + example.policySide.reason });
    rows.push({ what: 'Rules', result: example.ruleSide.verdict + ': ' + example.ruleSide.reason });
  }
  return tableOf('Proof', COLUMNS, rows);
}

/** What was compared, in parts of one sentence. */
export function comparedTexts(scope: ProofScope): string[] {
  return [
    counted(scope.policies, 'policy', 'policies') + ' with ' + counted(scope.rules, 'rule', 'rules'),
    'on every connection between ' +
      counted(scope.pods, 'pod', 'pods') +
      ' of today, ' +
      counted(scope.virtualPods, 'kind of pod', 'kinds of pods') +
      ' to come, Services, nodes and outside addresses',
    'for ' +
      counted(scope.ports, 'kind', 'kinds') +
      ' of ports and ' +
      counted(scope.applications, 'kind', 'kinds') +
      ' of applications',
  ];
}

function counted(count: number, one: string, many: string): string {
  return String(count) + ' ' + (count === 1 ? one : many);
}
