import { answering, contextOf, errorOf, Instance, plainly, type Dictionary } from './instance';

const PATH = "/config/devices/entry/device-group/entry[@name='shop']/pre-rulebase/security/rules/entry[@name='r']";

const withRule = (args: { readonly [name: string]: unknown } = {}): Instance => {
  const instance = new Instance();
  instance.rule('create-rule', { rulename: 'r', action: 'allow', description: 'd', ...args });
  instance.sent();
  return instance;
};
const edit = (instance: Instance, element: string, value: unknown, behaviour?: string) =>
  instance.rule('edit-rule', { rulename: 'r', element_to_change: element, element_value: value, behaviour });

describe('pan-os-edit-rule, replacing', () => {
  it.each([
    ['source', 'a, b', 'source', '<source><member>a</member><member>b</member></source>'],
    ['tag', ['x'], 'tag', '<tag><member>x</member></tag>'],
    ['action', 'deny', 'action', '<action>deny</action>'],
    ['description', 'text', 'description', '<description>text</description>'],
    ['log-forwarding', 'lf', 'log-setting', '<log-setting>lf</log-setting>'],
    ['profile-setting', 'g', 'profile-setting', '<profile-setting><group><member>g</member></group></profile-setting>'],
    ['target', '001', 'target', '<target><devices><entry name="001"/></devices></target>'],
    ['disabled', 'false', 'disabled', '<disabled>yes</disabled>'],
  ])('[4] of %s sends one edit of that element', (element, value, path, xml) => {
    const instance = answering('<response status="success" code="20"/>');
    const [entry] = edit(instance, element, value);
    expect(entry?.HumanReadable).toBe('Rule edited successfully.');
    expect(instance.sent()).toEqual([{ type: 'config', action: 'edit', xpath: `${PATH}/${path}`, element: xml }]);
  });

  it('[4] reports name, element and device group', () => {
    expect(contextOf(edit(withRule(), 'category', 'any')[0])).toEqual({
      Name: 'r',
      Category: ['any'],
      DeviceGroup: 'shop',
    });
  });

  it.each(['from', 'negate-source', 'log-start'])(
    '[4] of the unknown element %s sends the change first, and fails then',
    (element) => {
      const instance = answering('<response status="success" code="20"/>');
      expect(errorOf(edit(instance, element, 'x'))).toBe(`'${element}'`);
      expect(instance.sent()[0]?.element).toBe(`<${element}>yes</${element}>`);
    },
  );

  it('[4] of the profile group is what adding one is', () => {
    const instance = withRule();
    expect(edit(instance, 'profile-setting', 'strict', 'add')[0]?.Type).toBe(1);
    expect(instance.sent()[0]?.action).toBe('edit');
  });
});

describe('pan-os-edit-rule, adding', () => {
  it('[4] reads the candidate and loses the order of the members', () => {
    const given = ['10.0.0.1', '10.0.0.2', '10.0.0.3', '10.0.0.4', '10.0.0.5'];
    const instance = withRule({ source: given });
    const [entry] = edit(instance, 'source', '10.0.0.6', 'add');
    expect(instance.sent().map(({ action }) => action)).toEqual(['get', 'edit']);
    const { Source } = contextOf(entry) as Dictionary;
    expect(Source).not.toEqual([...given, '10.0.0.6']);
    expect([...(Source as string[])].sort()).toEqual([...given, '10.0.0.6']);
  });

  it('[4, 1.1] to any sends any beside the member, which the device refuses', () => {
    expect(errorOf(edit(withRule(), 'source', '10.0.0.1', 'add'))).toContain("'any' should not be used");
  });

  it('[4] to a rule that is not there starts from nothing', () => {
    const instance = new Instance();
    instance.rule('edit-rule', {
      rulename: 'r',
      element_to_change: 'source',
      element_value: '10.0.0.1',
      behaviour: 'add',
    });
    expect(instance.sent().at(-1)).toMatchObject({
      action: 'edit',
      element: '<source><member>10.0.0.1</member></source>',
    });
  });

  it('[10.1] fails where only a later member is uncommitted', () => {
    const body =
      '<response status="success" code="19"><result><source><member>a</member><member dirtyId="1">b</member></source></result></response>';
    expect(errorOf(edit(answering(body), 'source', 'c', 'add'))).toBe("unhashable type: 'dict'");
  });

  it('[4] is for lists only', () => {
    expect(errorOf(edit(withRule(), 'action', 'deny', 'add'))).toBe(
      'Adding objects is only available for the following Objects types:' +
        "['source', 'destination', 'application', 'category', 'source-user', 'service', 'tag', 'profile-setting']",
    );
  });
});

describe('pan-os-edit-rule, removing', () => {
  const sources = { source: '10.0.0.1,10.0.0.2' };

  it('[4] leaves the others', () => {
    const instance = withRule(sources);
    edit(instance, 'source', '10.0.0.1', 'remove');
    expect(instance.sent().at(-1)?.element).toBe('<source><member>10.0.0.2</member></source>');
  });

  it('[4] warns of unknown values and goes on', () => {
    const entries = edit(withRule(sources), 'source', '10.0.0.1,10.0.0.9', 'remove');
    expect(entries.map(({ Type }) => Type)).toEqual([11, 1]);
    expect(entries[0]?.Contents).toBe('The following sources do not exist: 10.0.0.9');
  });

  it('[4] sends nothing where all values are unknown', () => {
    const instance = withRule(sources);
    expect(plainly(edit(instance, 'source', '10.0.0.8,10.0.0.9', 'remove'))).toEqual([
      [11, 'The following sources do not exist: 10.0.0.8, 10.0.0.9'],
    ]);
    expect(instance.sent().map(({ action }) => action)).toEqual(['get']);
  });

  it('[4] refuses to take the last member away', () => {
    expect(errorOf(edit(withRule(), 'source', 'any', 'remove'))).toBe(
      'The object: source must have at least one item.',
    );
  });

  it('[4] empties tags', () => {
    const instance = withRule({ tags: 'corporate' });
    edit(instance, 'tag', 'corporate', 'remove');
    expect(instance.sent().at(-1)?.element).toBe('<tag></tag>');
  });

  it('[4] of a profile group sets an empty one', () => {
    const instance = answering('<response status="success" code="20"/>');
    edit(instance, 'profile-setting', 'strict', 'remove');
    expect(instance.sent()).toEqual([
      { type: 'config', action: 'set', xpath: PATH, element: '<profile-setting><group/></profile-setting>' },
    ]);
  });
});
