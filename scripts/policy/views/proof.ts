import type { Proof } from '../prove/types';
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
 */
export function proofTable(proof: Proof, isEarlier = false): Table {
  const rows: Row[] = [
    { what: 'Verdict', result: verdictText(proof) },
    { what: 'Reason', result: proof.reason },
    { what: 'Scope', result: scopeText(proof) },
  ];
  if (isEarlier) rows.push({ what: 'Proved', result: EARLIER });
  if (proof.exceptions.length > 0) rows.push({ what: 'Left out', result: proof.exceptions.map(exceptionText) });
  if (proof.scope.notJudged.length > 0) rows.push({ what: 'Not judged', result: proof.scope.notJudged });
  const example = proof.counterExample;
  if (example !== undefined) {
    const name = example.source.text + ' to ' + example.destination.text + ' on ' + example.port;
    rows.push({ what: 'Counter-example', result: name });
    rows.push({ what: 'Policies', result: example.policySide.verdict + ': ' + example.policySide.reason });
    rows.push({ what: 'Rules', result: example.ruleSide.verdict + ': ' + example.ruleSide.reason });
  }
  return tableOf('Proof', COLUMNS, rows);
}

function scopeText(proof: Proof): Cell {
  const scope = proof.scope;
  return [
    String(scope.policies) + ' policies against ' + String(scope.rules) + ' rules',
    String(scope.pods) +
      ' pods, ' +
      String(scope.virtualPods) +
      ' virtual pods, in ' +
      String(scope.classes) +
      ' classes',
    String(scope.ports) + ' port classes, ' + String(scope.applications) + ' application classes',
    String(scope.points) + ' points',
  ];
}
