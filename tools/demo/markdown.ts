import pc from 'picocolors';
import { terminalTable } from '../cli/terminaltable';

/**
 * The Markdown of war-room entries for a terminal: headings, paragraphs and tables, which is all that the pack writes.
 */
export function terminalMarkdown(markdown: string, width: number): string {
  const lines = markdown.split('\n');
  const out: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const heading = /^(#{2,4}) (.*)$/.exec(line);
    if (isTable(lines, at + 1) && heading !== null) {
      const rows = tableRows(lines, at + 1);
      out.push(terminalTable({ title: plain(heading[2]), columns: rows[0], rows: rows.slice(2) }, width));
      at += rows.length;
    } else if (heading !== null) {
      out.push(heading[1] === '##' ? pc.bold(pc.underline(plain(heading[2]))) : pc.bold(plain(heading[2])));
    } else {
      out.push(plain(line));
    }
  }
  return `${out
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`;
}

function isTable(lines: readonly string[], at: number): boolean {
  return lines.at(at)?.startsWith('| ') === true && lines.at(at + 1)?.startsWith('| ---') === true;
}

/** All rows from `start` on, the heading and the line below it included. */
function tableRows(lines: readonly string[], start: number): readonly (readonly string[])[] {
  let end = start;
  while (lines.at(end)?.startsWith('| ') === true) end++;
  return lines.slice(start, end).map((row) => row.slice(2, -2).split(' | ').map(plain));
}

/** Text without Markdown's character references. */
function plain(text: string): string {
  return text
    .replaceAll('<br>', ', ')
    .replace(/&#([0-9]+);/g, (_reference, code: string) => String.fromCodePoint(Number(code)));
}
