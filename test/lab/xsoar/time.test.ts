import { LOCK, type ServerOptions } from '../../../tools/lab/xsoar';
import { contextAfter, outcomes, playbook, script, setTask, simple, START, started, type TaskOptions } from './support';

describe('time', () => {
  it('a playbook sleeps at no cost, and clocks of emulators go along', () => {
    const waits: number[] = [];
    const p = playbook('P', {
      0: START,
      1: { task: { scriptName: 'Sleep' }, args: { seconds: simple('90') }, next: ['2'] },
      2: setTask('Done', simple('yes')),
    });
    const { server } = started([p], {}, { onWait: (milliseconds) => waits.push(milliseconds) });
    const before = server.now();
    server.run();
    expect([server.now() - before, waits]).toEqual([90_000, [90_000]]);
    expect(outcomes(server)).toEqual(['0 done', '1 sleeping', '1 done', '2 done']);
  });

  it('another incident goes on meanwhile', () => {
    const sleeper = playbook('Sleeper', {
      0: START,
      1: { task: { scriptName: 'Sleep' }, args: { seconds: simple('90') } },
    });
    const worker = playbook('Worker', { 0: START, 1: setTask('At', simple('${incident.name}')) });
    const { server } = started([sleeper, worker]);
    server.startPlaybook(server.createIncident({ name: 'Second' }), 'Worker');
    while (server.step());
    expect(server.incident('2').context).toEqual({ At: 'Second' });
  });

  it('a script that waits too long is stopped, and cannot help it', () => {
    const slow = script('Slow', 'try { wait(200) } catch (e) {} return "done"');
    const p = playbook('P', { 0: START, 1: { task: { scriptName: 'Slow' } } });
    const { server, incident } = started([p], { scripts: [slow] });
    server.run();
    expect(server.incident(incident).entries[0]).toMatchObject({
      Type: 4,
      Contents: 'Timeout: the script did not end in time',
    });
  });

  it('commands can take their time', () => {
    const slice = script(
      'Slice',
      'var n = 0, start = Date.now(); while (Date.now() - start < 45000) { executeCommand("Print", {value: "x"}); n++; } return {Type: 1, Contents: n, EntryContext: {N: n}};',
    );
    const p = playbook('P', { 0: START, 1: { task: { scriptName: 'Slice' } } });
    expect(contextAfter([p], { scripts: [slice] }, { commandMilliseconds: 10_000 })).toEqual({ N: 5 });
  });
});

describe('commands that ask to be run again', () => {
  const job = (last: string): Partial<ServerOptions> => ({
    integrations: [
      {
        brand: 'Job',
        commands: [{ name: 'job-wait', outputs: [], arguments: [] }],
        execute: (_, args) => {
          const n = Number(args.n ?? 0);
          if (n === 3) return [{ Type: 1, ContentsFormat: 'json', Contents: n, EntryContext: { Job: n } }];
          const again = { PollingCommand: 'job-wait', NextRun: '10', PollingArgs: { n: n + 1 }, Timeout: last };
          return [{ Type: 1, ContentsFormat: 'text', Contents: `look ${n}`, ...again }];
        },
      },
    ],
    instances: [{ name: 'j', brand: 'Job' }],
  });
  const p = playbook('P', { 0: START, 1: { task: { script: '|||job-wait', iscommand: true } } });

  it('are, in a playbook', () => {
    const { server, incident } = started([p], {}, job('60'));
    server.run();
    expect(outcomes(server)).toEqual(['0 done', '1 sleeping', '1 sleeping', '1 sleeping', '1 done']);
    expect(server.incident(incident).context).toEqual({ Job: 3 });
  });

  it('until their time is over', () => {
    const { server } = started([p], {}, job('15'));
    server.run();
    expect(outcomes(server)).toEqual(['0 done', '1 sleeping', '1 sleeping', '1 failed']);
  });

  it('are not, where a script calls them', () => {
    const once = script('Once', 'return executeCommand("job-wait", {})[0].Contents');
    const asked = playbook('P', { 0: START, 1: { task: { scriptName: 'Once' } } });
    const { server, incident } = started([asked], { scripts: [once] }, job('60'));
    server.run();
    expect(server.incident(incident).entries.map((entry) => entry.Contents)).toEqual(['look 0']);
  });
});

describe('the lock', () => {
  const options = { integrations: [LOCK], instances: [{ name: 'lock', brand: 'Demisto Lock' }] };
  const lock = (name: string, next: readonly string[]): TaskOptions => ({
    task: { script: `|||demisto-lock-${name}`, iscommand: true },
    args: name === 'get' ? { name: simple('shop'), timeout: simple('100') } : { name: simple('shop') },
    next,
  });
  const p = playbook('P', {
    0: START,
    1: lock('get', ['2']),
    2: { task: { scriptName: 'Sleep' }, args: { seconds: simple('30') }, next: ['3'] },
    3: lock('release', []),
  });

  it('lets one incident in after the other', () => {
    const { server } = started([p], {}, options);
    server.startPlaybook(server.createIncident({ name: 'Second' }), 'P');
    server.run();
    const got = server.trace.filter(
      (event) => event.kind === 'task' && event.task.id === '1' && event.outcome === 'done',
    );
    const released = server.trace.filter(
      (event) => event.kind === 'task' && event.task.id === '3' && event.outcome === 'done',
    );
    expect(got.map((event) => event.incident)).toEqual(['1', '2']);
    expect(got[1].sequence).toBeGreaterThan(released[0].sequence);
  });

  it('is not had twice, not even by the same incident', () => {
    const twice = playbook('Twice', { 0: START, 1: lock('get', ['2']), 2: lock('get', []) });
    const { server } = started([twice], {}, options);
    server.run();
    expect(outcomes(server).at(-1)).toBe('2 failed');
  });
});
