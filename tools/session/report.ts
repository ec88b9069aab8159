import pc from 'picocolors';

/** How a session tells what happens. */
export interface Report {
  heading(text: string): void;
  passed(title: string, detail: readonly string[]): void;
  failed(title: string, reason: string): void;
}

const TITLE_WIDTH = 22;
const INDENT = ' '.repeat(TITLE_WIDTH + 5);

/**
 * One line for each step with its details beside it, broken at blanks where it is wider than `width`.
 *
 * @param print writes one line
 */
export function printedReport(print: (line: string) => void, width: number): Report {
  const lines = (mark: string, title: string, detail: readonly string[]): void => {
    const [first = '', ...others] = detail.flatMap((text) => broken(text, width - INDENT.length));
    print(`  ${mark} ${title.padEnd(TITLE_WIDTH)} ${first}`.trimEnd());
    for (const line of others) print(INDENT + line);
  };
  return {
    heading: (text) => {
      print('');
      print(pc.bold(text));
    },
    passed: (title, detail) => {
      lines(pc.green('✓'), title, detail);
    },
    failed: (title, reason) => {
      lines(pc.red('✗'), pc.red(title), [reason]);
    },
  };
}

/** A text in lines of the width; a word that is longer stays whole. */
function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
