import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MANIFESTS } from '../../tools/lab/panosintegration';

const PAGE = readFileSync(resolve(__dirname, '../../docs/pan-os-integration.md'), 'utf8');

/** The commands of the page's first table. */
const COMMANDS = [...(/## Commands\n([\s\S]*?)\n## /.exec(PAGE)?.[1] ?? '').matchAll(/^\| `([^`]+)`/gm)].map(
  (match) => match[1],
);

it.each(['2.5.1', '1.14.22'] as const)('the page lists the commands of %s, each once', (version) => {
  expect(COMMANDS).toEqual(MANIFESTS[version].map(({ name }) => name));
});
