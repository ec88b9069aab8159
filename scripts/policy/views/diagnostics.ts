import { describeDiagnostic, type DescribedDiagnostic, type Diagnostic } from '../diagnostics/diagnostic';
import { tableOf, type Cell, type Column, type Table } from './table';

const COLUMNS: readonly Column<DescribedDiagnostic>[] = [
  { heading: 'Severity', cell: (found) => found.severity },
  { heading: 'Code', cell: (found) => found.code },
  { heading: 'Policy', cell: (found) => found.policy, unlessAll: '' },
  { heading: 'Where', cell: where },
  { heading: 'What', cell: (found) => found.message },
  { heading: 'What to do', cell: (found) => found.remedy },
];

/** What was found, in the order given, each with its place and its remedy. */
export function diagnosticsTable(diagnostics: readonly Diagnostic[]): Table {
  return tableOf('Findings', COLUMNS, diagnostics.map(describeDiagnostic));
}

function where(found: DescribedDiagnostic): Cell {
  return [found.file, found.path].filter((part) => part !== '');
}
