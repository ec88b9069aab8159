import { AliasCount } from './aliases';
import { twiceReason, unreadable } from './failure';
import { keyText } from './keys';
import { resolveScalar, type Scalar } from './scalars';
import { unpack, type Alias, type Mapping, type Tree, type WrittenScalar } from './tree';

/** What a mapping becomes. */
interface Value {
  [key: string]: unknown;
}

/** The keys of one mapping that it says itself; those that come by `<<` may be said again. */
interface Said {
  [key: string]: true;
}

/**
 * The value of a document as kubectl reads it (decode.go of go.yaml.in/yaml/v2). One thing is stricter: a key that
 * stands twice in a mapping is refused, where kubectl takes the last one without a word.
 *
 * @throws a failure with the line
 */
export function decode(document: Tree): unknown {
  const aliases = new AliasCount();
  aliases.add(0);
  return valueOf(document, 0, aliases);
}

/** @param line where the value is looked for, for those that have no line themselves */
function valueOf(tree: Tree | object, line: number, aliases: AliasCount): unknown {
  aliases.add(line);
  if (tree === null) return null;
  if (typeof tree === 'string') return scalarValue(tree, line);
  const node = known(tree, line);
  switch (node.kind) {
    case 'sequence':
      return node.items.map((item) => valueOf(item, line, aliases));
    case 'mapping': {
      const value: Value = {};
      fill(value, node, aliases);
      return value;
    }
    case 'alias':
      return aliases.within(() => valueOf(node.target, node.line, aliases));
  }
}

/** @throws a failure for what js-yaml was still reading when the alias came */
function known(tree: object, line: number): Exclude<Tree, string | null> {
  const node = tree as Exclude<Tree, string | null>;
  const isKnown = node.kind === 'sequence' || node.kind === 'mapping' || node.kind === 'alias';
  // A mapping that is being read may have a key `kind`, but packed.
  if (Array.isArray(tree) || !isKnown) throw unreadable('an alias stands inside what it is an alias of', line);
  return node;
}

/** Adds the pairs of a mapping, in order; each goes over what is there. */
function fill(value: Value, { pairs, line }: Mapping, aliases: AliasCount): void {
  const said: Said = {};
  for (const packed of Object.keys(pairs)) {
    const scalar = unpack(packed);
    if (scalar === undefined) throw unreadable('a key is empty, a list or an object', line);
    if (isMerge(scalar)) {
      merge(value, pairs[packed], scalar.line, aliases);
      continue;
    }
    aliases.add(scalar.line);
    const key = keyText(meaning(scalar), scalar.text);
    if (key.kind === 'refused') throw unreadable(key.reason, scalar.line);
    if (said['=' + key.text]) throw unreadable(twiceReason(key.text), scalar.line);
    said['=' + key.text] = true;
    set(value, key.text, valueOf(pairs[packed], scalar.line, aliases));
  }
}

function isMerge(scalar: WrittenScalar): boolean {
  if (scalar.text !== '<<') return false;
  return scalar.tag === '' ? !scalar.isQuoted : scalar.tag === '!' || scalar.tag === 'tag:yaml.org,2002:merge';
}

/** Of several mappings, the first one that has a key says its value. */
function merge(value: Value, source: Tree, line: number, aliases: AliasCount): void {
  const node = source === null || typeof source === 'string' ? undefined : known(source, line);
  if (node !== undefined && node.kind === 'sequence') {
    for (let i = node.items.length - 1; i >= 0; i--) mergeOne(value, node.items[i], line, aliases);
  } else {
    mergeOne(value, source, line, aliases);
  }
}

function mergeOne(value: Value, source: Tree, line: number, aliases: AliasCount): void {
  const node = source === null || typeof source === 'string' ? undefined : known(source, line);
  aliases.add(line);
  if (node !== undefined && node.kind === 'mapping') {
    fill(value, node, aliases);
    return;
  }
  const target = node !== undefined && node.kind === 'alias' ? mappingOf(node) : undefined;
  if (target === undefined) throw unreadable('"<<" needs an object, or a list of objects', line);
  aliases.within(() => {
    aliases.add(line);
    fill(value, target, aliases);
  });
}

function mappingOf(alias: Alias): Mapping | undefined {
  const target =
    alias.target === null || typeof alias.target === 'string' ? undefined : known(alias.target, alias.line);
  return target !== undefined && target.kind === 'mapping' ? target : undefined;
}

function scalarValue(packed: string, line: number): unknown {
  const scalar = unpack(packed);
  // js-yaml gives each scalar to the listener, which packs it.
  if (scalar === undefined) throw unreadable('a value is not understood', line);
  const found = meaning(scalar);
  if (found.kind === 'refused') throw unreadable(found.reason, scalar.line);
  if (typeof found.value === 'number' && !isFinite(found.value)) {
    throw unreadable(scalar.text + ' is no number that JSON can hold', scalar.line);
  }
  return found.value;
}

function meaning(scalar: WrittenScalar): Scalar {
  return scalar.isQuoted ? { kind: 'str', value: scalar.text } : resolveScalar(scalar.tag, scalar.text);
}

/** Also for `__proto__`, which an assignment would not add. */
function set(value: Value, key: string, content: unknown): void {
  if (key !== '__proto__') value[key] = content;
  else Object.defineProperty(value, key, { value: content, configurable: true, enumerable: true, writable: true });
}
