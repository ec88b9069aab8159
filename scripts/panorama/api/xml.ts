import { sortedKeys } from '../../policy/text/canonical';
import { configNode } from '../../policy/panos/configxml';
import type { ConfigEntry } from '../../policy/panos/entry';
import { escapeXml, type XmlNode } from '../../policy/panos/xml';
import type { PlainNode } from './nodes';

/** XML for requests: without white space, every text escaped. */

/**
 * The `<entry>` of an object or a rule. A rule that is replaced is sent with its uuid, so that it stays the same rule.
 */
export function entryXml(entry: ConfigEntry, uuid: string): string {
  return nodeXml(configNode(entry), uuidAttribute(uuid));
}

/**
 * An element with a text.
 *
 * @example textElement('description', 'b & c') //=> '<description>b &amp; c</description>'
 */
export function textElement(tag: string, text: string): string {
  return '<' + tag + '>' + escaped(text) + '</' + tag + '>';
}

/** An element around markup. */
export function element(tag: string, markup: string): string {
  return '<' + tag + '>' + markup + '</' + tag + '>';
}

/** `<entry name="…">` around markup. */
export function namedElement(tag: string, name: string, markup: string): string {
  return '<' + tag + ' name="' + escaped(name) + '">' + markup + '</' + tag + '>';
}

/** An element with attributes around markup. */
export function attributedElement(
  tag: string,
  attributes: readonly (readonly [string, string])[],
  markup: string,
): string {
  let start = '<' + tag;
  for (const attribute of attributes) start += ' ' + attribute[0] + '="' + escaped(attribute[1]) + '"';
  return start + '>' + markup + '</' + tag + '>';
}

/**
 * An element with `<member>`s.
 *
 * @example memberElement('tag', ['a', 'b']) //=> '<tag><member>a</member><member>b</member></tag>'
 */
export function memberElement(tag: string, members: readonly string[]): string {
  const markup = members.map((member) => textElement('member', member));
  return element(tag, markup.join(''));
}

/** An entry as it was read, as XML again: how one is restored that has fields we do not know. */
export function plainEntryXml(entry: PlainNode, uuid: string): string {
  return plainXml('entry', entry, uuidAttribute(uuid));
}

function plainXml(tag: string, node: PlainNode, attributes: string): string {
  if (typeof node === 'string') return textElement(tag, node);
  const parts: string[] = [];
  for (const child of sortedKeys(node.children)) {
    for (const one of node.children[child]) parts.push(plainXml(child, one, ''));
  }
  const name = node.name === undefined ? '' : ' name="' + escaped(node.name) + '"';
  return '<' + tag + name + attributes + '>' + parts.join('') + '</' + tag + '>';
}

function uuidAttribute(uuid: string): string {
  return uuid === '' ? '' : ' uuid="' + escaped(uuid) + '"';
}

function nodeXml(node: XmlNode, attributes: string): string {
  const name = node.entryName === undefined ? '' : ' name="' + escaped(node.entryName) + '"';
  const start = '<' + node.tag + name + attributes;
  const children = node.children;
  if (typeof children === 'string') return start + '>' + escaped(children) + '</' + node.tag + '>';
  if (children.length === 0) return start + '/>';
  const parts: string[] = [];
  for (const child of children) parts.push(nodeXml(child, ''));
  return start + '>' + parts.join('') + '</' + node.tag + '>';
}

// Most texts need no escaping; looking at each of their characters costs more than all the rest.
const HARMLESS = /^[ !#-%(-;=?-~]*$/;

function escaped(text: string): string {
  return HARMLESS.test(text) ? text : escapeXml(text);
}
