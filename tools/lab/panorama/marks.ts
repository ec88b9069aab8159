import type { Changes } from './changes';
import type { Journal } from './tree/journal';
import { type ConfigNode, type DirtyMark, walk } from './tree/node';
import { nodeAt, type PlaceStep } from './xpath/simple';

/** Marks what a request changed and everything above it, as PAN-OS does in candidate reads. */
export function markChanges(journal: Journal, mark: DirtyMark): void {
  for (const node of [...journal.touched, ...journal.moved]) {
    const below = journal.inserted.has(node) ? walk(node) : [node];
    for (const one of below) journal.setMark(one, mark);
    for (const above of ancestorsOf(node)) if (above.mark !== mark) journal.setMark(above, mark);
  }
}

/** Everything above a node but the root. */
function ancestorsOf(node: ConfigNode): readonly ConfigNode[] {
  const found: ConfigNode[] = [];
  for (let current = node.parent; current?.parent !== undefined; current = current.parent) found.push(current);
  return found;
}

/** Takes the marks of committed or reverted places away, and restores those above what is still uncommitted. */
export function clearMarks(candidate: ConfigNode, places: readonly (readonly PlaceStep[])[], changes: Changes): void {
  const pending = new Set(changes.pendingUnits().map((unit) => JSON.stringify(unit.steps)));
  for (const steps of places) {
    const node = pending.has(JSON.stringify(steps)) ? undefined : nodeAt(candidate, steps);
    if (node !== undefined) for (const one of walk(node)) one.mark = undefined;
    clearAbove(candidate, steps);
  }
  for (const unit of changes.pendingUnits()) {
    const node = nodeAt(candidate, unit.steps);
    if (node !== undefined) {
      node.mark ??= unit.mark;
      for (const above of ancestorsOf(node)) above.mark = unit.mark;
    } else markPlace(candidate, unit.steps, unit.mark);
  }
}

function clearAbove(candidate: ConfigNode, steps: readonly PlaceStep[]): void {
  let current: ConfigNode | undefined = candidate;
  for (const step of steps) {
    current = current.child(step.tag, step.name);
    if (current === undefined) return;
    current.mark = undefined;
  }
}

function markPlace(candidate: ConfigNode, steps: readonly PlaceStep[], mark: DirtyMark): void {
  let current: ConfigNode | undefined = candidate;
  for (const step of steps) {
    current = current.child(step.tag, step.name);
    if (current === undefined) return;
    current.mark = mark;
  }
}
