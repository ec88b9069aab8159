import { childShape, type LeafShape, type NodeShape, type Shape } from '../schema/shape';
import type { ConfigNode } from '../tree/node';
import type { ShapeCheck } from './shapecheck';
import { membersProblems } from './members';
import type { Problem } from './problem';

/** `complete` also asks for what a finished entry must have, as a replacement and a commit do. */
export type Depth = 'as-written' | 'complete';

/** Checks a node against its shape, downwards, and collects the names that it refers to. */
export function checkShape(node: ConfigNode, shape: Shape, depth: Depth, check: ShapeCheck): void {
  if (shape.kind !== 'leaf' && shape.kind !== 'open' && node.text.trim() !== '') {
    check.problems.push({ node, texts: ['has text that is unexpected here'] });
  }
  switch (shape.kind) {
    case 'open':
      return;
    case 'leaf':
      checkLeaf(node, shape, check);
      return;
    case 'members':
      membersProblems(node, shape, check);
      return;
    case 'entries':
      for (const child of node.children) {
        if (child.tag === 'entry') checkShape(child, shape.entry, depth, check);
        else check.problems.push(unexpected(child));
      }
      return;
    case 'node':
      checkNode(node, shape, depth, check);
  }
}

const unexpected = (node: ConfigNode): Problem => ({ node, texts: ['unexpected here'] });

function checkLeaf(node: ConfigNode, shape: LeafShape, check: ShapeCheck): void {
  const { text } = node;
  if (node.children.length > 0) check.problems.push({ node, texts: ['has no child nodes', 'is invalid'] });
  else if (shape.maximum !== undefined && text.length > shape.maximum) {
    check.problems.push({ node, texts: [`length should be less than or equal to ${shape.maximum}`, 'is invalid'] });
  } else if (shape.values !== undefined && !shape.values.includes(text)) {
    check.problems.push({ node, texts: [`'${text}' is not an allowed keyword`, 'is invalid'] });
  } else {
    const lines = shape.check?.(text) ?? [];
    if (lines.length > 0) check.problems.push({ node, texts: [...lines, 'is invalid'] });
    if (shape.reference !== undefined) {
      check.references.push({ node, space: shape.reference, name: text, field: 'other' });
    }
  }
}

function checkNode(node: ConfigNode, shape: NodeShape, depth: Depth, check: ShapeCheck): void {
  const seen = new Set<string>();
  for (const child of node.children) {
    const inner = childShape(shape, child.tag);
    if (inner === undefined || child.name !== undefined) check.problems.push(unexpected(child));
    else if (seen.has(child.tag)) check.problems.push({ node: child, texts: ['is a duplicate node', 'is invalid'] });
    else checkShape(child, inner, depth, check);
    seen.add(child.tag);
  }
  for (const choice of shape.choices ?? []) {
    const present = choice.filter((tag) => seen.has(tag));
    if (present.length > 1) {
      check.problems.push({
        node,
        texts: [`constraints failed : ${present.join(', ')} exclude each other`, 'is invalid'],
      });
    }
  }
  if (depth === 'complete') check.problems.push(...missing(node, shape));
}

/** What a finished node lacks; a list without members counts as absent. */
function missing(node: ConfigNode, shape: NodeShape): readonly Problem[] {
  const present = (tag: string): boolean => {
    const child = node.child(tag);
    return child !== undefined && (shape.children[tag]?.kind !== 'members' || child.children.length > 0);
  };
  const single = (shape.required ?? []).filter((tag) => !present(tag));
  const choices = (shape.requiredChoices ?? []).filter((tags) => !tags.some(present));
  return [...single, ...choices.map((tags) => tags.join(' or '))].map((tag) => ({
    node,
    texts: [`is missing '${tag}'`],
  }));
}
