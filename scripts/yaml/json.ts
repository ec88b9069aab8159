import { hasKey } from '../policy/text/canonical';
import { twiceReason } from './failure';

/** One JSON value in a text of several, and where it stands. */
interface Piece {
  readonly from: number;
  readonly to: number;
  /** The first key that stands twice in the same object. */
  readonly twice: string | undefined;
}

/** The JSON documents at the start of a text. */
export interface JsonDocuments {
  readonly documents: readonly JsonDocument[];
  /** Where the text is no longer JSON: an offset in it. */
  readonly end: number;
}

/** One document of a stream, or why it is refused; `line` counts from 0. */
export type JsonDocument =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly reason: string; readonly line: number };

/**
 * Reads objects (and lists) that follow each other, as `kubectl` and `jq` print them, up to what is no JSON. A key that
 * stands twice is refused: JSON.parse would take the last one, and two readers may take different ones.
 */
export function readJson(text: string): JsonDocuments {
  const documents: JsonDocument[] = [];
  let end = 0;
  for (const piece of piecesOf(text)) {
    let value: unknown;
    try {
      value = JSON.parse(text.slice(piece.from, piece.to));
    } catch {
      break;
    }
    documents.push(
      piece.twice === undefined
        ? { kind: 'value', value }
        : { kind: 'refused', reason: twiceReason(piece.twice), line: lineAt(text, piece.from) },
    );
    end = piece.to;
  }
  return { documents, end };
}

/** From 0. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length - 1;
}

/** An object or list whose end is not reached. */
interface Open {
  /** undefined: a list. */
  readonly keys: { [key: string]: true } | undefined;
  isKeyNext: boolean;
}

/**
 * Cuts by quotes, since old engines are slow at single characters of a long text. Says nothing about what is between.
 */
function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const open: Open[] = [];
  let from = 0;
  let twice: string | undefined;
  let offset = 0;
  let isOver = false;

  function bracket(character: string, at: number): void {
    const inner = open[open.length - 1] as Open | undefined;
    if (character === '{' || character === '[') {
      if (open.length === 0) from = at;
      open.push({ keys: character === '{' ? {} : undefined, isKeyNext: true });
    } else if (inner === undefined) {
      isOver = true;
    } else if (character === '}' || character === ']') {
      open.length--;
      if (open.length === 0) {
        pieces.push({ from, to: at + 1, twice });
        twice = undefined;
      }
    } else if (character === ',' || character === ':') {
      inner.isKeyNext = character === ',';
    }
  }

  function string(raw: string): void {
    const inner = open[open.length - 1] as Open | undefined;
    if (inner === undefined) {
      isOver = true;
      return;
    }
    if (inner.keys === undefined || !inner.isKeyNext) return;
    const key = unescaped(raw);
    if (twice === undefined && hasKey(inner.keys, '=' + key)) twice = key;
    inner.keys['=' + key] = true;
  }

  const parts = text.split('"');
  for (let i = 0; i < parts.length && !isOver; i++) {
    const outside = parts[i];
    const characters = outside.split('');
    for (let at = 0; at < characters.length && !isOver; at++) {
      if (!/\s/.test(characters[at])) bracket(characters[at], offset + at);
    }
    offset += outside.length + 1;
    const inside: string[] = [];
    let isClosed = i + 1 >= parts.length;
    while (!isClosed && i + 1 < parts.length) {
      i++;
      inside.push(parts[i]);
      offset += parts[i].length + 1;
      isClosed = !isEscaping(parts[i]);
    }
    if (inside.length > 0 && !isOver) string(inside.join('"'));
  }
  return pieces;
}

/** Whether a quote after the text belongs to the string: an odd number of backslashes stands before it. */
function isEscaping(text: string): boolean {
  const backslashes = /\\+$/.exec(text);
  return backslashes !== null && backslashes[0].length % 2 === 1;
}

function unescaped(raw: string): string {
  if (raw.indexOf('\\') < 0) return raw;
  try {
    return JSON.parse('"' + raw + '"') as string;
  } catch {
    return raw;
  }
}
