import type { ConfigNode } from '../tree/node';

/** One thing that a device refuses: the node it is about, and what its message lines say after the node's path. */
export interface Problem {
  readonly node: ConfigNode;
  readonly texts: readonly string[];
}

/**
 * Where the printed path starts: the node that the request's xpath names (rule messages in pan-os-python issue 110).
 */
export function pathLabels(node: ConfigNode, from: ConfigNode | undefined): readonly string[] {
  const labels: string[] = [];
  for (let current: ConfigNode | undefined = node; current?.parent !== undefined; current = current.parent) {
    if (current.tag !== 'member') labels.push(current.label);
    if (current === from) break;
  }
  return labels.reverse();
}

/** The lines of a problem: ` web-in -> source 'x' is not a valid reference`. */
export function problemLines(problem: Problem, from: ConfigNode | undefined): readonly string[] {
  const path = pathLabels(problem.node, from).join(' -> ');
  return problem.texts.map((text) => ` ${path} ${text}`);
}
