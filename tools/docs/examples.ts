import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * Examples in documentation pages that are run. An example is a `yaml` block, perhaps after a comment
 * `<!-- cnseries ARGUMENTS; show PART, PART -->`, and after it a `text` block that holds what `cnseries` prints of it.
 * Paths in the arguments are relative to the root of the repository; the YAML block is the file `example.yaml`.
 */

/** One example of a page; places count in characters of the page. */
export interface Example {
  readonly input: string;
  readonly args: readonly string[];
  readonly parts: readonly Part[];
  /** What the page says is printed. */
  readonly output: string;
  /** Where the output stands in the page. */
  readonly from: number;
  readonly to: number;
}

/** Tables of standard output, or the findings on standard error, which are always shown if there are some. */
const PARTS = {
  rules: 'Security rules',
  groups: 'Address groups',
  services: 'Services',
  proof: 'Verdict',
  findings: '',
} as const;
type Part = keyof typeof PARTS;

/** Comment, input, whatever stands between the two blocks, output. */
const EXAMPLE = new RegExp(
  [
    /(?:<!-- cnseries ([^;]*?)(?:; show ([a-z, ]+?))? -->\n+)?/,
    /```yaml\n((?:(?!```)[^])*?)\n```\n/,
    /(?:(?!```)[^])*?/,
    /```text\n([^]*?)```/,
  ]
    .map((part) => part.source)
    .join(''),
  'g',
);

/** The examples of a page in order; `yaml` blocks without an output are none. */
export function examplesOf(page: string): Example[] {
  return [...page.matchAll(EXAMPLE)].map((match) => {
    const output = match[4];
    const to = match.index + match[0].length - '```'.length;
    return {
      input: `${match[3]}\n`,
      args: (match[1] ?? 'compile').split(' '),
      parts: (match[2] ?? 'rules').split(', ').map(partOf),
      output,
      from: to - output.length,
      to,
    };
  });
}

function partOf(text: string): Part {
  if (!Object.hasOwn(PARTS, text)) throw new Error(`Nothing of the output is called "${text}".`);
  return text as Part;
}

/** The page with the outputs of all examples as the program prints them now. */
export function refreshed(page: string, program: string, root: string): string {
  let text = '';
  let end = 0;
  for (const example of examplesOf(page)) {
    text += page.slice(end, example.from) + runExample(example, program, root);
    end = example.to;
  }
  return text + page.slice(end);
}

/** What the built program prints of the example. */
export function runExample(example: Example, program: string, root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'cnseries-docs-'));
  try {
    writeFileSync(join(folder, 'example.yaml'), example.input);
    const args = example.args.map((arg) => (arg.includes('/') ? resolve(root, arg) : arg));
    const run = spawnSync(process.execPath, [program, ...args, '-f', 'example.yaml'], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NO_COLOR: '1' },
    });
    if (run.status !== 0 && run.status !== 1) throw new Error(run.stderr);
    return shownParts(example.parts, run.stdout, run.stderr);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function shownParts(parts: readonly Part[], stdout: string, stderr: string): string {
  const sections = stdout.split(/\n(?=Address groups|Services)/).map((section) => section.trimEnd());
  const tables = parts.flatMap((part) => {
    if (part === 'findings') return [];
    const section = sections.find((one) => one.startsWith(PARTS[part]));
    if (section === undefined) return [];
    // One table alone needs no title.
    const title = `${PARTS[part]}\n`;
    return [parts.length === 1 && section.startsWith(title) ? section.slice(title.length) : section];
  });
  const findings = stderr.split(/^(?=error |warning )/m).filter((text) => /^(error|warning) /.test(text));
  return [...tables, ...findings.map((text) => text.trimEnd())].map((text) => `${text}\n`).join('\n');
}
