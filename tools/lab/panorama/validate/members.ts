import type { MembersShape } from '../schema/shape';
import type { ConfigNode } from '../tree/node';
import type { ShapeCheck } from './shapecheck';
import { isIpNetmask, isIpRange } from './values';

/** Checks a member list: keywords that stand alone, counts, lengths, duplicates; collects its references. */
export function membersProblems(list: ConfigNode, shape: MembersShape, check: ShapeCheck): void {
  const report = (...texts: readonly string[]): void => {
    check.problems.push({ node: list, texts });
  };
  const names: string[] = [];
  for (const child of list.children) {
    if (child.tag !== 'member' || child.children.length > 0) {
      check.problems.push({ node: child, texts: ['unexpected here'] });
    } else names.push(child.text);
  }
  const alone = (shape.alone ?? []).find((word) => names.includes(word));
  if (alone !== undefined && names.length > 1) {
    report(`is invalid. '${alone}' should not be used with another ${list.tag}`);
  }
  if (shape.maximumCount !== undefined && names.length > shape.maximumCount) {
    report(`At most ${shape.maximumCount} occurrence is allowed for ${list.tag}/member`, 'is invalid');
  }
  if (shape.minimumCount !== undefined && names.length < shape.minimumCount) {
    report(`At least ${shape.minimumCount} occurrence is required for ${list.tag}/member`, 'is invalid');
  }
  if (new Set(names).size < names.length) report('has duplicate members', 'is invalid');
  for (const name of names) {
    if (name === '') report("'' is not an allowed keyword", 'is invalid');
    else if (shape.maximumLength !== undefined && name.length > shape.maximumLength) {
      report(`'${name}' length should be less than or equal to ${shape.maximumLength}`, 'is invalid');
    } else if (!(shape.keywords ?? []).includes(name)) addReference(list, name, shape, check);
  }
}

function addReference(list: ConfigNode, name: string, shape: MembersShape, check: ShapeCheck): void {
  if (shape.reference === undefined) return;
  if (shape.addresses === true && (isIpNetmask(name) || isIpRange(name))) return;
  const field = shape.addresses === true ? 'address' : 'other';
  check.references.push({ node: list, space: shape.reference, name, field });
}
