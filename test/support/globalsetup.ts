import { resolve } from 'node:path';
import { whyNotBuilt } from '../../tools/bundles/built';

/**
 * Tests read the scripts of the pack as they are built. Without them nothing starts; those of other sources are told
 * of, since many tests need none, and `npm test` checks them before.
 */
export default function globalSetup(): void {
  const why = whyNotBuilt(resolve(__dirname, '../..'));
  if (why === undefined) return;
  process.stderr.write(`${why.text}\n`);
  // What is thrown here is shown with a stack, which helps nobody.
  if (why.kind === 'missing') process.exit(1);
}
