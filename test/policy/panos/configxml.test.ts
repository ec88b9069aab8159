import { configNode, rulebaseNode } from '../../../scripts/policy/panos/configxml';
import type { Rulebase, RuleEntry } from '../../../scripts/policy/panos/entry';
import { xmlText } from '../../../scripts/policy/panos/xml';

const RULE: RuleEntry = {
  kind: 'rule',
  name: 'c.shop.web.in-abc123',
  from: ['any'],
  to: ['any'],
  source: ['c.shop.app-web', '10.0.0.0/8'],
  destination: ['any'],
  application: ['ssl'],
  service: ['c.tcp-443'],
  category: ['any'],
  action: 'allow',
  logStart: false,
  logEnd: true,
  logSetting: '',
  profileSetting: { type: 'none' },
  tags: ['cnseries', 'cnseries-c'],
  groupTag: 'cnseries-c',
  description: 'Tickets: <A&B>.',
};

function lines(rule: RuleEntry): string[] {
  return xmlText(configNode(rule))
    .split('\n')
    .map((line) => line.trim());
}

it('every field of a rule is written out, text escaped', () => {
  expect(lines(RULE).join('')).toBe(
    '<entry name="c.shop.web.in-abc123">' +
      '<from><member>any</member></from><to><member>any</member></to>' +
      '<source><member>c.shop.app-web</member><member>10.0.0.0/8</member></source>' +
      '<destination><member>any</member></destination><source-user><member>any</member></source-user>' +
      '<category><member>any</member></category><application><member>ssl</member></application>' +
      '<service><member>c.tcp-443</member></service><action>allow</action><rule-type>universal</rule-type>' +
      '<negate-source>no</negate-source><negate-destination>no</negate-destination>' +
      '<log-start>no</log-start><log-end>yes</log-end>' +
      '<tag><member>cnseries</member><member>cnseries-c</member></tag><group-tag>cnseries-c</group-tag>' +
      '<description>Tickets: &lt;A&amp;B&gt;.</description><disabled>no</disabled></entry>',
  );
});

it.each([
  [{ type: 'none' }, ''],
  [{ type: 'group', group: 'strict' }, '<group><member>strict</member></group>'],
  [
    { type: 'profiles', profiles: { vulnerability: 'v', virus: 'a' } },
    '<profiles><virus><member>a</member></virus><vulnerability><member>v</member></vulnerability></profiles>',
  ],
] as const)('profiles %j', (profileSetting, xml) => {
  const text = lines({ ...RULE, profileSetting, logSetting: 'soc' }).join('');
  const settings = xml === '' ? '' : `<profile-setting>${xml}</profile-setting>`;
  expect(text).toContain(`<log-setting>soc</log-setting>${settings}</entry>`);
});

it.each([
  [{ type: 'dynamic', filter: "'a' and 'b'" }, '<dynamic><filter>&apos;a&apos; and &apos;b&apos;</filter></dynamic>'],
  [{ type: 'static', members: ['x', 'y'] }, '<static><member>x</member><member>y</member></static>'],
] as const)('groups match by %j', (match, xml) => {
  const node = configNode({ kind: 'address-group', name: 'g', description: '', match, tags: ['t'] });
  expect(xmlText(node).replace(/\n */g, '')).toBe(`<entry name="g">${xml}<tag><member>t</member></tag></entry>`);
});

it('services and tags', () => {
  const service = configNode({ kind: 'service', name: 's', protocol: 'udp', port: '53,5353', tags: ['t'] });
  expect(xmlText(service).replace(/\n */g, '')).toBe(
    '<entry name="s"><protocol><udp><port>53,5353</port></udp></protocol><tag><member>t</member></tag></entry>',
  );
  const tag = configNode({ kind: 'tag', name: 't', comments: 'c' });
  expect(xmlText(tag).replace(/\n */g, '')).toBe('<entry name="t"><comments>c</comments></entry>');
});

it.each(['pre', 'post'] as const)('the whole is a config with the device group, %s-rulebase', (rulebase) => {
  const whole: Rulebase = {
    cluster: 'c',
    deviceGroup: 'k8s',
    rulebase,
    tags: [],
    addressGroups: [],
    services: [],
    rules: [],
  };
  expect(xmlText(rulebaseNode(whole)).replace(/\n */g, '')).toBe(
    '<config><devices><entry name="localhost.localdomain"><device-group><entry name="k8s">' +
      `<tag/><address-group/><service/><${rulebase}-rulebase><security><rules/></security></${rulebase}-rulebase>` +
      '</entry></device-group></entry></devices></config>',
  );
});
