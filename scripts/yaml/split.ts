/** A piece of a text that is one YAML document. */
export interface Part {
  readonly text: string;
  /** Of the whole text. */
  readonly linesBefore: number;
  /** Why the part is no document, whatever stands in it; undefined: it may be one. */
  readonly violation: string | undefined;
}

/** A marker with something else on its line is refused by kubectl, and so is the document that it starts. */
const WRONG_MARKER = 'only a comment may stand on the line of "---"';

/** kubectl reads the first document before the next `---`, and drops what follows its end. */
const AFTER_END = 'kubectl does not read what follows "..."; begin a document with "---"';

/**
 * The documents of a text, cut as kubectl does before it parses any YAML (`YAMLReader` in k8s.io/apimachinery): at
 * lines that begin with `---`, wherever they are. Documents without content are left out.
 */
export function splitDocuments(text: string): Part[] {
  const parts: Part[] = [];
  let lines: string[] = [];
  let linesBefore = 0;
  let violation: string | undefined;
  function endPart(): void {
    if (violation !== WRONG_MARKER && !lines.some(hasContent)) return;
    parts.push({ text: lines.join('\n') + '\n', linesBefore, violation });
  }
  text.split(/\r?\n/).forEach((line, index) => {
    const isStart = line.slice(0, 3) === '---';
    const isEnd = /^\.\.\.(\s|$)/.test(line);
    if (!isStart && !isEnd) {
      lines.push(line);
      return;
    }
    endPart();
    lines = [];
    linesBefore = index + 1;
    violation = isEnd ? AFTER_END : hasContent(line.slice(3)) ? WRONG_MARKER : undefined;
  });
  endPart();
  return parts;
}

/** False for blank lines and comments. */
export function hasContent(line: string): boolean {
  return /^\s*[^\s#]/.test(line);
}
