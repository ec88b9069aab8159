import { fingerprintOfState, foreignChanges } from '../../../scripts/panorama/apply/fence';
import type { StateReading } from '../../../scripts/panorama/state/readstate';

/** A state with just these entries of others. */
function stateWith(foreign: StateReading['foreign']): StateReading {
  const state = {
    deviceGroup: 'shop-cluster',
    rulebase: 'pre',
    rules: [],
    objects: [],
    ruleNamesInOtherRulebases: [],
    taggedElsewhere: [],
    above: [],
    below: [],
    defaultRules: { intrazone: 'allow', interzone: 'deny' },
  } as const;
  return { state, foreign };
}

const RULE = { label: 'rule intruder', text: '<entry/>' };

it('the first entry of somebody else is named', () => {
  expect(foreignChanges(fingerprintOfState(stateWith([])), stateWith([RULE]))).toBe('rule intruder is new');
});

it('of more entries than are kept, only the number is said', () => {
  const many = Array.from({ length: 501 }, (_none, index) => ({ label: `rule ${index}`, text: '<entry/>' }));
  const found = foreignChanges(fingerprintOfState(stateWith(many)), stateWith([...many, RULE]));
  expect(found).toBe('502 entries now, which one changed is not known');
});
