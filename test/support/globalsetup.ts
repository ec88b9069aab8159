import { resolve } from 'node:path';
import { bundlesProblem } from '../../tools/bundles/built';

/**
 * Tests read the scripts of the pack as they are built. Without them nothing starts; those of other sources are told
 * of, since many tests need none, and `npm test` checks them before.
 */
export default function globalSetup(): void {
  const problem = bundlesProblem(resolve(__dirname, '../..'));
  if (problem === undefined) return;
  process.stderr.write(`${problem.text}\n`);
  // What is thrown here is shown with a stack, which helps nobody.
  if (problem.kind === 'missing') process.exit(1);
}
