import { SaxesParser, type SaxesTagNS } from 'saxes';
import { CommandError } from './python/exceptions';
import type { Dictionary, Value } from './python/value';

interface Frame {
  readonly tag: string;
  readonly content: Dictionary;
  /** Text before the first child element. */
  text: string;
  /** The last child element; it is added when the text behind it is known. */
  pending: { readonly frame: Frame; tail: string } | undefined;
}

/**
 * `xml2json` of XSOAR's base library: attributes become `@name`, one child element its value, several of one name a
 * list, text beside attributes or elements `#text`, text behind an element `#tail` in that element, an empty element
 * null. Text is trimmed, namespaces are dropped.
 *
 * @throws CommandError for malformed XML, in the manner of Python's parser; kind and place of the mistake are near and
 * not exact
 * @example xmlToDict('<a b="1"><c/><d>x</d><d>y</d></a>') //=> { a: { '@b': '1', c: null, d: ['x', 'y'] } }
 */
export function xmlToDict(xml: string): Dictionary {
  const parser = new SaxesParser({ xmlns: true });
  const top: Frame = { tag: '', content: {}, text: '', pending: undefined };
  const open: Frame[] = [top];
  const current = (): Frame => open[open.length - 1] ?? top;
  const addText = (text: string): void => {
    const frame = current();
    if (frame.pending === undefined) frame.text += text;
    else frame.pending.tail += text;
  };
  parser.on('error', (error) => {
    const where = `line ${parser.line}, column ${parser.columnIndex}`;
    throw new CommandError(`${expatText(error.message)}: ${where}`);
  });
  parser.on('opentag', (tag) => {
    flush(current());
    open.push({ tag: tag.local, content: attributesOf(tag), text: '', pending: undefined });
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const frame = open.pop() ?? top;
    flush(frame);
    current().pending = { frame, tail: '' };
  });
  parser.write(xml).close();
  const root = top.pending?.frame;
  if (root === undefined) throw new CommandError('no element found: line 1, column 0');
  return { [root.tag]: valueOf(root, '') };
}

function attributesOf(tag: SaxesTagNS): Dictionary {
  const attributes: Dictionary = {};
  for (const { prefix, local, uri, value } of Object.values(tag.attributes)) {
    if (prefix !== 'xmlns' && local !== 'xmlns') attributes[prefix === '' ? `@${local}` : `@{${uri}}${local}`] = value;
  }
  return attributes;
}

/** Adds the last child element to its parent. */
function flush(parent: Frame): void {
  const { pending } = parent;
  if (pending === undefined) return;
  parent.pending = undefined;
  const { tag } = pending.frame;
  const value = valueOf(pending.frame, pending.tail.trim());
  const { content } = parent;
  if (!Object.hasOwn(content, tag)) {
    content[tag] = value;
    return;
  }
  const present = content[tag];
  if (Array.isArray(present)) present.push(value);
  else content[tag] = [present, value];
}

function valueOf({ content, text }: Frame, tail: string): Value {
  const trimmed = text.trim();
  if (tail !== '') content['#tail'] = tail;
  if (Object.keys(content).length === 0) return trimmed === '' ? null : trimmed;
  if (trimmed !== '') content['#text'] = trimmed;
  return content;
}

/** The parser's messages, and the nearest ones of Python's parser (expat). */
const EXPAT_TEXTS: readonly (readonly [string, string])[] = [
  ['unclosed tag', 'no element found'],
  ['must contain a root element', 'no element found'],
  ['unexpected close tag', 'mismatched tag'],
  ['unmatched closing tag', 'mismatched tag'],
  ['undefined entity', 'undefined entity'],
  ['text data outside of root node', 'syntax error'],
];

const expatText = (message: string): string =>
  EXPAT_TEXTS.find(([part]) => message.includes(part))?.[1] ?? 'not well-formed (invalid token)';
