/** What a terminal shows, as an SVG: the text with its colours, in a window. */
export function terminalPicture(output: string): string {
  const lines = output.replace(/\n+$/, '').split('\n').map(parts);
  const columns = Math.max(...lines.map((line) => line.reduce((sum, { text }) => sum + text.length, 0)));
  const width = Math.ceil(columns * CELL.width) + 2 * MARGIN;
  const height = lines.length * CELL.height + 2 * MARGIN;
  const rows = lines.map((line, index) => row(line, MARGIN + (index + 0.75) * CELL.height));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#16181d"/>`,
    `<g font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="12">`,
    ...rows.filter((text) => text !== ''),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** One character, in pixels. */
const CELL = { width: 7.2, height: 16 };
const MARGIN = 16;

interface Style {
  readonly colour: string;
  readonly weight: 'normal' | 'bold';
}

const PLAIN: Style = { colour: '#d7dae0', weight: 'normal' };

/** The codes that picocolors writes. */
const COLOURS: Readonly<Record<string, string>> = {
  31: '#e06c75',
  32: '#7fbf6a',
  33: '#e5c07b',
  34: '#61afef',
  35: '#c678dd',
  36: '#56b6c2',
  90: '#7f848e',
};

interface Part {
  readonly text: string;
  readonly style: Style;
}

/** What colour codes begin with. */
const ESCAPE = String.fromCharCode(27);

/** The stretches of one line that look alike. */
function parts(line: string): readonly Part[] {
  const found: Part[] = [];
  let style = PLAIN;
  line.split(`${ESCAPE}[`).forEach((piece, index) => {
    const end = index === 0 ? -1 : piece.indexOf('m');
    if (end >= 0) style = styled(style, piece.slice(0, end));
    const text = piece.slice(end + 1);
    if (text !== '') found.push({ text, style });
  });
  return found;
}

function styled(style: Style, code: string): Style {
  if (code === '1') return { ...style, weight: 'bold' };
  if (code === '22') return { ...style, weight: 'normal' };
  if (code === '39') return { ...style, colour: PLAIN.colour };
  return { ...style, colour: COLOURS[code] ?? style.colour };
}

/** Each word has its place, since blanks beside each other are one in SVG; any font keeps the columns. */
function row(line: readonly Part[], y: number): string {
  let column = 0;
  return line
    .flatMap(({ text, style }) => {
      const start = column;
      column += text.length;
      const words = [...text.matchAll(/\S+( \S+)*/g)];
      return words.map(({ 0: word, index }) => textAt(word, start + index, y, style));
    })
    .join('');
}

function textAt(text: string, column: number, y: number, { colour, weight }: Style): string {
  const x = (MARGIN + column * CELL.width).toFixed(1);
  const length = (text.length * CELL.width).toFixed(1);
  const bold = weight === 'bold' ? ' font-weight="bold"' : '';
  const place = `x="${x}" y="${y}" textLength="${length}" lengthAdjust="spacingAndGlyphs"`;
  return `<text ${place} fill="${colour}"${bold}>${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
