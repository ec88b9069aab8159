import { createServer, type Pack, type ServerOptions } from '../../../tools/lab/xsoar';
import { pack, playbook, setTask, simple, START } from './support';

const parameter = { type: 0, required: false, defaultValue: undefined, options: [] };

const watcher = (code: string): Pack['integrations'][number] => ({
  brand: 'Watcher',
  code,
  parameters: [
    { ...parameter, name: 'url', required: true },
    { ...parameter, name: 'page_size', defaultValue: '500' },
    { ...parameter, name: 'credentials', type: 9 },
    { ...parameter, name: 'insecure', type: 8 },
    { ...parameter, name: 'isFetch', type: 8 },
    { ...parameter, name: 'incidentType', type: 13 },
  ],
  commands: [{ name: 'watcher-show', arguments: [], outputs: [] }],
  isFetch: true,
  defaultClassifier: 'Classifier',
  defaultMapperIn: 'Mapper',
});

const CODE = `
switch (command) {
  case 'test-module': return params.credentials.password === 'secret' ? 'ok' : 'Permission denied: list pods';
  case 'watcher-show': return {Type: 1, Contents: [params, getIntegrationContext()], ContentsFormat: 'json'};
  case 'fetch-incidents':
    var last = getLastRun(), n = Number(last.n || '0') + 1;
    setLastRun({n: String(n)});
    setIntegrationContext({seen: n});
    if (n > 2) return JSON.stringify([]);
    return JSON.stringify([{name: 'Change ' + n, occurred: '2026-01-05T07:00:00Z', rawJSON: JSON.stringify({reason: 'changed', cluster: 'shop', n: n})}]);
  default: throw 'Unknown command';
}`;

const FIELD = {
  name: 'Cluster of It',
  cliName: 'clusterofit',
  type: 'shortText',
  searchable: false,
  associatedTypes: ['Change'],
  associatedToAll: false,
};

const work = playbook('Work', {
  0: START,
  1: setTask('Seen', simple('${incident.clusterofit}/${incident.sourceInstance}')),
});

const options = (code = CODE, more: Partial<ServerOptions> = {}, params: object = {}): ServerOptions => ({
  packs: [
    pack({
      integrations: [watcher(code)],
      playbooks: [work],
      incidentTypes: [{ name: 'Change', playbook: 'Work', layout: '', autorun: true }],
      incidentFields: [FIELD],
      classifiers: [
        {
          id: 'Classifier',
          key: { kind: 'simple', text: 'reason' },
          types: { changed: 'Change' },
          defaultType: undefined,
        },
      ],
      mappers: [{ id: 'Mapper', mapping: { Change: { 'Cluster of It': { kind: 'simple', text: 'cluster' } } } }],
    }),
  ],
  instances: [
    {
      name: 'w',
      brand: 'Watcher',
      params: { url: 'https://x', credentials: { password: 'secret' }, isFetch: true, ...params },
    },
  ],
  ...more,
});

describe('fetching', () => {
  it('makes incidents of the right type with mapped fields, and starts their playbooks', () => {
    const server = createServer(options());
    expect([server.fetch('w'), server.fetch('w'), server.fetch('w')]).toEqual([['1'], ['2'], []]);
    server.run();
    expect(server.incident('1')).toMatchObject({
      name: 'Change 1',
      type: 'Change',
      status: 'active',
      occurred: '2026-01-05T07:00:00Z',
      sourceBrand: 'Watcher',
      fields: { clusterofit: 'shop' },
      context: { Seen: 'shop/w' },
    });
  });

  it('keeps the last run and the integration context over a restart', () => {
    const first = createServer(options());
    first.fetch('w');
    const second = createServer(options());
    second.restore(first.snapshot());
    expect(second.fetch('w')).toEqual(['2']);
    expect(second.command('!watcher-show', 'alice')[0].Contents).toMatchObject([
      { page_size: '500', insecure: false },
      { seen: 2 },
    ]);
  });

  it('incidents can get lost or come twice on the way', () => {
    const lost = createServer(options(CODE, { deliver: () => [] }));
    expect(lost.fetch('w')).toEqual([]);
    const twice = createServer(options(CODE, { deliver: (all) => [...all, ...all] }));
    expect(twice.fetch('w')).toEqual(['1', '2']);
  });

  it.each([
    ['no text', 'return []', 'must return the incidents as a JSON text'],
    [
      'no rawJSON',
      'return JSON.stringify([{name: "x", occurred: "2026-01-05T07:00:00Z"}])',
      '"rawJSON" must be a text',
    ],
    ['no date', 'return JSON.stringify([{name: "x", occurred: "now", rawJSON: "{}"}])', '"occurred" must be a date'],
    ['an unknown key', 'return JSON.stringify([{name: "x", occured: "x"}])', 'unknown key occured'],
    [
      'a type that the classifier does not know',
      'return JSON.stringify([{name: "x", occurred: "2026-01-05T07:00:00Z", rawJSON: "{}"}])',
      'has no incident type for ""',
    ],
  ])('%s is an error', (_, code, problem) => {
    expect(() => createServer(options(code)).fetch('w')).toThrow(problem);
  });

  it('the classifier decides on the type, and the instance where there is none', () => {
    const given = options(CODE, {}, { incidentType: 'Other' });
    expect(createServer(given).fetch('w')).toEqual(['1']);
    const [installed] = given.packs;
    const plain = { ...installed, integrations: [{ ...watcher(CODE), defaultClassifier: undefined }] };
    const types = [...installed.incidentTypes, { name: 'Other', playbook: '', layout: '', autorun: false }];
    const server = createServer({
      ...given,
      packs: [{ ...plain, incidentTypes: types, mappers: [], classifiers: [] }],
    });
    expect(() => server.fetch('w')).toThrow('names the mapper');
    const bare = [{ ...watcher(CODE), defaultClassifier: undefined, defaultMapperIn: undefined }];
    const other = createServer({ ...given, packs: [{ ...plain, integrations: bare, incidentTypes: types }] });
    expect(other.incident(other.fetch('w')[0])).toMatchObject({ type: 'Other', status: 'pending' });
  });

  it('what the integration throws is a failure', () => {
    expect(() => createServer(options('throw "403"')).fetch('w')).toThrow('403');
  });

  it('an integration cannot run commands', () => {
    expect(() => createServer(options('return executeCommand("getList", {})')).fetch('w')).toThrow(
      'executeCommand is not defined',
    );
  });
});

describe('instances', () => {
  it('tell what is wrong with them', () => {
    expect(createServer(options()).testModule('w')).toBe('ok');
    const wrong = createServer(options(CODE, {}, { credentials: { password: 'x' } }));
    expect(wrong.testModule('w')).toBe('Permission denied: list pods');
  });

  it.each([
    ['a parameter that is not there', { urll: 'x' }, 'has no parameter urll'],
    ['one that is missing', { url: null }, '"url" is missing'],
    ['a text for a switch', { insecure: 'true' }, '"insecure" must be true or false'],
  ])('%s is an error', (_, params, problem) => {
    expect(() => createServer(options(CODE, {}, params))).toThrow(problem);
  });
});
