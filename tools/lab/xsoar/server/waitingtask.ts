import { textOf } from '../json';
import type { Place } from '../playbook/frames';
import { resolve } from '../values/resolve';
import type { Core } from './core';
import { scopeOf } from './scope';

/** A task that waits for a person. */
export interface WaitingTask {
  readonly incident: string;
  readonly playbook: string;
  readonly id: string;
  readonly name: string;
  readonly kind: 'manual' | 'manual condition' | 'ask' | 'collection';
  readonly subject: string;
  readonly body: string;
  /** The branches of a question or manual condition. */
  readonly options: readonly string[];
  readonly questions: readonly WaitingQuestion[];
}

/** A question of a form, as the person sees it: with label and choices resolved. */
export interface WaitingQuestion {
  readonly id: string;
  readonly label: string;
  readonly required: boolean;
  readonly options: readonly string[];
}

/** What a person sees of a waiting task. */
export function describe(core: Core, { incident, frame, task }: Place): WaitingTask {
  const scope = scopeOf(core, incident, frame);
  const { work } = task;
  const common = { incident: incident.id, playbook: frame.playbook, id: task.id, name: task.name };
  const plain = { ...common, subject: '', body: '', options: [], questions: [] };
  switch (work.kind) {
    case 'ask':
    case 'collection': {
      const subject = textOf(resolve(scope, work.message.subject));
      const body = textOf(resolve(scope, work.message.body));
      if (work.kind === 'ask') return { ...plain, kind: 'ask', subject, body, options: work.options };
      const questions = work.form.questions.map(({ id, label, required, options }) => ({
        id,
        label: textOf(resolve(scope, label)),
        required,
        options: options.map((option) => textOf(resolve(scope, option))),
      }));
      return { ...plain, kind: 'collection', subject, body, questions };
    }
    case 'manual condition':
      return {
        ...plain,
        kind: 'manual condition',
        options: Object.keys(task.next).filter((label) => label !== '#default#'),
      };
    case 'manual':
    case 'pass':
    case 'run':
    case 'condition':
    case 'script condition':
    case 'playbook':
      return { ...plain, kind: 'manual' };
  }
}
