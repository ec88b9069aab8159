import { createServer, type Server, type ServerOptions } from '../../../tools/lab/xsoar';
import { pack, playbook, script, setTask, simple, START, where } from './support';

const output = { contextPath: 'N', description: '', type: 'number' };

const body = playbook('Body', { 0: START, 1: { task: { scriptName: 'Count' } } }, { outputs: [output] });

const main = playbook('Main', {
  0: START,
  1: {
    type: 'playbook',
    task: { playbookName: 'Body' },
    separatecontext: true,
    loop: {
      iscommand: false,
      exitCondition: '',
      wait: 10,
      max: 9,
      builtincondition: [[where('isEqualNumber', 'N', '3')]],
    },
    next: ['2'],
  },
  2: { name: 'By hand', next: ['3'] },
  3: setTask('Done', simple('${N}')),
});

const count = script(
  'Count',
  'var own = invContext["subplaybook-2"] || {}; setContext("N", (own.N || 0) + 1); executeCommand("setList", {listName: "Runs", listData: "x" + executeCommand("getList", {listName: "Runs"})[0].Contents});',
);

const OPTIONS: ServerOptions = { packs: [pack({ playbooks: [main, body], scripts: [count] })], lists: { Runs: '' } };

const begun = (): Server => {
  const server = createServer(OPTIONS);
  server.startPlaybook(server.createIncident({ name: 'One' }), 'Main');
  return server;
};

const end = (server: Server): unknown => {
  server.run();
  server.answer('1', 'By hand', undefined, 'alice');
  server.run();
  const { context, entries } = server.incident('1');
  return { context, list: server.list('Runs'), entries: entries.map((entry) => entry.ID), now: server.now() };
};

it('a server that dies between two tasks goes on as if nothing had been, wherever that is', () => {
  const whole = end(begun());
  expect(whole).toMatchObject({ context: { N: 3, Done: 3 }, list: 'xxx' });
  let steps = 0;
  for (; ; steps++) {
    const first = begun();
    let more = true;
    for (let i = 0; i < steps && more; i++) more = first.step();
    const second = createServer(OPTIONS);
    second.restore(first.snapshot());
    expect(end(second)).toEqual(whole);
    if (!more) break;
  }
  expect(steps).toBeGreaterThan(4);
});

it('a person can answer after the restart', () => {
  const first = begun();
  first.run();
  const second = createServer(OPTIONS);
  second.restore(first.snapshot());
  expect(second.waiting()).toMatchObject([{ name: 'By hand', kind: 'manual' }]);
});
