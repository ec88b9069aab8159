import { isScopeNode, objectOf, scopeNodeOf } from '../hierarchy';
import { childShape, type Naming, naming, type NodeShape, type Shape } from '../schema/shape';
import type { ConfigNode } from '../tree/node';
import { nameProblems, shapeOf } from './entry';
import type { Problem } from './problem';
import type { ShapeCheck } from './shapecheck';
import { checkShape } from './shape';

/** Device groups: 1 to 63 characters, not `shared` (SDK specification, `device-group`). */
const GROUP_NAMING: Naming = naming(63, ['shared']);

/** Checks what lies above objects and rules: the containers of a scope, its own leaves, a new device group's name. */
export function structureProblems(node: ConfigNode, shape: NodeShape): readonly Problem[] {
  const scopeNode = scopeNodeOf(node);
  if (scopeNode === undefined) return node.children.flatMap((child) => structureProblems(child, shape));
  if (objectOf(node) !== undefined) return [];
  const own = isScopeNode(node) && node.tag === 'entry' ? nameProblems(node, GROUP_NAMING) : [];
  const at = shapeOf(node, scopeNode, shape);
  return at === undefined ? [{ node, texts: ['unexpected here'] }] : [...own, ...below(node, at)];
}

function below(node: ConfigNode, shape: Shape): readonly Problem[] {
  switch (shape.kind) {
    case 'open':
      return [];
    case 'leaf':
    case 'members': {
      const check: ShapeCheck = { problems: [], references: [] };
      checkShape(node, shape, 'as-written', check);
      return check.problems;
    }
    case 'entries':
      return [...stray(node), ...node.children.filter((child) => child.tag !== 'entry').map(unexpected)];
    case 'node':
      return [
        ...stray(node),
        ...node.children.flatMap((child) => {
          const inner = childShape(shape, child.tag);
          return inner === undefined || child.name !== undefined ? [unexpected(child)] : below(child, inner);
        }),
      ];
  }
}

const unexpected = (node: ConfigNode): Problem => ({ node, texts: ['unexpected here'] });

/** Text where only nodes may stand. */
const stray = (node: ConfigNode): readonly Problem[] =>
  node.text.trim() === '' ? [] : [{ node, texts: ['has text that is unexpected here'] }];
