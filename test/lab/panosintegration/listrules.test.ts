import { answering, contextOf, errorOf, Instance, type Dictionary } from './instance';

const rules = (): Instance => {
  const instance = new Instance();
  const base = { description: 'd' };
  instance.rule('create-rule', { ...base, rulename: 'one', action: 'allow', tags: 'corporate', source: '10.0.0.1' });
  instance.rule('create-rule', {
    ...base,
    rulename: 'two',
    action: 'deny',
    disable: 'Yes',
    source: '10.0.0.1,10.0.0.2',
  });
  instance.rule('create-rule', { ...base, rulename: 'three', action: 'allow', disable: 'Yes' });
  instance.sent();
  return instance;
};
const list = (instance: Instance, args = {}): readonly Dictionary[] =>
  contextOf(instance.rule('list-rules', args)[0]) as Dictionary[];
const names = (instance: Instance, args = {}): readonly unknown[] => list(instance, args).map(({ Name }) => Name);

describe('pan-os-list-rules', () => {
  it.each([
    [{ rulename: 'two' }, "[@name='two']", ['two']],
    [{ action: 'allow' }, "[(action='allow')]", ['one', 'three']],
    [{ tags: 'corporate' }, "[(tag/member='corporate')]", ['one']],
    [
      { rulename: 'one', action: 'allow', tags: ['corporate'] },
      "[@name='one'and(tag/member='corporate')and(action='allow')]",
      ['one'],
    ],
    [
      { query: "(action eq 'deny') or @name eq 'one'", rulename: 'three' },
      "[(action = 'deny') or @name = 'one']",
      ['one', 'two'],
    ],
    [{ tag: 'corporate' }, '', ['one', 'two', 'three']],
  ])('[4] filters %j by an xpath predicate', (args, predicate, expected) => {
    const instance = rules();
    expect(names(instance, args)).toEqual(expected);
    expect(instance.sent()[0]?.xpath).toBe(
      `/config/devices/entry/device-group/entry[@name='shop']/pre-rulebase/security/rules/entry${predicate}`,
    );
  });

  it('[4] filters by disabled on its own', () => {
    expect(names(rules(), { disabled: 'yes' })).toEqual(['two', 'three']);
    expect(names(rules(), { disabled: 'no' })).toEqual(['one']);
  });

  it('[4] fails with disabled where exactly one rule matches', () => {
    expect(errorOf(rules().rule('list-rules', { rulename: 'two', disabled: 'yes' }))).toMatch(
      /^string indices must be integers/,
    );
  });

  it('[4] gives one member as text, several as a list, none as an empty text', () => {
    const [one, two] = list(rules());
    expect([one?.Source, two?.Source, one?.GroupTag, one?.SourceUser]).toEqual([
      '10.0.0.1',
      ['10.0.0.1', '10.0.0.2'],
      '',
      '',
    ]);
  });

  it('[4] gives a list of rules in context even for one, and the one itself in its contents', () => {
    const [entry] = rules().rule('list-rules', { rulename: 'one' });
    expect(contextOf(entry)).toMatchObject([{ Name: 'one', Tags: 'corporate', DeviceGroup: 'shop' }]);
    expect(entry?.Contents).toMatchObject({ '@name': 'one', source: { member: '10.0.0.1' } });
  });

  it('[4] takes the marks out of contents', () => {
    expect(JSON.stringify(rules().rule('list-rules', {})[0]?.Contents)).not.toContain('dirtyId');
  });

  it('[4] reports these keys, log-end not among them', () => {
    const [rule] = list(rules());
    expect(Object.keys(rule ?? {}).sort()).toEqual(
      [
        ...['Action', 'Application', 'CustomUrlCategory', 'Description', 'Destination', 'DestinationDevice'],
        ...['DeviceGroup', 'Disabled', 'From', 'GroupTag', 'ICMPUnreachable', 'Location', 'LogForwardingProfile'],
        ...['Name', 'NegateDestination', 'NegateSource', 'Options', 'SecurityProfile', 'SecurityProfileGroup'],
        ...['Service', 'Source', 'SourceDevice', 'SourceUser', 'Tags', 'Target', 'To', 'Type', 'UUID'],
      ].sort(),
    );
    expect(Object.keys(rule?.Options ?? {}).sort()).toEqual([
      'DisableServerResponseInspection',
      'LogAtSessionStart',
      'LogForwarding',
      'QoSMarking',
      'Schedule',
    ]);
  });

  it('[4] keeps rules for one firewall; a single target is not described', () => {
    const target = (serials: string): string => `<target><devices>${serials}</devices></target>`;
    const rule = (name: string, content: string): string =>
      `<entry name="${name}"><action>allow</action>${content}</entry>`;
    const [one, two] = ['<entry name="001"/>', '<entry name="001"/><entry name="002"/>'];
    const body = `<response status="success" code="19"><result>${rule('a', target(one))}${rule('b', target(two))}${rule('c', '')}</result></response>`;
    const described = list(answering(body), { target: '001' });
    expect(described.map(({ Name, Target }) => [Name, Target])).toEqual([
      ['a', { devices: [], negate: '' }],
      ['b', { devices: ['001', '002'], negate: '' }],
    ]);
  });

  it('[1.7, 10.1] cleans lists by their first member only', () => {
    const members = '<member>a</member><member admin="x" dirtyId="1">b</member>';
    const rule = `<entry name="r"><action>allow</action><source>${members}</source></entry>`;
    const instance = answering(`<response status="success" code="19"><result>${rule}</result></response>`);
    expect(list(instance)).toMatchObject([{ Source: ['a', { '#text': 'b' }] }]);
  });

  it('[1.6] fails for an empty rulebase', () => {
    expect(errorOf(new Instance().rule('list-rules', {}))).toContain('Object not present');
  });
});
