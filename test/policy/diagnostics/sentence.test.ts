import { diagnose, diagnosticSentence } from '../../../scripts/policy/diagnostics/diagnostic';
import { TABLE } from '../../../scripts/policy/diagnostics/table';

const { text, remedy } = TABLE['settings-unreadable'];
const words = `${text} ${remedy}`.replace('{reason}', 'it is empty');

it.each([
  [{}, ''],
  [{ file: 'list L' }, 'list L: '],
  [{ path: 'clusters.shop' }, 'clusters.shop: '],
  [{ file: 'list L', path: 'clusters.shop' }, 'list L, clusters.shop: '],
  [{ policy: { namespace: 'shop', name: 'web' }, path: 'spec' }, 'spec: '],
])('%j stands before the words as %j', (where, place) => {
  expect(diagnosticSentence(diagnose('settings-unreadable', { reason: 'it is empty' }, where))).toBe(place + words);
});
