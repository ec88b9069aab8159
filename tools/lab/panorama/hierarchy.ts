import { ConfigNode } from './tree/node';

/** A place where objects and rules live: `shared`, or a device group by its name. */
export type Scope = string;
/** The scope above all device groups (`/config/shared`). */
export const SHARED: Scope = 'shared';
/** The name under which Panorama keeps its own configuration. */
export const LOCALHOST = 'localhost.localdomain';

/**
 * The device-group hierarchy. Parents stand in `/config/readonly`, where clients read them; a device group without a
 * parent there hangs below Shared.
 */
export class Hierarchy {
  constructor(private readonly root: ConfigNode) {}

  /** The names of all device groups, in the order in which they were made. */
  groups(): readonly Scope[] {
    return (this.container()?.children ?? []).flatMap((group) => (group.name === undefined ? [] : [group.name]));
  }

  /** The scope above a device group: `shared` where none is named. */
  parentOf(scope: Scope): Scope {
    const groups = this.root.descend('readonly', 'devices', 'entry', 'device-group');
    const parent = groups?.child('entry', scope)?.child('parent-dg')?.text;
    return parent === undefined || parent === '' ? SHARED : parent;
  }

  /** Hangs a device group below another scope, in this tree and in the other one, which clients read with `show`. */
  setParent(scope: Scope, parent: Scope, other: ConfigNode): void {
    for (const root of [this.root, other]) {
      const groups = root.descend('readonly', 'devices', 'entry', 'device-group');
      const known = groups?.child('entry', scope);
      if (known !== undefined) groups?.remove(known);
      if (parent === SHARED) continue;
      const entry = new ConfigNode('entry', scope, undefined, '');
      entry.insert(new ConfigNode('parent-dg', undefined, undefined, parent), 0);
      groups?.insert(entry, groups.children.length);
    }
  }

  /** The scope, its ancestors, Shared: the order in which names are looked up. */
  chain(scope: Scope): readonly Scope[] {
    return scope === SHARED ? [SHARED] : [scope, ...this.chain(this.parentOf(scope))];
  }

  /** All device groups below a scope. */
  descendants(scope: Scope): readonly Scope[] {
    return this.groups().filter((group) => group !== scope && this.chain(group).includes(scope));
  }

  /** The node of a scope in a tree with the same layout (candidate or running). */
  nodeOf(scope: Scope, root = this.root): ConfigNode | undefined {
    return scope === SHARED ? root.child('shared') : this.container(root)?.child('entry', scope);
  }

  private container(root = this.root): ConfigNode | undefined {
    return root.descend('devices', 'entry', 'device-group');
  }
}

/** The scope's root node that a node lies in or is, if it lies in one. */
export function scopeNodeOf(node: ConfigNode): ConfigNode | undefined {
  for (let current: ConfigNode | undefined = node; current !== undefined; current = current.parent) {
    if (isScopeNode(current)) return current;
  }
  return undefined;
}

/** Whether a node is `/config/shared`, or the entry of a device group (not its twin in `/config/readonly`). */
export function isScopeNode(node: ConfigNode): boolean {
  const parent = node.parent;
  if (parent === undefined) return false;
  if (parent.parent === undefined) return node.tag === 'shared';
  const isGroup = node.tag === 'entry' && parent.tag === 'device-group';
  return isGroup && parent.parent.parent?.tag === 'devices' && parent.parent.parent.parent?.parent === undefined;
}

/** The scope that a scope's root node stands for. */
export const scopeName = (scopeNode: ConfigNode): Scope => (scopeNode.tag === 'shared' ? SHARED : scopeNode.label);

/** The object or rule that a node lies in or is: the outermost entry below the scope. */
export function objectOf(node: ConfigNode): ConfigNode | undefined {
  let found: ConfigNode | undefined;
  for (let current = node; !isScopeNode(current);) {
    if (current.tag === 'entry') found = current;
    if (current.parent === undefined) return undefined;
    current = current.parent;
  }
  return found;
}

/** All objects and rules at or below a node. */
export function objectsBelow(node: ConfigNode): readonly ConfigNode[] {
  const object = scopeNodeOf(node) === undefined ? undefined : objectOf(node);
  if (object !== undefined) return [object];
  if (
    node.children.length > 0 &&
    node.children.every((child) => child.tag === 'entry') &&
    scopeNodeOf(node) !== undefined
  ) {
    return node.children;
  }
  return node.children.flatMap(objectsBelow);
}
