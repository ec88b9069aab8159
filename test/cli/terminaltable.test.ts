import { stripVTControlCharacters } from 'node:util';
import type { Table } from '../../scripts/policy/views/table';
import { outputWidth, terminalTable } from '../../tools/cli/terminaltable';

const TABLE: Table = {
  title: 'Things',
  columns: ['#', 'Name', 'Members', 'Note'],
  rows: [
    ['1', 'first.long.name', ['a', 'b'], '-'],
    ['2', 'second', "'x' and ('y' or 'z')", 'odd'],
  ],
  dull: [undefined, undefined, undefined, '-'],
};

function drawn(width: number): string[] {
  return stripVTControlCharacters(terminalTable(TABLE, width)).split('\n');
}

it('list members stand below each other', () => {
  expect(drawn(80)).toEqual([
    'Things',
    '#  Name             Members               Note',
    '──────────────────────────────────────────────',
    '1  first.long.name  a                     -',
    '                    b',
    "2  second           'x' and ('y' or 'z')  odd",
    '',
  ]);
});

it('expressions are broken at blanks where the width asks for it, names never', () => {
  expect(drawn(36)).toEqual([
    'Things',
    '#  Name             Members    Note',
    '───────────────────────────────────',
    '1  first.long.name  a          -',
    '                    b',
    "2  second           'x' and    odd",
    "                      ('y' or",
    "                      'z')",
    '',
  ]);
});

it('where names do not fit beside each other, each row is a few lines, without what says nothing', () => {
  expect(drawn(24)).toEqual([
    'Things',
    '1  first.long.name',
    '    Members  a, b',
    '2  second',
    "    Members  'x' and",
    "               ('y' or",
    "               'z')",
    '    Note     odd',
    '',
  ]);
});

it('a table without rows is one line', () => {
  expect(terminalTable({ title: 'Things', columns: ['A'], rows: [] }, 80)).toContain('none\n');
});

it('tables are as wide as the terminal, and 120 columns in a pipe', () => {
  expect(outputWidth({ isTTY: true, columns: 93 })).toBe(93);
  expect(outputWidth({ columns: 93 })).toBe(120);
  expect(outputWidth({})).toBe(120);
});
