import { preflight } from '../../../scripts/panorama/prepare/preflight';
import { referencesOfRules } from '../../../scripts/panorama/prepare/references';
import { listed } from '../../../scripts/policy/text/words';
import type { Rulebase } from '../../../scripts/policy/panos/entry';
import { Lab, PROFILE, rule, rulebase, words } from '../support';

const NOTHING_IGNORED = { ignoredAdmins: [] };

const check = (lab: Lab, desired: Rulebase) =>
  preflight(lab.port, PROFILE, referencesOfRules(desired.rules), NOTHING_IGNORED);

it('a Panorama in which all is well has no problems, and nothing is written', () => {
  const lab = new Lab();
  const desired = rulebase([
    rule('a', {
      logSetting: 'default',
      application: ['redis', 'ssl'],
      profileSetting: { type: 'group', group: 'strict' },
    }),
    rule('b', { profileSetting: { type: 'profiles', profiles: { spyware: 'strict', virus: 'default' } } }),
  ]);
  expect(check(lab, desired)).toEqual({ problems: [], unverified: [], uncommitted: false });
  expect(lab.writes).toEqual([]);
});

it('names are found in the device group, its ancestors, Shared and what is predefined', () => {
  const lab = new Lab({
    panorama: {
      shared:
        '<tag><entry name="corporate"/></tag><application-group><entry name="in shared"><members><member>ssl</member></members></entry></application-group>',
      deviceGroups: [
        { name: 'kubernetes', config: '<application><entry name="in parent"/></application>' },
        {
          name: 'shop-cluster',
          parent: 'kubernetes',
          config: '<application-filter><entry name="own"/></application-filter>',
        },
        { name: 'other', config: '<application><entry name="elsewhere"/></application>' },
      ],
      devices: [],
    },
  });
  const application = ['in shared', 'in parent', 'own', 'redis', 'elsewhere'];
  expect(words(check(lab, rulebase([rule('a', { application })])).problems)).toEqual([
    expect.stringContaining('application "elsewhere"'),
  ]);
});

it('a hundred names are looked up in a few requests', () => {
  const lab = new Lab();
  const application = Array.from({ length: 100 }, (_, index) => `app-${String(index)}`);
  expect(check(lab, rulebase([rule('a', { application })])).problems).toHaveLength(100);
  expect(lab.sent.length).toBeLessThan(50);
});

it('a URL category is missing only where the predefined ones can be read; else the device decides', () => {
  const lab = new Lab();
  const result = check(lab, rulebase([rule('a', { category: ['gambling'] })]));
  expect(result).toMatchObject({ problems: [], unverified: ['URL category gambling'] });
});

it('a name with an apostrophe is missing, not an XPath', () => {
  const found = check(new Lab(), rulebase([rule('a', { logSetting: "x' or '1'='1" })])).problems;
  expect(found.map(({ code }) => code)).toEqual(['missing-object']);
});

it('a device in another device group may be changed by anybody', () => {
  const lab = new Lab();
  const xpath = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='other']/tag";
  lab.ask({ type: 'config', action: 'set', xpath, element: '<entry name="x"/>' });
  lab.ask({ type: 'op', cmd: '<request><config-lock><add/></config-lock></request>', vsys: 'other' });
  expect(check(lab, rulebase([rule('a')])).problems).toEqual([]);
});

it('lists are cut', () => {
  expect(listed(['a', 'b'], 2)).toBe('a, b');
  expect(listed(['a', 'b', 'c'], 2)).toBe('a, b and 1 more');
});
