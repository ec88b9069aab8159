import type { RulePosition } from './types';

/** The rulebase's order while a plan is made: every operation says where a rule stands at that time. */
export interface LiveOrder {
  /** A new rule stands last, as Panorama's `set` puts it. */
  append(name: string): void;
  positionOf(name: string): RulePosition;
  /** Puts the rule right after another one, '' for the top. undefined: it stands there already. */
  move(name: string, above: string): { readonly from: RulePosition; readonly to: RulePosition } | undefined;
  remove(name: string): void;
  /** All rules from the top. */
  names(): string[];
}

/**
 * Follows the order of a rulebase through a plan; a move takes the same time in a short and in a long one.
 *
 * @param names all rules of the rulebase from the top; each name once
 */
export function createLiveOrder(names: readonly string[]): LiveOrder {
  // A ring of positions: 0 stands for both ends.
  const ids: { [key: string]: number } = {};
  const nameOf: string[] = [''];
  const next: number[] = [0];
  const previous: number[] = [0];

  function link(id: number, above: number): void {
    const below = next[above];
    next[above] = id;
    previous[id] = above;
    next[id] = below;
    previous[below] = id;
  }

  function unlink(id: number): void {
    next[previous[id]] = next[id];
    previous[next[id]] = previous[id];
  }

  function append(name: string): void {
    const id = nameOf.length;
    nameOf.push(name);
    ids['=' + name] = id;
    link(id, previous[0]);
  }

  function positionOf(name: string): RulePosition {
    const id = ids['=' + name];
    if (next[id] === 0) return { where: 'bottom', anchor: '' };
    return after(nameOf[previous[id]]);
  }

  for (const name of names) append(name);
  return {
    append,
    positionOf,
    move(name, above) {
      const id = ids['=' + name];
      const anchor = above === '' ? 0 : ids['=' + above];
      if (previous[id] === anchor) return undefined;
      const from = positionOf(name);
      unlink(id);
      link(id, anchor);
      return { from, to: after(above) };
    },
    remove(name) {
      unlink(ids['=' + name]);
    },
    names() {
      const found: string[] = [];
      for (let id = next[0]; id !== 0; id = next[id]) found.push(nameOf[id]);
      return found;
    },
  };
}

function after(above: string): RulePosition {
  return above === '' ? { where: 'top', anchor: '' } : { where: 'after', anchor: above };
}
