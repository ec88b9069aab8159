import { Client, DG, entry, OPTIONS, rule, RULES, SHARED, textsOf } from './client';

const add = (client: Client, kind: string, vsys = 'shop'): ReturnType<Client['op']> =>
  client.op(`<request><${kind}-lock><add><comment>busy</comment></add></${kind}-lock></request>`, { vsys });
const remove = (client: Client, kind: string, vsys = 'shop', inner = ''): ReturnType<Client['op']> =>
  client.op(`<request><${kind}-lock><remove>${inner}</remove></${kind}-lock></request>`, { vsys });

describe('configuration locks', () => {
  it('keep others from changing that device group, and nothing else', () => {
    const alice = new Client();
    const bob = alice.as('key-bob');
    expect(add(alice, 'config').xml?.children[0]?.text).toContain('Successfully acquired lock.');
    expect(bob.set(RULES, entry('r', rule()))).toMatchObject({
      status: 'error',
      code: undefined,
      lines: ['Configuration is locked by alice'],
    });
    expect(bob.get(RULES).code).toBe('7');
    expect(bob.set(DG.replace('shop', 'other') + '/tag', entry('t', '')).code).toBe('20');
    expect(alice.set(RULES, entry('r', rule())).code).toBe('20');
    remove(alice, 'config');
    expect(bob.set(RULES, entry('r2', rule())).code).toBe('20');
  });

  it('on Shared keep others from changing anything', () => {
    const alice = new Client();
    add(alice, 'config', '');
    expect(alice.as('key-bob').set(`${DG}/tag`, entry('t', '')).lines).toEqual(['Configuration is locked by alice']);
    expect(alice.as('key-bob').set(`${SHARED}/tag`, entry('t', '')).lines).toEqual([
      'Configuration is locked by alice',
    ]);
  });

  it('are answered in the words that clients match', () => {
    const alice = new Client();
    const bob = alice.as('key-bob');
    add(alice, 'config');
    expect(add(bob, 'config').lines).toEqual(['Config for scope shop is currently locked by alice']);
    expect(add(alice, 'config').lines).toEqual(['You already own a config lock for scope shop']);
    expect(remove(bob, 'config').lines).toEqual(['Config is not currently locked for scope shop']);
    expect(remove(alice, 'config').xml?.children[0]?.text).toBe('Config lock released for alice');
    expect(add(alice, 'config', 'typo').status).toBe('error');
  });

  it('are listed with their owner, scope and comment', () => {
    const client = new Client();
    expect(client.op('<show><config-locks/></show>').body).toBe(
      '<response status="success"><result><config-locks></config-locks></result></response>',
    );
    add(client, 'config');
    const { xml, body } = client.op('<show><config-locks><vsys>all</vsys></config-locks></show>');
    expect(body).toContain('<entry name="alice">');
    expect([textsOf(xml, 'type'), textsOf(xml, 'name'), textsOf(xml, 'comment')]).toEqual([
      ['device-group'],
      ['shop'],
      ['busy'],
    ]);
  });

  it('are released by a commit of their owner, and by a superuser for somebody else', () => {
    const alice = new Client();
    add(alice, 'config');
    alice.set(RULES, entry('r', rule()));
    alice.commitOwn('alice');
    expect(textsOf(alice.op('<show><config-locks/></show>').xml, 'name')).toEqual([]);
    add(alice, 'config');
    expect(remove(alice.as('key-bob'), 'config', 'shop', '<admin>alice</admin>').status).toBe('success');
  });

  it('also keep a revert away', () => {
    const alice = new Client();
    alice.set(RULES, entry('r', rule()));
    add(alice, 'config');
    expect(alice.as('key-bob').op('<revert><config/></revert>').status).toBe('error');
    expect(alice.ruleNames()).toEqual(['r']);
  });
});

describe('commit locks', () => {
  it('keep others from committing', () => {
    const alice = new Client();
    add(alice, 'commit', '');
    const bob = alice.as('key-bob');
    bob.set(RULES, entry('r', rule()));
    expect(bob.commit()).toMatchObject({
      code: '14',
      lines: ['Other administrators are holding device wide commit locks.'],
    });
    expect(add(bob, 'commit', '').lines).toEqual(['Commit lock is already held by alice']);
    remove(alice, 'commit', '');
    expect(textsOf(bob.commit().xml, 'result')[0]).toBe('OK');
  });
});

describe('administrators', () => {
  it('get their key with keygen, and HTTP 403 "Invalid Credential" otherwise', () => {
    const client = new Client();
    expect(client.send({ type: 'keygen', user: 'alice', password: 'a' }).body).toContain('<key>key-alice</key>');
    const request = { method: 'GET', path: '/api/', params: { type: 'keygen', user: 'alice', password: 'x' } } as const;
    expect(client.panorama.handle(request)).toMatchObject({ status: 403, reason: 'Invalid Credential' });
    expect(client.as('wrong').get(RULES).http).toBe(403);
  });

  it('may send the key as a header', () => {
    const { panorama } = new Client();
    const params = { type: 'op', cmd: '<show><system><info/></system></show>' };
    expect(panorama.handle({ method: 'GET', path: '/api/', params, keyHeader: 'key-alice' }).body).toContain(
      '<sw-version>11.1.4',
    );
  });

  it('may do what their role and access domain allow (code 16)', () => {
    const client = new Client({
      admins: [
        ...(OPTIONS.admins ?? []),
        { name: 'reader', password: 'r', apiKey: 'key-reader', role: 'superreader' },
        { name: 'svc', password: 's', apiKey: 'key-svc', role: 'api', types: ['config', 'op'], deviceGroups: ['shop'] },
      ],
    });
    const reader = client.as('key-reader');
    expect(reader.set(RULES, entry('r', rule())).code).toBe('16');
    expect(reader.commit().code).toBe('16');
    expect(reader.op('<revert><config/></revert>').code).toBe('16');
    expect(reader.get(RULES).code).toBe('7');
    const service = client.as('key-svc');
    expect(service.set(RULES, entry('r', rule())).code).toBe('20');
    expect(service.set(`${SHARED}/tag`, entry('t', '')).code).toBe('16');
    expect(service.commit().code).toBe('16');
  });

  it('find no changes taken on the passive peer', () => {
    const client = new Client({ highAvailability: 'passive' });
    expect(client.set(RULES, entry('r', rule())).status).toBe('error');
    expect(textsOf(client.op('<show><high-availability><state/></high-availability></show>').xml, 'state')[0]).toBe(
      'secondary-passive',
    );
  });
});
