import { ConfigNode } from './node';
import type { XmlElement } from './parse';

/** Turns a parsed element into configuration. The attributes must have been checked before. */
export function toConfig(element: XmlElement): ConfigNode {
  const node = new ConfigNode(element.tag, element.attributes.name, element.attributes.uuid, element.text);
  for (const child of element.children) node.insert(toConfig(child), node.children.length);
  return node;
}

/**
 * The first attribute that configuration does not have: only `entry` carries `name` and `uuid`. Marks of a candidate
 * read (`admin`, `dirtyId`, `time`, `loc`) sent back are refused; what a device does with them is not documented.
 */
export function unexpectedAttribute(
  element: XmlElement,
): { readonly tag: string; readonly attribute: string } | undefined {
  for (const attribute of Object.keys(element.attributes)) {
    if (element.tag !== 'entry' || (attribute !== 'name' && attribute !== 'uuid'))
      return { tag: element.tag, attribute };
  }
  if (element.tag === 'entry' && element.attributes.name === undefined) return { tag: element.tag, attribute: 'name' };
  for (const child of element.children) {
    const found = unexpectedAttribute(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
