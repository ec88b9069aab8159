import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { examplesOf, refreshed, runExample } from '../../tools/docs/examples';
import { PAGES } from '../../tools/docs/pages';
import { builtProgram, ROOT, type Program } from '../support/program';

let program: Program;

beforeAll(async () => {
  program = await builtProgram();
});

afterAll(() => {
  program.remove();
});

describe.each(PAGES)('%s', (page) => {
  const text = readFileSync(join(ROOT, page), 'utf8');
  const examples = examplesOf(text).map((example, index) => ({ ...example, number: index + 1 }));

  it('has examples', () => {
    expect(examples).not.toEqual([]);
    // Each output belongs to an example: none is missed by the way examples are found.
    expect(examples).toHaveLength(text.split('```text\n').length - 1);
  });

  it.each(examples)('says what the program prints of example $number (npm run docs writes it)', (example) => {
    expect(runExample(example, program.path, ROOT)).toBe(example.output);
  });

  it('links to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((match) => match[1]);
    const missing = links.filter((link) => !link.includes('://') && !existsSync(join(ROOT, dirname(page), link)));
    expect(missing).toEqual([]);
  });
});

it('an example is a YAML block with an output, and perhaps a comment that says what to run', () => {
  const page = [
    '```yaml\na: 1\n```',
    'Words with `code`.',
    '```text\nold\n```',
    '```yaml\nno: output\n```',
    '```sh\nls\n```',
    '<!-- cnseries prove --profile x/y; show proof -->',
    '```yaml\nb: 2\n```',
    '```text\n```',
  ].join('\n\n');
  expect(examplesOf(page)).toMatchObject([
    { input: 'a: 1\n', args: ['compile'], parts: ['rules'], output: 'old\n' },
    { input: 'b: 2\n', args: ['prove', '--profile', 'x/y'], parts: ['proof'], output: '' },
  ]);
});

it('refreshing a page writes its outputs and nothing else', () => {
  const page = 'Before\n\n```yaml\n[]\n```\n\n```text\nold\n```\n\nAfter\n';
  expect(refreshed(page, program.path, ROOT)).toBe(page.replace('old', 'Security rules: none'));
});
