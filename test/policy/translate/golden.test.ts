import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtProgram, ROOT, type Program } from '../../support/program';

/**
 * The whole rulebase of examples/shop. After a wanted change: `npx cnseries compile -f examples/shop -o FORMAT > FILE`.
 */

let program: Program;

beforeAll(async () => {
  program = await builtProgram();
});

afterAll(() => {
  program.remove();
});

it.each(['yaml', 'xml'])('the rulebase of examples/shop is that of test/golden/shop.%s', (format) => {
  const run = program.run(['compile', '-f', 'examples/shop', '-o', format]);
  expect(run.status).toBe(0);
  expect(run.stdout).toBe(readFileSync(join(ROOT, `test/golden/shop.${format}`), 'utf8'));
});
