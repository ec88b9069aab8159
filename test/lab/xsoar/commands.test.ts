import { createServer, type Entry, type Json, type Server, type ServerOptions } from '../../../tools/lab/xsoar';
import { pack, script } from './support';

const FIELD = {
  name: 'CN-Series Cluster',
  cliName: 'cnseriescluster',
  type: 'shortText',
  searchable: true,
  associatedTypes: ['Change'],
  associatedToAll: false,
};

const HIDDEN = { ...FIELD, name: 'CN-Series Plan', cliName: 'cnseriesplan', searchable: false };

const TYPE = { name: 'Change', playbook: '', layout: '', autorun: false };

const USERS = [
  { username: 'alice', roles: ['Security'] },
  { username: 'bob', roles: ['Analyst'] },
];

const serverWith = (scripts: Record<string, string> = {}, more: Partial<ServerOptions> = {}): Server =>
  createServer({
    packs: [
      pack({
        scripts: Object.entries(scripts).map(([name, code]) => script(name, code, 'a')),
        incidentFields: [FIELD, HIDDEN],
        incidentTypes: [TYPE],
      }),
    ],
    users: USERS,
    ...more,
  });

const contents = (entries: readonly Entry[]): readonly Json[] => entries.map((entry) => entry.Contents);

/** What a script returns, run by alice in an incident. */
const returned = (code: string, more: Partial<ServerOptions> = {}): Json => {
  const server = serverWith({ Test: code }, more);
  const incident = server.createIncident({ name: 'One', type: 'Change' });
  return contents(server.command('!Test', 'alice', incident))[0];
};

describe('lists', () => {
  it('one that is not there is an error, for reading and for writing', () => {
    expect(returned('return executeCommand("getList", {listName: "x"})[0].Contents')).toBe('Item not found (8)');
    expect(returned('return executeCommand("setList", {listName: "x", listData: "1"})[0].Contents')).toBe(
      'Item not found (8)',
    );
  });

  it('one that was created can be set and read, by its name with blanks', () => {
    const code = `executeCommand("createList", {listName: "My List", listData: "1"});
      executeCommand("setList", {listName: "My List", listData: "2"});
      return executeCommand("getList", {listName: "My List"})[0].Contents`;
    expect(returned(code)).toBe('2');
  });

  it('a list holds 209,715 characters and not one more', () => {
    const code = (characters: number): string =>
      `return executeCommand("createList", {listName: "x", listData: Array(${characters + 1}).join("x")})[0].Type`;
    expect(returned(code(209_715))).toBe(1);
    expect(returned(code(209_716))).toBe(4);
  });
});

describe('war rooms', () => {
  it('an entry is found by its number and incident', () => {
    const server = serverWith();
    const incident = server.createIncident({ name: 'One' });
    const id = server.write('some: yaml', 'alice', incident);
    expect(id).toBe('1@1');
    expect(contents(server.command(`!getEntry id=${id}`, 'bob'))).toEqual(['some: yaml']);
    expect(contents(server.command('!getEntry id=9@1', 'bob'))).toEqual(['There is no entry 9@1']);
  });

  it('files are read by the automation of every server, up to a size', () => {
    const server = serverWith();
    const id = server.upload('policies.yaml', 'kind: NetworkPolicy', 'alice');
    expect(server.command(`!getEntry id=${id}`, 'alice')[0]).toMatchObject({ Type: 9, File: 'policies.yaml' });
    expect(contents(server.command(`!ReadFile entryID=${id} maxFileSize=4`, 'alice'))).toEqual([
      { FileData: 'kind', Filename: 'policies.yaml' },
    ]);
  });

  it('entries of a script go there, those of what it calls do not', () => {
    const server = serverWith({ Quiet: 'executeCommand("Print", {value: "inner"}); return "outer"' });
    const incident = server.createIncident({ name: 'One' });
    server.command('!Quiet', 'alice', incident);
    expect(contents(server.incident(incident).entries)).toEqual(['outer']);
  });

  it('an entry with an unknown key is an error', () => {
    expect(() => returned('return {Type: 1, Contents: "x", EntryContents: {}}')).toThrow('unknown key EntryContents');
  });

  it.each([
    ['quotes keep blanks together', '!Print value="hello world"', 'hello world'],
    ['a value without a name is the positional one', '!Print hello', 'hello'],
    ['backticks need no escape', '!Print value=`{"a": "b c"}`', '{"a": "b c"}'],
    ['escapes in quotes', '!Print value="say \\"hi\\"\\n"', 'say "hi"\n'],
    ['values of the context', '!Print value="hello ${incident.name}"', 'hello One'],
  ])('%s', (_, line, expected) => {
    const server = serverWith();
    const incident = server.createIncident({ name: 'One' });
    expect(contents(server.command(line, 'alice', incident))).toEqual([expected]);
  });

  it('an argument that the command does not have is an error, one that it misses is an entry', () => {
    const server = serverWith();
    expect(() => server.command('!Print value=x color=red', 'alice')).toThrow('Print has no argument color');
    expect(server.command('!Print', 'alice')[0]).toMatchObject({
      Type: 4,
      Contents: 'Missing argument: Print needs "value"',
    });
  });
});

describe('users', () => {
  it('the current one is who types the command', () => {
    expect(returned('return executeCommand("getUsers", {current: "true"})[0].Contents')).toEqual([
      {
        id: 'alice',
        username: 'alice',
        name: 'alice',
        email: '',
        roles: { demisto: ['Security'] },
        allRoles: ['Security'],
      },
    ]);
  });

  it('all of them, or those of a role', () => {
    const names = (args: string): Json =>
      returned(
        `return executeCommand("getUsers", ${args})[0].Contents.map(function (u) { return u.username; }).join()`,
      );
    expect(names('{}')).toBe('alice,bob');
    expect(names('{roles: "Analyst"}')).toBe('bob');
  });
});

describe('incidents', () => {
  it('fields are set by their names, and must belong to the type', () => {
    const server = serverWith();
    const one = server.createIncident({ name: 'One', type: 'Change' });
    server.command('!setIncident cnseriescluster=shop severity=high owner=bob', 'alice', one);
    server.command('!setIncident customFields=`{"cnseriesplan": "p"}`', 'alice', one);
    expect(server.incident(one)).toMatchObject({
      severity: 3,
      owner: 'bob',
      fields: { cnseriescluster: 'shop', cnseriesplan: 'p' },
    });
    expect(() => server.command('!setIncident nosuchfield=1', 'alice', one)).toThrow('have no field "nosuchfield"');
    const other = server.createIncident({ name: 'Other' });
    expect(() => server.command('!setIncident cnseriescluster=shop', 'alice', other)).toThrow('have no field');
  });

  it('scripts see custom fields apart, and the status as a number', () => {
    const server = serverWith({
      Look: 'var i = incidents[0]; return [i.status, i.CustomFields.cnseriescluster].join()',
    });
    const one = server.createIncident({ name: 'One', type: 'Change', fields: { cnseriescluster: 'shop' } });
    expect(contents(server.command('!Look', 'alice', one))).toEqual(['0,shop']);
    expect(contents(server.command('!Look', 'alice'))[0]).toContain('TypeError');
  });

  it('are created, linked and closed', () => {
    const server = serverWith();
    const one = server.createIncident({ name: 'One', type: 'Change' });
    const [created] = server.command('!createNewIncident name=Two type=Change cnseriescluster=shop', 'alice', one);
    expect(created.EntryContext).toEqual({ CreatedIncidentID: '2' });
    server.command('!linkIncidents linkedIncidentIDs=2', 'alice', one);
    server.command('!closeInvestigation id=2 closeReason=Duplicate closeNotes="see 1"', 'alice', one);
    expect(server.incident('2')).toMatchObject({
      status: 'closed',
      linked: ['1'],
      closeReason: 'Duplicate',
      closeNotes: 'see 1',
      closingUser: 'alice',
      fields: { cnseriescluster: 'shop' },
    });
  });

  const search = (args: string): Json => {
    const server = serverWith({
      Search: `var c = executeCommand("getIncidents", ${args})[0].Contents;
      return c.total + ": " + (c.data === null ? "null" : c.data.map(function (i) { return i.id; }).join())`,
    });
    server.createIncident({ name: 'One', type: 'Change', fields: { cnseriescluster: 'shop' } });
    server.createIncident({ name: 'Two', type: 'Change', fields: { cnseriescluster: 'test' } });
    server.createIncident({ name: 'Three "3"' });
    server.command('!closeInvestigation id=2', 'alice');
    return contents(server.command('!Search', 'alice'))[0];
  };

  it.each([
    ['{}', '3: 1,2,3'],
    ['{type: "Change"}', '2: 1,2'],
    ['{notstatus: "closed"}', '2: 1,3'],
    ['{name: "Nobody"}', '0: null'],
    ['{query: "type:Change and -status:closed"}', '1: 1'],
    ['{query: \'type:"Change" cnseriescluster:"test"\'}', '1: 2'],
    ['{query: "id:<2 or id:>=3"}', '2: 1,3'],
    ['{query: "-(status:2 or type:Change)"}', 'error'],
    ['{query: "not (status:2 or type:Change)"}', '1: 3'],
    ['{query: \'name:"Three \\\\"3\\\\""\'}', '1: 3'],
    ['{size: "1", page: "1"}', '3: 2'],
    ['{sort: "id.desc"}', '3: 3,2,1'],
  ])('a search for %s finds %s', (args, expected) => {
    if (expected === 'error') expect(() => search(args)).toThrow('cannot be understood');
    else expect(search(args)).toBe(expected);
  });

  it('a search by a field that is not searchable, or not there, is an error', () => {
    expect(() => search('{query: "cnseriesplan:x"}')).toThrow('is not searchable');
    expect(() => search('{query: "nosuchfield:x"}')).toThrow('which is no field');
  });
});

describe('integrations', () => {
  const echo = {
    brand: 'Echo',
    commands: [{ name: 'echo', outputs: [], arguments: [] }],
    execute: (_: string, __: object, host: { readonly instance: string }) => [
      { Type: 1, ContentsFormat: 'text', Contents: host.instance },
    ],
  };
  const options = {
    integrations: [echo],
    instances: [
      { name: 'e1', brand: 'Echo' },
      { name: 'e2', brand: 'Echo' },
      { name: 'e3', brand: 'Echo', active: false },
    ],
  };
  const asked = (args: string): Json =>
    returned(
      `return executeCommand("echo", ${args}).map(function (e) { return e.Type + e.Contents; }).join()`,
      options,
    );

  it('a command runs on every active instance, or on the one that is named', () => {
    expect(asked('{}')).toBe('1e1,1e2');
    expect(asked('{using: "e2"}')).toBe('1e2');
  });

  it('none that is active is a failure that a script can catch', () => {
    const code = 'try { executeCommand("echo", {using: "e3"}) } catch (e) { return e.message }';
    expect(returned(code, options)).toBe('No active instance "e3" has the command echo');
    const none = 'try { executeCommand("echo", {}) } catch (e) { return e.message }';
    expect(returned(none, { integrations: [echo] })).toContain('Unsupported command: echo');
  });

  it('a command that nothing has is an error that no script catches', () => {
    expect(() => returned('try { executeCommand("ecco", {}) } catch (e) {}')).toThrow('has a command "ecco"');
  });

  it('instances can be looked for', () => {
    const server = serverWith({}, options);
    expect(server.command('!IsIntegrationAvailable brandname=Echo', 'alice')[0]).toMatchObject({
      Contents: 'yes',
      EntryContext: { brandInstances: ['e1', 'e2'] },
    });
    expect(contents(server.command('!IsIntegrationAvailable brandname=Panorama', 'alice'))).toEqual(['no']);
  });
});

describe('the context', () => {
  it('setContext overwrites, an EntryContext appends, both where the playbook is', () => {
    const server = serverWith({
      Write: 'setContext("A.B", args.a); return {Type: 1, Contents: "", EntryContext: {C: args.a}}',
    });
    const incident = server.createIncident({ name: 'One' });
    server.command('!Write a=1', 'alice', incident);
    server.command('!Write a=2', 'alice', incident);
    expect(server.incident(incident).context).toEqual({ A: { B: '2' }, C: ['1', '2'] });
    server.command('!DeleteContext key=A.B,C', 'alice', incident);
    expect(server.incident(incident).context).toEqual({ A: {} });
  });

  it('a script gets the context of the incident, and dq reads it', () => {
    const server = serverWith({ Read: 'return dq(invContext, "A.B(val > 1)")' });
    const incident = server.createIncident({ name: 'One' });
    server.command('!Set key=A.B value=1 append=true', 'alice', incident);
    server.command('!Set key=A.B value=2 append=true', 'alice', incident);
    expect(contents(server.command('!Read', 'alice', incident))).toEqual(['2']);
  });
});
