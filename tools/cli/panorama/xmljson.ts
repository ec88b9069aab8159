import { SaxesParser } from 'saxes';
import type { JsonNode } from '../../../scripts/panorama/api/port';

interface Branch {
  [name: string]: JsonNode;
}

interface Open {
  readonly tag: string;
  readonly content: Branch;
  text: string;
}

/**
 * XML as the PAN-OS integration turns it into JSON, which is what `PanoramaPort` speaks: attributes `@name`, one child
 * its value, several of one tag a list, text beside them `#text`, an empty element null.
 *
 * @returns the root element under its tag
 * @throws Error if the text is not well-formed, with line and column
 * @example xmlToJson('<a b="1"><c/><d>x</d><d>y</d></a>') //=> { a: { '@b': '1', c: null, d: ['x', 'y'] } }
 */
export function xmlToJson(xml: string): Branch {
  const parser = new SaxesParser();
  const top: Open = { tag: '', content: {}, text: '' };
  const open: Open[] = [top];
  const current = (): Open => open[open.length - 1];
  const addText = (text: string): void => {
    current().text += text;
  };
  parser.on('error', (error) => {
    throw new Error(`it is not well-formed XML (${error.message})`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    const content: Branch = {};
    for (const [attribute, value] of Object.entries(attributes)) content[`@${attribute}`] = value;
    open.push({ tag: name, content, text: '' });
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const closed = open.pop() ?? top;
    addChild(current().content, closed.tag, valueOf(closed));
  });
  parser.write(xml).close();
  return top.content;
}

function addChild(parent: Branch, tag: string, value: JsonNode): void {
  if (!Object.hasOwn(parent, tag)) parent[tag] = value;
  else if (Array.isArray(parent[tag])) (parent[tag] as JsonNode[]).push(value);
  else parent[tag] = [parent[tag], value];
}

function valueOf({ content, text }: Open): JsonNode {
  const trimmed = text.trim();
  if (Object.keys(content).length === 0) return trimmed === '' ? null : trimmed;
  if (trimmed !== '') content['#text'] = trimmed;
  return content;
}
