import { type Hierarchy, objectsBelow, type Scope, scopeName, scopeNodeOf, SHARED } from './hierarchy';
import type { Predefined } from './predefined';
import { ReferenceIndex } from './referenceindex';
import type { NodeShape, Space } from './schema/shape';
import type { ConfigNode } from './tree/node';
import { checkEntry, shapeOf } from './validate/entry';
import { pathLabels, type Problem } from './validate/problem';
import { Resolver } from './validate/resolve';
import { structureProblems } from './validate/structure';
import type { Reference } from './validate/shapecheck';
import type { Depth } from './validate/shape';

/** An object that a change took away. */
export interface RemovedObject {
  readonly node: ConfigNode;
  readonly scope: Scope;
  /** The name space in which others may refer to it; undefined for rules. */
  readonly space: Space | undefined;
}

/** What a change touched. */
export interface Touched {
  /** Objects and rules that were changed and still exist. */
  readonly entries: ReadonlySet<ConfigNode>;
  /** Changed nodes above objects: containers, device groups, their descriptions. */
  readonly structure: readonly ConfigNode[];
  readonly removed: readonly RemovedObject[];
}

/** What the check of a change found. Without problems and without objects in use, the change may be accepted. */
export interface CheckResult {
  readonly problems: readonly Problem[];
  /** Removed objects that somebody still needs, with the places as PAN-OS prints them. */
  readonly inUse: readonly { readonly name: string; readonly places: readonly string[] }[];
  /** What the checked entries refer to; `accept` takes it over. */
  readonly references: ReadonlyMap<ConfigNode, readonly Reference[]>;
  readonly removed: readonly RemovedObject[];
}

/** One of the two configurations, candidate or running, with what is needed to check a change of it. */
export class Side {
  readonly resolver: Resolver;
  readonly index = new ReferenceIndex();

  constructor(
    readonly root: ConfigNode,
    readonly hierarchy: Hierarchy,
    predefined: Predefined,
    readonly shape: NodeShape,
  ) {
    this.resolver = new Resolver(hierarchy, root, predefined);
  }

  /** The object as a possible target of references. */
  describe(node: ConfigNode): RemovedObject | undefined {
    const scopeNode = scopeNodeOf(node);
    if (scopeNode === undefined || node.parent === undefined) return undefined;
    const container = shapeOf(node.parent, scopeNode, this.shape);
    const space = container?.kind === 'entries' ? container.space : undefined;
    return { node, scope: scopeName(scopeNode), space };
  }

  /** Checks the nodes that a change touched, and that nothing it removed is still needed. */
  check({ entries, structure, removed }: Touched, depth: Depth): CheckResult {
    const problems = structure.flatMap((node) => structureProblems(node, this.shape));
    const references = new Map<ConfigNode, readonly Reference[]>();
    for (const entry of entries) {
      const result = checkEntry(entry, this.shape, this.resolver, depth);
      problems.push(...result.problems);
      references.set(entry, result.references);
    }
    const inUse = removed.flatMap((object) => {
      const places = this.placesThatNeed(object, entries);
      return places.length === 0 ? [] : [{ name: object.node.label, places }];
    });
    return { problems, inUse, references, removed };
  }

  /** Takes a checked change over into the index. */
  accept(result: CheckResult): void {
    for (const { node } of result.removed) this.index.forget(node);
    for (const [entry, references] of result.references) this.index.update(entry, references);
  }

  /** Brings the index up to date with entries that changed or went without a check. */
  reindex(entries: Iterable<ConfigNode>): void {
    for (const entry of entries) {
      if (scopeNodeOf(entry) === undefined) this.index.forget(entry);
      else this.index.update(entry, checkEntry(entry, this.shape, this.resolver, 'as-written').references);
    }
  }

  /** Indexes everything, for the configuration that a session starts with; returns what is wrong with it. */
  load(): readonly Problem[] {
    const result = this.check(this.everything(), 'complete');
    this.accept(result);
    return result.problems;
  }

  /** What is wrong with the whole of it, without a change. */
  problems(depth: Depth): readonly Problem[] {
    return this.check(this.everything(), depth).problems;
  }

  private everything(): Touched {
    const scopes = [SHARED, ...this.hierarchy.groups()].flatMap(
      (scope) => this.hierarchy.nodeOf(scope, this.root) ?? [],
    );
    return { entries: new Set(objectsBelow(this.root)), structure: scopes, removed: [] };
  }

  private placesThatNeed(object: RemovedObject, rechecked: ReadonlySet<ConfigNode>): readonly string[] {
    const { space, scope } = object;
    const name = object.node.label;
    if (space === undefined || this.resolver.inScope(scope, space, name) !== undefined) return [];
    return this.index
      .referencesTo(space, name)
      .filter(({ owner }) => !rechecked.has(owner) && this.resolvedTo(owner, scope, space, name))
      .map(({ reference }) => printedPlace(reference.node));
  }

  /** Whether an owner's name meant the object in this scope: it is visible there, and nothing nearer has the name. */
  private resolvedTo(owner: ConfigNode, scope: Scope, space: Space, name: string): boolean {
    const scopeNode = scopeNodeOf(owner);
    if (scopeNode === undefined) return false;
    const chain = this.hierarchy.chain(scopeName(scopeNode));
    const depth = chain.indexOf(scope);
    return (
      depth >= 0 && chain.slice(0, depth).every((nearer) => this.resolver.inScope(nearer, space, name) === undefined)
    );
  }
}

/** `device-group -> aks-dg -> pre-rulebase -> security -> rules -> R -> source`. */
export function printedPlace(node: ConfigNode): string {
  const labels = pathLabels(node, undefined);
  return (labels[0] === 'devices' ? labels.slice(2) : labels).join(' -> ');
}
