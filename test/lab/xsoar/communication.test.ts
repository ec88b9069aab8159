import { complex, outcomes, playbook, setTask, simple, START, started, type TaskOptions } from './support';

const message = {
  to: {},
  subject: simple('Plan ${Hash}'),
  body: simple('Look'),
  methods: [],
  timings: { completeafterreplies: 1 },
};

const question = (id: string, type: string, options: readonly string[] = []): object => ({
  id,
  label: '',
  labelarg: simple(`Question ${id}`),
  required: id === '0',
  type,
  options: [],
  optionsarg: options.map(simple),
});

const form = {
  title: 'Plan Approval',
  questions: [question('0', 'singleSelect', ['Approve', 'Reject']), question('1', 'shortText')],
};

const collection: TaskOptions = { type: 'collection', name: 'Approve the Plan', message, form, next: ['3'] };

const approval = playbook('Approval', {
  0: START,
  1: setTask('Hash', simple('abc'), ['2']),
  2: collection,
  3: setTask('Said', simple('${Plan Approval.Answers.0}: ${Plan Approval.Answers.1} (${Plan Approval.Answers.name})')),
});

describe('data collection', () => {
  it('waits, and tells what it asks', () => {
    const { server, incident } = started([approval]);
    expect(server.run()).toEqual([
      {
        incident,
        playbook: 'Approval',
        id: '2',
        name: 'Approve the Plan',
        kind: 'collection',
        subject: 'Plan abc',
        body: 'Look',
        options: [],
        questions: [
          { id: '0', label: 'Question 0', required: true, options: ['Approve', 'Reject'] },
          { id: '1', label: 'Question 1', required: false, options: [] },
        ],
      },
    ]);
  });

  it('puts the answers under the title of the form', () => {
    const { server, incident } = started([approval]);
    server.run();
    server.answer(incident, 'Approve the Plan', { 0: 'Reject', 1: 'too broad' }, 'alice');
    expect(server.run()).toEqual([]);
    expect(server.incident(incident).context).toMatchObject({
      'Plan Approval': { Answers: { 0: 'Reject', 1: 'too broad', name: 'alice' } },
      Said: 'Reject: too broad (alice)',
    });
  });

  it.each([
    ['another option', { 0: 'Perhaps' }, '"Perhaps" is not one of Approve, Reject'],
    ['no answer where one is required', { 1: 'why' }, 'an answer is required'],
    ['a question that is not there', { 0: 'Approve', 2: 'x' }, 'has no question 2'],
  ])('takes no %s', (_, answer, problem) => {
    const { server, incident } = started([approval]);
    server.run();
    expect(() => {
      server.answer(incident, 'Approve the Plan', answer, 'alice');
    }).toThrow(problem);
  });

  it('a second form with the same title makes a list of answers: the older one is still there', () => {
    const twice = playbook('Twice', {
      0: START,
      1: { ...collection, next: ['2'] },
      2: { ...collection, name: 'Again', next: ['3'] },
      3: {
        type: 'condition',
        conditions: [
          {
            label: 'yes',
            condition: [
              [
                {
                  operator: 'isEqualString',
                  left: { value: complex('Plan Approval.Answers.0'), iscontext: true },
                  right: { value: simple('Approve') },
                },
              ],
            ],
          },
        ],
        next: { yes: ['4'], '#default#': ['5'] },
      },
      4: setTask('Went', simple('on')),
      5: setTask('Went', simple('back')),
    });
    const { server, incident } = started([twice]);
    server.run();
    server.answer(incident, 'Approve the Plan', ['Approve'], 'alice');
    server.run();
    server.answer(incident, 'Again', ['Reject'], 'alice');
    server.run();
    expect(server.incident(incident).context).toMatchObject({ Went: 'on' });
  });
});

describe('questions and manual tasks', () => {
  const ask = playbook('Ask', {
    0: START,
    1: {
      type: 'condition',
      name: 'Go on?',
      message: { ...message, replyOptions: ['Yes', 'No'] },
      next: { Yes: ['2'], No: ['3'] },
    },
    2: { name: 'Do it by hand', next: ['3'], task: { tags: ['byhand'] } },
    3: { type: 'title' },
  });

  it('the answer is the branch', () => {
    const { server, incident } = started([ask]);
    expect(server.run()).toMatchObject([{ kind: 'ask', options: ['Yes', 'No'] }]);
    server.answer(incident, 'Go on?', 'No', 'alice');
    server.run();
    expect(outcomes(server).slice(-2)).toEqual(['2 skipped', '3 done']);
  });

  it('an answer that is no option is an error', () => {
    const { server, incident } = started([ask]);
    server.run();
    expect(() => {
      server.answer(incident, 'Go on?', 'Perhaps', 'alice');
    }).toThrow('takes one of Yes, No');
  });

  it('a manual task waits until somebody completes it, by the command, too', () => {
    const { server, incident } = started([ask]);
    server.run();
    server.answer(incident, 'Go on?', 'Yes', 'alice');
    expect(server.run()).toMatchObject([{ name: 'Do it by hand', kind: 'manual' }]);
    server.command('!taskComplete id=byhand', 'bob', incident);
    expect(server.run()).toEqual([]);
    expect(outcomes(server).at(-1)).toBe('3 done');
  });

  it('closing the incident stops what waits', () => {
    const { server, incident } = started([ask]);
    server.run();
    server.command('!closeInvestigation closeNotes="superseded"', 'alice', incident);
    expect(server.run()).toEqual([]);
    expect(server.incident(incident)).toMatchObject({ status: 'closed', closeNotes: 'superseded' });
  });
});
