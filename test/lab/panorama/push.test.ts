import { Client, DG, entry, objectAt, rule, ruleAt, RULES, textsOf } from './client';

const group = (client: Client, name: string, filter: string): void => {
  client.set(objectAt('address-group', name), `<dynamic><filter>${filter}</filter></dynamic>`);
};
const members = (client: Client, name: string, target = '001'): readonly string[] => {
  const { xml } = client.op(
    `<show><object><dynamic-address-group><name>${name}</name></dynamic-address-group></object></show>`,
    { target },
  );
  return (xml?.children[0]?.children[0]?.children[0]?.children ?? [])
    .filter((child) => child.tag === 'member-list')
    .flatMap((child) => child.children.map((member) => member.attributes.name ?? ''));
};
const syncStates = (client: Client): readonly string[] =>
  textsOf(client.op('<show><devicegroups><name>shop</name></devicegroups></show>').xml, 'shared-policy-status');

describe('push', () => {
  it('reports every device, with its own result, and brings the running rules only', () => {
    const client = new Client();
    client.set(RULES, entry('committed', rule()));
    client.commit();
    client.set(RULES, entry('uncommitted', rule()));
    expect(syncStates(client)).toEqual(Array(4).fill('Out of Sync'));
    const job = client.push();
    expect(textsOf(job.xml, 'serial-no')).toEqual(['001', '002', '003', '004']);
    expect(textsOf(job.xml, 'result')).toEqual(['OK', 'OK', 'OK', 'OK', 'OK']);
    expect(textsOf(job.xml, 'status')).toEqual(['FIN', ...Array<string>(4).fill('commit succeeded')]);
    expect(job.lines).toEqual(Array(4).fill('Configuration committed successfully'));
    expect(client.panorama.deviceRules('001').map((xml) => /name="([^"]+)"/.exec(xml)?.[1])).toEqual(['committed']);
    expect(syncStates(client)).toEqual(Array(4).fill('In Sync'));
  });

  it.each([
    ['OK', 'OK'],
    ['FAIL', 'FAIL'],
  ] as const)('with one failing device has the job result %s, as the option says', (partlyFailedPush, result) => {
    const client = new Client({ partlyFailedPush });
    client.set(RULES, entry('r', rule()));
    client.commit();
    client.panorama.setDevice('002', {
      outcome: 'fails',
      message: 'Management server failed to send phase 1 to client',
    });
    client.panorama.setDevice('003', { outcome: 'warns', message: 'shadows rule' });
    client.panorama.setDevice('004', { connected: false });
    const job = client.push();
    expect(textsOf(job.xml, 'result')).toEqual([result, 'OK', 'FAIL', 'OK', 'FAIL']);
    expect(textsOf(job.xml, 'status').slice(1)).toEqual([
      'commit succeeded',
      'commit failed',
      'commit succeeded with warnings',
      'device not connected',
    ]);
    expect(job.lines).toContain('Management server failed to send phase 1 to client');
    expect(client.panorama.deviceRules('002')).toEqual([]);
    expect(syncStates(client)).toEqual(['In Sync', 'Out of Sync', 'In Sync', 'Out of Sync']);
    expect(textsOf(client.op('<show><devices><connected/></devices></show>').xml, 'serial')).toEqual([
      '001',
      '002',
      '003',
    ]);
  });

  it('fails when all devices fail, and leaves a stalled device pending after the job has finished', () => {
    const client = new Client();
    for (const serial of ['001', '002', '003', '004'])
      client.panorama.setDevice(serial, { outcome: 'fails', message: 'no' });
    expect(textsOf(client.push().xml, 'result')[0]).toBe('FAIL');
    for (const serial of ['001', '002', '003', '004']) client.panorama.setDevice(serial, { outcome: 'stalls' });
    const job = client.push();
    expect(textsOf(job.xml, 'status')[0]).toBe('FIN');
    expect(textsOf(job.xml, 'result').slice(1)).toEqual(Array(4).fill('PEND'));
  });

  it('only validates when asked to', () => {
    const client = new Client();
    client.set(RULES, entry('r', rule()));
    client.commit();
    const job = client.push('shop', '<validate-only>yes</validate-only>');
    expect(textsOf(job.xml, 'type')).toEqual(['ValidateAll']);
    expect(client.panorama.deviceRules('001')).toEqual([]);
  });

  it('reaches no firewall of a device group below, which shows there that it has not the running policy', () => {
    const client = new Client({
      deviceGroups: [{ name: 'parent' }, { name: 'shop', parent: 'parent' }],
      devices: ['parent', 'shop'].map((deviceGroup, index) => ({
        serial: `00${index + 1}`,
        hostname: `fw-${index + 1}`,
        deviceGroup,
        pushed: true,
      })),
    });
    client.set(DG.replace('shop', 'parent') + '/pre-rulebase/security/rules', entry('inherited', rule()));
    client.commit();
    const job = client.push('parent');
    expect(textsOf(job.xml, 'serial-no')).toEqual(['001']);
    expect([client.panorama.deviceRules('001').length, client.panorama.deviceRules('002').length]).toEqual([1, 0]);
    expect(syncStates(client)).toEqual(['Out of Sync']);
    client.push('shop');
    expect(client.panorama.deviceRules('002').join('')).toContain('inherited');
  });

  it.each(['typo', 'other', 'shared'])('refuses the device group %s', (name) => {
    expect(new Client().push(name).status).toBe('error');
  });

  it('orders rules by the hierarchy: ancestors before, their post rules after', () => {
    const client = new Client();
    const at = (scope: string, rulebase: string): string => `${scope}/${rulebase}/security/rules`;
    const parent = DG.replace('shop', 'parent');
    client.set(at(DG, 'post-rulebase'), entry('5', rule()));
    client.set(at('/config/shared', 'post-rulebase'), entry('7', rule()));
    client.set(at(parent, 'post-rulebase'), entry('6', rule()));
    client.set(at(DG, 'pre-rulebase'), entry('3', rule()) + entry('4', rule()));
    client.set(at(parent, 'pre-rulebase'), entry('2', rule()));
    client.set(at('/config/shared', 'pre-rulebase'), entry('1', rule()));
    client.commit();
    client.push();
    expect(
      client.panorama
        .deviceRules('001')
        .map((xml) => /name="([^"]+)"/.exec(xml)?.[1])
        .join(''),
    ).toBe('1234567');
  });
});

describe('dynamic address groups', () => {
  const ready = (options: ConstructorParameters<typeof Client>[0] = {}): Client => {
    const client = new Client(options);
    group(client, 'web', "'k8s.app.web' and 'k8s.ns.shop'");
    group(client, 'either', "'k8s.app.web' or ('k8s.app.db' and 'k8s.ns.shop')");
    group(client, 'unused', "'k8s.app.web'");
    client.set(RULES, entry('r', rule({ source: ['web'], destination: ['either'] })));
    client.panorama.setRegistered('10.0.0.1', ['k8s.app.web', 'k8s.ns.shop']);
    client.panorama.setRegistered('10.0.0.2', ['k8s.app.db', 'k8s.ns.shop']);
    client.panorama.setRegistered('10.0.0.3', ['K8S.APP.WEB']);
    return client;
  };

  it('are filled on a device once they were pushed and a rule uses them', () => {
    const client = ready();
    expect(members(client, 'web')).toEqual([]);
    client.commit();
    expect(members(client, 'web')).toEqual([]);
    client.push();
    expect(members(client, 'web')).toEqual(['10.0.0.1']);
    expect(members(client, 'either')).toEqual(['10.0.0.1', '10.0.0.2', '10.0.0.3']);
    expect(members(client, 'unused')).toEqual([]);
  });

  it('follow addresses without a commit', () => {
    const client = ready();
    client.commit();
    client.push();
    client.panorama.setRegistered('10.0.0.9', ['k8s.app.web', 'k8s.ns.shop']);
    client.panorama.setRegistered('10.0.0.1', []);
    expect(members(client, 'web')).toEqual(['10.0.0.9']);
  });

  it('are empty on Panorama itself, in another shape', () => {
    const client = ready();
    client.commit();
    const { body } = client.op('<show><object><dynamic-address-group><all/></dynamic-address-group></object></show>');
    expect(body).toContain('<device-groups><entry name="shop"><address-group name="web"><filter>');
    expect(body).toContain('<member-list/>');
  });

  it('also hold address objects with the tags', () => {
    const client = ready();
    client.set(`${DG}/tag`, entry('k8s.app.web', '') + entry('k8s.ns.shop', ''));
    client.set(
      objectAt('address', 'static-web'),
      '<ip-netmask>10.9.9.9</ip-netmask><tag><member>k8s.app.web</member><member>k8s.ns.shop</member></tag>',
    );
    client.commit();
    client.push();
    expect(members(client, 'web')).toEqual(['static-web', '10.0.0.1']);
  });

  it('get addresses only for used tags when the plugin prunes, after the fill delay', () => {
    const client = ready({ tagPruning: true, fillDelay: 5000 });
    client.commit();
    client.push();
    expect(members(client, 'web')).toEqual([]);
    client.panorama.advance(5000);
    expect(members(client, 'web')).toEqual(['10.0.0.1']);
    const registered = client.op('<show><object><registered-ip><all/></registered-ip></object></show>', {
      target: '001',
    });
    expect(textsOf(registered.xml, 'count')).toEqual(['3']);
  });

  it('get nothing in Shared when the plugin prunes, and everything again when pruning is switched off', () => {
    const client = new Client({ tagPruning: true });
    client.set("/config/shared/address-group/entry[@name='g']", "<dynamic><filter>'t'</filter></dynamic>");
    client.set(RULES, entry('r', rule({ source: ['g'] })));
    client.panorama.setRegistered('10.0.0.1', ['t']);
    client.commit();
    client.push();
    expect(members(client, 'g')).toEqual([]);
    client.op(
      '<request><plugins><kubernetes><set-tag-pruning-flag><value>False</value></set-tag-pruning-flag></kubernetes></plugins></request>',
    );
    expect(members(client, 'g')).toEqual(['10.0.0.1']);
  });

  it('cannot be read on an unknown or disconnected device', () => {
    const client = ready();
    client.panorama.setDevice('001', { connected: false });
    const read = '<show><object><dynamic-address-group><all/></dynamic-address-group></object></show>';
    expect(client.op(read, { target: '001' }).status).toBe('error');
    expect(client.op(read, { target: '999' }).status).toBe('error');
  });

  it('come from addresses with at most 32 tags of at most 127 characters', () => {
    const { panorama } = new Client();
    expect(() => {
      panorama.setRegistered(
        '10.0.0.1',
        Array.from({ length: 33 }, (_, index) => `t${index}`),
      );
    }).toThrow('10.0.0.1 has 33 tags; a firewall holds 32.');
    expect(() => {
      panorama.setRegistered('10.0.0.1', ['t'.repeat(128)]);
    }).toThrow('longer than 127 characters');
  });

  it('pages registered addresses', () => {
    const client = new Client();
    for (let index = 1; index <= 5; index += 1) client.panorama.setRegistered(`10.0.0.${index}`, ['t']);
    const page = (inner: string): readonly string[] =>
      [
        ...client
          .op(`<show><object><registered-ip>${inner}</registered-ip></object></show>`, { target: '001' })
          .body.matchAll(/ip="([^"]+)"/g),
      ].map((match) => match[1] ?? '');
    expect(page('<limit>2</limit><start-point>3</start-point>')).toEqual(['10.0.0.3', '10.0.0.4']);
    expect(page('<tag><entry name="other"/></tag>')).toEqual([]);
  });
});

describe('audit comments', () => {
  it('are set on a rule by an operational command or with the rule, and listed', () => {
    const client = new Client();
    client.config('set', ruleAt('r'), { element: rule(), 'audit-comment': 'first' });
    const xpath = ruleAt('r').replaceAll("'", '&apos;');
    expect(
      client.op(`<set><audit-comment><xpath>${xpath}</xpath><comment>a &amp; b</comment></audit-comment></set>`).status,
    ).toBe('success');
    const { xml } = client.op(
      `<show><config><list><audit-comments><xpath>${xpath}</xpath></audit-comments></list></config></show>`,
    );
    expect(textsOf(xml, 'comment')).toEqual(['first', 'a & b']);
    const long = `<set><audit-comment><xpath>${xpath}</xpath><comment>${'x'.repeat(257)}</comment></audit-comment></set>`;
    expect(client.op(long).code).toBe('12');
    expect(
      client.op('<set><audit-comment><xpath>/config/x</xpath><comment>y</comment></audit-comment></set>').code,
    ).toBe('7');
  });
});
