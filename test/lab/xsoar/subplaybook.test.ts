import {
  complex,
  contextAfter,
  outcomes,
  playbook,
  script,
  setTask,
  simple,
  START,
  started,
  where,
  type TaskOptions,
} from './support';

const input = (key: string, value: object = {}): object => ({ key, value, required: false, description: '' });
const output = (contextPath: string): object => ({ contextPath, description: '', type: 'unknown' });

const call = (name: string, more: object = {}): TaskOptions => ({
  type: 'playbook',
  task: { playbookName: name },
  separatecontext: true,
  ...more,
});

const inner = playbook(
  'Inner',
  {
    0: START,
    1: setTask('Secret', simple('s'), ['2']),
    2: setTask('Result', simple('${inputs.X}-${Outer}')),
  },
  { inputs: [input('X', simple('default'))], outputs: [output('Result')] },
);

describe('a private context', () => {
  it('sees its inputs and nothing of the outer context, and gives only its outputs', () => {
    const outer = playbook('Outer', {
      0: START,
      1: setTask('Outer', simple('o'), ['2']),
      2: call('Inner', { args: { X: simple('${Outer}') }, next: ['3'] }),
      3: setTask('After', simple('${Result}${Secret}')),
    });
    expect(contextAfter([outer, inner])).toEqual({
      Outer: 'o',
      Result: 'o-',
      After: 'o-',
      'subplaybook-2': { Secret: 's', Result: 'o-' },
    });
  });

  it('is shared where the task says so', () => {
    const outer = playbook('Outer', {
      0: START,
      1: setTask('Outer', simple('o'), ['2']),
      2: call('Inner', { separatecontext: false }),
    });
    expect(contextAfter([outer, inner])).toEqual({ Outer: 'o', Secret: 's', Result: 'default-o' });
  });

  it('outputs are appended to what is there, or update it where their path holds a condition', () => {
    const count = playbook(
      'Count',
      { 0: START, 1: setTask('N', complex('inputs.N')) },
      { inputs: [input('N')], outputs: [output('N')] },
    );
    const item = script(
      'Item',
      'return {Type: 1, Contents: "", EntryContext: {"A(val.K == obj.K)": {K: 1, V: args.v}}}',
      'v',
    );
    const update = playbook(
      'Update',
      { 0: START, 1: { task: { scriptName: 'Item' }, args: { v: simple('${inputs.V}') } } },
      { inputs: [input('V')], outputs: [output('A(val.K == obj.K)')] },
    );
    const outer = playbook('Outer', {
      0: START,
      1: call('Count', { args: { N: simple('1') }, next: ['2'] }),
      2: call('Count', { args: { N: simple('2') }, next: ['3'] }),
      3: call('Update', { args: { V: simple('old') }, next: ['4'] }),
      4: call('Update', { args: { V: simple('new') } }),
    });
    expect(contextAfter([outer, count, update], { scripts: [item] })).toMatchObject({
      N: ['1', '2'],
      A: { K: 1, V: 'new' },
    });
  });

  it('an input that the playbook does not have is an error', () => {
    const outer = playbook('Outer', { 0: START, 1: call('Inner', { args: { Y: simple('1') } }) });
    expect(() => contextAfter([outer, inner])).toThrow('has no input Y');
  });

  it('a failure inside fails the task outside', () => {
    const bad = playbook('Bad', {
      0: START,
      1: { task: { scriptName: 'PrintErrorEntry' }, args: { message: simple('no') } },
    });
    const outer = playbook('Outer', {
      0: START,
      1: call('Bad', {
        next: { '#none#': ['2'], '#error#': ['3'] },
        continueonerror: true,
        continueonerrortype: 'errorPath',
      }),
      2: setTask('Path', simple('fine')),
      3: setTask('Path', simple('${task.1.error}')),
    });
    expect(contextAfter([outer, bad])).toMatchObject({ Path: 'The playbook "Bad" failed: no' });
  });
});

describe('loops', () => {
  const loop = { iscommand: false, exitCondition: '', wait: 5, max: 100 };

  it('for each input: one round per element, a short list gives nothing from its end on', () => {
    const rounds = playbook(
      'Rounds',
      { 0: START, 1: setTask('Seen', simple('${inputs.A}/${inputs.B}'), [], true) },
      { inputs: [input('A'), input('B')], outputs: [output('Seen')] },
    );
    const outer = playbook('Outer', {
      0: START,
      1: setTask('T', simple('1,2,3'), ['2']),
      2: setTask('U', simple('a,b'), ['3']),
      3: call('Rounds', {
        args: {
          A: complex('T', { transformers: [{ operator: 'split' }] }),
          B: complex('U', { transformers: [{ operator: 'split' }] }),
        },
        loop: { ...loop, forEach: true },
      }),
    });
    expect(contextAfter([outer, rounds])).toMatchObject({ Seen: ['1/a', '2/b', '3/'] });
  });

  const counting = script(
    'Count',
    'return {Type: 1, Contents: "", EntryContext: {"C(val.K == obj.K)": {K: 1, N: n()}}}; function n() { var c = invContext["subplaybook-2"]; return (c && c.C ? c.C.N : 0) + 1; }',
  );
  const body = playbook(
    'Body',
    { 0: START, 1: { task: { scriptName: 'Count' } } },
    { outputs: [output('C(val.K == obj.K)')] },
  );
  const until = (more: object): ReturnType<typeof playbook> =>
    playbook('Outer', {
      0: START,
      1: call('Body', { next: ['2'], loop: { ...loop, ...more } }),
      2: setTask('Done', simple('yes')),
    });
  const three = { builtincondition: [[where('isEqualString', 'C.N', '3')]] };

  it('a condition looks at the context of the sub-playbook, after each round', () => {
    const waits: number[] = [];
    const context = contextAfter([until(three), body], { scripts: [counting] }, { onWait: (ms) => waits.push(ms) });
    expect(context).toMatchObject({ C: { K: 1, N: 3 }, Done: 'yes' });
    expect(waits).toEqual([5000, 5000]);
  });

  it('ends at its maximum, and the next task runs', () => {
    expect(contextAfter([until({ ...three, max: 2 }), body], { scripts: [counting] })).toMatchObject({
      C: { K: 1, N: 2 },
      Done: 'yes',
    });
  });

  it('a script can be the condition', () => {
    const exit = script('Enough', 'return args.n === "2" || args.n === 2 ? "yes" : "no"', 'n');
    const context = contextAfter([until({ scriptId: 'Enough', scriptArguments: { n: simple('${C.N}') } }), body], {
      scripts: [counting, exit],
    });
    expect(context).toMatchObject({ C: { N: 2 } });
  });

  it('a context that is not kept between the rounds never gets to 2', () => {
    const context = contextAfter(
      [until({ ...three, max: 4 }), body],
      { scripts: [counting] },
      { unsure: { loopContext: 'fresh' } },
    );
    expect(context).toMatchObject({ C: { K: 1, N: 1 } });
  });

  it('a failed round ends the loop', () => {
    const bad = playbook('Body', {
      0: START,
      1: { task: { scriptName: 'PrintErrorEntry' }, args: { message: simple('no') } },
    });
    const { server } = started([until(three), bad]);
    server.run();
    expect(outcomes(server)).toEqual(['0 done', '0 done', '1 failed', '1 failed']);
  });
});
