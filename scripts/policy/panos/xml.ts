import { hasKey } from '../text/canonical';
import { isHighSurrogate, isLowSurrogate } from '../text/printable';

/** XML for PAN-OS, built from nodes and never by joining strings: every text and attribute is escaped here. */

/** An element with text or with children, never both. */
export interface XmlNode {
  readonly tag: string;
  /** The attribute `name`, as PAN-OS entries have it. */
  readonly entryName?: string;
  readonly children: string | readonly XmlNode[];
}

/** A node with text. */
export function leaf(tag: string, text: string): XmlNode {
  return { tag, children: text };
}

/** A node with nodes. */
export function branch(tag: string, children: readonly XmlNode[]): XmlNode {
  return { tag, children };
}

/** `<entry name="…">`. */
export function entryNode(name: string, children: readonly XmlNode[]): XmlNode {
  return { tag: 'entry', entryName: name, children };
}

/** A node with `<member>`s. */
export function memberList(tag: string, members: readonly string[]): XmlNode {
  return branch(
    tag,
    members.map((member) => leaf('member', member)),
  );
}

/** The text of a node, indented by two blanks for each level. */
export function xmlText(node: XmlNode): string {
  const lines: string[] = [];
  pushLines(lines, node, '');
  return lines.join('\n') + '\n';
}

function pushLines(lines: string[], node: XmlNode, indent: string): void {
  const name = node.entryName === undefined ? '' : ' name="' + escapeXml(node.entryName) + '"';
  const start = indent + '<' + node.tag + name;
  if (typeof node.children === 'string') {
    lines.push(start + '>' + escapeXml(node.children) + '</' + node.tag + '>');
  } else if (node.children.length === 0) {
    lines.push(start + '/>');
  } else {
    lines.push(start + '>');
    for (const child of node.children) pushLines(lines, child, indent + '  ');
    lines.push(indent + '</' + node.tag + '>');
  }
}

/**
 * Text for element content and quoted attributes, which a parser gives back as it was: line ends and tabs too.
 * Characters that XML 1.0 cannot hold become `?`.
 *
 * @example escapeXml('R&D "x"\u0001') //=> 'R&amp;D &quot;x&quot;?'
 */
export function escapeXml(text: string): string {
  return text.split('').map(escapeCharacter).join('');
}

const ESCAPES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escapeCharacter(character: string, at: number, all: readonly string[]): string {
  if (hasKey(ESCAPES, character)) return ESCAPES[character];
  // Some engines in Go split into whole characters, others into units.
  if (character.length > 1) return character;
  const code = character.charCodeAt(0);
  if (code < 32 || code > 0xfffd) return '?';
  return isHalf(code, at, all) ? '?' : character;
}

/** Half of a surrogate pair without its other half. */
function isHalf(code: number, at: number, all: readonly string[]): boolean {
  if (isHighSurrogate(code)) return at + 1 === all.length || !isLowSurrogate(all[at + 1].charCodeAt(0));
  return isLowSurrogate(code) && (at === 0 || !isHighSurrogate(all[at - 1].charCodeAt(0)));
}
