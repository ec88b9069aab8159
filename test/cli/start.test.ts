import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram, ROOT, type Program } from '../support/program';

/** How the program starts: which of its parts a run loads, and what it keeps of their compilation. */

let program: Program;

beforeEach(async () => {
  program = await builtProgram();
});

afterEach(() => {
  program.remove();
});

const KEPT = /^(\w+)-\w+\.cjs\.v.*$/;

function parts(): string {
  return join(program.folder, 'cnseries');
}

/** Files with compiled code. */
function kept(): string[] {
  return readdirSync(parts()).filter((name) => KEPT.test(name));
}

function keptParts(): string[] {
  return kept().map((name) => KEPT.exec(name)?.[1] ?? '');
}

function compile(env?: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = program.run(['compile', '-f', 'examples/shop'], env && { env });
  expect(status).toBe(0);
  return stdout + stderr;
}

it('a run loads the parts that its command needs, and no others', () => {
  expect(program.run(['--version']).status).toBe(0);
  expect(keptParts()).toEqual(['main']);
  compile();
  expect(keptParts()).toEqual(['compile', 'main']);
  expect(program.run(['compile', '-f', 'examples/shop', '-o', 'yaml']).status).toBe(0);
  expect(keptParts()).toEqual(['compile', 'main', 'yamltext']);
});

it('with compiled code it prints what it prints without, and keeps it as it is', () => {
  const first = compile();
  const contents = kept().map((name) => readFileSync(join(parts(), name)));
  expect(compile()).toBe(first);
  expect(kept().map((name) => readFileSync(join(parts(), name)))).toEqual(contents);
});

it.each([
  ['bytes are other ones', (content: Buffer) => content.map((byte, index) => (index % 5000 === 4999 ? ~byte : byte))],
  ['the end is missing', (content: Buffer) => content.subarray(0, content.length / 2)],
  ['it is empty', () => Buffer.alloc(0)],
])('damaged compiled code is not used, and replaced: %s', (_what, damaged) => {
  const first = compile();
  for (const name of kept()) writeFileSync(join(parts(), name), damaged(readFileSync(join(parts(), name))));
  const before = kept().map((name) => readFileSync(join(parts(), name)));
  expect(compile()).toBe(first);
  expect(kept().map((name) => readFileSync(join(parts(), name)))).not.toEqual(before);
  expect(compile()).toBe(first);
});

it('nothing is kept where NODE_DISABLE_COMPILE_CACHE is set', () => {
  compile({ NODE_DISABLE_COMPILE_CACHE: '1' });
  expect(kept()).toEqual([]);
});

it('no path of the machine that built it stands in the program', () => {
  const files = [program.path, ...readdirSync(parts()).map((name) => join(parts(), name))];
  expect(files).toHaveLength(6);
  for (const file of files) expect(readFileSync(file, 'utf8')).not.toContain(ROOT);
});
