import { foreignRule } from '../../../tools/lab/panorama';
import { Client, entry, rule, ruleAt, RULES, textsOf } from './client';

const FOREIGN = 10000;

describe('a device group with ten thousand foreign rules', () => {
  const names = Array.from({ length: FOREIGN }, (_, index) => `foreign-${index}`);
  const rules = names.map((name) => foreignRule(name)).join('');
  const client = new Client({
    deviceGroups: [
      { name: 'shop', config: `<pre-rulebase><security><rules>${rules}</rules></security></pre-rulebase>` },
    ],
  });

  it('takes, moves, shows, commits and deletes one rule, and leaves the others as they are', () => {
    const before = client.get(RULES).body.length;
    expect(client.set(RULES, entry('own', rule({}, '<description>x</description>'))).code).toBe('20');
    expect(client.move(ruleAt('own'), 'before', 'foreign-5000').code).toBe('20');
    expect(client.ruleNames().indexOf('own')).toBe(5000);
    expect(textsOf(client.commitOwn('alice').xml, 'result')[0]).toBe('OK');
    expect(client.runningRuleNames().indexOf('own')).toBe(5000);
    expect(client.delete(ruleAt('own')).code).toBe('20');
    expect(textsOf(client.commitOwn('alice').xml, 'result')[0]).toBe('OK');
    expect(client.runningRuleNames()).toEqual(names);
    expect(client.get(RULES).body.length).toBe(before);
  });
});
