import { Client, DG, entry, objectAt, rule, ruleAt, RULES, SHARED, textsOf } from './client';

describe('reading', () => {
  it('answers a get of something absent with code 7 and success', () => {
    expect(new Client().get(objectAt('address', 'nothing')).body).toBe(
      '<response status="success" code="7"><result/></response>',
    );
  });

  it('can answer an empty get with a count of zero instead', () => {
    const client = new Client({ emptyGet: 'zero-count' });
    expect(client.get(`${DG}/address`).body).toBe(
      '<response status="success" code="19"><result total-count="0" count="0"/></response>',
    );
  });

  it('answers a show of something absent with "No such node" and no code', () => {
    expect(new Client().show(objectAt('address', 'nothing'))).toMatchObject({
      status: 'error',
      code: undefined,
      lines: ['No such node'],
    });
  });

  it('shows an uncommitted object in the candidate with marks on every node, and not in the running configuration', () => {
    const client = new Client();
    client.set(objectAt('address', 'web'), '<ip-netmask>10.0.0.1</ip-netmask>');
    expect(client.get(objectAt('address', 'web')).body).toBe(
      '<response status="success" code="19"><result total-count="1" count="1">' +
        '<entry name="web" admin="alice" dirtyId="1" time="2026/01/05 08:00:01">' +
        '<ip-netmask admin="alice" dirtyId="1" time="2026/01/05 08:00:01">10.0.0.1</ip-netmask></entry></result></response>',
    );
    expect(client.show(objectAt('address', 'web')).lines).toEqual(['No such node']);
  });

  it('marks only the new member of a list, and what stands above it', () => {
    const client = new Client({
      deviceGroups: [{ name: 'shop', config: `<tag><entry name="a"/><entry name="b"/></tag>` + address('web', 'a') }],
    });
    client.set(`${objectAt('address', 'web')}/tag`, '<member>b</member>');
    const { body } = client.get(`${objectAt('address', 'web')}/tag`);
    expect(body).toContain('<member>a</member><member admin="alice"');
    expect(body).toContain('<tag admin="alice"');
  });

  it('counts what a path with a wildcard finds', () => {
    const client = new Client();
    client.set(DG, '<tag><entry name="a"/><entry name="b"/></tag>');
    expect(client.get(`${DG}/tag/entry`).body).toContain('total-count="2" count="2"');
  });

  it.each([
    ["entry[@name='b']", ['b']],
    ["entry[@name='b'and(action='allow')and(tag/member='k8s')]", []],
    ["entry[@name='a'and(action='allow')and(tag/member='k8s')]", ['a']],
    ["entry[(tag/member='k8s')]", ['a']],
    ["entry[not(tag/member='k8s')]", ['b', 'c']],
    ["entry[@name='a' or @name='c']", ['a', 'c']],
    ["entry[contains(@name,'b')]", ['b']],
    ["entry[starts-with(@name, 'c')]", ['c']],
    ['entry[2]', ['b']],
    ['entry[last()]', ['c']],
    ["entry[source/member[text()='10.0.0.0/8']]", ['c']],
  ])('selects rules with the predicate %s', (predicate, names) => {
    const client = new Client();
    client.set(`${DG}/tag`, entry('k8s', ''));
    client.set(
      RULES,
      entry('a', rule({ tag: ['k8s'] })) + entry('b', rule()) + entry('c', rule({ source: ['10.0.0.0/8'] })),
    );
    const found =
      client.get(`${RULES}/${predicate}`).xml?.children[0]?.children.map((child) => child.attributes.name) ?? [];
    expect(found).toEqual(names);
  });

  it.each([
    "/config/shared/tag/entry[@name='a'",
    '/config/shared[',
    'shared/tag',
    "/config/shared/tag/entry[@name='it's']",
  ])('refuses the xpath %s', (xpath) => {
    expect(new Client().get(xpath)).toMatchObject({ status: 'error', code: '17' });
  });
});

const address = (name: string, tag: string): string =>
  `<address>${entry(name, `<ip-netmask>10.0.0.1</ip-netmask><tag><member>${tag}</member></tag>`)}</address>`;

describe('set', () => {
  it('answers with code 20 and "command succeeded"', () => {
    expect(new Client().set(objectAt('tag', 'a'), '<comments>x</comments>').body).toBe(
      '<response status="success" code="20"><msg>command succeeded</msg></response>',
    );
  });

  it('merges: adds members, replaces leaves, removes nothing', () => {
    const client = new Client();
    client.set(RULES, entry('r', rule({ source: ['10.0.0.1'] }, '<description>old</description>')));
    client.set(ruleAt('r'), '<source><member>10.0.0.2</member></source><description>new</description>');
    const { xml } = client.get(ruleAt('r'));
    expect(textsOf(xml, 'member').slice(2, 4)).toEqual(['10.0.0.1', '10.0.0.2']);
    expect(textsOf(xml, 'description')).toEqual(['new']);
  });

  it.each([
    ['application', ['dns'], 'any'],
    ['source', ['10.0.0.1'], 'any'],
    ['service', ['tcp-80'], 'application-default'],
    ['service', ['tcp-80'], 'any'],
    ['category', ['news'], 'any'],
  ])('refuses to merge into %s %j the keyword %s, and changes nothing', (field, members, keyword) => {
    const client = new Client({ urlCategories: ['news'] });
    client.set(`${DG}/service`, entry('tcp-80', '<protocol><tcp><port>80</port></tcp></protocol>'));
    client.set(RULES, entry('r', rule({ [field]: members })));
    const before = client.get(ruleAt('r')).body;
    expect(client.set(ruleAt('r'), `<${field}><member>${keyword}</member></${field}>`)).toMatchObject({
      status: 'error',
      code: '12',
      lines: [` r -> ${field} is invalid. '${keyword}' should not be used with another ${field}`],
    });
    expect(client.get(ruleAt('r')).body).toBe(before);
  });

  it('refuses a second profile group', () => {
    const client = new Client();
    client.set(`${DG}/profile-group`, entry('one', '') + entry('two', ''));
    client.set(RULES, entry('r', rule({}, '<profile-setting><group><member>one</member></group></profile-setting>')));
    expect(
      client.set(ruleAt('r'), '<profile-setting><group><member>two</member></group></profile-setting>').lines,
    ).toEqual([
      ' r -> profile-setting -> group At most 1 occurrence is allowed for group/member',
      ' r -> profile-setting -> group is invalid',
    ]);
  });

  it('replaces the other branch of a choice', () => {
    const client = new Client();
    client.set(objectAt('address-group', 'g'), "<dynamic><filter>'a'</filter></dynamic>");
    client.set(objectAt('address', 'web'), '<ip-netmask>10.0.0.1</ip-netmask>');
    client.set(objectAt('address-group', 'g'), '<static><member>web</member></static>');
    const { body } = client.get(objectAt('address-group', 'g'));
    expect(body).toContain('<static');
    expect(body).not.toContain('<dynamic');
  });

  it('takes a whole device group at once: tags, objects and the rules that use them', () => {
    const client = new Client();
    const answer = client.set(
      DG,
      `<pre-rulebase><security><rules>${entry('r', rule({ source: ['g'], service: ['s'], tag: ['t'] }))}</rules></security></pre-rulebase>` +
        `<address-group>${entry('g', "<dynamic><filter>'x'</filter></dynamic><tag><member>t</member></tag>")}</address-group>` +
        `<service>${entry('s', '<protocol><tcp><port>80,443,1000-2000</port></tcp></protocol>')}</service><tag>${entry('t', '')}</tag>`,
    );
    expect(answer.code).toBe('20');
    expect(client.ruleNames()).toEqual(['r']);
  });

  it('is carried out whole or not at all', () => {
    const client = new Client();
    expect(client.set(RULES, entry('good', rule()) + entry('bad', rule({ source: ['nobody'] }))).code).toBe('12');
    expect(client.get(RULES).code).toBe('7');
    expect(client.op('<check><pending-changes/></check>').body).toContain('<result>no</result>');
  });

  it('writes a rule without a service, which fails at the commit', () => {
    const client = new Client();
    expect(client.set(ruleAt('r'), rule().replace(/<service>.*<\/service>/, '')).code).toBe('20');
    const job = client.commit();
    expect(textsOf(job.xml, 'result')).toContain('FAIL');
    expect(job.lines).toContain(" device-group -> shop -> pre-rulebase -> security -> rules -> r is missing 'service'");
    expect(client.show(ruleAt('r')).status).toBe('error');
  });

  it('leaves no pending change when it changes nothing', () => {
    const client = new Client();
    client.set(objectAt('tag', 'a'), '<comments>x</comments>');
    client.commit();
    client.set(objectAt('tag', 'a'), '<comments>x</comments>');
    expect(client.op('<check><pending-changes/></check>').body).toContain('no');
  });

  it('creates a device group that does not exist, as an intermediate node', () => {
    const client = new Client();
    expect(client.set(DG.replace('shop', 'typo') + '/tag', entry('a', '')).code).toBe('20');
    expect(client.op('<show><dg-hierarchy/></show>').body).toContain('typo');
  });

  it('refuses everything outside Shared and device groups with the template text', () => {
    const xpath = "/config/devices/entry[@name='localhost.localdomain']/vsys/entry[@name='vsys1']/tag";
    expect(new Client().set(xpath, entry('a', '')).lines).toEqual([
      'set failed, may need to override template object first',
    ]);
  });

  it('asks for an element', () => {
    expect(new Client().config('set', RULES)).toMatchObject({
      code: '17',
      lines: ['Missing value for parameter "element".'],
    });
  });
});

describe('edit', () => {
  it('replaces the entry, keeps its place and its uuid', () => {
    const client = new Client();
    client.set(
      RULES,
      entry('a', rule()) +
        entry('b', rule({ source: ['10.0.0.1'] }, '<description>x</description>')) +
        entry('c', rule()),
    );
    const uuid = /uuid="([^"]+)"/.exec(client.get(ruleAt('b')).body)?.[1] ?? '';
    expect(client.edit(ruleAt('b'), `<entry name="b" uuid="${uuid}">${rule()}</entry>`).code).toBe('20');
    expect(client.ruleNames()).toEqual(['a', 'b', 'c']);
    const { body } = client.get(ruleAt('b'));
    expect(body).not.toContain('description');
    expect(body).not.toContain('10.0.0.1');
    expect(body).toContain(`uuid="${uuid}"`);
  });

  it('gives a rule a new uuid when it is sent without one, and refuses the uuid of another rule', () => {
    const client = new Client();
    client.set(RULES, entry('a', rule()) + entry('b', rule()));
    const uuidOf = (name: string): string => /uuid="([^"]+)"/.exec(client.get(ruleAt(name)).body)?.[1] ?? '';
    const before = uuidOf('b');
    client.edit(ruleAt('b'), entry('b', rule()));
    expect(uuidOf('b')).not.toBe(before);
    expect(client.edit(ruleAt('b'), `<entry name="b" uuid="${uuidOf('a')}">${rule()}</entry>`).code).toBe('12');
  });

  it('gives no rule a uuid that the configuration brought along', () => {
    const uuidsOf = (client: Client): readonly string[] =>
      [...client.get(RULES).body.matchAll(/uuid="([^"]+)"/g)].map(([, uuid = '']) => uuid);
    const first = new Client();
    first.set(RULES, entry('a', rule()));
    const [given = ''] = uuidsOf(first);
    const loaded = `<entry name="b">${rule()}</entry><entry name="a" uuid="${given}">${rule()}</entry>`;
    const config = `<pre-rulebase><security><rules>${loaded}</rules></security></pre-rulebase>`;
    const client = new Client({ deviceGroups: [{ name: 'shop', config }] });
    client.set(RULES, entry('c', rule()));
    const uuids = uuidsOf(client);
    expect(uuids).toHaveLength(3);
    expect(uuids).toContain(given);
    expect(new Set(uuids).size).toBe(3);
  });

  it('refuses an incomplete rule: "Edit breaks config validity"', () => {
    const client = new Client();
    client.set(RULES, entry('r', rule()));
    expect(client.edit(ruleAt('r'), entry('r', '<action>deny</action>')).lines).toEqual([
      'Edit breaks config validity',
    ]);
  });

  it('refuses an element that is not what the xpath names, doubled members, and marks of a candidate read', () => {
    const client = new Client();
    client.set(RULES, entry('r', rule()));
    expect(client.edit(ruleAt('r'), entry('other', rule())).code).toBe('12');
    expect(
      client.edit(`${ruleAt('r')}/source`, '<source><member>10.0.0.1</member><member>10.0.0.1</member></source>').lines,
    ).toEqual([' source has duplicate members', ' source is invalid']);
    expect(client.edit(`${ruleAt('r')}/action`, '<action admin="alice">deny</action>').lines).toEqual([
      ' action -> admin unexpected here',
    ]);
  });
});

describe('delete', () => {
  it('answers for something absent with code 7 and success', () => {
    expect(new Client().delete(ruleAt('r')).body).toBe(
      '<response status="success" code="7"><msg>Object doesn\'t exist</msg></response>',
    );
  });

  it('refuses what a rule, a group or a child device group uses, with every place (code 10)', () => {
    const client = new Client();
    const parent = DG.replace('shop', 'parent');
    client.set(`${parent}/address`, entry('web', '<ip-netmask>10.0.0.1</ip-netmask>'));
    client.set(objectAt('address-group', 'g'), '<static><member>web</member></static>');
    client.set(RULES, entry('r', rule({ source: ['web', 'g'] })));
    expect(client.delete(objectAt('address', 'web', parent))).toMatchObject({
      code: '10',
      lines: [
        ' web cannot be deleted because of references from:',
        ' device-group -> shop -> address-group -> g -> static',
        ' device-group -> shop -> pre-rulebase -> security -> rules -> r -> source',
      ],
    });
    client.delete(ruleAt('r'));
    client.delete(objectAt('address-group', 'g'));
    expect(client.delete(objectAt('address', 'web', parent)).code).toBe('20');
  });

  it('refuses a predicate that means several rules', () => {
    const client = new Client();
    client.set(RULES, entry('a', rule()) + entry('b', rule()));
    expect(client.delete(`${RULES}/entry[@name='a' or @name='b']`).lines).toEqual(['The request could not be handled']);
    expect(client.ruleNames()).toEqual(['a', 'b']);
  });

  it('refuses a device group with firewalls or children', () => {
    const client = new Client();
    expect(client.delete(DG).code).toBe('10');
    expect(client.delete(DG.replace('shop', 'parent')).code).toBe('10');
    expect(client.delete(DG.replace('shop', 'other')).code).toBe('20');
  });
});

describe('move', () => {
  const client = (): Client => {
    const one = new Client();
    one.set(RULES, ['a', 'b', 'c', 'd'].map((name) => entry(name, rule())).join(''));
    return one;
  };

  it.each([
    ['a', 'bottom', undefined, 'bcda'],
    ['d', 'top', undefined, 'dabc'],
    ['a', 'after', 'c', 'bcad'],
    ['d', 'before', 'b', 'adbc'],
    ['c', 'before', 'a', 'cabd'],
  ])('moves %s %s %s', (name, where, dst, order) => {
    const one = client();
    expect(one.move(ruleAt(name), where, dst).code).toBe('20');
    expect(one.ruleNames().join('')).toBe(order);
  });

  it.each([
    ['d', 'bottom', undefined, ' d is already at the bottom'],
    ['a', 'top', undefined, ' a is already at the top'],
    ['b', 'after', 'a', ' b is already at the requested position'],
  ])('refuses to move %s %s %s, where it is already', (name, where, dst, line) => {
    expect(client().move(ruleAt(name), where, dst)).toMatchObject({ status: 'error', lines: [line] });
  });

  it('asks for a destination (code 7)', () => {
    expect(client().move(ruleAt('a'), 'before')).toMatchObject({
      status: 'error',
      code: '7',
      lines: ['no target specified in move'],
    });
    expect(client().move(ruleAt('a'), 'before', 'nobody').code).toBe('7');
    expect(client().move(ruleAt('nobody'), 'top').code).toBe('7');
  });

  it('puts new rules at the end, whatever "where" a set carries', () => {
    const one = client();
    one.config('set', ruleAt('e'), { element: rule(), where: 'top' });
    expect(one.ruleNames().join('')).toBe('abcde');
  });
});

describe('rename and clone', () => {
  it('renames a rule in place and clones one to the end', () => {
    const client = new Client();
    client.set(RULES, entry('a', rule()) + entry('b', rule()));
    expect(client.config('rename', ruleAt('a'), { newname: 'z' }).code).toBe('20');
    expect(client.config('clone', RULES, { from: ruleAt('b'), newname: 'y' }).code).toBe('20');
    expect(client.ruleNames()).toEqual(['z', 'b', 'y']);
    expect(client.config('rename', ruleAt('z'), { newname: 'b' }).code).toBe('12');
  });

  it('commits a rename as one removal and one addition', () => {
    const client = new Client();
    client.set(RULES, entry('a', rule()));
    client.commit();
    client.config('rename', ruleAt('a'), { newname: 'z' });
    client.commit();
    expect(client.runningRuleNames()).toEqual(['z']);
  });
});

describe('multi-config', () => {
  const multi = (client: Client, operations: string, more = {}): ReturnType<Client['send']> =>
    client.send({
      type: 'config',
      action: 'multi-config',
      element: `<multi-configure-request>${operations}</multi-configure-request>`,
      ...more,
    });
  const at = (path: string): string => path.replaceAll("'", '&apos;');

  it('carries out all operations in order', () => {
    const client = new Client();
    const answer = multi(
      client,
      `<set id="1" xpath="${at(RULES)}">${entry('a', rule())}${entry('b', rule())}</set>` +
        `<move id="2" xpath="${at(ruleAt('b'))}" where="top" dst="a"/>` +
        `<delete id="3" xpath="${at(ruleAt('a'))}"/>`,
    );
    expect(answer.code).toBe('20');
    expect(answer.xml?.children.map((child) => child.attributes.id)).toEqual(['1', '2', '3']);
    expect(client.ruleNames()).toEqual(['b']);
  });

  it('changes nothing when one operation fails: configuration, marks, pending changes and references', () => {
    const client = new Client();
    client.set(objectAt('address', 'web'), '<ip-netmask>10.0.0.1</ip-netmask>');
    client.set(RULES, entry('r', rule({ source: ['web'] })));
    client.commit();
    const before = client.get(DG).body;
    const answer = multi(
      client,
      `<delete xpath="${at(ruleAt('r'))}"/><delete xpath="${at(objectAt('address', 'web'))}"/>` +
        `<set xpath="${at(RULES)}">${entry('bad', rule({ source: ['nobody'] }))}</set>`,
    );
    expect(answer).toMatchObject({ status: 'error', code: '12' });
    expect(client.get(DG).body).toBe(before);
    expect(client.op('<check><pending-changes/></check>').body).toContain('no');
    expect(client.delete(objectAt('address', 'web')).code).toBe('10');
  });

  it('checks each operation in its turn: an object goes only after the rule that uses it', () => {
    const client = new Client();
    client.set(objectAt('address', 'web'), '<ip-netmask>10.0.0.1</ip-netmask>');
    client.set(RULES, entry('r', rule({ source: ['web'] })));
    expect(
      multi(client, `<delete xpath="${at(objectAt('address', 'web'))}"/><delete xpath="${at(ruleAt('r'))}"/>`).code,
    ).toBe('10');
    expect(
      multi(client, `<delete xpath="${at(ruleAt('r'))}"/><delete xpath="${at(objectAt('address', 'web'))}"/>`).code,
    ).toBe('20');
  });

  it('wants a destination for every move, also to the top', () => {
    const client = new Client();
    client.set(RULES, entry('a', rule()) + entry('b', rule()));
    expect(multi(client, `<move xpath="${at(ruleAt('b'))}" where="top"/>`).code).toBe('7');
  });

  it("rolls the administrator's other changes back when it is strictly transactional", () => {
    const client = new Client();
    client.set(objectAt('tag', 'mine'), '<comments>x</comments>');
    multi(client, `<set xpath="${at(SHARED)}/tag">${entry('new', '')}</set>`, { 'strict-transactional': 'yes' });
    expect(client.get(objectAt('tag', 'mine')).code).toBe('7');
    expect(client.get(objectAt('tag', 'new', SHARED)).code).toBe('19');
  });
});
