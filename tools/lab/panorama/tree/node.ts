/** Who changed a node that is not committed yet; PAN-OS shows it as attributes of candidate reads. */
export interface DirtyMark {
  readonly admin: string;
  readonly dirtyId: number;
  readonly time: string;
}

/** From this many children on, a node keeps an index of them. */
const INDEXED_FROM = 12;

const keyOf = (tag: string, name: string | undefined): string => (name === undefined ? tag : `${tag}\u0000${name}`);

/**
 * A node of the configuration tree. Children keep their order; a named child (`entry[@name='x']`) or the first child of
 * a tag is found without a search, so that ten thousand foreign rules cost nothing. Only the journal changes nodes.
 */
export class ConfigNode {
  parent: ConfigNode | undefined = undefined;
  mark: DirtyMark | undefined = undefined;
  private readonly nodes: ConfigNode[] = [];
  private index: Map<string, ConfigNode> | undefined = undefined;

  constructor(
    readonly tag: string,
    private ownName: string | undefined,
    public uuid: string | undefined,
    public text: string,
  ) {}

  /** The `name` attribute, if there is one. */
  get name(): string | undefined {
    return this.ownName;
  }

  /** The children in the order of the document. */
  get children(): readonly ConfigNode[] {
    return this.nodes;
  }

  /** How the node is called in PAN-OS messages: an entry by its name, everything else by its tag. */
  get label(): string {
    return this.ownName ?? this.tag;
  }

  /** The first child with this tag, and this `name` where one is given. */
  child(tag: string, name?: string): ConfigNode | undefined {
    if (this.nodes.length < INDEXED_FROM) {
      return this.nodes.find((node) => node.tag === tag && (name === undefined || node.ownName === name));
    }
    this.index ??= this.buildIndex();
    return this.index.get(keyOf(tag, name));
  }

  /** All children of a tag, in order. */
  childrenOf(tag: string): readonly ConfigNode[] {
    return this.nodes.filter((node) => node.tag === tag);
  }

  /** All children of a tag, or the child of a name in a list that has at most one of each. */
  childrenOfName(tag: string, name: string | undefined): readonly ConfigNode[] {
    if (name === undefined) return this.childrenOf(tag);
    const found = this.child(tag, name);
    return found === undefined ? [] : [found];
  }

  /** Follows tags downwards: `descend('pre-rulebase', 'security', 'rules')`. */
  descend(...tags: readonly string[]): ConfigNode | undefined {
    return tags.reduce<ConfigNode | undefined>((node, tag) => node?.child(tag), this);
  }

  /** The texts of the `member` children of a child list. */
  members(tag: string): readonly string[] {
    const list = this.child(tag);
    return list === undefined ? [] : list.childrenOf('member').map((member) => member.text);
  }

  /** The place of a child among its siblings, from 0; -1 for a node that is no child. */
  positionOf(child: ConfigNode): number {
    return this.nodes.indexOf(child);
  }

  /** Hangs a node here, before the sibling that stands at this position now. */
  insert(child: ConfigNode, position: number): void {
    child.parent = this;
    if (position === this.nodes.length) this.nodes.push(child);
    else this.nodes.splice(position, 0, child);
    if (this.index === undefined) return;
    this.index.set(keyOf(child.tag, child.ownName), child);
    if (!this.index.has(child.tag)) this.index.set(child.tag, child);
  }

  /** Takes a child out, and says where it stood. */
  remove(child: ConfigNode): number {
    const position = this.nodes.indexOf(child);
    this.nodes.splice(position, 1);
    child.parent = undefined;
    if (this.index === undefined) return position;
    if (child.ownName !== undefined) this.index.delete(keyOf(child.tag, child.ownName));
    if (this.index.get(child.tag) === child) {
      const next = this.nodes.find((node) => node.tag === child.tag);
      if (next === undefined) this.index.delete(child.tag);
      else this.index.set(child.tag, next);
    }
    return position;
  }

  /** Changes the `name` attribute. */
  rename(name: string): void {
    this.ownName = name;
    if (this.parent !== undefined) this.parent.index = undefined;
  }

  /** Puts the children into the given order, which must hold each of them once. */
  reorder(order: readonly ConfigNode[]): void {
    this.nodes.splice(0, this.nodes.length, ...order);
  }

  /** A deep copy without dirty marks. */
  clone(): ConfigNode {
    const copy = new ConfigNode(this.tag, this.ownName, this.uuid, this.text);
    for (const child of this.nodes) copy.insert(child.clone(), copy.nodes.length);
    return copy;
  }

  private buildIndex(): Map<string, ConfigNode> {
    const index = new Map<string, ConfigNode>();
    for (const node of this.nodes) {
      const key = keyOf(node.tag, node.ownName);
      if (!index.has(key)) index.set(key, node);
      if (!index.has(node.tag)) index.set(node.tag, node);
    }
    return index;
  }
}

/** The node and everything below it, in document order. */
export function* walk(node: ConfigNode): Generator<ConfigNode> {
  yield node;
  for (const child of node.children) yield* walk(child);
}
