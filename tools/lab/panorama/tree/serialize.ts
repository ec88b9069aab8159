import { escapeAttribute, escapeText } from './escape';
import type { ConfigNode } from './node';

/** Whether dirty marks are written: `get` shows them, `show` reads the running configuration and has none. */
export type MarkStyle = 'with-marks' | 'without-marks';

/** Writes a subtree as XML without added white space. */
export function serialize(node: ConfigNode, style: MarkStyle): string {
  const parts: string[] = [];
  write(node, style, parts);
  return parts.join('');
}

function write(node: ConfigNode, style: MarkStyle, parts: string[]): void {
  parts.push('<', node.tag);
  if (node.name !== undefined) parts.push(' name="', escapeAttribute(node.name), '"');
  if (node.uuid !== undefined) parts.push(' uuid="', node.uuid, '"');
  if (style === 'with-marks' && node.mark !== undefined) {
    parts.push(` admin="${escapeAttribute(node.mark.admin)}" dirtyId="${node.mark.dirtyId}" time="${node.mark.time}"`);
  }
  if (node.children.length === 0 && node.text === '') {
    parts.push('/>');
    return;
  }
  parts.push('>', escapeText(node.text));
  for (const child of node.children) write(child, style, parts);
  parts.push('</', node.tag, '>');
}
