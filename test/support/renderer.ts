import MarkdownIt from 'markdown-it';

/**
 * What a server shows of Markdown: a model of its renderer. Markdown, tables, HTML and bare addresses are markdown-it's,
 * with everything switched on; the server's own constructs are read here, more generously than any renderer does.
 */
export interface Rendering {
  /** The elements, sorted, each once: tags of HTML, or names of the server's own constructs. */
  readonly elements: readonly string[];
  /** All text, in order: a blank between blocks and cells. */
  readonly text: string;
}

type Token = ReturnType<MarkdownIt['parse']>[number];

const LIBRARY = new MarkdownIt({ html: true, linkify: true, typographer: true, breaks: true });

/**
 * The server's own constructs, each at a place where inline text is read. Sources: administrator's guide, "How to Use
 * Markdown" (colours, underline, alignment); demisto/sane-doc-reports, `md_button`. Below them what renderers of this
 * kind add: emoji, marks, subscripts, footnotes, mathematics, containers.
 */
const OWN: readonly (readonly [string, RegExp])[] = [
  ['button', /^%%%[^]*?%%%/],
  ['color', /^\{\{\s*(color|background)\s*:[^]*?\}\}\s*\(/i],
  ['template', /^\$?\{\{?[^]*?\}\}?/],
  ['underline', /^\+\+\+?[^]+?\+\+/],
  ['alignment', /^(<-:->|:-:|<:-|-:>|:->|<-:)/],
  ['emoji', /^:[a-z0-9_+-]+:/i],
  ['emoticon', /^(:'?-?[()\][/|*@DdOoPpSsXx$,]|;-?\)|=[)(DdPp]|<\/?3|8-?\)|B-?\))/],
  ['mark', /^==[^]+?==/],
  ['superscript', /^\^[^]+?\^/],
  ['subscript', /^~[^]+?~/],
  ['footnote', /^\[\^[^]*?\]/],
  ['mathematics', /^\$\$?[^]+?\$/],
  ['alert', /^!{2,}/],
  ['mention', /^@[a-z]/i],
];

for (const [name, pattern] of OWN) {
  LIBRARY.inline.ruler.before('text', `own-${name}`, (state, silent) => {
    const found = pattern.exec(state.src.slice(state.pos));
    if (found === null) return false;
    if (!silent) state.push(name, '', 0).content = found[0];
    state.pos += found[0].length;
    return true;
  });
}

/** The library goes over harmless characters at once; some of the constructs above begin with them. */
LIBRARY.inline.ruler.at('text', (state, silent) => {
  if (!/[0-9A-Za-z ]/.test(state.src.charAt(state.pos))) return false;
  if (!silent) state.pending += state.src.charAt(state.pos);
  state.pos++;
  return true;
});

/** Renders Markdown. */
export function render(markdown: string): Rendering {
  const elements = new Set<string>();
  const texts: string[] = [];
  for (const token of LIBRARY.parse(markdown, {})) {
    if (token.type === 'inline') texts.push(inlineText(token.children ?? [], elements));
    else if (token.nesting >= 0) elements.add(token.tag === '' ? token.type : token.tag);
    if (token.type === 'html_block' || token.type === 'fence' || token.type === 'code_block') texts.push(token.content);
  }
  return { elements: [...elements].sort(), text: texts.join(' ') };
}

function inlineText(tokens: readonly Token[], elements: Set<string>): string {
  return tokens
    .map((token) => {
      if (token.type === 'text' || token.type === 'text_special') return token.content;
      if (token.type === 'html_inline' && token.content === '<br>') {
        elements.add('br');
        return ' ';
      }
      if (token.nesting >= 0) elements.add(token.tag === '' || token.tag === 'br' ? token.type : token.tag);
      return token.content;
    })
    .join('');
}
