import { committedPlaybooks, type PlaybookYaml, type TaskYaml } from './pack';

/** What must hold on every way through the committed playbooks, whatever their tasks answer. */

const PLAYBOOKS = new Map(committedPlaybooks().map(({ playbook }) => [playbook.name, playbook]));

function playbookNamed(name: string): PlaybookYaml {
  const found = PLAYBOOKS.get(name);
  if (found === undefined) throw new Error(`no playbook ${name}`);
  return found;
}

/** Every way from the start to an end: tasks, with the label by which each was left. */
function waysThrough(playbook: PlaybookYaml): readonly (readonly Step[])[] {
  const follow = (id: string): Step[][] => {
    const task = playbook.tasks[id];
    const out = Object.entries(task.nexttasks ?? {});
    if (out.length === 0) return [[{ task, label: '', beside: [] }]];
    return out.flatMap(([label, targets]) => {
      const beside = targets.map((target) => playbook.tasks[target].task.name);
      return targets.flatMap((target) => follow(target).map((rest) => [{ task, label, beside }, ...rest]));
    });
  };
  return follow('0');
}

interface Step {
  readonly task: TaskYaml;
  readonly label: string;
  /** The names of all tasks that start when this one ends so. */
  readonly beside: readonly string[];
}

function namesOn(way: readonly Step[]): string[] {
  return way.map(({ task }) => task.task.name);
}

function waitsForPerson({ type, task, message }: TaskYaml): boolean {
  return message !== undefined || (type === 'regular' && task.script === undefined && task.scriptName === undefined);
}

function report(way: readonly Step[]): string[] {
  return way.flatMap(({ task }) => (task.task.scriptName === 'CNSeriesReport' ? [stageOf(task)] : []));
}

function stageOf(task: TaskYaml): string {
  return (task.scriptarguments?.stage as { readonly simple: string }).simple;
}

describe.each(['CN-Series - Plan and Apply', 'CN-Series - Apply Rulebase'])('%s', (name) => {
  const ways = waysThrough(playbookNamed(name));

  it('whatever happens to the task that holds the lock, the lock is released with its end', () => {
    const holder = name === 'CN-Series - Apply Rulebase' ? 'Apply the Plan' : 'Make the Plan';
    const steps = ways.flat().filter(({ task }) => task.task.name === holder);
    expect(steps.length).toBeGreaterThan(0);
    for (const step of steps) expect(step.beside).toContain('Let Other Runs of the Cluster Go On');
  });

  it('nobody is waited for while the lock is held, but for errors of the step itself', () => {
    for (const way of ways) {
      const taken = way.findIndex(
        ({ task, label }) => task.task.name === 'Keep Other Runs of the Cluster Waiting' && label === '#none#',
      );
      if (taken < 0) continue;
      const holding = way
        .slice(taken + 1)
        .findIndex(({ beside }) => beside.includes('Let Other Runs of the Cluster Go On'));
      expect(holding).toBeGreaterThanOrEqual(0);
      expect(way.slice(taken, taken + 1 + holding).filter(({ task }) => waitsForPerson(task))).toEqual([]);
    }
  });

  it('a lock that is not had leads to a person, and to no write', () => {
    const failed = ways.filter((way) =>
      way.some(({ task, label }) => task.task.name === 'Keep Other Runs of the Cluster Waiting' && label === '#error#'),
    );
    expect(failed.map((way) => namesOn(way).slice(-2))).toEqual([['Take Over from a Run That Broke Off', 'Done']]);
  });
});

describe('CN-Series - Plan and Apply', () => {
  const ways = waysThrough(playbookNamed('CN-Series - Plan and Apply'));
  const applying = ways.filter((way) => namesOn(way).includes('Apply the Rulebase'));

  it('nothing is applied without a plan that is ready or approved', () => {
    expect(applying.length).toBeGreaterThan(0);
    for (const way of applying) {
      const decision = way.find(({ task }) => task.task.name === 'Was the plan approved?');
      const state = way.find(({ task }) => task.task.name === 'What is the state of the plan?');
      expect([state?.label, decision?.label]).toEqual(
        state?.label === 'ready' ? ['ready', undefined] : ['needs approval', 'yes'],
      );
    }
  });

  it('a plan that is refused, or has a state that nobody knows, leads to a person', () => {
    const unknown = ways.filter((way) =>
      way.some(({ task, label }) => task.task.name === 'What is the state of the plan?' && label === '#default#'),
    );
    expect(unknown.length).toBeGreaterThan(0);
    for (const way of unknown) expect(namesOn(way)).toContain('Resolve What Stands in the Way');
  });

  it('authors are told before a person is waited for', () => {
    for (const way of ways) {
      const waiting = way.findIndex(({ task }) => waitsForPerson(task));
      const isLock = waiting >= 0 && way[waiting].task.task.name === 'Take Over from a Run That Broke Off';
      if (waiting >= 0 && !isLock) expect(report(way.slice(0, waiting))).not.toEqual([]);
    }
  });

  it('every way through ends in a stage that authors are told, but for those that another round or incident repeats', () => {
    const silent = ways.filter((way) => namesOn(way).at(-1) === 'Done' && report(way).length === 0);
    expect(new Set(silent.map((way) => namesOn(way).at(-2)))).toEqual(
      new Set(['Was the rulebase applied?', 'Take Over from a Run That Broke Off', 'Is there a newer incident?']),
    );
  });
});

describe('CN-Series - Commit and Push', () => {
  const ways = waysThrough(playbookNamed('CN-Series - Commit and Push'));

  it.each([
    ['Commit Until Done', 'Is auto-commit on?', ['Commit the Rules', 'Commit now']],
    ['Push Until Done', 'Is auto-push on?', ['Push the Rules', 'Push now']],
  ])('%s comes only after an explicit input or the word of a person', (work, guard, [question, word]) => {
    const working = ways.filter((way) => namesOn(way).includes(work));
    expect(working.length).toBeGreaterThan(0);
    for (const way of working) {
      const label = way.find(({ task }) => task.task.name === guard)?.label;
      const answer = way.find(({ task }) => task.task.name === question)?.label;
      expect([label, answer]).toEqual(label === 'yes' ? ['yes', undefined] : ['#default#', word]);
    }
  });

  it("other people's changes are pushed only by the word of a person", () => {
    const pushing = ways.filter((way) => namesOn(way).includes('Push Everything Until Done'));
    expect(pushing.length).toBeGreaterThan(0);
    for (const way of pushing) {
      const answer = way.find(({ task }) => task.task.name === 'Push Despite Changes of Others');
      expect(answer?.label).toBe('Push everything');
    }
  });

  it('rules are called effective only after they were verified', () => {
    const effective = ways.filter((way) => report(way).includes('effective'));
    expect(effective.length).toBeGreaterThan(0);
    for (const way of effective) {
      const asked = way.filter(({ task }) => /^(Are the rules|Is the closing) effective\?$/.test(task.task.name));
      expect(asked.map(({ label }) => label)).toEqual(asked.length === 2 ? ['yes', 'yes'] : ['yes']);
    }
  });

  it('the defaults of both switches are off', () => {
    const { inputs } = playbookNamed('CN-Series - Commit and Push');
    const switches = inputs.filter(({ key }) => key.startsWith('Auto'));
    expect(switches).toMatchObject([{ value: { simple: 'false' } }, { value: { simple: 'false' } }]);
  });
});

describe('CN-Series - Policy Change', () => {
  const ways = waysThrough(playbookNamed('CN-Series - Policy Change'));

  it('the incident is closed, or left to a person, on every way', () => {
    for (const way of ways) {
      const isClosed = way.some(({ task }) => task.task.script === 'Builtin|||closeInvestigation');
      const isLeft = waitsForPerson(way[way.length - 2].task);
      expect([namesOn(way).slice(-3), isClosed !== isLeft]).toEqual([namesOn(way).slice(-3), true]);
    }
  });

  it('an incident closes as effective only with rules that are effective', () => {
    const closing = ways.filter((way) => namesOn(way).includes('Close the Change'));
    expect(closing.length).toBeGreaterThan(0);
    for (const way of closing) {
      const asked = way.filter(({ task }) => /^(Are the rules|Is the closing) effective\?$/.test(task.task.name));
      expect(asked.map(({ label }) => label)).toEqual(asked.length === 2 ? ['yes', 'yes'] : ['yes']);
    }
  });

  it('rounds are bounded', () => {
    const loops = [...PLAYBOOKS.values()].flatMap(({ tasks }) =>
      Object.values(tasks).flatMap(({ loop }) => (loop === undefined ? [] : [loop as { readonly max: number }])),
    );
    expect(loops.length).toBe(8);
    for (const { max } of loops) expect(max).toBeLessThanOrEqual(200);
    const rounds = Object.values(playbookNamed('CN-Series - Policy Change').tasks).flatMap(({ loop }) => loop ?? []);
    expect(rounds).toMatchObject([{ max: 5 }, { max: 5 }]);
  });
});
