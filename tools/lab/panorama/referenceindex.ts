import type { Space } from './schema/shape';
import type { ConfigNode } from './tree/node';
import type { Reference } from './validate/shapecheck';

const keyOf = (space: Space, name: string): string => `${space}\u0000${name}`;

/** Who refers to a name, kept up to date with every change, so that a delete needs no search over all rules. */
export class ReferenceIndex {
  private readonly owners = new Map<string, Set<ConfigNode>>();
  private readonly held = new Map<ConfigNode, readonly Reference[]>();

  /** Replaces what is known of an entry's references. */
  update(owner: ConfigNode, references: readonly Reference[]): void {
    this.forget(owner);
    if (references.length === 0) return;
    this.held.set(owner, references);
    for (const { space, name } of references) {
      const key = keyOf(space, name);
      const owners = this.owners.get(key);
      if (owners === undefined) this.owners.set(key, new Set([owner]));
      else owners.add(owner);
    }
  }

  /** Drops an entry that is no more, with all that it referred to. */
  forget(owner: ConfigNode): void {
    for (const { space, name } of this.held.get(owner) ?? []) this.owners.get(keyOf(space, name))?.delete(owner);
    this.held.delete(owner);
  }

  /** The fields that hold a name, of all entries that refer to it. */
  referencesTo(space: Space, name: string): readonly { readonly owner: ConfigNode; readonly reference: Reference }[] {
    return [...(this.owners.get(keyOf(space, name)) ?? [])].flatMap((owner) =>
      (this.held.get(owner) ?? [])
        .filter((reference) => reference.space === space && reference.name === name)
        .map((reference) => ({ owner, reference })),
    );
  }
}
