import { answering, contextOf, errorOf, FIREWALL, Instance, plainly, type Dictionary } from './instance';

const OK = '<response status="success" code="20"/>';
const NEW = { rulename: 'r', action: 'allow', description: 'd' };

describe('version 1.14.22', () => {
  it.each([
    'create-tag',
    'list-tag',
    'list-device-groups',
    'edit-address',
    'list-security-profile-group',
    'list-application-groups',
    'get-audit-comment',
  ])('[10.11] has no pan-os-%s', (command) => {
    expect(errorOf(new Instance('1.14.22').execute(command, { name: 'x' }))).toBe(
      `Version 1.14.22 of the integration has no command pan-os-${command}.`,
    );
  });

  it('[4] sends any for a source user, and only one', () => {
    const instance = answering(OK, '1.14.22');
    instance.rule('create-rule', NEW);
    expect(instance.sent()[0]?.element).toContain('<source-user><member>any</member></source-user>');
    expect(errorOf(instance.rule('create-rule', { ...NEW, source_user: ['a', 'b'] }))).toBe(
      'can only concatenate str (not "list") to str',
    );
  });

  it('[10.1] leaves marks in every value of a listed rule', () => {
    const instance = new Instance('1.14.22');
    instance.rule('create-rule', { ...NEW, log_forwarding: 'default' });
    const [rule] = contextOf(instance.rule('list-rules', {})[0]) as Dictionary[];
    expect(rule).toMatchObject({ Action: { '#text': 'allow' }, LogForwardingProfile: 'default' });
    instance.commit();
    const [committed] = contextOf(instance.rule('list-rules', {})[0]) as Dictionary[];
    expect(committed).toMatchObject({ Action: 'allow', From: 'any' });
    expect(committed).not.toHaveProperty('LogForwardingProfile');
    expect(committed).not.toHaveProperty('Description');
  });

  it('[4] filters rules by one tag', () => {
    const instance = answering(OK, '1.14.22');
    instance.rule('list-rules', { tag: 'k8s' });
    expect(instance.sent()[0]?.xpath).toMatch(/security\/rules\/entry\[\( tag\/member = 'k8s'\)\]$/);
  });

  it('[4] adds to committed rules only', () => {
    const instance = new Instance('1.14.22');
    instance.rule('create-rule', { ...NEW, source: '10.0.0.1' });
    const args = { rulename: 'r', element_to_change: 'source', element_value: '10.0.0.2', behaviour: 'add' };
    expect(errorOf(instance.rule('edit-rule', args))).toBe(
      'Please commit the instance prior to editing the Security rule.',
    );
    instance.commit();
    expect(instance.rule('edit-rule', args)[0]?.Type).toBe(1);
  });

  it.each(['category', 'source-user'])('[10.8] changes %s, and fails then', (element) => {
    const instance = answering(OK, '1.14.22');
    const args = { rulename: 'r', element_to_change: element, element_value: 'any' };
    expect(errorOf(instance.rule('edit-rule', args))).toBe(`'${element}'`);
    expect(instance.sent()[0]?.element).toBe(`<${element}><member>any</member></${element}>`);
  });

  it("[8] fails with 'audit-comment'", () => {
    const args = { rulename: 'r', element_to_change: 'audit-comment', element_value: 'x' };
    expect(errorOf(answering(OK, '1.14.22').rule('edit-rule', args))).toBe("'audit-comment'");
  });

  it('[10.2] fails for an address that is not running, and reads groups from there', () => {
    const instance = new Instance('1.14.22');
    const missing = 'Object was not found, verify that the name is correct and that the instance was committed.';
    expect(errorOf(instance.execute('get-address', { name: 'x' }))).toBe(missing);
    instance.done('create-address', { name: 'a', ip_netmask: '10.0.0.1' });
    instance.done('create-address-group', { name: 'g', type: 'static', addresses: 'a' });
    const edit = { name: 'g', type: 'static', element_to_add: 'a' };
    expect(errorOf(instance.execute('edit-address-group', edit))).toBe(missing);
  });

  it('[6] does not look for the tags of an address', () => {
    const instance = answering(OK, '1.14.22');
    instance.done('create-address', { name: 'a', fqdn: 'x', tag: 't' });
    expect(instance.sent().map(({ action }) => action)).toEqual(['set']);
  });

  it('[10.9] applies a profile without reading, with the name of the rule for the rulebase', () => {
    const instance = answering(OK, '1.14.22');
    instance.rule('apply-security-profile', { rule_name: 'r', profile_type: 'virus', profile_name: 'p' });
    expect(instance.sent().map(({ action, xpath }) => [action, xpath])).toEqual([
      [
        'set',
        "/config/devices/entry[@name='localhost.localdomain']/device-group/entry[@name='shop']/r/security/rules/entry[@name='r']/profile-setting/profiles/virus",
      ],
    ]);
  });

  it('[10.10] has the list of types for the default type of pan-os, and gives no context', () => {
    const instance = answering(OK, '1.14.22');
    expect(instance.done('', { action: 'get', xpath: '/config' }).EntryContext).toEqual({});
    expect(instance.sent()[0]?.type).toBe('keygen,config,commit,op,report,log,import,export,user-id,version');
  });

  it('[10.13] does not send the description of a commit', () => {
    const instance = answering(OK.replace('20', '19'), '1.14.22');
    instance.execute('commit', { description: 'why' });
    expect(instance.sent()[0]?.cmd).toBe('<commit></commit>');
  });

  it('[7] forgets the device group between the runs of a push', () => {
    const job = '<response status="success" code="19"><result><job>7</job></result></response>';
    const entry = answering(job, '1.14.22').done('push-to-device-group', { polling: 'true', 'device-group': 'other' });
    expect(entry.PollingArgs).not.toHaveProperty('device-group');
  });

  it('[4] works on rules of a firewall below its vsys', () => {
    const instance = answering(OK, '1.14.22', FIREWALL);
    instance.execute('create-rule', NEW);
    expect(instance.sent()[0]?.xpath).toBe(
      "/config/devices/entry/vsys/entry[@name='vsys1']/rulebase/security/rules/entry[@name='r']",
    );
    expect(errorOf(instance.execute('create-rule', { ...NEW, log_forwarding: 'x' }))).toBe(
      'The log_forwarding argument is relevant only for a Palo Alto Panorama instance.',
    );
  });

  it('[1.2] warns and ends where a move finds nothing', () => {
    const instance = answering('<response status="success" code="7"/>', '1.14.22', FIREWALL);
    expect(plainly(instance.execute('move-rule', { rulename: 'r', where: 'top' }))).toEqual([
      [11, 'List not found and might be empty'],
    ]);
  });
});
