import { contextOf, errorOf, Instance, plainly, RULES, type Dictionary } from './instance';

const NEW = { rulename: 'r', action: 'allow', description: 'd' };
const ruleNames = (instance: Instance): readonly unknown[] => {
  const [entry] = instance.rule('list-rules', {});
  return (contextOf(entry) as Dictionary[]).map(({ Name }) => Name);
};

describe('pan-os-create-rule', () => {
  it('[4] sends a set with every list, and then a move', () => {
    const instance = new Instance();
    instance.rule('create-rule', { ...NEW, where: 'top' });
    const [set, move] = instance.sent();
    expect(set).toEqual({
      type: 'config',
      action: 'set',
      where: 'top',
      xpath: `${RULES}/entry[@name='r']`,
      element: [
        '<action>allow</action><description>d</description>',
        ...['source', 'destination', 'application', 'from', 'to', 'service'].map(
          (list) => `<${list}><member>any</member></${list}>`,
        ),
        '<negate-source>no</negate-source><negate-destination>no</negate-destination><disabled>no</disabled>',
        '<option><disable-server-response-inspection>no</disable-server-response-inspection></option>',
      ].join(''),
    });
    expect(move).toEqual({
      type: 'config',
      action: 'move',
      where: 'top',
      xpath: "/config/devices/entry/device-group/entry[@name='shop']/pre-rulebase/security/rules/entry[@name='r']",
    });
  });

  it('[4] sends what it is given, one profile group and one target', () => {
    const instance = new Instance();
    instance.rule('create-rule', {
      ...NEW,
      source: ['10.0.0.1', '10.0.0.2'],
      source_user: 'u1,u2',
      category: 'a, b',
      tags: 'corporate',
      profile_setting: 'strict',
      log_forwarding: 'default',
      target: '001',
      audit_comment: 'why',
    });
    const [set] = instance.sent();
    expect(set?.['audit-comment']).toBe('why');
    for (const part of [
      '<target><devices><entry name="001"/></devices></target>',
      '<source><member>10.0.0.1</member><member>10.0.0.2</member></source>',
      '<source-user><member>u1</member><member>u2</member></source-user>',
      '<category><member>a</member><member>b</member></category>',
      '<log-setting>default</log-setting><tag><member>corporate</member></tag>',
      '<profile-setting><group><member>strict</member></group></profile-setting>',
    ]) {
      expect(set?.element).toContain(part);
    }
  });

  it('[1.4] sends the description any where none is given', () => {
    const instance = new Instance();
    instance.rule('create-rule', { rulename: 'r', action: 'allow' });
    expect(instance.sent()[0]?.element).toContain('<description>any</description>');
  });

  it('[1.1] merges into a rule that is there, so that any beside members is refused', () => {
    const instance = new Instance();
    instance.rule('create-rule', { ...NEW, source: '10.0.0.1' });
    expect(errorOf(instance.rule('create-rule', NEW))).toBe(
      "Request Failed.\nStatus code: 12\nWith message: r -> source is invalid. 'any' should not be used with another source",
    );
    instance.rule('create-rule', { ...NEW, source: '10.0.0.2' });
    const [entry] = instance.rule('list-rules', {});
    expect(contextOf(entry)).toMatchObject([{ Source: ['10.0.0.1', '10.0.0.2'] }]);
  });

  it('[1.2] ends without context when the rule is at its place already, which is the case with the default', () => {
    const instance = new Instance();
    expect(instance.rule('create-rule', NEW)).toEqual([
      {
        Type: 1,
        ContentsFormat: 'text',
        Contents: 'Rule r is already at the bottom',
        HumanReadable: null,
        EntryContext: {},
      },
    ]);
    expect(ruleNames(instance)).toEqual(['r']);
  });

  it('[1.2] reports success when the move fails, with the rule in the wrong place', () => {
    const instance = new Instance();
    instance.rule('create-rule', { ...NEW, rulename: 'first' });
    const [entry] = instance.rule('create-rule', { ...NEW, where: 'before', dst: 'missing' });
    expect(entry?.HumanReadable).toBe('Rule configured successfully.');
    expect(ruleNames(instance)).toEqual(['first', 'r']);
  });

  it('[4] refuses dst with top and bottom before anything is sent', () => {
    const instance = new Instance();
    expect(errorOf(instance.rule('create-rule', { ...NEW, where: 'top', dst: 'x' }))).toBe(
      'Please provide a dst rule only when the where argument is before or after.',
    );
    expect(instance.requests).toEqual([]);
  });

  it('[1.3] pastes texts unescaped: & breaks the request, &amp; arrives as &', () => {
    const instance = new Instance();
    expect(errorOf(instance.rule('create-rule', { ...NEW, description: 'a & b' }))).toContain('Status code: 18');
    instance.rule('create-rule', { ...NEW, description: 'a &amp; b' });
    const [entry] = instance.rule('list-rules', {});
    expect(contextOf(entry)).toMatchObject([{ Description: 'a & b' }]);
  });

  it("[1.3] breaks the xpath for a ' in the name", () => {
    expect(errorOf(new Instance().rule('create-rule', { ...NEW, rulename: "r'" }))).toContain('Status code: 17');
  });

  it.each([
    ['false', 'yes'],
    ['Yes', 'yes'],
    ['No', 'no'],
    ['no', 'no'],
    ['', 'no'],
  ])('[1.5] takes disable=%j for %s', (disable, expected) => {
    const instance = new Instance();
    instance.rule('create-rule', { ...NEW, disable });
    expect(instance.sent()[0]?.element).toContain(`<disabled>${expected}</disabled>`);
  });

  it('[4] reports arguments as they were given, without tags, zones, category and profile group', () => {
    const args = {
      ...NEW,
      application: 'ssl,web-browsing',
      negate_source: 'Yes',
      tags: 'corporate',
      source_zone: 'any',
    };
    const instance = new Instance();
    instance.rule('create-rule', { ...NEW, rulename: 'last' });
    const [entry] = instance.rule('create-rule', {
      ...args,
      source: '10.0.0.1',
      where: 'top',
      profile_setting: 'strict',
    });
    expect(entry?.EntryContext).toEqual({
      'Panorama.SecurityRule(val.Name == obj.Name)': {
        Name: 'r',
        Action: 'allow',
        Description: 'd',
        Application: 'ssl,web-browsing',
        NegateSource: 'Yes',
        Source: '10.0.0.1',
        Disabled: 'No',
        DeviceGroup: 'shop',
      },
    });
  });

  it('[4] names a rule that has no name', () => {
    const instance = new Instance();
    instance.rule('create-rule', { action: 'deny' });
    expect(instance.sent()[0]?.xpath).toMatch(/entry\[@name='demisto-[0-9a-f]{8}'\]$/);
  });
});

describe('pan-os-move-rule', () => {
  const three = (): Instance => {
    const instance = new Instance();
    for (const rulename of ['a', 'b', 'c']) instance.rule('create-rule', { ...NEW, rulename });
    return instance;
  };

  it('[4] moves and reports name and device group', () => {
    const instance = three();
    const [entry] = instance.rule('move-rule', { rulename: 'c', where: 'before', dst: 'a' });
    expect(entry?.HumanReadable).toBe('Rule c moved successfully.');
    expect(contextOf(entry)).toEqual({ Name: 'c', DeviceGroup: 'shop' });
    expect(ruleNames(instance)).toEqual(['c', 'a', 'b']);
  });

  it('[4] says as plain text that the rule is there already', () => {
    expect(plainly(three().rule('move-rule', { rulename: 'a', where: 'top' }))).toEqual([
      [1, 'Rule a is already at the top'],
    ]);
  });

  it('[4] leaves a missing dst to the device', () => {
    expect(errorOf(three().rule('move-rule', { rulename: 'a', where: 'before' }))).toBe(
      'Request Failed.\nStatus code: 7\nWith message: no target specified in move',
    );
  });
});

describe('pan-os-delete-rule', () => {
  it('[4] deletes without context', () => {
    const instance = new Instance();
    instance.rule('create-rule', NEW);
    const [entry] = instance.rule('delete-rule', { rulename: 'r' });
    expect([entry?.HumanReadable, entry?.EntryContext]).toEqual(['Rule deleted successfully.', {}]);
  });

  it('[4] is an error on Panorama where there is no such rule', () => {
    expect(errorOf(new Instance().rule('delete-rule', { rulename: 'r' }))).toContain('Object not present');
  });
});

describe('pan-os-get-audit-comment', () => {
  it('[4] reads with Pre and Post what edit-rule set, escaped twice', () => {
    const instance = new Instance();
    instance.rule('create-rule', NEW);
    instance.sent();
    instance.rule('edit-rule', { rulename: 'r', element_to_change: 'audit-comment', element_value: 'a < b' });
    const [request] = instance.sent();
    expect(request?.type).toBe('op');
    expect(request?.cmd).toContain('<comment>a &amp;lt; b</comment>');
    const args = { rule_name: 'r', rule_type: 'Security Rule', pre_post: 'Pre' };
    const [entry] = instance.execute('get-audit-comment', args);
    expect(entry?.EntryContext).toEqual({
      'Panorama.AuditComment(val.rule_name && val.rule_name == obj.rule_name && val.rule_type && val.rule_type == obj.rule_type)':
        { rule_name: 'r', rule_type: 'Security Rule', comment: 'a &lt; b' },
    });
  });

  it('gives an empty comment where there is none', () => {
    const instance = new Instance();
    instance.rule('create-rule', NEW);
    const args = { rule_name: 'r', rule_type: 'Security Rule', pre_post: 'Pre' };
    expect(contextOf(instance.execute('get-audit-comment', args)[0])).toMatchObject({ comment: '' });
  });
});

describe('pan-os-apply-security-profile', () => {
  const apply = (instance: Instance, command: string, args = {}) =>
    instance.rule(command, { rule_name: 'r', profile_type: 'virus', ...args });

  it('[4] reads the rule first, keeps the other kinds, and answers as plain text', () => {
    const instance = new Instance();
    instance.rule('create-rule', NEW);
    apply(instance, 'apply-security-profile', { profile_name: 'default' });
    instance.sent();
    const entries = apply(instance, 'apply-security-profile', { profile_type: 'spyware', profile_name: 'strict' });
    expect(plainly(entries)).toEqual([[1, 'The profile spyware = strict has been applied to the rule r']]);
    expect(instance.sent().map(({ action, element }) => [action, element])).toEqual([
      ['get', undefined],
      [
        'set',
        '<profile-setting><profiles><spyware><member>strict</member></spyware><virus><member>default</member></virus></profiles></profile-setting>',
      ],
    ]);
  });

  it('[4] cannot take a profile away, whatever remove-security-profile says', () => {
    const instance = new Instance();
    instance.rule('create-rule', NEW);
    apply(instance, 'apply-security-profile', { profile_name: 'default' });
    expect(plainly(apply(instance, 'remove-security-profile'))).toEqual([
      [1, 'The profile virus has been removed from the rule r'],
    ]);
    const [entry] = instance.rule('list-rules', {});
    expect(contextOf(entry)).toMatchObject([{ SecurityProfile: { virus: 'default' } }]);
  });
});
