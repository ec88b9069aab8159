import { writeFileSync } from 'node:fs';
import pc from 'picocolors';
import { describeDiagnostic, severityOf, type Diagnostic } from '../../scripts/policy/diagnostics/diagnostic';
import { rulebaseNode } from '../../scripts/policy/panos/configxml';
import type { Rulebase } from '../../scripts/policy/panos/entry';
import { xmlText } from '../../scripts/policy/panos/xml';
import type { Translation } from '../../scripts/policy/translate/translation';
import { groupsTable, rulesTable, servicesTable } from '../../scripts/policy/views/rulebase';
import type { Table } from '../../scripts/policy/views/table';
import type { Format } from './formats';
import { outputWidth, terminalTable } from './terminaltable';

/** What the program prints: results on standard output, everything about them on standard error. */

/** The rulebase in the wanted format, ending with a newline. */
export async function rulebaseText(translation: Translation, rulebase: Rulebase, format: Format): Promise<string> {
  switch (format) {
    case 'table':
      return [rulesTable(rulebase), ...[groupsTable(rulebase), servicesTable(rulebase)].filter(hasRows)]
        .map((table) => terminalTable(table, outputWidth(process.stdout)))
        .join('\n');
    case 'json':
      return `${JSON.stringify(documentOf(translation, rulebase), undefined, 2)}\n`;
    case 'yaml':
      return (await import('./yamltext')).yamlText(documentOf(translation, rulebase));
    case 'xml':
      return xmlText(rulebaseNode(rulebase));
  }
}

function hasRows(table: Table): boolean {
  return table.rows.length > 0;
}

function documentOf(translation: Translation, rulebase: Rulebase): object {
  return { ...rulebase, origins: translation.origins, dependsOn: translation.dependsOn };
}

/** Diagnostics for people: place, what, remedy. */
export function diagnosticsText(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map((diagnostic) => {
      const found = describeDiagnostic(diagnostic);
      const place = [found.file, found.policy, found.path].filter((part) => part !== '').join(' ');
      const label = severityOf(diagnostic) === 'error' ? pc.red('error') : pc.yellow('warning');
      const where = place === '' ? '' : ` ${pc.bold(place)}`;
      return `${label} ${found.code}${where}\n  ${found.message}\n  ${pc.dim(found.remedy)}\n`;
    })
    .join('');
}

/** Diagnostics for programs, as a JSON list. */
export function writeDiagnostics(path: string, diagnostics: readonly Diagnostic[]): void {
  writeFileSync(path, `${JSON.stringify(diagnostics.map(describeDiagnostic), undefined, 2)}\n`);
}
