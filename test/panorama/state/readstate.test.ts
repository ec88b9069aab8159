import type { ClusterProfile } from '../../../scripts/policy/profile/types';
import type { ForeignRule } from '../../../scripts/policy/plan/types';
import type { PanoramaOptions } from '../../../tools/lab/panorama';
import { GROUP, Lab, OPTIONS, PROFILE, rule, rulebase } from '../support';

/** What is read of others: who names our objects, which rules decide before and after ours, and the default rules. */

const BASE = rulebase([rule('a')]);

interface RuleFields {
  readonly action?: string;
  readonly source?: string;
  readonly destination?: string;
  readonly service?: string;
  readonly more?: string;
}

function ruleXml(name: string, fields: RuleFields = {}): string {
  const { action = 'allow', source = 'any', destination = 'any', service = 'any', more = '' } = fields;
  const lists = { from: 'any', to: 'any', source, destination, application: 'any', service };
  const members = Object.entries(lists).map(([tag, member]) => `<${tag}><member>${member}</member></${tag}>`);
  return `<entry name="${name}">${members.join('')}<action>${action}</action>${more}</entry>`;
}

const rules = (position: string, xml: string): string =>
  `<${position}-rulebase><security><rules>${xml}</rules></security></${position}-rulebase>`;

/** Shared, the parent, the device group of the tests with a child, and one beside it. */
function options(config: {
  readonly shared?: string;
  readonly parent?: string;
  readonly own?: string;
  readonly child?: string;
  readonly beside?: string;
}): PanoramaOptions {
  return {
    shared: `${OPTIONS.shared ?? ''}${config.shared ?? ''}`,
    deviceGroups: [
      { name: 'kubernetes', config: config.parent ?? '' },
      { name: 'shop-cluster', parent: 'kubernetes', config: config.own ?? '' },
      { name: 'shop-edge', parent: 'shop-cluster', config: config.child ?? '' },
      { name: 'other', config: config.beside ?? '' },
    ],
  };
}

const OWN = GROUP;
const CHILD = GROUP.replace('shop-cluster', 'shop-edge');

/** Our objects that something of somebody else names. */
function usedObjects(xpath: string, element: string): readonly string[] {
  const lab = new Lab({ panorama: options({}) });
  expect(lab.apply(BASE).kind).toBe('applied');
  const answer = lab.ask({ type: 'config', action: 'set', xpath, element });
  expect(answer).toContain('status="success"');
  return lab
    .read()
    .state.objects.filter(({ usedByOthers, owned }) => usedByOthers && owned)
    .map(({ name }) => name);
}

describe('an object of ours is used by others', () => {
  const pre = '/pre-rulebase/security/rules';
  const nat =
    '<entry name="n"><source><member>shop.web</member></source><destination><member>any</member></destination>' +
    '<service>shop.tcp-80</service></entry>';
  it.each([
    ['by no rule of ours', `${OWN}/address`, '<entry name="x"><fqdn>x.example</fqdn></entry>', []],
    ['by a rule here, as source', OWN + pre, ruleXml('x', { source: 'shop.web' }), ['shop.web']],
    ['by a rule here, as destination', OWN + pre, ruleXml('x', { destination: 'shop.api' }), ['shop.api']],
    ['by a rule here, as service', OWN + pre, ruleXml('x', { service: 'shop.tcp-80' }), ['shop.tcp-80']],
    [
      'by a rule that is disabled',
      OWN + pre,
      ruleXml('x', { source: 'shop.web', more: '<disabled>yes</disabled>' }),
      ['shop.web'],
    ],
    [
      'by a rule of the other rulebase',
      `${OWN}/post-rulebase/security/rules`,
      ruleXml('x', { source: 'shop.web' }),
      ['shop.web'],
    ],
    [
      'by a group here',
      `${OWN}/address-group`,
      '<entry name="x"><static><member>shop.web</member></static></entry>',
      ['shop.web'],
    ],
    [
      'by a service group here',
      `${OWN}/service-group`,
      '<entry name="x"><members><member>shop.tcp-80</member></members></entry>',
      ['shop.tcp-80'],
    ],
    ['by a NAT rule here', `${OWN}/pre-rulebase/nat/rules`, nat, ['shop.web', 'shop.tcp-80']],
    ['by a rule of a device group below', CHILD + pre, ruleXml('x', { destination: 'shop.api' }), ['shop.api']],
    [
      'by a post rule of a device group below',
      `${CHILD}/post-rulebase/security/rules`,
      ruleXml('x', { source: 'shop.api' }),
      ['shop.api'],
    ],
    [
      'by a group of a device group below',
      `${CHILD}/address-group`,
      '<entry name="x"><static><member>shop.web</member></static></entry>',
      ['shop.web'],
    ],
    [
      'by a service group below',
      `${CHILD}/service-group`,
      '<entry name="x"><members><member>shop.tcp-80</member></members></entry>',
      ['shop.tcp-80'],
    ],
    ['by a NAT rule below', `${CHILD}/post-rulebase/nat/rules`, nat, ['shop.web', 'shop.tcp-80']],
  ])('%s', (_what, xpath, element, expected) => {
    expect(usedObjects(xpath, element)).toEqual(expected);
  });

  it('and then it stays when it is no longer needed', () => {
    const lab = new Lab({ panorama: options({}) });
    lab.apply(BASE);
    lab.ask({ type: 'config', action: 'set', xpath: CHILD + pre, element: ruleXml('x', { destination: 'shop.api' }) });
    const job = lab.job(rulebase([], { addressGroups: [], services: [] }));
    expect(job.plan.situations).toContainEqual({
      kind: 'object-in-use',
      entryKind: 'address-group',
      name: 'shop.api',
    });
    const deleted = job.plan.operations.flatMap(({ op, name }) => (op === 'delete' ? [name] : []));
    expect(deleted).toEqual(['shop.a', 'shop.web', 'shop.tcp-80']);
  });
});

describe('rules of others', () => {
  const everywhere = options({
    shared: rules('pre', ruleXml('shared pre')) + rules('post', ruleXml('shared post', { action: 'deny' })),
    parent: rules('pre', ruleXml('parent pre')) + rules('post', ruleXml('parent post')),
    own: rules('pre', ruleXml('own pre')) + rules('post', ruleXml('own post')),
    child: rules('pre', ruleXml('child pre')) + rules('post', ruleXml('child post')),
    beside: rules('pre', ruleXml('beside')),
  });
  const names = (found: readonly ForeignRule[]) => found.map(({ name, location }) => `${location}: ${name}`);

  const read = (profile: ClusterProfile) => new Lab({ panorama: everywhere }).read(profile).state;

  it('are read in the order of evaluation around the pre rulebase', () => {
    const { above, rules: own, below } = read(PROFILE);
    expect(names(above)).toEqual(['shared: shared pre', 'kubernetes: parent pre']);
    expect(own.map(({ foreign }) => foreign?.name)).toEqual(['own pre']);
    expect(names(below).sort()).toEqual([
      'kubernetes: parent post',
      'shared: shared post',
      'shop-cluster: own post',
      'shop-edge: child post',
      'shop-edge: child pre',
    ]);
  });

  it('and around the post rulebase', () => {
    const { above, rules: own, below } = read({ ...PROFILE, rulebase: 'post' });
    expect(names(above)).toEqual([
      'shared: shared pre',
      'kubernetes: parent pre',
      'shop-cluster: own pre',
      'shop-edge: child pre',
      'shop-edge: child post',
    ]);
    expect(own.map(({ foreign }) => foreign?.name)).toEqual(['own post']);
    expect(names(below)).toEqual(['kubernetes: parent post', 'shared: shared post']);
  });

  it('are what they match and decide; a negated end is everything, a disabled rule is nothing', () => {
    const xml =
      ruleXml('a', { action: 'deny', source: '192.0.2.0/24', destination: 'web-1' }) +
      ruleXml('b', { source: '192.0.2.0/24', more: '<negate-source>yes</negate-source>' }) +
      ruleXml('c', { destination: '192.0.2.0/24', more: '<negate-destination>yes</negate-destination>' }) +
      ruleXml('d', { more: '<disabled>yes</disabled>' });
    const address = '<address><entry name="web-1"><ip-netmask>192.0.2.1</ip-netmask></entry></address>';
    const { state } = new Lab({ panorama: options({ own: address + rules('pre', xml) }) }).read();
    const any = { from: ['any'], to: ['any'], location: 'shop-cluster' };
    expect(state.rules.map(({ foreign }) => foreign)).toEqual([
      { ...any, name: 'a', action: 'deny', source: ['192.0.2.0/24'], destination: ['web-1'] },
      { ...any, name: 'b', action: 'allow', source: [], destination: ['any'] },
      { ...any, name: 'c', action: 'allow', source: ['any'], destination: [] },
      undefined,
    ]);
  });

  it('a rule of ours is none of others', () => {
    const lab = new Lab();
    lab.apply(BASE);
    expect(lab.read().state.rules.map(({ name, foreign }) => [name, foreign?.name])).toEqual([
      ['corporate-dns', 'corporate-dns'],
      ['shop.a', undefined],
    ]);
  });

  it('a post rule of an ancestor with a name that starts as ours do is taken into account', () => {
    const lab = new Lab({ panorama: options({ parent: rules('post', ruleXml('shop.a')) }) });
    const plan = lab.plan(BASE);
    expect(plan.refused).toBe(true);
    expect(plan.situations[0]).toMatchObject({ kind: 'foreign-name', name: 'shop.a' });
  });
});

describe('the default rules', () => {
  const override = (name: string, action: string): string =>
    `<post-rulebase><default-security-rules><rules><entry name="${name}">${action}</entry></rules></default-security-rules></post-rulebase>`;
  const deny = '<action>deny</action>';
  const allow = '<action>allow</action>';

  it.each<[string, Parameters<typeof options>[0], string, string]>([
    ['are as built in', {}, 'allow', 'deny'],
    ['are overridden in Shared', { shared: override('intrazone-default', deny) }, 'deny', 'deny'],
    ['are overridden by the parent', { parent: override('interzone-default', allow) }, 'allow', 'allow'],
    [
      'are overridden at the lowest place',
      { shared: override('intrazone-default', deny), own: override('intrazone-default', allow) },
      'allow',
      'deny',
    ],
    [
      'keep what stands above where an override changes only the log',
      { shared: override('intrazone-default', deny), own: override('intrazone-default', '<log-end>yes</log-end>') },
      'deny',
      'deny',
    ],
    ['are not those of device groups below', { child: override('intrazone-default', deny) }, 'allow', 'deny'],
  ])('%s', (_what, config, intrazone, interzone) => {
    const { state } = new Lab({ panorama: options(config) }).read();
    expect(state.defaultRules).toEqual({ intrazone, interzone });
  });
});
