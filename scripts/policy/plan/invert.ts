import { hasKey } from '../text/canonical';
import type { Operation, RulePosition } from './types';

/**
 * The operations that undo what was done, last first: the rulebase goes back through the same states, so that they are
 * as safe as the way there. A deleted rule comes back at the end and moves to where it stood; until then nothing but
 * what it allowed before reaches it.
 *
 * What cannot be written back (`before` undefined) stays as the operation left it.
 *
 * @param done what was carried out: a plan's operations, or its first ones
 */
export function invertOperations(done: readonly Operation[]): Operation[] {
  const inverse: Operation[] = [];
  const lost: LostRules = {};
  for (let i = done.length - 1; i >= 0; i--) {
    for (const operation of inverseOf(done[i], lost)) inverse.push(operation);
  }
  return inverse;
}

/** Where deleted rules stood that cannot come back: what stood below them goes there. */
interface LostRules {
  [key: string]: RulePosition;
}

const BOTTOM: RulePosition = { where: 'bottom', anchor: '' };

function inverseOf(done: Operation, lost: LostRules): Operation[] {
  switch (done.op) {
    case 'create':
      return [{ op: 'delete', kind: done.kind, name: done.name, before: done.after, position: BOTTOM }];
    case 'replace':
      return done.before === undefined ? [] : [{ ...done, before: done.after, after: done.before }];
    case 'move':
      return [{ ...done, from: done.to, to: withoutLost(done.from, lost) }];
    case 'delete':
      return recreate(done, lost);
  }
}

function recreate(done: Extract<Operation, { readonly op: 'delete' }>, lost: LostRules): Operation[] {
  const position = withoutLost(done.position, lost);
  if (done.before === undefined) {
    lost['=' + done.name] = position;
    return [];
  }
  const created: Operation = { op: 'create', kind: done.kind, name: done.name, after: done.before };
  if (done.kind !== 'rule' || position.where === 'bottom') return [created];
  return [created, { op: 'move', kind: 'rule', name: done.name, from: BOTTOM, to: position }];
}

function withoutLost(position: RulePosition, lost: LostRules): RulePosition {
  const key = '=' + position.anchor;
  return position.where === 'after' && hasKey(lost, key) ? lost[key] : position;
}
