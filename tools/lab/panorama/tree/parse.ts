import { SaxesParser } from 'saxes';

/** An element of a request: `element`, `cmd` and the operations of `multi-config` arrive as such. */
export interface XmlElement {
  readonly tag: string;
  readonly attributes: { readonly [name: string]: string };
  readonly children: XmlElement[];
  /** Character data, exactly as written; white space between child elements is left out. */
  text: string;
}

/** The elements of a fragment, or the parser's reason why it is none. */
export type ParsedXml =
  { readonly ok: true; readonly elements: readonly XmlElement[] } | { readonly ok: false; readonly reason: string };

const MAXIMUM_DEPTH = 64;

/**
 * Parses a fragment: any number of elements side by side, as `set` takes them. Malformed XML, text outside elements,
 * text beside child elements, document types and processing instructions are refused with the parser's reason.
 */
export function parseFragment(xml: string): ParsedXml {
  const root: XmlElement = { tag: '', attributes: {}, children: [], text: '' };
  const open: XmlElement[] = [root];
  let failure: string | undefined;
  const fail = (reason: string): void => {
    failure ??= reason;
  };
  const top = (): XmlElement => open[open.length - 1] ?? root;
  const parser = new SaxesParser({ fragment: true, xmlns: false });
  parser.on('error', (error) => {
    fail(error.message);
  });
  parser.on('doctype', () => {
    fail('a document type is not allowed');
  });
  parser.on('processinginstruction', () => {
    fail('a processing instruction is not allowed');
  });
  parser.on('opentag', (tag) => {
    const element: XmlElement = { tag: tag.name, attributes: tag.attributes, children: [], text: '' };
    top().children.push(element);
    open.push(element);
    if (open.length > MAXIMUM_DEPTH) fail('elements are nested too deeply');
  });
  const addText = (text: string): void => {
    top().text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const element = open.pop();
    if (element === undefined || element.children.length === 0) return;
    if (element.text.trim() !== '') fail(`text beside the child elements of ${element.tag}`);
    element.text = '';
  });
  parser.write(xml).close();
  if (root.text.trim() !== '') fail('text outside of elements');
  return failure === undefined ? { ok: true, elements: root.children } : { ok: false, reason: failure };
}

/** Parses exactly one element, as `edit` and `cmd` take it. */
export function parseElement(
  xml: string,
): { readonly ok: true; readonly element: XmlElement } | { readonly ok: false; readonly reason: string } {
  const parsed = parseFragment(xml);
  if (!parsed.ok) return parsed;
  const [element, ...rest] = parsed.elements;
  if (element === undefined || rest.length > 0) return { ok: false, reason: 'exactly one element is expected' };
  return { ok: true, element };
}

/** The child element of a tag, if there is one. */
export function childOf(element: XmlElement, tag: string): XmlElement | undefined {
  return element.children.find((child) => child.tag === tag);
}

/** The texts of `member` elements below a child element. */
export function membersOf(element: XmlElement, tag: string): readonly string[] {
  return (childOf(element, tag)?.children ?? []).filter((child) => child.tag === 'member').map((child) => child.text);
}
