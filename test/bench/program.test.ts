import { measureProgram } from '../../tools/bench/program';

it('what the command-line program takes is measured, from its start to its end', async () => {
  const most = { milliseconds: 1, bytes: Infinity };
  const rows = await measureProgram([{ policies: 30, runs: 1, most }]);
  expect(rows.map(({ what }) => what)).toEqual([
    'Node alone',
    'compile, one policy',
    'prove, one policy',
    'compile, a JSON List with 30 policies',
  ]);
  expect(rows[3].most).toBe(most);
  for (const { milliseconds, bytes } of rows) {
    expect(milliseconds).toBeGreaterThan(0);
    expect(bytes).toBeGreaterThan(2 ** 20);
  }
});
