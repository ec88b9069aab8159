import { Client, DG, entry, objectAt, rule, ruleAt, RULES, SHARED, textsOf } from './client';

const seed = (client: Client, ...names: readonly string[]): Client => {
  client.set(RULES, names.map((name) => entry(name, rule())).join(''));
  client.commit();
  return client;
};
const resultOf = (job: { readonly xml: Parameters<typeof textsOf>[0] }): string | undefined =>
  textsOf(job.xml, 'result')[0];
const pending = (client: Client): string | undefined =>
  client.op('<check><pending-changes></pending-changes></check>').xml?.children[0]?.text;

describe('commit', () => {
  it('is a job: enqueued, active, finished; the running configuration changes when it finishes', () => {
    const client = new Client({ jobSeconds: 2 });
    client.set(RULES, entry('r', rule()));
    const answer = client.send({ type: 'commit', cmd: '<commit><description>d</description></commit>' });
    expect(answer.body).toBe(
      '<response status="success" code="19"><result><msg><line>Commit job enqueued with jobid 1</line></msg><job>1</job></result></response>',
    );
    const first = client.op('<show><jobs><id>1</id></jobs></show>');
    expect([textsOf(first.xml, 'status')[0], resultOf(first), textsOf(first.xml, 'tfin')[0]]).toEqual([
      'ACT',
      'PEND',
      'Still Active',
    ]);
    const second = client.op('<show><jobs><id>1</id></jobs></show>');
    expect([textsOf(second.xml, 'status')[0], resultOf(second)]).toEqual(['FIN', 'OK']);
    expect(second.lines).toEqual(['Configuration committed successfully']);
    expect(client.show(ruleAt('r')).status).toBe('success');
    expect(pending(client)).toBe('no');
    expect(client.get(RULES).body).not.toContain('dirtyId');
  });

  it('carries what was there when it was asked for; later changes stay uncommitted', () => {
    const client = new Client();
    client.set(RULES, entry('early', rule()));
    const job = client.send({ type: 'commit', cmd: '<commit/>' });
    client.set(ruleAt('early'), '<description>late</description>');
    client.set(RULES, entry('late', rule()));
    client.finish(job);
    expect(client.runningRuleNames()).toEqual(['early']);
    expect(client.show(ruleAt('early')).body).not.toContain('late');
    expect(pending(client)).toBe('yes');
  });

  it.each([
    ['text', '<response status="success" code="19"><msg>There are no changes to commit.</msg></response>'],
    ['line', '<response status="success" code="19"><msg><line>There are no changes to commit.</line></msg></response>'],
    [
      'code-13',
      '<response status="success" code="13"><msg><line>There are no changes to commit.</line></msg></response>',
    ],
  ] as const)('says that there is nothing to commit (form %s)', (nothingToCommit, body) => {
    expect(new Client({ nothingToCommit }).commit().body).toBe(body);
  });

  it('queues commits, one at a time, ten at most', () => {
    const client = new Client({ jobSeconds: 100 });
    const send = (): ReturnType<Client['send']> => client.send({ type: 'commit', cmd: '<commit><force/></commit>' });
    const answers = Array.from({ length: 11 }, send);
    expect(answers.map((answer) => answer.code)).toEqual([...Array<string>(10).fill('19'), '14']);
    const states = textsOf(client.op('<show><jobs><all/></jobs></show>').xml, 'status');
    expect(states).toEqual([...Array<string>(9).fill('PEND'), 'ACT']);
  });

  it('takes no second one where the option says so: another is in progress', () => {
    const client = new Client({ whileBusy: 'refused', jobSeconds: 5 });
    const send = (): ReturnType<Client['send']> => client.send({ type: 'commit', cmd: '<commit><force/></commit>' });
    expect(send().code).toBe('19');
    const refused = {
      status: 'error',
      code: '13',
      lines: ['Another commit/validate is in progress. Please try again later'],
    };
    expect(send()).toMatchObject(refused);
    expect(client.op('<validate><full/></validate>')).toMatchObject(refused);
    client.panorama.advance(5);
    expect(send().code).toBe('19');
  });

  it('never ends where the lab says so, keeps the queue, and is gone after a restart, its number with it', () => {
    const client = new Client();
    client.set(RULES, entry('r', rule()));
    client.panorama.setJobSeconds(Infinity);
    client.send({ type: 'commit', cmd: '<commit/>' });
    client.panorama.setJobSeconds(3);
    client.send({ type: 'commit', cmd: '<commit><force/></commit>' });
    client.panorama.advance(1_000_000);
    const states = () => textsOf(client.op('<show><jobs><all/></jobs></show>').xml, 'status');
    expect(states()).toEqual(['PEND', 'ACT']);
    client.panorama.restart();
    expect(states()).toEqual([]);
    expect(client.op('<show><jobs><id>1</id></jobs></show>').code).toBe('7');
    expect(client.show(ruleAt('r')).status).toBe('error');
    expect(client.commit().body).toContain('<id>3</id>');
    expect(client.runningRuleNames()).toEqual(['r']);
  });

  it('knows no other job', () => {
    expect(new Client().op('<show><jobs><id>19</id></jobs></show>')).toMatchObject({
      code: '7',
      lines: ['job 19 not found'],
    });
  });

  it('validates without committing', () => {
    const client = new Client();
    client.set(ruleAt('r'), '<action>deny</action>');
    const bad = client.finish(client.op('<validate><full/></validate>'));
    expect([resultOf(bad), bad.lines]).toEqual([
      'FAIL',
      expect.arrayContaining([expect.stringContaining("r is missing 'source'")]),
    ]);
    client.set(ruleAt('r'), rule());
    expect(resultOf(client.finish(client.op('<validate><full/></validate>')))).toBe('OK');
    expect(client.show(ruleAt('r')).status).toBe('error');
    expect(pending(client)).toBe('yes');
  });
});

describe('partial commit', () => {
  it('takes only the changes of that administrator', () => {
    const alice = seed(new Client(), 'base');
    const bob = alice.as('key-bob');
    alice.set(RULES, entry('alice-1', rule()));
    bob.set(RULES, entry('bob-1', rule()));
    alice.set(RULES, entry('alice-2', rule()));
    bob.set(ruleAt('base'), '<description>bob was here</description>');
    expect(resultOf(alice.commitOwn('alice'))).toBe('OK');
    expect(alice.runningRuleNames()).toEqual(['base', 'alice-1', 'alice-2']);
    expect(alice.show(ruleAt('base')).body).not.toContain('bob');
    expect(alice.get(ruleAt('bob-1')).body).toContain('admin="bob"');
    expect(alice.get(ruleAt('alice-1')).body).not.toContain('dirtyId');
    expect(resultOf(alice.commit())).toBe('OK');
    expect(alice.runningRuleNames()).toEqual(['base', 'alice-1', 'bob-1', 'alice-2']);
  });

  it('takes only the named device group, and Shared unless it is excluded', () => {
    const client = new Client();
    client.set(RULES, entry('r', rule()));
    client.set(DG.replace('shop', 'other') + '/tag', entry('t', ''));
    client.set(`${SHARED}/tag`, entry('s', ''));
    client.commitOwn('alice');
    expect(client.show(objectAt('tag', 's', SHARED)).status).toBe('error');
    expect(client.show(objectAt('tag', 't', DG.replace('shop', 'other'))).status).toBe('error');
    expect(client.show(ruleAt('r')).status).toBe('success');
    client.commit('<partial><admin><member>alice</member></admin></partial>');
    expect(client.show(objectAt('tag', 's', SHARED)).status).toBe('success');
  });

  it('has nothing to commit for an administrator without changes', () => {
    const client = new Client();
    client.set(RULES, entry('r', rule()));
    expect(client.commitOwn('bob').body).toContain('There are no changes to commit.');
  });

  it('fails when it needs what another administrator has not committed', () => {
    const alice = new Client();
    alice.as('key-bob').set(objectAt('address', 'web'), '<ip-netmask>10.0.0.1</ip-netmask>');
    alice.set(RULES, entry('r', rule({ source: ['web'] })));
    const job = alice.commitOwn('alice');
    expect(resultOf(job)).toBe('FAIL');
    expect(job.lines.join()).toContain("'web' is not a valid reference");
    expect(alice.show(ruleAt('r')).status).toBe('error');
    expect(pending(alice)).toBe('yes');
  });

  it('fails when it deletes what the running rules of others still use', () => {
    const alice = new Client();
    alice.set(objectAt('address', 'web'), '<ip-netmask>10.0.0.1</ip-netmask>');
    alice.set(RULES, entry('r', rule({ source: ['web'] })));
    alice.commit();
    alice.as('key-bob').delete(ruleAt('r'));
    alice.delete(objectAt('address', 'web'));
    expect(resultOf(alice.commitOwn('alice'))).toBe('FAIL');
    expect(resultOf(alice.commit())).toBe('OK');
  });

  it('fails for an entry that two administrators changed', () => {
    const alice = seed(new Client(), 'r');
    alice.set(ruleAt('r'), '<description>a</description>');
    alice.as('key-bob').set(ruleAt('r'), '<disabled>yes</disabled>');
    expect(resultOf(alice.commitOwn('alice'))).toBe('FAIL');
    expect(resultOf(alice.commit())).toBe('OK');
  });

  it.each([
    ['11.0.1', 'OK', ['c', 'a', 'b']],
    ['11.0.0', 'FAIL', ['a', 'b', 'c']],
    ['10.2.9-h1', 'FAIL', ['a', 'b', 'c']],
  ])('with reordered rules on %s ends with %s', (version, result, order) => {
    const client = seed(new Client({ version }), 'a', 'b', 'c');
    client.move(ruleAt('c'), 'top');
    expect(client.op('<check><full-commit-required/></check>').body).toContain(version === '11.0.1' ? 'no' : 'yes');
    expect(resultOf(client.commitOwn('alice'))).toBe(result);
    expect(client.runningRuleNames()).toEqual(order);
  });

  it.each([
    ['a', 'FAIL'],
    ['c', 'OK'],
  ])('counts the deletion of rule %s before 11.0.1 as reordering unless it is the last: %s', (name, result) => {
    const client = seed(new Client({ version: '10.2.0' }), 'a', 'b', 'c');
    client.delete(ruleAt(name));
    expect(resultOf(client.commitOwn('alice'))).toBe(result);
  });

  it('takes over only the moves of that administrator', () => {
    const alice = seed(new Client(), 'a', 'b', 'c', 'd');
    alice.move(ruleAt('a'), 'after', 'b');
    alice.as('key-bob').move(ruleAt('d'), 'top');
    expect(alice.ruleNames()).toEqual(['d', 'b', 'a', 'c']);
    expect(resultOf(alice.commitOwn('alice'))).toBe('OK');
    expect(alice.runningRuleNames()).toEqual(['b', 'a', 'c', 'd']);
  });
});

describe('uncommitted changes', () => {
  it('are listed with owner, action and path, for everybody or for one administrator', () => {
    const alice = seed(new Client(), 'old', 'gone');
    alice.set(RULES, entry('new', rule()));
    alice.delete(ruleAt('gone'));
    alice.as('key-bob').set(ruleAt('old'), '<disabled>yes</disabled>');
    const list = (partial: string): readonly string[] => {
      const { xml } = alice.op(`<show><config><list><changes>${partial}</changes></list></config></show>`);
      const owners = textsOf(xml, 'owner');
      const paths = textsOf(xml, 'xpath').map((path) => path.slice(path.lastIndexOf('/')));
      return textsOf(xml, 'action').map((action, index) => `${owners[index] ?? ''} ${action} ${paths[index] ?? ''}`);
    };
    expect(list('')).toEqual([
      "alice CREATE /entry[@name='new']",
      "alice DELETE /entry[@name='gone']",
      "bob EDIT /entry[@name='old']",
    ]);
    expect(list('<partial><admin><member>bob</member></admin></partial>')).toEqual(["bob EDIT /entry[@name='old']"]);
  });

  it('answers an empty list with an empty result', () => {
    expect(new Client().op('<show><config><list><changes/></list></config></show>').body).toBe(
      '<response status="success"><result></result></response>',
    );
  });

  it('forgets what was created and deleted again', () => {
    const client = new Client();
    client.set(RULES, entry('r', rule()));
    client.delete(ruleAt('r'));
    expect(pending(client)).toBe('no');
  });

  it('are reverted for one administrator: created, changed, deleted and moved rules', () => {
    const alice = seed(new Client(), 'a', 'b', 'c');
    const bob = alice.as('key-bob');
    bob.set(RULES, entry('bobs', rule()));
    alice.set(RULES, entry('new', rule()));
    alice.set(ruleAt('a'), '<disabled>yes</disabled>');
    alice.delete(ruleAt('b'));
    alice.move(ruleAt('c'), 'top');
    const answer = alice.op(
      '<revert><config><partial><admin><member>alice</member></admin><shared-object>excluded</shared-object></partial></config></revert>',
    );
    expect(answer.lines).toEqual(['All changes were reverted from configuration']);
    expect([...alice.ruleNames()].sort()).toEqual(['a', 'b', 'bobs', 'c']);
    expect(alice.get(ruleAt('a')).body).not.toContain('disabled');
    expect(alice.op('<show><config><list><changes/></list></config></show>').body).not.toContain('alice');
    expect(pending(alice)).toBe('yes');
  });

  it('are reverted to the running order', () => {
    const client = seed(new Client(), 'a', 'b', 'c', 'd');
    client.move(ruleAt('d'), 'top');
    client.move(ruleAt('a'), 'bottom');
    client.op('<revert><config/></revert>');
    expect(client.ruleNames()).toEqual(['a', 'b', 'c', 'd']);
    expect(pending(client)).toBe('no');
  });
});
