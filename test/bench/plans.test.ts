import { measurePlans } from '../../tools/bench/plans';

it('three plans are measured, of which the last finds everything as it was', () => {
  const rows = measurePlans([{ policies: 20, kind: 'negated' }], false);
  expect(rows.map(({ plan, engine }) => [plan, engine])).toEqual([
    ['first plan', 'Node'],
    ['after the commit', 'Node'],
    ['without a change', 'Node'],
  ]);
});
