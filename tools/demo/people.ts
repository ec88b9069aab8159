import type { Json, WaitingTask } from '../lab/xsoar';
import { ADMIN } from './setting';

/** What the people of the demo answer when a task waits for one of them. */
export interface Answer {
  readonly user: string;
  readonly answer: Json;
  /** What the person does, for the audience. */
  readonly says: string;
}

/** undefined: nobody in the demo can settle it. */
export type People = (task: WaitingTask) => Answer | undefined;

/** The administrator lets everything pass. */
export const agreeing: People = (task) => {
  switch (task.kind) {
    case 'collection':
      return { user: ADMIN, answer: { '0': 'Approve', '1': '' }, says: 'has looked at the plan, and approves it' };
    case 'ask':
      return {
        user: ADMIN,
        answer: task.options[0],
        says: `is asked: ${task.options.join(' | ')}. Answers: ${task.options[0]}`,
      };
    case 'manual':
    case 'manual condition':
      return undefined;
  }
};

/** The administrator rejects plans, for this reason. */
export function rejecting(reason: string): People {
  return (task) =>
    task.kind === 'collection'
      ? { user: ADMIN, answer: { '0': 'Reject', '1': reason }, says: `rejects the plan: ${reason}` }
      : agreeing(task);
}
