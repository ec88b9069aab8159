import { resolve } from 'node:path';
import { manifest, run } from '../../scripts/automations/CNSeriesClose';
import { runAutomation } from '../../scripts/xsoar/automation';
import type { CommandArguments } from '../../scripts/xsoar/host';
import { bundleAutomation } from '../../tools/build/bundles/bundle';
import { runBundle } from '../support/engine';
import { clusters, server, type Server, type ServerOptions } from './panorama';

const LIST = 'CNSeries State shop closings';
const policy = (name: string, uid = 'u') => ({ namespace: 'shop', name, uid });
const decided = (name: string) => ({ ...policy(name), by: 'alice', time: '2026-01-01T00:00:00.000Z' });

function at(record: object, options: ServerOptions = {}): Server {
  const made = server(options);
  made.lists.set(LIST, JSON.stringify({ value: { asked: [], closed: [], left: [], ...record } }));
  return made;
}

function close(on: Server, args: CommandArguments = {}) {
  const [entry] = runAutomation(manifest, run, { args: { cluster: 'shop', approver: 'alice', ...args }, ...on.host });
  return entry;
}

const names = (on: Server) => {
  const { value } = JSON.parse(on.lists.get(LIST) ?? '') as { readonly value: Record<string, { name: string }[]> };
  return Object.fromEntries(Object.entries(value).map(([field, list]) => [field, list.map(({ name }) => name)]));
};

it('closes what the last plan asked about, and keeps who decided', () => {
  const on = at({ asked: [policy('a'), policy('b')] });
  expect(close(on)).toMatchObject({
    Type: 1,
    Contents: { Policies: ['shop/a', 'shop/b'], Decision: 'close', By: 'alice', Reason: '' },
  });
  expect(on.lists.get(LIST)).toMatch(/"closed":\[\{"by":"alice","name":"a"/);
});

it('leaves what others decided as it is', () => {
  const on = at({ asked: [policy('b')], closed: [decided('a')], left: [decided('c')] });
  close(on);
  expect(names(on)).toMatchObject({ closed: ['a', 'b'], left: ['c'] });
});

it('changes a decision for the policies that are named', () => {
  const on = at({ closed: [decided('a')], left: [decided('c')] });
  close(on, { policies: 'shop/a', decision: 'leave' });
  expect(names(on)).toMatchObject({ closed: [], left: ['c', 'a'] });
  close(on, { policies: ['shop/a', 'shop/c'] });
  expect(names(on)).toMatchObject({ closed: ['a', 'c'], left: [] });
});

it.each<[string, object, CommandArguments, string]>([
  ['nothing was asked', {}, {}, 'No policy of this cluster waits for a decision.'],
  ['another one was asked about', { asked: [policy('a')] }, { policies: 'shop/b' }, 'These do: shop/a.'],
  ['all is decided', { closed: [decided('a')] }, {}, 'Name the policies: shop/a.'],
])('says so where %s', (_what, record, args, expected) => {
  expect(close(at(record), args)).toMatchObject({ Type: 4, Contents: expect.stringContaining(expected) as unknown });
});

it('somebody without the role decides nothing', () => {
  const on = at({ asked: [policy('a')] });
  on.lists.set('CNSeries Clusters', clusters({ approverRoles: ['Security Admin'] }));
  expect(close(on, { approver: 'bob' })).toMatchObject({ Contents: { Decision: 'refused' } });
  expect(names(on)).toMatchObject({ closed: [] });
});

it.each(['es5', 'otto'] as const)('runs in the engine %s as in Node', async (engine) => {
  const bundle = await bundleAutomation(resolve(__dirname, '../..'), 'CNSeriesClose');
  const outcome = (kind: 'node' | 'es5' | 'otto') => {
    const { executeCommand } = at({ asked: [policy('a')] }).host;
    const args = { cluster: 'shop', approver: 'alice' };
    const stub = { args, executeCommand: (name: string, given: unknown) => executeCommand(name, given as never) };
    return runBundle(bundle, stub, kind);
  };
  expect(outcome(engine)).toEqual(outcome('node'));
});
