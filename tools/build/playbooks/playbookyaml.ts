import { stringify } from 'yaml';
import type { PlaybookInput } from '../../../scripts/playbooks/inputs';
import type { Playbook } from '../../../scripts/playbooks/playbook';
import type { Form, Message, Question, Task } from '../../../scripts/playbooks/tasks';
import { graphOf, type Graph, type Node } from './playbookgraph';
import { layoutOf, type Layout, type Point } from './playbooklayout';
import { argumentsYaml, conditionYaml, loopYaml, valueYaml } from './playbookvalueyaml';
import { FROM_VERSION } from '../content/scriptyaml';

type Yaml = Readonly<Record<string, unknown>>;

/** The YAML of a playbook as demisto-sdk wants it: strict keys, and no nulls. */
export function playbookYaml(playbook: Playbook): string {
  const graph = graphOf(playbook);
  const layout = layoutOf(graph);
  const document = {
    id: playbook.name,
    version: -1,
    name: playbook.name,
    description: playbook.description,
    starttaskid: '0',
    tasks: Object.fromEntries(layout.tasks.map(({ node, box }) => [node.id, taskYaml(node, box, graph)])),
    view: paperOf(layout),
    inputs: Object.entries(playbook.inputs).map(inputYaml),
    outputs: playbook.outputs.map(({ contextPath, description, type }) => ({
      contextPath,
      description,
      type: type.toLowerCase(),
    })),
    tests: ['No tests (auto formatted)'],
    fromversion: FROM_VERSION,
  };
  // The server and demisto-sdk read YAML 1.1, where a plain `yes` is a boolean.
  return stringify(document, { singleQuote: true, lineWidth: 0, indentSeq: false, compat: 'yaml-1.1' });
}

function inputYaml([key, { value, required, description }]: [string, PlaybookInput]): Yaml {
  return { key, value: value === undefined ? {} : valueYaml(value), required: required === true, description };
}

/** What the editor shows of the whole: labels where it puts them itself, and the extent of the drawing. */
function paperOf({ width, height }: Layout): string {
  return JSON.stringify({ linkLabelsPosition: {}, paper: { dimensions: { height, width, x: 0, y: 0 } } }, undefined, 2);
}

function taskYaml(node: Node, { x, y }: Point, graph: Graph): Yaml {
  return {
    id: node.id,
    taskid: node.uuid,
    type: TYPES[node.task.kind],
    task: innerYaml(node),
    ...nextYaml(node, graph),
    ...(node.task.kind === 'start' ? { separatecontext: false } : kindYaml(node.task)),
    view: JSON.stringify({ position: { x, y } }, undefined, 2),
    note: false,
    timertriggers: [],
    ignoreworker: false,
    skipunavailable: 'skipUnavailable' in node.task && node.task.skipUnavailable === true,
    quietmode: 0,
    isoversize: false,
    isautoswitchedtoquietmode: false,
  };
}

const TYPES: Readonly<Record<Node['task']['kind'], string>> = {
  start: 'start',
  title: 'title',
  automation: 'regular',
  command: 'regular',
  manual: 'regular',
  condition: 'condition',
  ask: 'condition',
  form: 'collection',
  subplaybook: 'playbook',
};

function innerYaml({ uuid, name, task }: Node): Yaml {
  return {
    id: uuid,
    version: -1,
    name,
    description: 'description' in task ? task.description : '',
    ...(task.kind !== 'start' && { type: TYPES[task.kind] }),
    ...(task.kind === 'automation' && { scriptName: task.script }),
    ...(task.kind === 'command' && { script: `${task.brand}|||${task.command}` }),
    ...(task.kind === 'subplaybook' && { playbookName: task.playbook }),
    iscommand: task.kind === 'command',
    brand: task.kind === 'command' ? task.brand : '',
  };
}

function nextYaml({ id }: Node, graph: Graph): Yaml {
  const next: Record<string, string[]> = {};
  for (const edge of graph.edges.filter(({ from }) => from === id)) {
    next[edge.label] = [...(next[edge.label] ?? []), edge.to];
  }
  return Object.keys(next).length === 0 ? {} : { nexttasks: next };
}

function kindYaml(task: Task): Yaml {
  switch (task.kind) {
    case 'title':
    case 'manual':
      return { separatecontext: false, continueonerrortype: '' };
    case 'automation':
    case 'command':
      return { scriptarguments: workArguments(task), separatecontext: false, ...errorYaml(task.onError) };
    case 'condition': {
      const conditions = task.branches.map(({ label, when }) => ({ label, condition: conditionYaml(when) }));
      return { separatecontext: false, conditions, continueonerrortype: '' };
    }
    case 'ask': {
      const message = { ...messageYaml(task.message), replyOptions: Object.keys(task.replies) };
      return { separatecontext: false, continueonerrortype: '', message };
    }
    case 'form':
      return {
        separatecontext: false,
        continueonerrortype: '',
        message: messageYaml(task.message),
        form: formYaml(task.form),
      };
    case 'subplaybook':
      return {
        scriptarguments: argumentsYaml(task.arguments),
        separatecontext: true,
        continueonerrortype: '',
        ...(task.loop && { loop: loopYaml(task.loop) }),
      };
  }
}

function workArguments(task: Extract<Task, { kind: 'automation' | 'command' }>): Yaml {
  const given = argumentsYaml(task.arguments);
  if (task.retry === undefined) return given;
  const retry = { 'retry-count': String(task.retry.count), 'retry-interval': String(task.retry.seconds) };
  return { ...given, ...argumentsYaml(retry) };
}

function errorYaml(onError: 'stop' | 'continue' | readonly string[]): Yaml {
  if (onError === 'stop') return { continueonerrortype: '' };
  if (onError === 'continue') return { continueonerror: true, continueonerrortype: '' };
  return { continueonerror: true, continueonerrortype: 'errorPath' };
}

/** No method: nobody is written to, the question stands in the work plan. */
function messageYaml({ subject, body }: Message): Yaml {
  return {
    subject: valueYaml(subject),
    body: valueYaml(body),
    methods: [],
    format: '',
    timings: {
      retriescount: 2,
      retriesinterval: 360,
      completeafterreplies: 1,
      completeafterv2: true,
      completeaftersla: false,
    },
  };
}

function formYaml({ title, description, questions }: Form): Yaml {
  return { questions: questions.map(questionYaml), title, description, sender: '', expired: false, totalanswers: 0 };
}

function questionYaml(question: Question, index: number): Yaml {
  const options = question.kind === 'choice' ? question.options : [];
  return {
    id: String(index),
    label: '',
    labelarg: valueYaml(question.text),
    required: question.required,
    gridcolumns: [],
    defaultrows: [],
    type: question.kind === 'choice' ? 'singleSelect' : 'longText',
    options: [],
    optionsarg: options.map(valueYaml),
    fieldassociated: '',
    placeholder: '',
    tooltip: '',
    readonly: false,
  };
}
