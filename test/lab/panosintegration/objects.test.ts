import { answering, contextOf, errorOf, Instance, OWN, plainly, type Dictionary } from './instance';

const OK = '<response status="success" code="20"><msg>command succeeded</msg></response>';

describe('[6] create commands', () => {
  it.each([
    [
      'create-address',
      { name: 'n', ip_netmask: '10.0.0.0/8', description: 'd' },
      'address',
      '<ip-netmask>10.0.0.0/8</ip-netmask><description>d</description>',
    ],
    [
      'create-address',
      { name: 'n', ip_wildcard: '10.0.0.0/0.0.0.255' },
      'address',
      '<ip-wildcard>10.0.0.0/0.0.0.255</ip-wildcard>',
    ],
    [
      'create-address-group',
      { name: 'n', type: 'dynamic', match: "'a' and 'b'", tags: 'x,y' },
      'address-group',
      "<dynamic><filter>'a' and 'b'</filter></dynamic><tag><member>x</member><member>y</member></tag>",
    ],
    [
      'create-address-group',
      { name: 'n', type: 'static', addresses: ['a', 'b'] },
      'address-group',
      '<static><member>a</member><member>b</member></static>',
    ],
    [
      'create-service',
      { name: 'n', protocol: 'tcp', destination_port: '80,8080-8090', source_port: '1-2' },
      'service',
      '<protocol><tcp><port>80,8080-8090</port><source-port>1-2</source-port></tcp></protocol>',
    ],
    [
      'create-service-group',
      { name: 'n', services: 'a,b' },
      'service-group',
      '<members><member>a</member><member>b</member></members>',
    ],
    [
      'create-application-group',
      { name: 'n', applications: 'ssl' },
      'application-group',
      '<members><member>ssl</member></members>',
    ],
  ])('pan-os-%s %j is one set', (command, args, kind, element) => {
    const instance = answering(OK);
    instance.done(command, args);
    expect(instance.sent()).toEqual([
      { type: 'config', action: 'set', xpath: `${OWN}${kind}/entry[@name='n']`, element },
    ]);
  });

  it('merge into an object that is there', () => {
    const instance = new Instance();
    const group = { name: 'g', type: 'static' };
    for (const name of ['a', 'b']) instance.done('create-address', { name, ip_netmask: '10.0.0.1' });
    instance.done('create-address-group', { ...group, addresses: 'a' });
    instance.done('create-address-group', { ...group, addresses: 'b' });
    expect(JSON.stringify(instance.done('list-address-groups').Contents)).toMatch(/"a".*"b"/);
  });

  it('report their arguments', () => {
    const instance = answering(OK);
    expect(contextOf(instance.done('create-service', { name: 's', protocol: 'udp', destination_port: '53' }))).toEqual({
      Name: 's',
      DeviceGroup: 'shop',
      Protocol: 'udp',
      DestinationPort: '53',
    });
    expect(instance.done('create-address', { name: 'a', fqdn: 'x' })).toMatchObject({
      Contents: null,
      HumanReadable: 'Address was created successfully.',
      EntryContext: { 'Panorama.Addresses(val.Name == obj.Name)': { Name: 'a', FQDN: 'x', DeviceGroup: 'shop' } },
    });
  });

  it.each([
    [
      'create-address',
      { name: 'n' },
      'Please specify exactly one of the following arguments: fqdn, ip_netmask, ip_range, ip_wildcard.',
    ],
    [
      'create-address',
      { name: 'n', fqdn: 'x', ip_range: 'y' },
      'Please specify exactly one of the following arguments: fqdn, ip_netmask, ip_range, ip_wildcard.',
    ],
    [
      'create-address-group',
      { name: 'n', type: 'static' },
      'Please specify addresses in order to create a static address group.',
    ],
    [
      'create-address-group',
      { name: 'n', type: 'dynamic' },
      'Please specify a match in order to create a dynamic address group.',
    ],
    [
      'create-address-group',
      { name: 'n', type: 'static', match: 'x', addresses: 'a' },
      'Please specify only one of the following: addresses, match.',
    ],
  ])('pan-os-%s %j is refused', (command, args, message) => {
    expect(errorOf(answering(OK).execute(command, args))).toBe(message);
  });
});

describe('[6] pan-os-create-address with tags', () => {
  const address = { name: 'a', ip_netmask: '10.0.0.1', tag: 't' };

  it('fails where the device group has no tags at all', () => {
    expect(errorOf(new Instance().execute('create-address', address))).toContain('Object not present');
  });

  it('does not see the tags of Shared', () => {
    const instance = new Instance();
    instance.done('create-tag', { name: 'other' });
    expect(errorOf(instance.execute('create-address', { ...address, tag: 'corporate' }))).toBe(
      "Failed to create the address object since the tags `{'corporate'}` does not exist. " +
        'You can use the `create_tag` argument to create the tag.',
    );
  });

  it('[10.12] sends them in no particular order', () => {
    const instance = new Instance();
    const tags = ['t1', 't2', 't3', 't4', 't5'];
    for (const name of tags) instance.done('create-tag', { name });
    const { Tags } = contextOf(instance.done('create-address', { ...address, tag: tags })) as Dictionary;
    expect(Tags).not.toEqual(tags);
    expect([...(Tags as string[])].sort()).toEqual(tags);
  });
});

describe('[6, 1.7] lists', () => {
  it('leave the marks of uncommitted values in leaves and tags', () => {
    const instance = new Instance();
    instance.done('create-tag', { name: 't' });
    instance.done('create-address', { name: 'a', ip_netmask: '10.0.0.1', tag: 't' });
    expect(contextOf(instance.done('list-addresses'))).toMatchObject({
      Name: 'a',
      IP_Netmask: { '@admin': 'alice', '#text': '10.0.0.1' },
      Tags: { '#text': 't' },
    });
    instance.commit();
    expect(contextOf(instance.done('list-addresses'))).toMatchObject({ IP_Netmask: '10.0.0.1', Tags: 't' });
  });

  it('give one object as a dictionary and several as a list', () => {
    const instance = new Instance();
    instance.done('create-service', { name: 'a', protocol: 'tcp', destination_port: '1' });
    expect(Array.isArray(contextOf(instance.done('list-services')))).toBe(false);
    instance.done('create-service', { name: 'b', protocol: 'tcp', destination_port: '2' });
    instance.commit();
    expect(contextOf(instance.done('list-services'))).toEqual([
      { Name: 'a', DeviceGroup: 'shop', Protocol: 'tcp', DestinationPort: '1' },
      { Name: 'b', DeviceGroup: 'shop', Protocol: 'tcp', DestinationPort: '2' },
    ]);
  });

  it('filter by one tag', () => {
    const instance = answering(OK);
    instance.execute('list-address-groups', { tag: 'k8s' });
    expect(instance.sent()[0]?.xpath).toBe(`${OWN}address-group/entry[( tag/member = 'k8s')]`);
  });

  it('call a group static that has the element, and dynamic otherwise', () => {
    const instance = new Instance();
    instance.done('create-address', { name: 'a', ip_netmask: '10.0.0.1' });
    instance.done('create-address-group', { name: 's', type: 'static', addresses: 'a' });
    instance.done('create-address-group', { name: 'd', type: 'dynamic', match: "'x'" });
    instance.commit();
    expect(contextOf(instance.done('list-address-groups'))).toEqual([
      { Name: 's', Type: 'static', DeviceGroup: 'shop', Addresses: 'a' },
      { Name: 'd', Type: 'dynamic', DeviceGroup: 'shop', Match: "'x'" },
    ]);
  });

  it('of service groups ignore their filter: the argument is declared as tag and read as tags', () => {
    const instance = answering(OK);
    instance.execute('list-service-groups', { tag: 'k8s' });
    expect(instance.sent()[0]?.xpath).toBe(`${OWN}service-group/entry`);
  });
});

describe('[1.8] get commands', () => {
  it('read the running configuration, but for address groups', () => {
    const instance = new Instance();
    instance.done('create-address', { name: 'a', ip_netmask: '10.0.0.1' });
    instance.done('create-service', { name: 's', protocol: 'tcp', destination_port: '1' });
    instance.done('create-address-group', { name: 'g', type: 'static', addresses: 'a' });
    instance.done('create-service-group', { name: 'sg', services: 's' });
    const missing = 'Object was not found, verify that the name is correct and that the instance was committed.';
    expect(errorOf(instance.execute('get-service', { name: 's' }))).toBe(missing);
    expect(errorOf(instance.execute('get-service-group', { name: 'sg' }))).toBe(missing);
    expect(instance.done('get-address-group', { name: 'g' }).Type).toBe(1);
    instance.commit();
    expect(contextOf(instance.done('get-service-group', { name: 'sg' }))).toEqual({
      Name: 'sg',
      Services: 's',
      DeviceGroup: 'shop',
    });
    expect(contextOf(instance.done('get-address', { name: 'a' }))).toMatchObject({ IP_Netmask: '10.0.0.1' });
  });

  it('[10.2] of a missing address give a plain text', () => {
    expect(plainly(new Instance().execute('get-address', { name: 'x' }))).toEqual([
      [1, 'Address name x was not found'],
    ]);
  });
});

describe('[6] edit commands', () => {
  it('pan-os-edit-address replaces one child, and escapes where the others do not', () => {
    const instance = answering(OK);
    const entry = instance.done('edit-address', { name: 'a', element_to_change: 'ip_netmask', element_value: '1&2' });
    expect(instance.sent()).toEqual([
      {
        type: 'config',
        action: 'edit',
        xpath: `${OWN}address/entry[@name="a"]/ip-netmask`,
        element: '<ip-netmask>1&amp;2</ip-netmask>',
      },
    ]);
    expect([entry.HumanReadable, entry.EntryContext]).toEqual(['Address a was edited successfully.', {}]);
  });

  it('pan-os-edit-address-group sends up to three edits', () => {
    const instance = answering(OK);
    instance.done('edit-address-group', { name: 'g', type: 'dynamic', match: "'m'", description: 'd', tags: 't' });
    expect(instance.sent().map(({ action, xpath, element }) => [action, xpath?.split("'g']/")[1], element])).toEqual([
      ['edit', 'dynamic/filter', "<filter>'m'</filter>"],
      ['edit', 'description', '<description>d</description>'],
      ['edit', 'tag', '<tag><member>t</member></tag>'],
    ]);
  });

  it('pan-os-edit-address-group needs a match even for a tag, and either more or fewer addresses', () => {
    const instance = answering(OK);
    expect(errorOf(instance.execute('edit-address-group', { name: 'g', type: 'dynamic', tags: 't' }))).toBe(
      'To edit a Dynamic Address group, Please provide a match.',
    );
    expect(errorOf(instance.execute('edit-address-group', { name: 'g', type: 'static', tags: 't' }))).toContain(
      'Please specify exactly one of the following: element_to_add, element_to_remove.',
    );
  });

  it('pan-os-edit-address-group adds to the candidate, and keeps a last address', () => {
    const instance = new Instance();
    for (const name of ['a', 'b']) instance.done('create-address', { name, ip_netmask: '10.0.0.1' });
    instance.done('create-address-group', { name: 'g', type: 'static', addresses: 'a' });
    const added = instance.done('edit-address-group', { name: 'g', type: 'static', element_to_add: 'b' });
    expect([...((contextOf(added) as Dictionary).Addresses as string[])].sort()).toEqual(['a', 'b']);
    expect(
      errorOf(instance.execute('edit-address-group', { name: 'g', type: 'static', element_to_remove: 'a,b' })),
    ).toMatch(/^cannot remove \[.*\] addresses from address group g, address-group g must have at least one address/);
  });

  it('pan-os-edit-service-group reads what is running, and never sees tags', () => {
    const instance = new Instance();
    for (const name of ['a', 'b']) instance.done('create-service', { name, protocol: 'tcp', destination_port: '1' });
    instance.done('create-service-group', { name: 'g', services: 'a' });
    expect(errorOf(instance.execute('edit-service-group', { name: 'g', services_to_add: 'b' }))).toContain('not found');
    instance.commit();
    instance.done('edit-service-group', { name: 'g', services_to_add: 'b' });
    expect(errorOf(instance.execute('edit-service-group', { name: 'g', tags: 't' }))).toBe(
      'Specify at least one of the following arguments: services_to_add, services_to_remove, tag',
    );
    expect(errorOf(instance.execute('edit-service-group', { name: 'g', services_to_remove: 'a' }))).toBe(
      'A Service group must have at least one service.',
    );
  });

  it('pan-os-edit-application-group reads what came of it', () => {
    const instance = new Instance();
    instance.done('create-application-group', { name: 'g', applications: 'ssl' });
    const entry = instance.done('edit-application-group', { name: 'g', applications: 'web-browsing', action: 'add' });
    expect((contextOf(entry) as Dictionary).Members).toBe(2);
    expect(instance.sent().map(({ action }) => action)).toEqual(['set', 'get', 'edit', 'get']);
  });
});

describe('[6] delete commands', () => {
  it.each([
    ['address', 'Address was deleted successfully.'],
    ['address-group', 'Address group was deleted successfully.'],
    ['service', 'Service was deleted successfully.'],
    ['service-group', 'Service group was deleted successfully.'],
  ])('pan-os-delete-%s reports the name', (kind, text) => {
    const instance = answering(OK);
    const entry = instance.done(`delete-${kind}`, { name: 'n' });
    expect([entry.HumanReadable, contextOf(entry)]).toEqual([text, { Name: 'n', DeviceGroup: 'shop' }]);
    expect(instance.sent()[0]).toMatchObject({ action: 'delete', xpath: `${OWN}${kind}/entry[@name='n']` });
  });

  it('fail for what is not there, and for what is in use', () => {
    const instance = new Instance();
    expect(errorOf(instance.execute('delete-address', { name: 'x' }))).toContain('Object not present');
    instance.done('create-address', { name: 'a', ip_netmask: '10.0.0.1' });
    instance.done('create-address-group', { name: 'g', type: 'static', addresses: 'a' });
    expect(errorOf(instance.execute('delete-address', { name: 'a' }))).toMatch(
      /Status code: 10\nWith message: .*cannot be deleted because of references from/,
    );
  });
});

describe('[6] other lists', () => {
  it('pan-os-list-device-groups gives names', () => {
    expect(new Instance().done('list-device-groups').EntryContext).toEqual({
      'Panorama.DeviceGroupNames': ['parent', 'shop', 'other'],
    });
  });

  it('pan-os-list-applications asks for the version first, and gives fifty', () => {
    const applications = Array.from({ length: 60 }, (_, index) => `app-${index}`);
    const instance = new Instance('2.5.1', { applications });
    const all = contextOf(instance.done('list-applications', { predefined: 'true' })) as Dictionary[];
    expect(all).toHaveLength(50);
    expect(instance.sent().map(({ type, xpath }) => [type, xpath])).toEqual([
      ['version', undefined],
      ['config', '/config/predefined/application'],
    ]);
    const next = contextOf(instance.done('list-applications', { predefined: 'true', page: '2', page_size: '3' }));
    expect(next).toHaveLength(3);
    expect(next).toMatchObject([{ Name: all[3]?.Name }, { Name: all[4]?.Name }, { Name: all[5]?.Name }]);
    expect(contextOf(instance.done('list-applications', { predefined: 'true', name_match: 'ssl' }))).toMatchObject([
      { Name: 'ssl' },
    ]);
  });

  it('pan-os-register-ip-tag asks for the version, and knows no device group', () => {
    const instance = new Instance('2.5.1', {}, undefined, ({ type }) => (type === 'user-id' ? OK : undefined));
    const entry = instance.done('register-ip-tag', { tag: 't', IPs: '10.0.0.1,10.0.0.2', timeout: '60' });
    const [version, message] = instance.sent();
    expect(version).toEqual({ type: 'version' });
    expect(Object.keys(message ?? {}).sort()).toEqual(['cmd', 'type']);
    expect(message?.cmd).toContain(
      '<entry ip="10.0.0.1" persistent="1"><tag><member timeout="60">t</member></tag></entry>',
    );
    expect(contextOf(entry)).toEqual({ Tag: 't', IPs: ['10.0.0.1', '10.0.0.2'] });
  });

  it('pan-os-list-application-groups reads the running configuration', () => {
    const instance = new Instance();
    instance.done('create-application-group', { name: 'g', applications: 'ssl' });
    const args = { show_uncommitted: 'true' };
    expect(contextOf(instance.done('list-application-groups', args))).toEqual([
      { Name: 'g', Applications: ['ssl'], Members: 1 },
    ]);
    expect(errorOf(instance.execute('list-application-groups'))).toContain('Object was not found');
  });
});
