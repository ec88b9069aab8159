/**
 * A document as it is written, before anything in it has a meaning. js-yaml makes it; keys of its mappings must be
 * texts, so that a scalar is a text that says how it was written (`WrittenScalar`, packed).
 */
export type Tree = string | null | Sequence | Mapping | Alias;

/** A list. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly items: readonly Tree[];
}

/** An object. */
export interface Mapping {
  readonly kind: 'mapping';
  /** By packed scalar, in the order of the document; any other key is no scalar. */
  readonly pairs: { readonly [key: string]: Tree };
  /** The line of its first key, from 0. */
  readonly line: number;
}

/** A reference to what was anchored before. */
export interface Alias {
  readonly kind: 'alias';
  /** A list or object that js-yaml was still reading: it contains the alias. */
  readonly target: Tree | object;
  readonly line: number;
}

/** A scalar with what its meaning depends on. */
export interface WrittenScalar {
  readonly isQuoted: boolean;
  /** In full; '' where there is none. */
  readonly tag: string;
  readonly text: string;
  /** From 0. */
  readonly line: number;
  /** In the text, of its end. */
  readonly position: number;
}

/** The mark at the start keeps a packed scalar apart from what js-yaml makes of keys that are none. */
const MARK = '=';

/** The scalar as one text; no other scalar of the document has the same. */
export function pack(scalar: WrittenScalar): string {
  const style = scalar.isQuoted ? 'quoted' : 'plain';
  const place = [String(scalar.line), String(scalar.position)];
  return [MARK + style].concat(place, encodeURIComponent(scalar.tag), scalar.text).join(' ');
}

/** undefined: not packed. */
export function unpack(packed: string): WrittenScalar | undefined {
  if (packed.charAt(0) !== MARK) return undefined;
  const parts = packed.split(' ');
  return {
    isQuoted: parts[0] === MARK + 'quoted',
    line: Number(parts[1]),
    position: Number(parts[2]),
    tag: decodeURIComponent(parts[3]),
    text: parts.slice(4).join(' '),
  };
}
