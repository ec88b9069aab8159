import type { Playbook } from '../../../scripts/playbooks/playbook';
import type { Task } from '../../../scripts/playbooks/tasks';
import { deterministicUuid } from '../content/deterministicuuid';

/** A task with what the build gives it. */
export interface Node {
  /** Position in the playbook as text, from `0`, the start. */
  readonly id: string;
  readonly uuid: string;
  /** Empty for the start. */
  readonly name: string;
  readonly task: Task | { readonly kind: 'start' };
}

/** `label`: what the server calls the way out of the task, `#none#` for the plain one. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** A playbook as a graph of numbered tasks. */
export interface Graph {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/**
 * Labels that the server gives a meaning (as exported playbooks have them): the plain way, the else branch, the error
 * path.
 */
export const LABELS = { plain: '#none#', otherwise: '#default#', error: '#error#' } as const;

/**
 * Numbers the tasks of a playbook in the order of its declaration, from 1; 0 is the start.
 *
 * @throws Error if an edge leads to a task that is not there
 */
export function graphOf(playbook: Playbook): Graph {
  const names = Object.keys(playbook.tasks);
  const ids = new Map(names.map((name, index) => [name, String(index + 1)]));
  const idOf = (name: string): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`${playbook.name}: no task "${name}"`);
    return id;
  };
  const nodes: Node[] = [{ id: '0', uuid: deterministicUuid(playbook.name, ''), name: '', task: { kind: 'start' } }];
  const edges: Edge[] = playbook.start.map((to) => ({ from: '0', to: idOf(to), label: LABELS.plain }));
  for (const name of names) {
    const task = playbook.tasks[name];
    nodes.push({ id: idOf(name), uuid: deterministicUuid(playbook.name, name), name, task });
    for (const [label, targets] of waysOut(task)) {
      for (const to of targets) edges.push({ from: idOf(name), to: idOf(to), label });
    }
  }
  return { nodes, edges };
}

/** Label and targets of each way out of a task, in the order of the server's editor; empty ones are left out. */
function waysOut(task: Task): readonly (readonly [string, readonly string[]])[] {
  return allWaysOut(task).filter(([, targets]) => targets.length > 0);
}

function allWaysOut(task: Task): readonly (readonly [string, readonly string[]])[] {
  switch (task.kind) {
    case 'title':
    case 'manual':
    case 'form':
    case 'subplaybook':
      return [[LABELS.plain, task.next]];
    case 'automation':
    case 'command':
      return [
        [LABELS.plain, task.next],
        [LABELS.error, Array.isArray(task.onError) ? (task.onError as readonly string[]) : []],
      ];
    case 'condition':
      return [[LABELS.otherwise, task.otherwise], ...task.branches.map(({ label, next }) => [label, next] as const)];
    case 'ask':
      return Object.entries(task.replies);
  }
}
