import type { InstanceParams } from '../../../tools/lab/panosintegration';
import { answering, errorOf, FIREWALL, Instance, PARAMS, without } from './instance';

const OK = '<response status="success" code="20"><msg>command succeeded</msg></response>';
const errorWith = (params: InstanceParams, args = {}): unknown =>
  errorOf(new Instance('2.5.1', {}, params).execute('list-addresses', args));

describe('[2] instance parameters', () => {
  it('need a port', () => {
    expect(errorWith(without(PARAMS, 'port'))).toBe('Set a port for the instance');
  });

  it('need an API key', () => {
    expect(errorWith({ ...PARAMS, credentials: { password: '' } })).toBe('API Key must be provided.');
  });

  it('without the old key, not even empty, make the key None', () => {
    const instance = new Instance('2.5.1', {}, without(PARAMS, 'key'));
    instance.execute('list-addresses');
    expect(instance.requests[0]?.params.key).toBe('None');
  });

  it('need either a device group or a vsys', () => {
    expect(errorWith({ ...PARAMS, device_group: '' })).toBe('Set vsys for firewall or Device group for Panorama.');
  });

  it('take not both, and not by argument either', () => {
    const both = 'Cannot configure both vsys and Device group. Set vsys for firewall, set Device group for Panorama.';
    expect(errorWith({ ...PARAMS, vsys: 'vsys1' })).toBe(both);
    expect(errorWith(FIREWALL, { 'device-group': 'shop' })).toBe(both);
  });

  it.each([
    ['https://panorama.example/', '/api/'],
    ['http://127.0.0.1', '/api/'],
  ])('lead from %s to %s', (server, path) => {
    const instance = answering(OK, '2.5.1', { ...PARAMS, server });
    instance.execute('', { xpath: '/config', action: 'get' });
    expect(instance.requests[0]?.path).toBe(path);
  });

  it('need a server with its scheme', () => {
    expect(errorWith({ ...PARAMS, server: 'panorama.example' })).toMatch(/^No connection adapters were found/);
  });
});

describe('[2] xpaths', () => {
  const pathsOf = (
    params: InstanceParams,
    args: { readonly [name: string]: string } = {},
    version: '2.5.1' | '1.14.22' = '2.5.1',
  ) => {
    const instance = answering(OK, version, params);
    const rule = { rulename: 'r', pre_post: 'pre-rulebase', ...args };
    instance.execute('create-rule', { ...rule, action: 'allow', description: 'd' });
    instance.execute('create-address', { name: 'a', fqdn: 'x', ...args });
    return instance.sent().map(({ xpath }) => xpath);
  };
  const own = "/config/devices/entry/device-group/entry[@name='shop']/";
  const local = "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop']/";
  const rule = "pre-rulebase/security/rules/entry[@name='r']";
  const address = "address/entry[@name='a']";

  it('have one root for created rules and another for moved rules and objects', () => {
    expect(pathsOf(PARAMS)).toEqual([`${local}${rule}`, `${own}${rule}`, `${own}${address}`]);
  });

  it('[10.5] have one root for both in 1.14.22', () => {
    expect(pathsOf(PARAMS, {}, '1.14.22')).toEqual([`${own}${rule}`, `${own}${rule}`, `${own}${address}`]);
  });

  it('follow the argument device-group', () => {
    expect(pathsOf(PARAMS, { 'device-group': 'other' })[2]).toBe(
      "/config/devices/entry/device-group/entry[@name='other']/address/entry[@name='a']",
    );
  });

  it('lead to Shared for shared in any case', () => {
    const shared = [`/config/shared/${rule}`, `/config/shared/${rule}`, `/config/shared/${address}`];
    expect(pathsOf({ ...PARAMS, device_group: 'Shared' })).toEqual(shared);
  });

  it('lead into the vsys on a firewall', () => {
    expect(pathsOf(FIREWALL)).toEqual([
      "/config/devices/entry[@name='localhost.localdomain']/vsys/entry[@name='vsys1']/rulebase/security/rules/entry[@name='r']",
      "/config/devices/entry/vsys/entry[@name='vsys1']/rulebase/security/rules/entry[@name='r']",
      "/config/devices/entry/vsys/entry[@name='vsys1']/address/entry[@name='a']",
    ]);
  });

  it('take pre_post as it is, a typo too', () => {
    const instance = answering(OK);
    instance.execute('delete-rule', { rulename: 'r', pre_post: 'per-rulebase' });
    expect(instance.sent()[0]?.xpath).toBe(`${own}per-rulebase/security/rules/entry[@name='r']`);
  });

  it.each([
    [
      'create-rule',
      { action: 'allow' },
      'Please provide the pre_post argument when configuring a security rule in Panorama instance.',
    ],
    ['list-rules', {}, 'Please provide the pre_post argument when listing rules in Panorama instance.'],
    ['move-rule', { where: 'top' }, 'Please provide the pre_post argument when moving a rule in Panorama instance.'],
    ['delete-rule', {}, 'Please provide the pre_post argument when moving a rule in Panorama instance.'],
    [
      'edit-rule',
      { element_to_change: 'action', element_value: 'deny' },
      'please provide the pre_post argument when editing a rule in Panorama instance.',
    ],
  ])('of %s need pre_post on Panorama', (command, args, message) => {
    const instance = new Instance();
    const name = command === 'list-rules' ? {} : { rulename: 'r' };
    expect(errorOf(instance.execute(command, { ...name, ...args }))).toBe(message);
    expect(instance.requests).toEqual([]);
  });
});

describe('[2] placement of parameters', () => {
  const long = 'x'.repeat(9000);
  it.each([
    ['create-tag', { name: 't', comment: long }],
    ['edit-address', { name: 'a', element_to_change: 'description', element_value: long }],
    ['create-security-profile-group', { group_name: 'g', antivirus_profile: long }],
    ['list-rules', { pre_post: 'pre-rulebase', query: long }],
  ])('of %s is the URL, which has a limit', (command, args) => {
    const instance = answering(OK);
    expect(errorOf(instance.execute(command, args))).toMatch(/^Request Failed\. with status: 414/);
    expect(instance.requests).toEqual([]);
  });

  it.each([
    ['create-address', { name: 'a', fqdn: 'x', description: long }],
    ['create-address-group', { name: 'g', type: 'dynamic', match: long }],
    ['', { action: 'set', xpath: '/config', element: long }],
  ])('of pan-os-%s is a form', (command, args) => {
    expect(answering(OK).done(command, args).Type).toBe(1);
  });
});
