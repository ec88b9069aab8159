import type { Blocker } from '../../../scripts/panorama/prepare/prepare';
import { problem } from '../../../scripts/panorama/api/problems';
import { blockerText, problemsTable } from '../../../scripts/panorama/prepare/view';

it.each<[Blocker, string]>([
  ['input', 'Part of the input cannot be read, and the rules of what is missing would be taken away.'],
  ['translation', 'The cluster has no rulebase; the findings say what stands in the way.'],
  ['proof', 'It is not proven that the rules allow exactly what the policies allow.'],
  ['preflight', 'Panorama is not ready for it.'],
  ['refused', 'The plan cannot be carried out as Panorama is; the situations say why.'],
])('the blocker %s is said in a sentence', (blocker, text) => {
  expect(blockerText(blocker)).toBe(text);
});

it('problems are shown with what to do about them', () => {
  const problems = [
    problem('version-too-old', { version: '9.1', minimum: '10.0' }),
    problem('stale-plan', { planned: 'a', found: 'b' }),
  ];
  expect(problemsTable('Problems', problems)).toMatchObject({
    title: 'Problems',
    columns: ['What', 'What to do'],
    rows: [
      ['Panorama has version 9.1; CN-Series needs at least 10.0.', 'Upgrade Panorama.'],
      [
        'Panorama or the policies changed since the plan was made: its hash is b now and was a.',
        'Make the plan again, look at it, and approve that one.',
      ],
    ],
  });
  expect(problemsTable('Problems', []).rows).toEqual([]);
});
