import { oneLine } from '../../scripts/policy/text/printable';
import { cellText, type Table } from '../../scripts/policy/views/table';
import type { XmlNode } from '../../scripts/policy/panos/xml';
import { markdownTable } from '../../scripts/xsoar/markdown';
import { parseFragment, type XmlElement } from '../../tools/lab/panorama/tree/parse';
import { render } from './renderer';

/** Whether texts stayed texts on their way into a format: each function throws where one did not. */

const OURS = ['br', 'h2', 'h3', 'h4', 'p', 'table', 'tbody', 'td', 'th', 'thead', 'tr'];

/** Markdown that is rendered into the elements that the pack writes, and no others. */
export function expectHarmlessMarkdown(markdown: string): void {
  const foreign = render(markdown).elements.filter((element) => !OURS.includes(element));
  if (foreign.length > 0) throw new Error(`${foreign.join(', ')} in ${JSON.stringify(markdown)}`);
}

/** A table that shows its own texts, cell for cell. */
export function expectSameTable(table: Table): void {
  if (table.rows.length === 0) return;
  const markdown = markdownTable(table);
  expectHarmlessMarkdown(markdown);
  const cells = [table.title, ...table.columns, ...table.rows.flat()];
  const expected = cells.map((cell) => cellText(typeof cell === 'string' ? oneLine(cell) : cell.map(oneLine), ' '));
  expectSame(render(markdown).text, expected.join(' '));
}

// eslint-disable-next-line no-control-regex -- they are what it looks for
const FORGING = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

/** A plain text that cannot look like several lines or other text. */
export function expectOneLine(text: string): void {
  if (FORGING.test(text)) throw new Error(`not one line: ${JSON.stringify(text)}`);
}

/** XML that a parser reads as the element that was meant. */
export function expectSameXml(xml: string, meant: XmlNode): void {
  const parsed = parseFragment(xml);
  if (!parsed.ok) throw new Error(`${parsed.reason} in ${xml}`);
  if (parsed.elements.length !== 1) throw new Error(`${parsed.elements.length} elements in ${xml}`);
  compareElements(parsed.elements[0], meant);
}

function compareElements(found: XmlElement, meant: XmlNode): void {
  const name = meant.entryName === undefined ? [] : [asXml(meant.entryName)];
  const attributes = Object.keys(found.attributes).filter((attribute) => attribute !== 'uuid');
  const values = attributes.map((attribute) => found.attributes[attribute]);
  expectSame([found.tag, ...values].join('\u0001'), [meant.tag, ...name].join('\u0001'));
  if (typeof meant.children === 'string') {
    expectSame(found.text, asXml(meant.children));
    expectSame(found.children.length, 0);
    return;
  }
  expectSame(found.children.length, meant.children.length);
  const children = meant.children;
  found.children.forEach((child, index) => {
    compareElements(child, children[index]);
  });
}

// eslint-disable-next-line no-control-regex -- they are what it looks for
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** What XML 1.0 cannot hold is a question mark. */
export function asXml(text: string): string {
  return text.replace(NOT_IN_XML, '?');
}

/** Faster than the test library's, which matters in a hundred thousand cases. */
export function expectSame<Value extends string | number>(found: Value, expected: Value): void {
  if (found !== expected) throw new Error(`found ${JSON.stringify(found)}\nexpected ${JSON.stringify(expected)}`);
}
