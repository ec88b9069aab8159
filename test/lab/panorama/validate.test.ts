import { Client, DG, entry, objectAt, rule, ruleAt, RULES, SHARED, textsOf } from './client';

const POST = `${DG}/post-rulebase/security/rules`;
const inGroup = (name: string): string => DG.replace('shop', name);
const rulesOf = (name: string): string => `${inGroup(name)}/pre-rulebase/security/rules`;

describe('names', () => {
  it.each([
    ['address', 'a'.repeat(63), '20'],
    ['address', 'a'.repeat(64), '12'],
    ['address', 'any', '12'],
    ['address', '0.0.0.0', '12'],
    ['address', '_x', '12'],
    ['address', 'a&amp;b', '12'],
    ['address', 'a.b-c_d e', '20'],
    ['tag', 't'.repeat(127), '20'],
    ['tag', 't'.repeat(128), '12'],
    ['tag', 'a[b]', '12'],
    ['tag', "it's", '12'],
    ['tag', 'none', '12'],
    ['tag', 'k8s.cl_x/y:z (&lt;&amp;&gt;)', '20'],
    ['profile-group', 'p'.repeat(31), '20'],
    ['profile-group', 'p'.repeat(32), '12'],
    ['application-group', 'p'.repeat(32), '12'],
  ])('%s "%s" is answered with code %s', (kind, name, code) => {
    const content: { readonly [kind: string]: string } = {
      address: '<ip-netmask>10.0.0.1</ip-netmask>',
      'application-group': '<members><member>dns</member></members>',
    };
    expect(new Client().set(`${DG}/${kind}`, `<entry name="${name}">${content[kind] ?? ''}</entry>`).code).toBe(code);
  });

  it.each([
    ['r'.repeat(63), '20'],
    ['r'.repeat(64), '12'],
    ['any', '12'],
    ['intrazone-default', '12'],
    ['-r', '12'],
    ['a/b', '12'],
  ])('a rule "%s" is answered with code %s', (name, code) => {
    expect(new Client().set(RULES, entry(name, rule())).code).toBe(code);
  });

  it('keeps addresses and address groups in one name space, services and service groups in another', () => {
    const client = new Client();
    client.set(DG, `<address>${entry('x', '<ip-netmask>10.0.0.1</ip-netmask>')}</address>`);
    client.set(DG, `<service>${entry('x', '<protocol><udp><port>53</port></udp></protocol>')}</service>`);
    expect(client.set(objectAt('address-group', 'x'), "<dynamic><filter>'a'</filter></dynamic>").lines).toEqual([
      " x 'x' is already in use",
      ' x is invalid',
    ]);
    expect(client.set(objectAt('service-group', 'x'), '<members><member>x</member></members>').code).toBe('12');
    expect(client.set(objectAt('address-group', 'x', SHARED), "<dynamic><filter>'a'</filter></dynamic>").code).toBe(
      '20',
    );
  });

  it('takes tags that differ only in case for the same', () => {
    const client = new Client();
    client.set(`${DG}/tag`, entry('Web', ''));
    expect(client.set(`${DG}/tag`, entry('web', '')).code).toBe('12');
  });

  it.each([
    ['post-rulebase of the same group', POST],
    ['an ancestor', rulesOf('parent')],
    ['Shared', `${SHARED}/pre-rulebase/security/rules`],
  ])('refuses a rule name that stands in %s', (_where, xpath) => {
    const client = new Client();
    client.set(RULES, entry('r', rule()));
    expect(client.set(xpath, entry('r', rule())).lines[0]).toContain("'r' is already in use");
    expect(new Client().set(xpath, entry('r', rule())).code).toBe('20');
  });

  it('allows the same rule name in an unrelated group', () => {
    const client = new Client();
    client.set(RULES, entry('r', rule()));
    expect(client.set(rulesOf('other'), entry('r', rule())).code).toBe('20');
  });
});

describe('references', () => {
  it('refuses an unknown address in the words of the device, with the path from the xpath', () => {
    const client = new Client();
    const lines = (path: string): readonly string[] => [
      ` ${path} 'nobody' is not an allowed keyword`,
      ` ${path} nobody is an invalid ipv4/v6 address`,
      ` ${path} 'nobody' is not a valid reference`,
      ` ${path} nobody range separator('-') not found`,
      ` ${path} is invalid`,
    ];
    expect(client.set(ruleAt('r'), rule({ source: ['nobody'] })).lines).toEqual(lines('r -> source'));
    expect(client.set(RULES, entry('r', rule({ source: ['nobody'] }))).lines).toEqual(lines('rules -> r -> source'));
    expect(
      client.set(
        DG,
        `<pre-rulebase><security><rules>${entry('r', rule({ source: ['nobody'] }))}</rules></security></pre-rulebase>`,
      ).lines,
    ).toEqual(lines('shop -> pre-rulebase -> security -> rules -> r -> source'));
  });

  it.each([
    ['service', { service: ['tcp-1'] }, ''],
    ['application', { application: ['kafka'] }, ''],
    ['tag', { tag: ['nope'] }, ''],
    ['group-tag', {}, '<group-tag>nope</group-tag>'],
    ['log-setting', {}, '<log-setting>nope</log-setting>'],
    ['schedule', {}, '<schedule>nope</schedule>'],
    ['virus', {}, '<profile-setting><profiles><virus><member>nope</member></virus></profiles></profile-setting>'],
    ['group', {}, '<profile-setting><group><member>nope</member></group></profile-setting>'],
    ['category', { category: ['nope'] }, ''],
  ])('refuses an unknown %s', (field, fields, more) => {
    const answer = new Client().set(ruleAt('r'), rule(fields, more));
    expect(answer.code).toBe('12');
    expect(answer.lines.join()).toContain(`${field} '`);
    expect(answer.lines.join()).toContain('is not a valid reference');
  });

  it('resolves names in the device group, its ancestors, Shared and what is predefined', () => {
    const client = new Client();
    client.set(`${inGroup('parent')}/tag`, entry('t', ''));
    client.set(`${SHARED}/log-settings/profiles`, entry('log', ''));
    client.set(`${SHARED}/service`, entry('s', '<protocol><tcp><port>1</port></tcp></protocol>'));
    const profiles =
      '<spyware><member>strict</member></spyware><file-blocking><member>basic file blocking</member></file-blocking>';
    const more = `<log-setting>log</log-setting><profile-setting><profiles>${profiles}</profiles></profile-setting>`;
    expect(
      client.set(ruleAt('r'), rule({ tag: ['t'], service: ['s'], application: ['redis', 'dns'] }, more)).code,
    ).toBe('20');
    expect(client.set(`${rulesOf('other')}/entry[@name='r2']`, rule({ tag: ['t'] })).code).toBe('12');
  });

  it.each(['10.0.0.1', '10.0.0.0/8', '10.0.0.1-10.0.0.9', '2001:db8::/32', '::'])('takes %s literally', (source) => {
    expect(new Client().set(ruleAt('r'), rule({ source: [source] })).code).toBe('20');
  });

  it.each(['10.0.0.256', '10.0.0.0/33', '10.0.0.1-x', '10.0.0.1-::1', '1.2.3', ''])(
    'refuses the address "%s"',
    (source) => {
      expect(new Client().set(ruleAt('r'), rule({ source: [source] })).code).toBe('12');
    },
  );

  it('refuses a group that holds itself', () => {
    const client = new Client();
    client.set(objectAt('address-group', 'a'), "<dynamic><filter>'x'</filter></dynamic>");
    client.set(objectAt('address-group', 'b'), '<static><member>a</member></static>');
    expect(client.edit(objectAt('address-group', 'a'), entry('a', '<static><member>b</member></static>')).code).toBe(
      '12',
    );
  });
});

describe('values', () => {
  it.each([
    [`'a' and 'b'`, '20'],
    [`'a' or ('b' and "c d")`, '20'],
    ['k8s.cl_c.ns_n.app.web', '20'],
    [`'a' AND 'b' OR 'c'`, '20'],
    [`'a' and not 'b'`, '12'],
    [`not 'a'`, '12'],
    [`'a' 'b'`, '12'],
    [`'a' and`, '12'],
    [`('a'`, '12'],
    [`''`, '12'],
    ['', '12'],
    [`'${'a'.repeat(2045)}'`, '20'],
    [`'${'a'.repeat(2046)}'`, '12'],
  ])('the filter %s is answered with code %s', (filter, code) => {
    expect(new Client().set(objectAt('address-group', 'g'), `<dynamic><filter>${filter}</filter></dynamic>`).code).toBe(
      code,
    );
  });

  it('names the match criteria as what is wrong with a filter', () => {
    expect(
      new Client().set(objectAt('address-group', 'g'), "<dynamic><filter>not 'a'</filter></dynamic>").lines,
    ).toEqual([' g -> dynamic -> filter Invalid match criteria', ' g -> dynamic -> filter is invalid']);
  });

  it.each([
    ['80', '20'],
    ['80,443,8000-8999', '20'],
    ['0-65535', '20'],
    ['65536', '12'],
    ['90-80', '12'],
    ['80, 443', '12'],
    ['', '12'],
    [
      Array.from({ length: 171 }, (_, index) => String(10000 + index))
        .join(',')
        .slice(0, 1023),
      '20',
    ],
    [Array.from({ length: 172 }, (_, index) => String(10000 + index)).join(','), '12'],
  ])('the port list %s is answered with code %s', (ports, code) => {
    expect(
      new Client().set(objectAt('service', 's'), `<protocol><tcp><port>${ports}</port></tcp></protocol>`).code,
    ).toBe(code);
  });

  it('knows SCTP services only where an option says so', () => {
    const sctp = '<protocol><sctp><port>80</port></sctp></protocol>';
    expect(new Client().set(objectAt('service', 's'), sctp).lines).toEqual([' s -> protocol -> sctp unexpected here']);
    expect(new Client({ sctp: true }).set(objectAt('service', 's'), sctp).code).toBe('20');
  });

  it.each([
    ['<description>' + 'x'.repeat(1024) + '</description>', '20'],
    ['<description>' + 'x'.repeat(1025) + '</description>', '12'],
    ['<disabled>maybe</disabled>', '12'],
    ['<action>permit</action>', '12'],
    ['<source-device><member>any</member></source-device>', '12'],
    ['<group-tag>' + 't'.repeat(128) + '</group-tag>', '12'],
    ['<profile-setting><group/><profiles/></profile-setting>', '12'],
  ])('the rule field %s is answered with code %s', (more, code) => {
    const client = new Client();
    client.set(RULES, entry('r', rule()));
    expect(client.set(ruleAt('r'), more).code).toBe(code);
  });

  it('allows at most 64 tags on a rule', () => {
    const client = new Client();
    const tags = Array.from({ length: 65 }, (_, index) => `t${index}`);
    client.set(`${DG}/tag`, tags.map((tag) => entry(tag, '')).join(''));
    expect(client.set(ruleAt('ok'), rule({ tag: tags.slice(1) })).code).toBe('20');
    expect(client.set(ruleAt('bad'), rule({ tag: tags })).code).toBe('12');
  });

  it('refuses a static group without members', () => {
    expect(new Client().set(objectAt('address-group', 'g'), '<static/>').code).toBe('12');
  });
});

describe('hostile text', () => {
  const HOSTILE = `<a> & 'b' "c" ]]> \u00e4\u4e16 \n end`;
  const ESCAPED = HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  it('stores escaped text and gives it back unchanged', () => {
    const client = new Client();
    expect(client.set(ruleAt('r'), rule({}, `<description>${ESCAPED}</description>`)).code).toBe('20');
    expect(textsOf(client.get(ruleAt('r')).xml, 'description')).toEqual([HOSTILE]);
    client.commit();
    expect(textsOf(client.show(ruleAt('r')).xml, 'description')).toEqual([HOSTILE]);
  });

  it.each(['a & b', 'a < b', ']]>', '&nbsp;', '<b>bold', '<?pi x?>', '<!DOCTYPE x>', '\u0001'])(
    'refuses the unescaped text %j as malformed (code 18)',
    (text) => {
      const client = new Client();
      expect(client.set(ruleAt('r'), rule({}, `<description>${text}</description>`)).code).toBe('18');
      expect(client.get(RULES).code).toBe('7');
    },
  );

  it('refuses markup in a text field', () => {
    expect(new Client().set(ruleAt('r'), rule({}, '<description>a<b>c</b></description>')).code).toBe('18');
    expect(new Client().set(ruleAt('r'), rule({}, '<description><b>c</b></description>')).code).toBe('12');
  });

  it('escapes names in its own messages', () => {
    const answer = new Client().set(ruleAt('r'), rule({ tag: ['&lt;x&amp;&gt;'] }));
    expect(answer.lines[0]).toBe(" r -> tag '<x&>' is not a valid reference");
  });
});

describe('structure', () => {
  it.each([
    [DG, '<bogus/>', ' shop -> bogus unexpected here'],
    [DG, '<pre-rulebase><bogus><rules/></bogus></pre-rulebase>', ' shop -> pre-rulebase -> bogus unexpected here'],
    [`${DG}/address`, '<foo/>', ' address -> foo unexpected here'],
    [DG, '<address>text</address>', ' shop -> address has text that is unexpected here'],
    [ruleAt('r'), '<source>text</source>', ' r -> source has text that is unexpected here'],
    [
      DG,
      `<description>${'x'.repeat(256)}</description>`,
      ' shop -> description length should be less than or equal to 255',
    ],
  ])('below %s refuses %s', (xpath, element, line) => {
    const client = new Client();
    expect(client.set(xpath, element).lines[0]).toBe(line);
    expect(client.op('<check><pending-changes/></check>').body).toContain('no');
  });

  it('checks the names of new device groups', () => {
    const groups = DG.replace("/entry[@name='shop']", '');
    expect(new Client().set(groups, entry('new', '<description>x</description>')).code).toBe('20');
    expect(new Client().set(groups, entry('shared', '')).code).toBe('12');
    expect(new Client().set(groups, entry('g'.repeat(64), '')).code).toBe('12');
  });

  it('refuses foreign nodes in the replacement of a whole container', () => {
    expect(new Client().edit(`${DG}/address`, '<address><foo/></address>').code).toBe('12');
  });
});
