import type { DiagnosticKind, DiagnosticText } from '../../../scripts/policy/diagnostics/diagnostic';
import { TABLE } from '../../../scripts/policy/diagnostics/table';

const SECTIONS: readonly { readonly kind: DiagnosticKind; readonly title: string; readonly introduction: string }[] = [
  {
    kind: 'invalid',
    title: 'Invalid',
    introduction: 'The Kubernetes API server would refuse the object, or it is not what its author meant.',
  },
  {
    kind: 'rejected',
    title: 'Rejected',
    introduction: 'An attribute or a setting is wrong, or two of them do not go together.',
  },
  {
    kind: 'inexpressible',
    title: 'Inexpressible',
    introduction: 'The policy is valid, but no exact PAN-OS rules exist for it, or not in all circumstances.',
  },
];

/** The page that lists every diagnostic, from the same table that the messages come from. */
export function diagnosticsPage(table: Readonly<Record<string, DiagnosticText>> = TABLE): string {
  const introduction = [
    '# Diagnostics',
    '<!-- Made by "npm run build" from scripts/policy/diagnostics/table.ts; change that file instead. -->',
    'What the compiler and `cnseries` report. An error refuses what it is about; a warning changes nothing. `{name}` stands for what the message names.',
  ];
  const sections = SECTIONS.flatMap(({ kind, title, introduction: text }) => [
    `## ${title}`,
    text,
    ...Object.entries(table)
      .filter(([, row]) => row.kind === kind)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([code, row]) => [
        `### ${code}`,
        `**${row.title}** (${row.severity})`,
        escape(row.text),
        escape(row.remedy),
      ]),
  ]);
  return [...introduction, ...sections].join('\n\n') + '\n';
}

/** Outside of code spans, `<` and `*` mean something to Markdown. */
function escape(text: string): string {
  return text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replace(/[<*_]/g, '\\$&') : part))
    .join('`');
}
