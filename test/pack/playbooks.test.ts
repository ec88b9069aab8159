import { list, PLAYBOOKS, record, tasksOf, type Task } from './pack';

/** Playbooks as graphs, and where they ask. */

const PUBLISHING = ['CNSeriesCommit', 'CNSeriesPush'];
const targets = (task: Task | undefined): readonly string[] => Object.values(task?.next ?? {}).flat();

describe.each(PLAYBOOKS.map((item) => ({ name: String(item.data.name), item })))('$name', ({ item }) => {
  const tasks = tasksOf(item);
  const byId = new Map(tasks.map((task) => [task.id, task]));

  it('has a start that reaches every task, and edges to tasks that exist', () => {
    const reached = new Set<string>();
    const waiting = [String(item.data.starttaskid)];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const task = byId.get(id);
      expect({ edgeTo: id, exists: task !== undefined }).toEqual({ edgeTo: id, exists: true });
      if (task === undefined || reached.has(id)) continue;
      reached.add(id);
      waiting.push(...targets(task));
    }
    expect(tasks.filter((task) => !reached.has(task.id)).map((task) => task.name)).toEqual([]);
  });

  it('has no circle of tasks', () => {
    const open = new Set<string>();
    const done = new Set<string>();
    const visit = (id: string): boolean => {
      if (done.has(id)) return true;
      if (open.has(id)) return false;
      open.add(id);
      const fine = targets(byId.get(id)).every(visit);
      open.delete(id);
      done.add(id);
      return fine;
    };
    expect(visit(String(item.data.starttaskid))).toBe(true);
  });

  it('numbers its tasks, with a UUID of its own for each', () => {
    for (const { id, data, task } of tasks) {
      expect(data.id).toBe(id);
      expect(data.taskid).toBe(task.id);
      expect(String(task.id)).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    }
    expect(new Set(tasks.map(({ task }) => task.id)).size).toBe(tasks.length);
  });

  it('leads from each condition by the labels that it has, and by at least one besides the default', () => {
    for (const { type, data, next, name } of tasks.filter((task) => task.type === 'condition')) {
      const labels = Object.keys(next).filter((label) => label !== '#default#' && label !== '#error#');
      const given =
        data.conditions === undefined
          ? list(record(data.message).replyOptions).map(String)
          : list(data.conditions).map((one) => String(one.label));
      const lower = (texts: readonly string[]): readonly string[] => texts.map((text) => text.toLowerCase()).sort();
      if (data.message === undefined || given.length > 0) {
        expect({ type, name, labels: lower(labels) }).toEqual({ type, name, labels: lower(given) });
      }
      expect(labels.length).toBeGreaterThan(0);
    }
  });

  it('has an error path exactly where a task says so', () => {
    for (const { data, next, name } of tasks) {
      const wanted = data.continueonerrortype === 'errorPath';
      expect({ name, error: Object.hasOwn(next, '#error#') }).toEqual({ name, error: wanted });
    }
  });

  it('names no instance, deletes no context and has nothing of a server of its own', () => {
    expect(item.text).not.toMatch(/DeleteContext|rolename/);
    for (const { data } of tasks) {
      const using = record(record(data.scriptarguments).using).simple;
      if (using !== undefined) expect(using).toContain('${');
    }
  });

  it('declares the inputs that it uses, and uses those that it declares', () => {
    const declared = list(item.data.inputs).map((input) => String(input.key));
    const body = item.text.slice(item.text.indexOf('\ntasks:'));
    const used = new Set([...body.matchAll(/\binputs\.([A-Za-z_]+)/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual([...declared].sort());
  });

  it('asks, or has an input that decides, before it commits or pushes', () => {
    const publishes = tasks.some(({ task }) => PUBLISHING.includes(String(task.scriptName)));
    if (!publishes) return;
    expect(list(item.data.inputs).map((input) => input.key)).toEqual(
      expect.arrayContaining(item.data.name === 'CN-Series - Next Step' ? ['Stage'] : ['AutoCommit', 'AutoPush']),
    );
  });
});
