import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MANIFESTS } from '../../tools/lab/panosintegration';

const PAGE = readFileSync(resolve(__dirname, '../../docs/pan-os-integration.md'), 'utf8');

/** The commands of the page's first table, with the remark beside them. */
const ROWS = (/## Commands\n([\s\S]*?)\n## /.exec(PAGE)?.[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| `pan-os'))
  .map((line) => {
    const [, commands = '', remark = ''] = line.split('|');
    return { commands: [...commands.matchAll(/`([^`]+)`/g)].map((match) => match[1]), remark };
  });

const names = (version: keyof typeof MANIFESTS): string[] => MANIFESTS[version].map(({ name }) => name).sort();

it('the page lists the commands that are there, each once', () => {
  expect(ROWS.flatMap(({ commands }) => commands).sort()).toEqual(names('2.5.1'));
});

it('the page says which commands the old version lacks', () => {
  const lacking = ROWS.flatMap(({ commands, remark }) => {
    const edit = remark.includes('`edit`: 2.5.1');
    if (edit) return commands.filter((command) => command.includes('-edit-'));
    return /^ *2\.5\.1 *$/.test(remark) ? commands : [];
  });
  const old = names('1.14.22');
  expect(lacking.sort()).toEqual(names('2.5.1').filter((name) => !old.includes(name)));
});
