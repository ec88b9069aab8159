import { readStateWithin, type StateAnswer } from '../../../scripts/panorama/state/readstate';
import { readSurroundings } from '../../../scripts/panorama/state/surroundings';
import { foreignRule, type FaultRule } from '../../../tools/lab/panorama';
import { Lab, PROFILE, rule, rulebase } from '../support';

/** A device group with many rules is read in parts, which are the same as the whole. */

const MANY = 2_600;

const NAT =
  '<nat><rules><entry name="n"><source><member>shop.web</member></source><destination><member>any</member></destination>' +
  '<service>any</service></entry></rules></nat>';

function large(more: string): Lab {
  const rules = Array.from({ length: MANY }, (_none, index) => foreignRule(`foreign ${index}`)).join('');
  const config = `<pre-rulebase><security><rules>${rules}</rules></security>${more}</pre-rulebase><address/>`;
  const lab = new Lab({ panorama: { deviceGroups: [{ name: 'shop-cluster', config }], devices: [] } });
  expect(lab.apply(rulebase([rule('a'), rule('b')])).kind).toBe('applied');
  return lab;
}

function read(lab: Lab, rules: number): StateAnswer {
  const around = readSurroundings(lab.port, PROFILE);
  if (around.kind === 'failed') throw new Error(around.problem.code);
  return readStateWithin(lab.port, PROFILE, { ...around.surroundings, rules });
}

it.each([
  ['without other rulebases', ''],
  ['with one that names an object of ours', NAT],
])('%s', (_title, more) => {
  const lab = large(more);
  const whole = read(lab, 0);
  const before = lab.sent.length;
  const parts = read(lab, MANY);
  expect(parts).toEqual(whole);
  const asked = lab.sent.slice(before).filter(({ action }) => action === 'get');
  expect(asked.map(({ xpath }) => xpath.replace(/^.*shop-cluster'\]/, ''))).toEqual([
    '/pre-rulebase/*/rules/entry/@name',
    '/pre-rulebase/security/rules/entry[position()>0 and position()<=1000]',
    '/pre-rulebase/security/rules/entry[position()>1000 and position()<=6000]',
    ...(more === '' ? [] : ["/pre-rulebase/*[name()!='security']"]),
    "/*[name()!='pre-rulebase']",
  ]);
});

function disturbed(fault: FaultRule): StateAnswer {
  return read(new Lab({ faults: [fault] }, large('').panorama), MANY);
}

it('a Panorama that does not take such an XPath is read as one', () => {
  const refusal = { kind: 'device-error', code: 17, lines: ['Invalid xpath'] } as const;
  expect(disturbed({ fault: refusal, xpath: 'position()', times: 9 })).toEqual(read(large(''), 0));
});

it('parts that lack a rule are a contradiction, not a device group with fewer rules', () => {
  const body = `<response status="success" code="19"><result total-count="1" count="1">${foreignRule('one')}</result></response>`;
  const answer = disturbed({ fault: { kind: 'instead', body }, xpath: 'position()>1000' });
  expect(answer).toMatchObject({ kind: 'failed', problem: { code: 'contradiction' } });
});
