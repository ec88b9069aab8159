import {
  createServer,
  parsePlaybook,
  type Pack,
  type PlaybookContent,
  type Server,
  type ServerOptions,
  type TaskEvent,
} from '../../../tools/lab/xsoar';

/** A task as a playbook's YAML has it, without what every task has. */
export interface TaskOptions {
  readonly type?: string;
  readonly name?: string;
  /** Next tasks: a list is the plain flow, an object has labels. */
  readonly next?: readonly string[] | { readonly [label: string]: readonly string[] };
  /** `scriptName`, `script`, `playbookName`, `brand` … */
  readonly task?: object;
  readonly args?: { readonly [name: string]: unknown };
  readonly [key: string]: unknown;
}

/** A text value: literal, with `${}` replaced. */
export function simple(text: string): object {
  return { simple: text };
}

export function complex(root: string, more: object = {}): object {
  return { complex: { root, ...more } };
}

/** A comparison in a condition or filter. */
export function where(operator: string, left: string, right?: string): object {
  return {
    operator,
    left: { value: { simple: left }, iscontext: true },
    ...(right === undefined ? {} : { right: { value: { simple: right } } }),
  };
}

/** A playbook of these tasks; task 0 starts it. */
export function playbook(
  name: string,
  tasks: { readonly [id: string]: TaskOptions },
  more: object = {},
): PlaybookContent {
  const written = Object.fromEntries(Object.entries(tasks).map(([id, options]) => [id, taskOf(id, options)]));
  const document = {
    id: name,
    version: -1,
    name,
    description: '',
    starttaskid: '0',
    view: '{}',
    fromversion: '6.10.0',
  };
  return parsePlaybook(JSON.stringify({ ...document, tasks: written, ...more }), name);
}

function taskOf(id: string, options: TaskOptions): object {
  const { type = 'regular', name = `Task ${id}`, next, task = {}, args, ...more } = options;
  const taskid = `00000000-0000-4000-8000-${id.padStart(12, '0')}`;
  return {
    id,
    taskid,
    type,
    task: { id: taskid, version: -1, name, description: '', iscommand: false, brand: '', ...task },
    view: '{}',
    ...(next === undefined ? {} : { nexttasks: Array.isArray(next) ? { '#none#': next } : next }),
    ...(args === undefined ? {} : { scriptarguments: args }),
    ...more,
  };
}

export const START: TaskOptions = { type: 'start', next: ['1'] };

/** A task that writes its value under a key. */
export function setTask(key: string, value: object, next: TaskOptions['next'] = [], append = false): TaskOptions {
  const args = { key: simple(key), value, ...(append ? { append: simple('true') } : {}) };
  return { name: `Set ${key}`, task: { scriptName: 'Set' }, args, next };
}

export function pack(more: Partial<Pack>): Pack {
  const nothing = { scripts: [], integrations: [], playbooks: [], incidentTypes: [], incidentFields: [] };
  return { name: 'Test', ...nothing, classifiers: [], mappers: [], lists: [], layouts: {}, ...more };
}

/** An automation with this code; arguments as words, `[]` behind those that take lists. */
export function script(name: string, code: string, args = ''): Pack['scripts'][number] {
  const words = args === '' ? [] : args.split(' ');
  return {
    name,
    code,
    tags: [],
    timeout: 0,
    outputs: [],
    arguments: words.map((word) => ({
      name: word.replace('[]', ''),
      required: false,
      isArray: word.endsWith('[]'),
      positional: false,
      defaultValue: undefined,
      predefined: undefined,
    })),
  };
}

/** A server on which an incident runs the first of these playbooks. */
export function started(
  playbooks: readonly PlaybookContent[],
  more: Partial<Pack> = {},
  options: Partial<ServerOptions> = {},
): { readonly server: Server; readonly incident: string } {
  const server = createServer({ packs: [pack({ playbooks, ...more })], ...options });
  const incident = server.createIncident({ name: 'Test' });
  server.startPlaybook(incident, playbooks[0].name);
  return { server, incident };
}

/** Runs these playbooks to their end; the context of the incident. */
export function contextAfter(
  playbooks: readonly PlaybookContent[],
  more: Partial<Pack> = {},
  options: Partial<ServerOptions> = {},
): unknown {
  const { server, incident } = started(playbooks, more, options);
  server.run();
  return server.incident(incident).context;
}

/** What happened to the tasks, in order: `2 done`. */
export function outcomes(server: Server): readonly string[] {
  return server.trace
    .filter((event): event is TaskEvent => event.kind === 'task' && event.outcome !== 'started')
    .map(({ task, outcome }) => `${task.id} ${outcome}`);
}
