import type { Space } from '../schema/shape';
import type { ConfigNode } from '../tree/node';
import type { Problem } from './problem';

/** A name that an entry refers to, and the node that holds it. */
export interface Reference {
  readonly node: ConfigNode;
  readonly space: Space;
  readonly name: string;
  /** Words for the message of a reference that cannot be resolved, by field. */
  readonly field: 'address' | 'other';
}

/** What the check of one entry against the schema gathers: problems, and names to resolve. */
export interface ShapeCheck {
  readonly problems: Problem[];
  readonly references: Reference[];
}
