import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { violations, INTEGRATION_GLOBALS } from '../../tools/build/bundles/gates';
import type { HostRequest, HostResponse } from '../../scripts/watcher/api/host';
import { runIntegration } from '../../scripts/watcher/run';
import { runBundle, type EngineKind } from '../support/engine';
import { FakeApi, hostFor, newInstance, type Instance } from './fakeapi';
import { node, pod, policy, service } from './objects';

/** The script as it is in the pack. */
const CODE = readFileSync(
  join(resolve(__dirname, '../..'), 'Packs/CNSeries/Integrations/KubernetesPolicyWatcher/KubernetesPolicyWatcher.js'),
  'utf8',
);

function cluster(): FakeApi {
  const api = new FakeApi();
  api.put('namespaces', { metadata: { name: 'shop', labels: { team: 'shop' } } });
  api.put('nodes', node('worker-1', '192.168.50.11', '10.244.0.0/24'));
  api.put('services', service('shop', 'web', '10.96.0.10'));
  api.put('networkpolicies', policy('shop', 'web', '<&>\u2028'));
  api.put('networkpolicies', policy('shop', 'db'));
  for (let i = 0; i < 30; i++) api.put('pods', pod('shop', `web-${i}`, { app: 'web' }, `10.244.0.${i}`));
  return api;
}

/** Runs the script as the server does, with the server's own form of requests and answers. */
function runScript(kind: EngineKind, instance: Instance, api: FakeApi, command: string, args: object = {}): unknown {
  return runBundle(
    CODE,
    {
      args,
      globals: { command, params: instance.params },
      functions: {
        http: (url, request, insecure, proxy, _, __, timeout) =>
          answerOf(api.handle(requestOf(url, request, insecure, proxy, timeout))),
        getLastRun: () => instance.lastRun,
        setLastRun: (state) => {
          instance.lastRun = state as Instance['lastRun'];
        },
        getIntegrationContext: () => instance.context,
        setIntegrationContext: (context) => {
          instance.context = context as Instance['context'];
        },
        wait: (seconds) => {
          instance.waits.push(Number(seconds));
        },
      },
    },
    kind,
  );
}

function requestOf(url: unknown, given: unknown, insecure: unknown, proxy: unknown, timeout: unknown): HostRequest {
  const request = given as { Method: 'GET'; Headers: { [name: string]: string[] }; Body: string };
  return {
    method: request.Method,
    url: String(url),
    headers: Object.fromEntries(Object.entries(request.Headers).map(([name, [value]]) => [name, value])),
    body: request.Body,
    trust: insecure === true ? 'anyone' : 'verify',
    route: proxy === true ? 'proxy' : 'direct',
    timeoutMilliseconds: Number(timeout),
  };
}

function answerOf(response: HostResponse): object {
  const headers = Object.entries(response.headers).map(([name, value]) => [name, [value]] as const);
  return { StatusCode: response.status, Body: response.body, Headers: Object.fromEntries(headers) };
}

it('the script passes the gates of the build', () => {
  expect(violations(CODE, INTEGRATION_GLOBALS)).toEqual([]);
});

describe.each(['node', 'es5', 'otto'] as const)('in the engine %s the script', (kind) => {
  let instance: Instance;
  let api: FakeApi;

  beforeEach(() => {
    instance = newInstance({ page_size: '10' });
    api = cluster();
  });

  it('tests the connection', () => {
    expect(runScript(kind, instance, api, 'test-module')).toBe('ok');
    api.denied.add('watch nodes');
    expect(runScript(kind, instance, api, 'test-module')).toContain('resources: ["nodes"], verbs: ["watch"]');
  });

  it('fetches what the sources fetch, and remembers the same', () => {
    const raised = JSON.parse(String(runScript(kind, instance, api, 'fetch-incidents'))) as { rawJSON: string }[];
    const same = newInstance({ page_size: '10' });
    const expected = JSON.parse(
      String(runIntegration(hostFor(same, (request) => api.handle(request), 'fetch-incidents'))),
    ) as { rawJSON: string }[];
    expect(raised.map(({ rawJSON }) => JSON.parse(rawJSON) as unknown)).toEqual(
      expected.map(({ rawJSON }) => JSON.parse(rawJSON) as unknown),
    );
    expect({ ...instance.lastRun, checkedAt: '' }).toEqual({ ...same.lastRun, checkedAt: '' });
    api.put('networkpolicies', policy('shop', 'db', 'other'));
    const [later] = JSON.parse(String(runScript(kind, instance, api, 'fetch-incidents'))) as { rawJSON: string }[];
    expect(JSON.parse(later.rawJSON)).toMatchObject({ changes: [{ action: 'modified', name: 'db' }] });
    expect(JSON.parse(String(runScript(kind, instance, api, 'fetch-incidents')))).toEqual([]);
  });

  it('throws what keeps it from fetching', () => {
    api.denied.add('list networkpolicies');
    expect(() => runScript(kind, instance, api, 'fetch-incidents')).toThrow('refused to list networkpolicies');
  });

  it('takes the snapshot that the sources take, and has it again', () => {
    const taken = runScript(kind, instance, api, 'cnseries-get-snapshot') as { Contents: { SnapshotId: string } };
    const same = newInstance({ page_size: '10' });
    const host = hostFor(same, (request) => api.handle(request), 'cnseries-get-snapshot');
    const expected = runIntegration(host) as { Contents: { SnapshotId: string; Objects: unknown } };
    expect(taken.Contents).toMatchObject({
      SnapshotId: expected.Contents.SnapshotId,
      Objects: expected.Contents.Objects,
    });
    const args = { snapshot_id: taken.Contents.SnapshotId };
    expect(runScript(kind, instance, api, 'cnseries-get-snapshot', args)).toEqual(taken);
  });

  it('writes Events', () => {
    const args = { policies: [{ namespace: 'shop', name: 'web' }], reason: 'RulesApplied', message: 'Done.' };
    expect(runScript(kind, instance, api, 'cnseries-report-outcome', args)).toMatchObject({ Type: 1 });
    expect(api.all('events')).toMatchObject([{ involvedObject: { name: 'web' }, message: 'Done.' }]);
  });

  it('tries a lost connection again', () => {
    let left = 1;
    api.faults.push(() => {
      if (left-- > 0) throw new Error('connection reset');
      return undefined;
    });
    expect(runScript(kind, instance, api, 'test-module')).toBe('ok');
    expect(instance.waits).toEqual([1]);
  });
});
