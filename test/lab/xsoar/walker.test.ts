import { complex, contextAfter, outcomes, playbook, script, setTask, simple, START, started, where } from './support';

const END = { type: 'title', name: 'Done' };

describe('the order of tasks', () => {
  it('joins wait for all branches that are taken', () => {
    const fork = playbook('Fork', {
      0: { type: 'start', next: ['1', '2'] },
      1: setTask('Order', simple('1'), ['5'], true),
      2: { type: 'title', next: ['3'] },
      3: { type: 'title', next: ['4'] },
      4: setTask('Order', simple('4'), ['5'], true),
      5: setTask('Order', simple('5'), [], true),
    });
    expect(contextAfter([fork])).toEqual({ Order: ['1', '4', '5'] });
  });

  it('a join runs once, though a branch before it is not taken', () => {
    const choice = playbook('Choice', {
      0: START,
      1: {
        type: 'condition',
        next: { yes: ['2'], '#default#': ['3'] },
        conditions: [{ label: 'yes', condition: [[where('isExists', 'Missing')]] }],
      },
      2: { type: 'title', next: ['3'] },
      3: setTask('Join', simple('x'), ['4'], true),
      4: END,
    });
    const { server, incident } = started([choice]);
    server.run();
    expect(server.incident(incident).context).toEqual({ Join: 'x' });
    expect(outcomes(server)).toEqual(['0 done', '1 done', '2 skipped', '3 done', '4 done']);
  });

  it('what stands behind a skipped task is skipped, too', () => {
    const choice = playbook('Choice', {
      0: START,
      1: {
        type: 'condition',
        next: { yes: ['2'], no: ['4'] },
        conditions: [
          { label: 'yes', condition: [[where('isExists', 'Missing')]] },
          { label: 'no', condition: [[where('isNotExists', 'Missing')]] },
        ],
      },
      2: { type: 'title', next: ['3'] },
      3: END,
      4: END,
    });
    const { server } = started([choice]);
    server.run();
    expect(outcomes(server)).toEqual(['0 done', '1 done', '2 skipped', '3 skipped', '4 done']);
  });

  it('two incidents take turns, task by task', () => {
    const steps = playbook('Steps', { 0: START, 1: { type: 'title', next: ['2'] }, 2: END });
    const { server } = started([steps]);
    server.startPlaybook(server.createIncident({ name: 'Second' }), 'Steps');
    server.run();
    const turns = server.trace.filter((event) => event.kind === 'task' && event.outcome === 'done');
    expect(turns.map((event) => event.incident)).toEqual(['1', '2', '1', '2', '1', '2']);
  });
});

describe('conditions', () => {
  const decide = (conditions: object, next: object): readonly string[] => {
    const { server } = started([
      playbook('P', {
        0: START,
        1: setTask('A', simple('1'), ['2']),
        2: { type: 'condition', next: next as never, conditions },
        3: { type: 'title' },
        4: { type: 'title' },
      }),
    ]);
    server.run();
    return outcomes(server);
  };
  const labels = { yes: ['3'], '#default#': ['4'] };

  it.each([
    ['the outer list is AND', [[where('isExists', 'A')], [where('isExists', 'B')]], '4 done'],
    ['the inner list is OR', [[where('isExists', 'B'), where('isExists', 'A')]], '3 done'],
    ['AND of ORs', [[where('isEqualString', 'A', '1')], [where('isExists', 'B'), where('isExists', 'A')]], '3 done'],
  ])('%s', (_, condition, expected) => {
    expect(decide([{ label: 'yes', condition }], labels)).toContain(expected);
  });

  it('the first label that holds wins', () => {
    const both = [
      { label: 'one', condition: [[where('isExists', 'A')]] },
      { label: 'two', condition: [[where('isExists', 'A')]] },
    ];
    expect(decide(both, { one: ['3'], two: ['4'] })).toContain('3 done');
  });

  it('no label and no #default# is an error of the task', () => {
    const never = [{ label: 'yes', condition: [[where('isExists', 'B')]] }];
    expect(decide(never, { yes: ['3', '4'] })).toEqual(['0 done', '1 done', '2 failed']);
  });

  it('a script names the branch, in any case', () => {
    const p = playbook('P', {
      0: START,
      1: { type: 'condition', task: { scriptName: 'Which' }, next: { yes: ['2'], '#default#': ['3'] } },
      2: setTask('Branch', simple('yes')),
      3: setTask('Branch', simple('default')),
    });
    expect(contextAfter([p], { scripts: [script('Which', 'return "Yes"')] })).toEqual({ Branch: 'yes' });
    expect(contextAfter([p], { scripts: [script('Which', 'return "perhaps"')] })).toEqual({ Branch: 'default' });
  });
});

describe('lists as arguments', () => {
  const echo = script('Echo', 'return {Type: 1, Contents: args, EntryContext: {Run: args}}', 'a b list[]');
  const run = (args: object): unknown =>
    contextAfter([playbook('P', { 0: START, 1: { task: { scriptName: 'Echo' }, args: args as never } })], {
      scripts: [echo],
      lists: [],
    });
  const split = (text: string): object =>
    complex('lists.x', {
      transformers: [
        { operator: 'SetIfEmpty', args: { defaultValue: { value: { simple: text } } } },
        { operator: 'split' },
      ],
    });

  it('a list for a single value runs the task once per element', () => {
    expect(run({ a: split('1,2') })).toEqual({ Run: [{ a: '1' }, { a: '2' }] });
  });

  it('several lists advance together, and a short one gives nothing from its end on', () => {
    expect(run({ a: split('1,2'), b: split('x,y,z') })).toEqual({
      Run: [{ a: '1', b: 'x' }, { a: '2', b: 'y' }, { b: 'z' }],
    });
  });

  it('an argument that takes lists gets the list', () => {
    expect(run({ a: split('1,2'), list: split('x,y') })).toEqual({
      Run: [
        { a: '1', list: ['x', 'y'] },
        { a: '2', list: ['x', 'y'] },
      ],
    });
  });
});

describe('errors', () => {
  const failing = script('Fail', 'throw "broken"');
  const p = (more: object): ReturnType<typeof playbook> =>
    playbook('P', {
      0: START,
      1: { task: { scriptName: 'Fail' }, next: ['2'], ...more },
      2: setTask('After', simple('ran')),
      3: setTask('Error', simple('${task.1.error}')),
    });
  const without3 = (more: object): ReturnType<typeof playbook> =>
    playbook('P', {
      0: START,
      1: { task: { scriptName: 'Fail' }, next: ['2'], ...more },
      2: setTask('After', simple('ran')),
    });

  it('stop the branch', () => {
    const { server, incident } = started([without3({})], { scripts: [failing] });
    server.run();
    expect(outcomes(server)).toEqual(['0 done', '1 failed']);
    expect(server.incident(incident).context).toEqual({});
    expect(server.incident(incident).entries[0]).toMatchObject({ Type: 4, Contents: 'broken' });
    expect(server.trace.at(-1)).toMatchObject({ kind: 'incident', change: 'playbook failed' });
  });

  it('are passed over where the task says so', () => {
    expect(contextAfter([without3({ continueonerror: true })], { scripts: [failing] })).toEqual({ After: 'ran' });
  });

  it('take the error path, where their text is in the context', () => {
    const path = p({
      next: { '#none#': ['2'], '#error#': ['3'] },
      continueonerror: true,
      continueonerrortype: 'errorPath',
    });
    expect(contextAfter([path], { scripts: [failing] })).toMatchObject({ Error: 'broken' });
  });

  it('an entry of type error is one, and what else came is kept', () => {
    const mixed = script(
      'Fail',
      'return [{Type: 1, Contents: "", EntryContext: {Half: 1}}, {Type: 4, Contents: "no"}]',
    );
    const { server, incident } = started([without3({})], { scripts: [mixed] });
    server.run();
    expect(outcomes(server)).toEqual(['0 done', '1 failed']);
    expect(server.incident(incident).context).toEqual({ Half: 1 });
  });

  it('are retried, at no cost of real time', () => {
    const third = script(
      'Fail',
      'var n = (invContext.N || 0) + 1; setContext("N", n); if (n < 3) throw "not yet"; return "fine";',
    );
    const waits: number[] = [];
    const retry = without3({ args: { 'retry-count': simple('5'), 'retry-interval': simple('60') } });
    const { server } = started([retry], { scripts: [third] }, { onWait: (milliseconds) => waits.push(milliseconds) });
    server.run();
    expect(outcomes(server)).toEqual(['0 done', '1 retrying', '1 retrying', '1 done', '2 done']);
    expect(waits).toEqual([60_000, 60_000]);
  });
});

describe('what is not available', () => {
  const p = playbook('P', {
    0: START,
    1: { task: { scriptName: 'Nowhere' }, skipunavailable: true, next: ['2'] },
    2: setTask('After', simple('ran')),
  });

  it('is skipped with its branch', () => {
    const { server } = started([p]);
    server.run();
    expect(outcomes(server)).toEqual(['0 done', '1 skipped', '2 skipped']);
  });

  it('or alone, which no source rules out', () => {
    expect(contextAfter([p], {}, { unsure: { unavailable: 'next task runs' } })).toEqual({ After: 'ran' });
  });

  it('is an error that names its place where the task does not say so', () => {
    const strict = playbook('P', { 0: START, 1: { name: 'Go', task: { scriptName: 'Nowhere' } } });
    const { server } = started([strict]);
    expect(() => server.run()).toThrow('Incident 1, P, task 1 "Go": There is no automation "Nowhere".');
  });
});
