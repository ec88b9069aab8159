import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SaxesParser } from 'saxes';
import { PLAYBOOKS } from '../../../scripts/playbooks/playbooks';
import { graphOf } from '../../../tools/build/playbooks/playbookgraph';
import { labelText, labelWidth, LABEL_STYLE } from '../../../tools/build/playbooks/playbooklabels';
import { LABEL_HEIGHT, layoutOf, type Box, type Point } from '../../../tools/build/playbooks/playbooklayout';
import { playbookSvg } from '../../../tools/build/playbooks/playbookpicture';
import { fileStem } from '../../../tools/build/playbooks/playbooks';
import { fit, textWidth, wrap } from '../../../tools/build/pictures/picturefonts';
import { toPng } from '../../../tools/build/pictures/png';
import { element, textElement } from '../../../tools/build/pictures/svg';

const ROOT = resolve(__dirname, '../../..');

/** Whether two boxes overlap. */
function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** Whether a line enters a box, by clipping it to the box (Liang and Barsky). */
function enters(from: Point, to: Point, { x, y, width, height }: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [start, end] = [0, 1];
  for (const [p, q] of [
    [-dx, from.x - x],
    [dx, x + width - from.x],
    [-dy, from.y - y],
    [dy, y + height - from.y],
  ]) {
    if (p === 0 && q <= 0) return false;
    if (p < 0) start = Math.max(start, q / p);
    if (p > 0) end = Math.min(end, q / p);
  }
  return start < end;
}

function inset({ x, y, width, height }: Box, by: number): Box {
  return { x: x + by, y: y + by, width: width - 2 * by, height: height - 2 * by };
}

const BOX: Box = { x: 10, y: 10, width: 20, height: 20 };

it('what counts as an overlap, and as a line through a box', () => {
  expect(overlap(BOX, { ...BOX, x: 29 })).toBe(true);
  expect(overlap(BOX, { ...BOX, x: 30 })).toBe(false);
  expect(enters({ x: 0, y: 0 }, { x: 40, y: 40 }, BOX)).toBe(true);
  expect(enters({ x: 20, y: 0 }, { x: 20, y: 11 }, BOX)).toBe(true);
  expect(enters({ x: 20, y: 0 }, { x: 20, y: 9 }, BOX)).toBe(false);
  expect(enters({ x: 0, y: 20 }, { x: 20, y: 40 }, BOX)).toBe(false);
});

describe.each(PLAYBOOKS)('the picture of $name', (playbook) => {
  const layout = layoutOf(graphOf(playbook));
  const labels = layout.routes.flatMap(({ edge, label }) => {
    if (label === undefined) return [];
    const width = labelWidth(edge);
    return [{ edge, box: { x: label.x - width / 2, y: label.y - LABEL_HEIGHT / 2, width, height: LABEL_HEIGHT } }];
  });
  const boxes = layout.tasks.map(({ box }) => box);

  it('is the committed one, byte for byte', async () => {
    const committed = readFileSync(join(ROOT, `Packs/CNSeries/doc_files/${fileStem(playbook.name)}.png`));
    expect(Buffer.from(await toPng(playbookSvg(playbook))).equals(committed)).toBe(true);
  });

  it('is well-formed, and names every task', () => {
    const svg = playbookSvg(playbook);
    const parser = new SaxesParser();
    let text = '';
    parser.on('text', (part) => (text += ` ${part}`));
    parser.on('error', (error) => {
      throw error;
    });
    parser.write(svg).close();
    for (const word of Object.keys(playbook.tasks).flatMap((name) => name.split(' '))) expect(text).toContain(word);
    expect(text).not.toContain('\u2026');
  });

  it('no two tasks and no two labels overlap, and no label lies on a task', () => {
    const all = [...boxes, ...labels.map(({ box }) => box)];
    const found = all.flatMap((box, index) => all.slice(index + 1).filter((other) => overlap(box, other)));
    expect(found).toEqual([]);
  });

  it('no line runs through a task', () => {
    const found = layout.routes.flatMap(({ edge, points }) =>
      points
        .slice(1)
        .flatMap((point, index) =>
          boxes.filter((box) => enters(points[index], point, inset(box, 1))).map((box) => ({ edge, box })),
        ),
    );
    expect(found).toEqual([]);
  });

  it('no line crosses the label of another', () => {
    const found = layout.routes.flatMap(({ edge, points }) =>
      points
        .slice(1)
        .flatMap((point, index) =>
          labels
            .filter((label) => label.edge !== edge && enters(points[index], point, inset(label.box, 2)))
            .map((label) => `${labelText(label.edge)} of ${label.edge.from} by ${edge.from} to ${edge.to}`),
        ),
    );
    expect(found).toEqual([]);
  });

  it('everything lies inside of it', () => {
    for (const { x, y, width, height } of [...boxes, ...labels.map(({ box }) => box)]) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(layout.width);
      expect(y + height).toBeLessThanOrEqual(layout.height);
    }
  });

  it('a label is as wide as its text', () => {
    for (const { edge, box } of labels) expect(box.width).toBeGreaterThan(textWidth(labelText(edge), LABEL_STYLE) + 10);
  });
});

describe('texts in pictures', () => {
  const style = { size: 10, weight: 'regular' } as const;

  it('are measured by the font: an m is wider than an i, and bold is wider', () => {
    expect(textWidth('i', style)).toBeCloseTo(2.78, 2);
    expect(textWidth('mm', style)).toBeCloseTo(2 * 9.74, 2);
    expect(textWidth('i', { size: 10, weight: 'bold' })).toBeCloseTo(3.43, 2);
  });

  it('a character that the font lacks is as wide as the sign for it', () => {
    expect(textWidth('\u{10FFFD}', style)).toBe(textWidth('\u{10FFFC}', style));
  });

  it.each([
    ['a b', 100, 2, ['a b']],
    ['aaaa bbbb', 30, 2, ['aaaa', 'bbbb']],
    ['aaaa bbbb cccc', 30, 2, ['aaaa', 'bbb\u2026']],
    ['aaaaaaaaaa', 30, 2, ['aaa\u2026']],
    ['', 30, 2, ['']],
  ])('%j breaks into lines of %i', (text, width, most, lines) => {
    expect(wrap(text, style, width, most)).toEqual(lines);
  });

  it('a text that fits is not cut', () => {
    expect(fit('abc', style, textWidth('abc', style))).toBe('abc');
    expect(fit('abc', style, textWidth('abc', style) - 1)).toBe('a\u2026');
  });

  it('are escaped, also in attributes', () => {
    expect(textElement('a < b & "c"', { x: 1, y: 2, anchor: 'start', colour: '#000' }, style)).toContain(
      '>a &lt; b &amp; &quot;c&quot;</text>',
    );
    expect(element('g', { id: '"><script>' }, ['<path/>'])).toBe('<g id="&quot;&gt;&lt;script&gt;"><path/></g>');
  });
});
