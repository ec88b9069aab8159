import type { ConfigNode, DirtyMark } from './node';

/** A child that was taken out of the tree, and where it hung. */
export interface Removal {
  readonly node: ConfigNode;
  readonly parent: ConfigNode;
  readonly position: number;
  /** Whether a later sibling existed: deleting the last rule is no reordering, deleting another one is. */
  readonly wasLast: boolean;
}

/** The changes of one request, with what is needed to take them back: a request is carried out whole or not at all. */
export class Journal {
  readonly touched = new Set<ConfigNode>();
  readonly inserted = new Set<ConfigNode>();
  readonly removed: Removal[] = [];
  readonly moved = new Set<ConfigNode>();
  private readonly undoSteps: (() => void)[] = [];

  /** Whether nothing was changed: a request that writes what is there already leaves no mark. */
  get isEmpty(): boolean {
    return this.undoSteps.length === 0;
  }

  /** Hangs a new node below another one, at the end where no position is given. */
  insert(parent: ConfigNode, node: ConfigNode, position = parent.children.length): void {
    parent.insert(node, position);
    this.inserted.add(node);
    this.touched.add(node);
    this.undoSteps.push(() => parent.remove(node));
  }

  /** Takes a node out with all that is below it; a root stays where it is. */
  remove(node: ConfigNode): void {
    const parent = node.parent;
    if (parent === undefined) return;
    const wasLast = parent.children[parent.children.length - 1] === node;
    const position = parent.remove(node);
    this.touched.delete(node);
    this.touched.add(parent);
    this.removed.push({ node, parent, position, wasLast });
    this.undoSteps.push(() => {
      parent.insert(node, position);
    });
  }

  /** Changes a leaf's text; the same text is no change. */
  setText(node: ConfigNode, text: string): void {
    const before = node.text;
    if (before === text) return;
    node.text = text;
    this.touched.add(node);
    this.undoSteps.push(() => {
      node.text = before;
    });
  }

  /** Gives a rule its uuid; the same one is no change. */
  setUuid(node: ConfigNode, uuid: string): void {
    const before = node.uuid;
    if (before === uuid) return;
    node.uuid = uuid;
    this.touched.add(node);
    this.undoSteps.push(() => {
      node.uuid = before;
    });
  }

  /** Marks a node as changed and not committed. By itself this does not count as touching it. */
  setMark(node: ConfigNode, mark: DirtyMark): void {
    const before = node.mark;
    node.mark = mark;
    this.undoSteps.push(() => {
      node.mark = before;
    });
  }

  /** Renames an entry where it stands; what refers to it is the caller's to change. */
  rename(node: ConfigNode, name: string): void {
    const before = node.name ?? '';
    node.rename(name);
    this.touched.add(node);
    this.undoSteps.push(() => {
      node.rename(before);
    });
  }

  /** Moves a node among its siblings; `position` counts after the node was taken out. */
  move(node: ConfigNode, position: number): void {
    const parent = node.parent;
    if (parent === undefined) return;
    const from = parent.remove(node);
    parent.insert(node, position);
    this.moved.add(node);
    this.undoSteps.push(() => {
      parent.remove(node);
      parent.insert(node, from);
    });
  }

  /** Puts all children of a node into a new order. */
  reorder(parent: ConfigNode, order: readonly ConfigNode[]): void {
    const before = [...parent.children];
    parent.reorder(order);
    this.undoSteps.push(() => {
      parent.reorder(before);
    });
  }

  /** Takes every change back, newest first. */
  undo(): void {
    for (let step = this.undoSteps.pop(); step !== undefined; step = this.undoSteps.pop()) step();
    this.touched.clear();
    this.inserted.clear();
    this.moved.clear();
    this.removed.length = 0;
  }
}
