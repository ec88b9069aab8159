import { readForm, readMessage } from './communication';
import type { Reader } from './reader';
import type { Branch, FieldMapping, Loop, OnError, Target, Task, Work } from './types';
import { readConjunction, readValue, readValues } from './values';

const KEYS =
  'id taskid type task view nexttasks scriptarguments conditions loop message form separatecontext continueonerror ' +
  'continueonerrortype skipunavailable quietmode ignoreworker note evidencedata timertriggers sla slareminder ' +
  'reputationcalc results fieldMapping defaultassigneecomplex restrictedcompletion isoversize isautoswitchedtoquietmode';
const INNER_KEYS = 'id version name description iscommand brand type scriptName script playbookName playbookId tags';

/** One task of a playbook, as the YAML has it under `tasks`. */
export function readTask(key: string, reader: Reader): Task {
  reader.only(KEYS.split(' '));
  const inner = reader.at('task').only(INNER_KEYS.split(' '));
  if (!/^\d+$/.test(key) || reader.text('id') !== key) reader.fail('the id must be the key, and a number');
  if (reader.text('taskid') !== inner.text('id')) reader.fail('taskid and task.id differ');
  const type = reader.text('type');
  const next = reader
    .entries('nexttasks')
    .map(([label, ids]) => [label, ids.elements().map((id) => id.asText())] as const);
  const task: Task = {
    id: key,
    name: inner.text('name'),
    type,
    tags: inner.texts('tags'),
    work: readWork(type, reader, inner),
    next: Object.fromEntries(next),
    arguments: readValues(reader, 'scriptarguments'),
    onError: readOnError(reader),
    skipUnavailable: reader.flag('skipunavailable'),
    fieldMapping: reader.list('fieldMapping').map(readFieldMapping),
  };
  checkLabels(reader, task);
  return task;
}

function readWork(type: string, reader: Reader, inner: Reader): Work {
  switch (type) {
    case 'start':
    case 'title':
    case 'section':
      return { kind: 'pass' };
    case 'regular':
    case 'standard': {
      const target = readTarget(inner);
      return target === undefined ? { kind: 'manual' } : { kind: 'run', target };
    }
    case 'condition':
      return readCondition(reader, inner);
    case 'collection':
      return { kind: 'collection', message: readMessage(reader.at('message')), form: readForm(reader.at('form')) };
    case 'playbook':
      return {
        kind: 'playbook',
        playbook: inner.text('playbookName'),
        separate: reader.flag('separatecontext'),
        loop: reader.has('loop') ? readLoop(reader.at('loop')) : undefined,
      };
    default:
      return reader.fail(`tasks of the type "${type}" are not known`);
  }
}

function readCondition(reader: Reader, inner: Reader): Work {
  const target = readTarget(inner);
  if (target !== undefined) return { kind: 'script condition', target };
  if (reader.has('message')) {
    const message = reader.at('message');
    const options = message.texts('replyOptions');
    if (options.length === 0) message.fail('a question needs reply options');
    return { kind: 'ask', message: readMessage(message), options };
  }
  if (reader.list('conditions').length > 0) {
    return { kind: 'condition', branches: reader.list('conditions').map(readBranch) };
  }
  return { kind: 'manual condition' };
}

function readBranch(reader: Reader): Branch {
  reader.only(['label', 'condition']);
  return { label: reader.text('label'), condition: readConjunction(reader, 'condition') };
}

/** `scriptName: X`, `script: X`, `script: Brand|||command`, `script: '|||command'`. */
function readTarget(inner: Reader): Target | undefined {
  const script = inner.has('scriptName') ? inner.text('scriptName') : inner.textOr('script', '');
  if (script === '') return undefined;
  const bars = script.indexOf('|||');
  if (inner.flag('iscommand') !== bars >= 0) inner.fail('iscommand goes with a script of the form brand|||command');
  if (bars < 0) return { kind: 'automation', name: script };
  const brand = script.slice(0, bars);
  if (inner.text('brand') !== brand) inner.at('brand').fail(`the script names the brand "${brand}"`);
  return { kind: 'command', brand, name: script.slice(bars + 3) };
}

function readLoop(reader: Reader): Loop {
  reader.only([
    'iscommand',
    'exitCondition',
    'wait',
    'max',
    'forEach',
    'builtincondition',
    'scriptId',
    'scriptArguments',
    'brand',
  ]);
  const common = { wait: reader.numberOr('wait', 1), max: reader.numberOr('max', 100) };
  if (common.max < 1) reader.at('max').fail('what a maximum of 0 means is not known');
  const forms = [reader.flag('forEach'), reader.has('builtincondition'), reader.textOr('scriptId', '') !== ''];
  if (forms.filter(Boolean).length !== 1) reader.fail('a loop needs one of forEach, builtincondition and scriptId');
  if (reader.textOr('exitCondition', '') !== '')
    reader.at('exitCondition').fail('this form of exit condition is not known');
  if (reader.has('builtincondition')) {
    const condition = readConjunction(reader, 'builtincondition');
    return { ...common, exit: { kind: 'condition', condition } };
  }
  if (reader.textOr('scriptId', '') !== '') {
    const args = readValues(reader, 'scriptArguments');
    return { ...common, exit: { kind: 'script', name: reader.text('scriptId'), arguments: args } };
  }
  return { ...common, exit: { kind: 'each input' } };
}

function readOnError(reader: Reader): OnError {
  const type = reader.textOr('continueonerrortype', '');
  if (type !== '' && type !== 'errorPath') reader.at('continueonerrortype').fail(`"${type}" is not known`);
  if (type === 'errorPath' && !reader.flag('continueonerror')) reader.fail('an error path needs continueonerror');
  if (!reader.flag('continueonerror')) return 'stop';
  return type === 'errorPath' ? 'errorPath' : 'continue';
}

function readFieldMapping(reader: Reader): FieldMapping {
  reader.only(['incidentfield', 'output']);
  return { field: reader.text('incidentfield'), output: readValue(reader.at('output')) };
}

/** Labels that no outcome of the task can take are mistakes, and so are outcomes without a label. */
function checkLabels(reader: Reader, task: Task): void {
  const labels = Object.keys(task.next);
  if (labels.includes('#error#') !== (task.onError === 'errorPath')) {
    reader.fail('#error# and continueonerrortype: errorPath go together');
  }
  const own = labels.filter((label) => label !== '#error#');
  if (task.work.kind === 'condition' || task.work.kind === 'ask') {
    const known = task.work.kind === 'ask' ? task.work.options : task.work.branches.map(({ label }) => label);
    const missing = [
      ...known.filter((label) => !own.includes(label)),
      ...own.filter((label) => !known.includes(label)),
    ];
    if (missing.some((label) => label !== '#default#'))
      reader.fail(`branches and labels differ: ${missing.join(', ')}`);
    return;
  }
  if (task.type === 'condition') {
    if (own.every((label) => label === '#default#')) reader.fail('a condition needs a branch besides #default#');
    return;
  }
  const strange = own.filter((label) => label !== '#none#');
  if (strange.length > 0) reader.fail(`unknown branch ${strange.join(', ')}`);
}
