import { agree, apply, expectedRules, fetch, policy, ruleNames, settled } from './support';

/** Many changes at once. */

it('fifty policies in a minute are one change set', () => {
  const path = settled();
  const many = Array.from({ length: 50 }, (_none, index) => policy(`p${index}`, 7001 + index));
  for (const one of many) apply(path, [one]);
  const incidents = fetch(path);
  expect(incidents).toHaveLength(1);
  agree(path);
  expect(fetch(path)).toEqual([]);
  expect(path.server.incident(incidents[0] ?? '').fields.cnseriesstate).toBe('effective');
  expect(ruleNames(path)).toEqual(expectedRules(many));
});
