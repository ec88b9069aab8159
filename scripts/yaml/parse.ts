import { load, Schema, Type, type EventType, type State, type YAMLException } from 'js-yaml';
import { unreadable } from './failure';
import { pack, unpack, type Mapping, type Tree } from './tree';

/** js-yaml resolves nothing: any tag goes, and a plain scalar stays the text that it is. */
const AS_WRITTEN = new Schema([
  new Type('', { kind: 'scalar', multi: true }),
  new Type('', { kind: 'sequence', multi: true }),
  new Type('', { kind: 'mapping', multi: true }),
]);

/** js-yaml's state while it reads a node; its types leave out some of it. */
type NodeState = Omit<State, 'kind'> & {
  readonly kind: 'scalar' | 'sequence' | 'mapping' | null;
  /** '?' for a plain scalar. */
  readonly tag: string | null;
  readonly anchor: string | null;
  readonly anchorMap: { [name: string]: unknown };
};

/** A node that is being read. */
interface Frame {
  readonly line: number;
  /** How many nodes had ended before it. */
  readonly ended: number;
  /** What became of the last node inside it. */
  last: Tree | undefined;
}

interface Anchored {
  readonly tree: Tree;
  /** How many nodes had ended with it. */
  readonly ended: number;
}

/**
 * One YAML document as it is written.
 *
 * @throws a failure (failure.ts) with the line where it is not well-formed
 */
export function parseTree(text: string): Tree {
  const frames: Frame[] = [];
  const anchors: { [name: string]: Anchored } = {};
  let ended = 0;
  function listener(event: EventType, given: State): void {
    const state = given as NodeState & { result: unknown };
    if (event === 'open') {
      frames.push({ line: state.line, ended, last: undefined });
      return;
    }
    const frame = frames[frames.length - 1];
    frames.length--;
    state.result = treeOf(state, frame);
    ended++;
    if (state.anchor !== null) {
      const name = '=' + state.anchor;
      const inner = anchors[name] as Anchored | undefined;
      // The anchor that stands last in the text counts, and that is the one inside.
      if (inner === undefined || inner.ended <= frame.ended) anchors[name] = { tree: state.result as Tree, ended };
      state.anchorMap[state.anchor] = anchors[name].tree;
    }
    if (frames.length > 0) frames[frames.length - 1].last = state.result as Tree;
  }
  try {
    return load(text, { schema: AS_WRITTEN, listener }) as Tree;
  } catch (thrown) {
    const { reason, mark } = thrown as Partial<YAMLException>;
    if (reason === undefined || mark === undefined) throw thrown;
    throw unreadable(reason, mark.line, mark.column);
  }
}

function treeOf(state: NodeState, frame: Frame): Tree {
  const tag = state.tag === null || state.tag === '?' ? '' : state.tag;
  const result = state.result as unknown;
  // js-yaml reads the first node of what may be a mapping, and takes it for the whole node when no colon follows.
  if (frame.last !== undefined && result === frame.last) return tagged(frame.last, tag);
  if (state.kind === 'sequence')
    return { kind: 'sequence', items: (result as (Tree | Mapping['pairs'])[]).map((item) => entry(item, frame)) };
  if (state.kind === 'mapping') {
    return { kind: 'mapping', pairs: result as { [key: string]: Tree }, line: frame.line };
  }
  if (state.kind === 'scalar') {
    return pack({ isQuoted: state.tag === null, tag, text: result as string, ...placeOf(state) });
  }
  if (result === null) return tag === '' ? null : pack({ isQuoted: false, tag, text: '', ...placeOf(state) });
  // An alias. Of a scalar, it is the scalar.
  return typeof result === 'string' ? result : { kind: 'alias', target: result as object, line: state.line };
}

function placeOf(state: NodeState): { readonly line: number; readonly position: number } {
  return { line: state.line, position: state.position };
}

/** A pair that stands as it is in a list, `[a: 1]`, is an object that the listener does not see. */
function entry(item: Tree | Mapping['pairs'], frame: Frame): Tree {
  return isTree(item) ? item : { kind: 'mapping', pairs: item, line: frame.line };
}

/** Keys of pairs are packed, so that none is `kind`. */
function isTree(item: Tree | Mapping['pairs']): item is Tree {
  return item === null || typeof item === 'string' || 'kind' in item;
}

/** A tag on the line above belongs to the whole node. */
function tagged(tree: Tree, tag: string): Tree {
  const scalar = typeof tree === 'string' && tag !== '' ? unpack(tree) : undefined;
  return scalar === undefined ? tree : pack({ ...scalar, tag });
}
